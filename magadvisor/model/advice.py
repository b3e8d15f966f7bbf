"""The answer: what may be suggested, why, what was not checked, and the caveat it cannot lack."""

from typing import TYPE_CHECKING

from magadvisor.model.record import Record
from magadvisor.model.words import Outcome

if TYPE_CHECKING:  # only who asks why waits for it
    from magadvisor.model.considered import Considered


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


class MedicineAnswer(Record):
    """One medicine as typed: checked or not, and what it met."""

    typed: str
    checked: bool
    matched: tuple[str, ...]
    route: str | None
    suggestions: tuple[str, ...]
    interactions: tuple[str, ...]


class MagnesiumMedicineAnswer(MedicineAnswer):
    """A listed medicine that holds magnesium, with its amount a day."""

    form: str
    elemental_mg: float | None


class WordsAnswer(Record):
    """One condition, symptom or food to avoid as typed."""

    typed: str
    checked: bool
    matched: tuple[str, ...]
    suggestions: tuple[str, ...]


class TakingAnswer(Record):
    """One item of magnesium already taken; None mg a day means that it is not known."""

    typed: str
    checked: bool
    matched: tuple[str, ...]
    suggestions: tuple[str, ...]
    form: str
    elemental_mg: float | None


class NotChecked(Record):
    """Something typed that could not be checked."""

    list: str
    typed: str
    suggestions: tuple[str, ...]


class LeastGap(Record):
    """The shortest gap an authority accepts, in hours; None where a side is not named."""

    after: float | None
    before: float | None


class MetInteraction(Record):
    """An interaction that listed medicines meet; hours stand only with `separate`."""

    id: str
    name: str
    medicines: tuple[str, ...]
    severity: str
    action: str
    spacing_helps: bool | None
    magnesium_after_medicine_hours: float | None
    magnesium_before_medicine_hours: float | None
    least: LeastGap | None
    salts: str
    monitor: str | None
    direction: str
    tell: str
    because: str
    certainty: str
    fit: str
    sources_differ: bool
    differ: str | None
    sources: tuple[str, ...]


class Window(Record):
    """A stretch of the day as HH:MM; `on` names weekdays when days differ."""

    from_: str
    to: str
    on: tuple[str, ...] = ()


class Block(Record):
    """A stretch of the day that a medicine closes."""

    from_: str
    to: str
    by: str
    on: tuple[str, ...] = ()


class LeastDay(Record):
    """The windows that the shortest accepted gaps would leave; for the pharmacist to judge."""

    windows: tuple[Window, ...]


class Day(Record):
    """When magnesium fits; `conflict` is a smallest set of medicines that leaves no window.

    `left_out` names medicines whose hours are not in it: not checked, or without a time that they need.
    """

    windows: tuple[Window, ...]
    blocked: tuple[Block, ...]
    doses: tuple[str, ...]
    conflict: tuple[str, ...]
    least: LeastDay
    left_out: tuple[str, ...]


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


class LedgerLine(Record):
    """One product's elemental magnesium a day."""

    typed: str
    form: str
    elemental_mg: float | None
    use: str
    kind: str | None  # the kind of product, where it is a known one


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
    day: Day | None
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
