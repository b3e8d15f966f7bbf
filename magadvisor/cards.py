"""Medicines on their own: what each does with magnesium, and when magnesium fits between them."""

from collections.abc import Iterable

from magadvisor.door import Door
from magadvisor.engine import account
from magadvisor.engine.day import plan
from magadvisor.engine.placing import Waking
from magadvisor.engine.tell import cite
from magadvisor.engine.timed import left_out, timed
from magadvisor.engine.timing import as_shown, met_by
from magadvisor.model.advice import CitedSource, Day, MedicineAnswer, MetInteraction, NotChecked
from magadvisor.model.answers import TypedMedicine
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import Profile
from magadvisor.model.record import dataclass


@dataclass(frozen=True, slots=True)
class Cards:
    """What the listed medicines do with magnesium, one card a mechanism."""

    medicines: tuple[MedicineAnswer, ...]
    interactions: tuple[MetInteraction, ...]
    not_checked: tuple[NotChecked, ...]
    remarks: tuple[str, ...]
    sources: tuple[CitedSource, ...]


@dataclass(frozen=True, slots=True)
class DayPlan(Cards):
    """The cards, and the day between the doses; no day where spacing does not help."""

    form: str | None
    day: Day | None


def cards(typed: Iterable[TypedMedicine], knowledge: Knowledge, form: str | None = None) -> Cards:
    """Tell what each medicine does with magnesium; without a form every salt counts as alkaline."""
    return _tell(*_listen(typed, knowledge), knowledge, form)


def day_plan(
    typed: Iterable[TypedMedicine], knowledge: Knowledge, form: str | None, doses: int, waking: Waking
) -> DayPlan:
    """Find when magnesium fits between timed medicines."""
    profile, remarks = _listen(typed, knowledge)
    told = _tell(profile, remarks, knowledge, form)
    closed = any(one.spacing_helps is False for one in told.interactions)
    missing = left_out(profile, told.interactions)
    day = None if closed else plan(timed(profile, told.interactions), doses, waking, missing)
    return DayPlan(told.medicines, told.interactions, told.not_checked, told.remarks, told.sources, form, day)


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
