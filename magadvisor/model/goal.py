"""What a person wants magnesium for, and what is known about it."""

from magadvisor.model.closed import StrEnum
from magadvisor.model.record import Record
from magadvisor.model.source import Citation, Statement
from magadvisor.model.words import Certainty, Urgency, Use, Who

PLAIN_GOAL = "low-intake"
"""The goal that stands in where none was named: to take in more magnesium."""


class Finding(StrEnum):
    """What the evidence says of a form for a goal."""

    HELPS = "helps"
    MAY_HELP = "may-help"
    NO_BENEFIT_SHOWN = "no-benefit-shown"
    NOT_STUDIED = "not-studied"


class FormForGoal(Record):
    """A form that fits a goal; the goal lists its forms best first."""

    form: str
    use: Use
    because: str
    finding: Finding
    certainty: Certainty
    sources: tuple[Citation, ...]


class SetAside(Record):
    """A form that people ask about for this goal and that does not fit it."""

    form: str
    because: str
    sources: tuple[Citation, ...]


class Popular(Record):
    """What a popular article says of a form, shown beside the evidence and never used as evidence."""

    form: str
    main_use: str
    absorption: str
    says: str  # whether it fits this goal
    sources: tuple[Citation, ...]


class RedFlag(Record):
    """A sign that should send the person to help instead of a supplement.

    `counts_as` are the conditions or symptoms whose rules answer a person who has it.
    """

    text: str
    urgency: Urgency
    who: Who
    sources: tuple[Citation, ...]
    counts_as: tuple[str, ...] = ()


class Studied(Record):
    """A dose that was studied; elemental mg a day as far as it is known."""

    text: str
    sources: tuple[Citation, ...]


class Answer(Record):
    """A question people ask about a goal, answered in a few honest sentences."""

    question: str
    answer: str
    sources: tuple[Citation, ...]


class Goal(Record):
    """One goal; `names` are the everyday words for it."""

    id: str
    name: str
    names: tuple[str, ...]
    forms: tuple[FormForGoal, ...]
    set_aside: tuple[SetAside, ...]
    known: tuple[Statement, ...]
    not_claimed: tuple[str, ...]
    studied: tuple[Studied, ...]
    time_to_effect: Studied
    stop_if: str
    supporting: tuple[Statement, ...]
    red_flags: tuple[RedFlag, ...]
    foods: tuple[str, ...]
    questions: tuple[Answer, ...] = ()
    popular: tuple[Popular, ...] = ()
