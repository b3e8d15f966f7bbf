"""The answer: what may be suggested, why, what was not checked, and the caveat it cannot lack."""

from typing import TYPE_CHECKING

from magadvisor.model.account import LedgerLine, MedicineAnswer, NotChecked, TakingAnswer, WordsAnswer
from magadvisor.model.interaction import MetInteraction
from magadvisor.model.record import Record
from magadvisor.model.words import Outcome

if TYPE_CHECKING:
    from magadvisor.model.considered import Considered  # only who asks why waits for it
    from magadvisor.model.day import Day  # and only who gives times for it


class Action(Record):
    """Something to do, how soon, with whom, and the rules that ask for it."""

    urgency: str
    who: str
    text: str
    by: tuple[str, ...]


class OfferedForm(Record):
    """A form that fits, with how sure that is."""

    id: str
    name: str
    use: str
    because: str
    finding: str
    certainty: str
    sources: tuple[str, ...]


class SetAsideForm(Record):
    """A form that does not fit, and what decided it."""

    id: str
    because: str
    by: tuple[str, ...]


class RecommendedIntake(Record):
    """What a day should hold in all, in mg, and who says so."""

    recommended_mg: float
    body: str
    counts: str


class AppliedLimit(Record):
    """One body's limit for supplements in its region, elemental mg a day."""

    body: str
    region: str
    at_most_mg: float
    country: str | None = None  # where the body is that of one country of the region


class DoseLimit(Record):
    """How much may be added a day, elemental mg; None means that no figure is given."""

    at_most_mg: float | None
    limit_mg: float | None
    already_mg: float | None
    compound_mg: float | None
    region: str | None
    limits: tuple[AppliedLimit, ...]
    elsewhere: tuple[AppliedLimit, ...]
    by: tuple[str, ...]


class SuggestedFood(Record):
    """A food to eat first, with the magnesium of one portion."""

    id: str
    name: str
    portion: str
    magnesium_mg: float
    because: str


class Supporting(Record):
    """Something beside magnesium that the evidence speaks for."""

    text: str
    certainty: str
    sources: tuple[str, ...]


class Watch(Record):
    """Something to look out for."""

    text: str
    by: tuple[str, ...]


class RedFlagAnswer(Record):
    """A sign that should send the person to help."""

    text: str
    urgency: str
    who: str


class Change(Record):
    """A smallest change of answers that changes the advice."""

    answers: dict[str, str | list[str]]
    outcome: str
    form: str | None
    at_most_mg: float | None


class Unanswered(Record):
    """A question without an answer, and what knowing it could change."""

    question: str
    could_change: str


class Coverage(Record):
    """How much was looked at."""

    rules: int
    fired: int
    listed: int
    checked: int


class Reason(Record):
    """A rule that held, and what it saw."""

    rule: str
    says: str
    saw: dict[str, list[str]]
    because: str
    certainty: str
    sources: tuple[str, ...]


class CitedSource(Record):
    """A source that the advice cites."""

    id: str
    title: str
    publisher: str
    year: int | None
    url: str | None


class KnowledgeStamp(Record):
    """Which knowledge answered, and whether anyone qualified has reviewed it."""

    version: str
    digest: str
    reviewed_by: str | None


class Advice(Record):
    """One answer, complete; it cannot be made without the caveat."""

    program: str
    knowledge: KnowledgeStamp
    caveat: str
    outcome: Outcome
    headline: str
    profile: dict[str, str | list[str] | float | None]
    actions: tuple[Action, ...]
    form: OfferedForm | None
    alternatives: tuple[OfferedForm, ...]
    set_aside: tuple[SetAsideForm, ...]
    intake: RecommendedIntake | None
    dose: DoseLimit | None
    medicines: tuple[MedicineAnswer, ...]
    conditions: tuple[WordsAnswer, ...]
    symptoms: tuple[WordsAnswer, ...]
    taking: tuple[TakingAnswer, ...]
    avoid: tuple[WordsAnswer, ...]
    not_checked: tuple[NotChecked, ...]
    interactions: tuple[MetInteraction, ...]
    day: "Day | None"  # only where times were given
    foods: tuple[SuggestedFood, ...]
    supporting: tuple[Supporting, ...]
    watch: tuple[Watch, ...]
    red_flags: tuple[RedFlagAnswer, ...]
    ledger: tuple[LedgerLine, ...]
    changes: tuple[Change, ...]
    unanswered: tuple[Unanswered, ...]
    coverage: Coverage
    reasons: tuple[Reason, ...]
    considered: "Considered | None"  # only for who asks why
    sources: tuple[CitedSource, ...]

    def __post_init__(self) -> None:
        """Refuse an advice whose caveat is blank."""
        if not self.caveat.strip():
            raise ValueError("an advice cannot be made without its caveat")
