"""Medicines on their own: what each does with magnesium, and when magnesium fits between them."""

from collections.abc import Iterable, Sequence

from magadvisor.door import Door
from magadvisor.engine import account
from magadvisor.engine.day import plan, windows
from magadvisor.engine.every_day import MINUTES_A_DAY, Span, awake, every_day, holds
from magadvisor.engine.placing import Waking, clock
from magadvisor.engine.tell import cite
from magadvisor.engine.timed import left_out, timed
from magadvisor.engine.timing import as_shown, met_by
from magadvisor.model.advice import Advice, Day
from magadvisor.model.answers import Answers, TypedMedicine
from magadvisor.model.goal import PLAIN_GOAL
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.meal import Meal
from magadvisor.model.profile import Profile
from magadvisor.model.record import Record, replace
from magadvisor.model.told import Cards, DayPlan, ToldClaim
from magadvisor.model.words import Outcome

WITH_FOOD = "take-with-food"
"""The claim that says what is known of taking magnesium with a meal."""


class Living(Record):
    """How many doses are asked for, when a person is up, and when they eat, in minutes after midnight."""

    doses: int
    waking: Waking
    meals: tuple[int, ...] = ()


def cards(typed: Iterable[TypedMedicine], knowledge: Knowledge, form: str | None = None) -> Cards:
    """Tell what each medicine does with magnesium; without a form every salt counts as alkaline."""
    return _tell(*_listen(typed, knowledge), knowledge, form)


def without_day(answers: Answers, knowledge: Knowledge) -> Advice | None:
    """Advise on a profile, and give the advice where it leaves no supplement to place in a day."""
    from magadvisor.advisor import advise

    advice = advise(replace(answers, goals=answers.goals or (PLAIN_GOAL,)), knowledge)
    return advice if advice.outcome in (Outcome.WITHHOLD, Outcome.URGENT) else None


def day_plan(
    typed: Iterable[TypedMedicine],
    knowledge: Knowledge,
    form: str | None,
    living: Living,
    refused: Advice | None = None,
) -> DayPlan:
    """Find when magnesium fits between timed medicines, and with which meals; no hour where it is refused."""
    profile, remarks = _listen(typed, knowledge)
    told = _tell(profile, remarks, knowledge, form)
    closed = any(one.spacing_helps is False for one in told.interactions)
    between = timed(profile, told.interactions)
    missing = left_out(profile, told.interactions)
    day = None if closed or refused else plan(between, living.doses, living.waking, missing, living.meals)
    about = _about_meals(knowledge) if living.meals and day is not None and day.windows else None
    cited = () if about is None else cite([place.id for place in about.sources], knowledge)
    return DayPlan(
        told.medicines,
        told.interactions,
        told.not_checked,
        told.remarks,
        tuple(dict.fromkeys((*told.sources, *cited))),
        form,
        day,
        living.doses,
        () if day is None else _meals(living, day, windows(between)),
        about,
        None if refused is None else refused.outcome,
        () if refused is None else refused.actions,
    )


def _about_meals(knowledge: Knowledge) -> ToldClaim:
    from magadvisor.claims import told_claim

    return told_claim(knowledge.claims[WITH_FOOD])


def _meals(living: Living, day: Day, free: Sequence[Span]) -> tuple[Meal, ...]:
    """Say of each meal whether it lies in free hours, within waking hours, and has a dose."""
    whole = every_day(free)
    up = awake(((0, MINUTES_A_DAY),), living.waking.wake, living.waking.sleep)
    return tuple(
        Meal(
            at=clock(minute),
            free=any(holds(one, minute) for one in whole),
            awake=any(holds(one, minute) for one in up),
            dose=clock(minute) in day.doses,
        )
        for minute in living.meals
    )


def _listen(typed: Iterable[TypedMedicine], knowledge: Knowledge) -> tuple[Profile, tuple[str, ...]]:
    door = Door(knowledge)
    heard = [door.medicine(one) for one in typed]
    remarks = dict.fromkeys(remark for one in heard for remark in one.remarks)
    return Profile(goals=(), medicines=tuple(one.item for one in heard)), tuple(remarks)


def _tell(profile: Profile, remarks: tuple[str, ...], knowledge: Knowledge, form: str | None) -> Cards:
    alkaline = form is None or knowledge.forms[form].alkaline
    met = met_by(profile, knowledge.interactions, knowledge.medicines)
    shown = tuple(as_shown(one, alkaline) for one in met)
    cited = dict.fromkeys(source for one in shown for source in one.sources)
    return Cards(
        account.medicines(profile),
        shown,
        account.not_checked(profile),
        remarks,
        cite(cited, knowledge),
    )
