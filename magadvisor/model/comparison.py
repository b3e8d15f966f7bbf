"""Forms side by side, as a comparison tells them."""

from magadvisor.model.account import MedicineAnswer, NotChecked, TakingAnswer, WordsAnswer
from magadvisor.model.advice import Action, AppliedLimit, CitedSource, Watch
from magadvisor.model.form import Absorption, Status, Unit
from magadvisor.model.goal import Popular
from magadvisor.model.record import Record
from magadvisor.model.source import Citation, Statement
from magadvisor.model.words import Outcome


class Share(Record):
    """One compound or hydrate of a form, and what 100 mg of it hold."""

    name: str
    formula: str
    percent: float
    compound_mg: float  # for 100 mg of magnesium
    usual: bool
    only_if_named: bool


class Pieces(Record):
    """How many units of a typical product hold an amount; a range where products differ."""

    unit: str
    low_mg: float
    high_mg: float
    fewest: int
    most: int


class Fit(Record):
    """How a form fits a goal; `place` counts from 1 and is None where the goal does not list it."""

    goal: str
    place: int | None
    of: int
    finding: str | None
    certainty: str | None
    because: str | None
    set_aside: bool
    sources: tuple[Citation, ...]


class Meeting(Record):
    """What one listed medicine does with one form: the strictest action, the longest hours on each side."""

    typed: str
    checked: bool
    applies: bool  # False for a form on the skin
    action: str | None
    severity: str | None
    magnesium_after_medicine_hours: float | None
    magnesium_before_medicine_hours: float | None
    spacing_helps: bool | None
    lowered: bool  # a rule for acid-neutralising salts only informs for this form
    differ: bool  # the sources of a rule that applies disagree
    interactions: tuple[str, ...]
    sources: tuple[str, ...]


class ForYou(Record):
    """Whether a form is left for the answers given, and what speaks against it."""

    left: bool
    because: tuple[str, ...]
    by: tuple[str, ...]


class Side(Record):
    """Everything a comparison says of one form."""

    id: str
    name: str
    route: str
    offered: bool
    not_offered_because: str | None
    compounds: tuple[Share, ...]
    units: tuple[Unit, ...]
    pieces: Pieces | None
    compound_mg: float | None  # what holds the amount asked for
    absorption: tuple[Absorption, ...]
    gut_effect: str
    gut_says: str
    popular: Popular | None
    fits: tuple[Fit, ...]
    medicines: tuple[Meeting, ...]
    for_you: ForYou
    cautions: tuple[Statement, ...]
    status: tuple[Status, ...]
    sources: tuple[Citation, ...]


class Comparison(Record):
    """Forms side by side, behind the gate that the answers lead to."""

    outcome: Outcome
    headline: str | None  # where no supplement is suggested
    goals: tuple[str, ...]
    amount_mg: float | None
    limit_mg: float | None
    limits: tuple[AppliedLimit, ...]
    actions: tuple[Action, ...]
    forms: tuple[Side, ...]
    medicines: tuple[MedicineAnswer, ...]
    not_checked: tuple[NotChecked, ...]
    watch: tuple[Watch, ...]
    sources: tuple[CitedSource, ...]
    conditions: tuple[WordsAnswer, ...] = ()
    symptoms: tuple[WordsAnswer, ...] = ()
    taking: tuple[TakingAnswer, ...] = ()
