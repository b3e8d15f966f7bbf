"""Medicines on their own: what each does with magnesium, and when magnesium fits between them."""

from collections.abc import Sequence

from magadvisor.engine import account
from magadvisor.engine.basis import lay
from magadvisor.engine.compare import for_you
from magadvisor.engine.day import plan, windows
from magadvisor.engine.decide import decide
from magadvisor.engine.every_day import Span, awake, every_day, holds
from magadvisor.engine.examine import examine
from magadvisor.engine.facts import facts_of
from magadvisor.engine.named import named_by_rules
from magadvisor.engine.placing import Waking
from magadvisor.engine.settle import settle
from magadvisor.engine.tell import cite
from magadvisor.engine.timed import left_out, timed
from magadvisor.engine.timing import alkaline_taken, as_shown, met_by
from magadvisor.model.advice import Advice
from magadvisor.model.clock import MINUTES_A_DAY, clock
from magadvisor.model.day import Day
from magadvisor.model.goal import PLAIN_GOAL
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.meal import Meal
from magadvisor.model.profile import Profile
from magadvisor.model.record import Record, replace
from magadvisor.model.told import AnsweredCards, Cards, DayPlan, ToldClaim
from magadvisor.version import __version__

WITH_FOOD = "take-with-food"
"""The claim that says what is known of taking magnesium with a meal."""

ON_SKIN = "hours-skin"
"""The sentence that hours between doses are not for what is on the skin."""


class Living(Record):
    """How many doses are asked for, when a person is up, and when they eat, in minutes after midnight."""

    doses: int
    waking: Waking
    meals: tuple[int, ...] = ()


def cards(profile: Profile, knowledge: Knowledge, form: str | None = None) -> Cards:
    """Tell what each medicine does with magnesium; without a form every salt counts as alkaline.

    An alkaline salt that is taken already counts too, whatever the form.
    """
    of_form = form is None or knowledge.forms[form].alkaline
    alkaline = of_form or alkaline_taken(profile, knowledge.forms)
    met = met_by(profile, knowledge.interactions, knowledge.medicines)
    shown = tuple(as_shown(one, alkaline) for one in met)
    rules = named_by_rules(profile, knowledge)
    lists = (*(one.sources for one in shown), *(one.sources for one in rules))
    cited = dict.fromkeys(source for sources in lists for source in sources)
    on_skin = () if form is None or knowledge.forms[form].swallowed else (knowledge.sentences[ON_SKIN],)
    return Cards(
        account.medicines(profile),
        shown,
        account.not_checked(profile),
        (*(one.text for one in profile.remarks), *on_skin),
        cite(cited, knowledge),
        rules,
        knowledge.sentences["not-asked-only-medicines"],
    )


def answered_cards(
    profile: Profile, knowledge: Knowledge, form: str | None, answered: bool
) -> tuple[AnsweredCards, Advice | None]:
    """Tell what each medicine does with magnesium, and give the advice on all answers of a profile."""
    told = cards(profile, knowledge, form)
    parts = (told.medicines, told.interactions, told.not_checked, told.remarks, told.sources, told.rules)
    if not answered:
        return AnsweredCards(*parts, told.not_asked), None
    advice = decide(replace(profile, goals=profile.goals or (PLAIN_GOAL,)), knowledge, __version__)
    return AnsweredCards(*parts, None, advice.outcome, advice.actions), advice


def planned(
    profile: Profile, knowledge: Knowledge, form: str | None, living: Living, answered: bool
) -> tuple[DayPlan, Advice | None]:
    """Plan a day, and give the advice on all answers; of medicines alone one that leaves no supplement."""
    profile = replace(profile, goals=profile.goals or (PLAIN_GOAL,))
    advice = decide(profile, knowledge, __version__) if answered else None
    told = day_plan(profile, knowledge, form, living, advice)
    if not answered and told.day is not None and settle(profile, knowledge).gate.outcome.closed:
        advice = decide(profile, knowledge, __version__)
        told = day_plan(profile, knowledge, form, living, advice)
    return told, advice


def _set_aside(form: str, profile: Profile, knowledge: Knowledge) -> str | None:
    """Say why hours are not for a form, or the form not for this person, these medicines, or anybody."""
    if not knowledge.forms[form].swallowed:
        return knowledge.sentences[ON_SKIN]
    found = for_you(knowledge.forms[form], replace(lay(profile, knowledge), goals=()))
    return None if found.left else " ".join(found.because)


def day_plan(
    profile: Profile,
    knowledge: Knowledge,
    form: str | None,
    living: Living,
    advice: Advice | None = None,
) -> DayPlan:
    """Find when magnesium fits between timed medicines, and with which meals; no hour where it is refused."""
    told = cards(profile, knowledge, form)
    aside = None if form is None else _set_aside(form, profile, knowledge)
    useless = any(one.spacing_helps is False for one in told.interactions)
    closed = (advice is not None and advice.outcome.closed) or aside is not None or useless
    held = examine(knowledge, facts_of(profile))
    between = timed(profile, told.interactions, held)
    missing = left_out(profile, told.interactions, held)
    day = None if closed else plan(between, living.doses, living.waking, missing, living.meals)
    about = _about_meals(knowledge) if living.meals and day is not None and day.windows else None
    cited = () if about is None else cite([place.id for place in about.sources], knowledge)
    return DayPlan(
        told.medicines,
        told.interactions,
        told.not_checked,
        tuple(one for one in told.remarks if one != aside),
        tuple(dict.fromkeys((*told.sources, *cited))),
        told.rules,
        told.not_asked if advice is None else None,
        form,
        day,
        living.doses,
        () if day is None else _meals(living, day, windows(between)),
        about,
        None if advice is None else advice.outcome,
        () if advice is None else advice.actions,
        aside,
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
