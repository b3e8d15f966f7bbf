"""How a class of medicines and magnesium by mouth meet."""

from magadvisor.model.closed import StrEnum
from magadvisor.model.record import Record
from magadvisor.model.source import Citation
from magadvisor.model.words import Action, Certainty, Route, Salts, Severity, Who


class Direction(StrEnum):
    """What changes what."""

    MAGNESIUM_LOWERS_MEDICINE = "magnesium-lowers-medicine"
    MAGNESIUM_RAISES_MEDICINE = "magnesium-raises-medicine"
    MEDICINE_LOWERS_MAGNESIUM = "medicine-lowers-magnesium"
    MEDICINE_RAISES_MAGNESIUM = "medicine-raises-magnesium"
    ADDITIVE = "additive"
    MUTUAL = "mutual"
    LOW_MAGNESIUM_HARMFUL = "low-magnesium-harmful"


class Fit(StrEnum):
    """How closely the source's medicine matches the one an interaction is used for."""

    LABEL_EXACT = "label-exact"
    LABEL_CLASS = "label-class"
    INFERRED = "inferred"


class AppliesTo(Record):
    """Which medicines: by ATC code or prefix, by name, less the names in `except_`."""

    atc: tuple[str, ...] = ()
    medicines: tuple[str, ...] = ()
    except_: tuple[str, ...] = ()


class Least(Record):
    """The shortest gap an authority accepts, in hours; None where that side is not named."""

    after: float | None = None
    before: float | None = None


class Case(Record):
    """An example that pins an interaction: a medicine as typed, and whether it meets the interaction.

    `fits`: when magnesium fits into the day, of a medicine typed with its times.
    """

    typed: str
    meets: bool = True
    fits: tuple[tuple[str, str], ...] | None = None


class Interaction(Record):
    """One interaction; hours stand only with `separate`, and then on both sides.

    `magnesium_after_medicine_hours`: wait this long after the medicine.
    `magnesium_before_medicine_hours`: take magnesium no later than this long before it.
    """

    id: str
    name: str
    applies_to: AppliesTo
    routes: tuple[Route, ...]
    salts: Salts
    mechanism: str
    direction: Direction
    severity: Severity
    action: Action
    tell: str
    because: str
    certainty: Certainty
    fit: Fit
    sources: tuple[Citation, ...]
    magnesium_after_medicine_hours: float | None = None
    magnesium_before_medicine_hours: float | None = None
    least: Least | None = None
    monitor: str | None = None
    who: Who = Who.PRESCRIBER  # whom to ask where asking is needed
    sources_differ: str | None = None  # how the authorities disagree, in words
    cases: tuple[Case, ...] = ()


class MetInteraction(Record):
    """An interaction as listed medicines meet it, for the form that is shown; hours only with `separate`."""

    id: str
    name: str
    medicines: tuple[str, ...]
    severity: str
    action: str
    spacing_helps: bool | None
    magnesium_after_medicine_hours: float | None
    magnesium_before_medicine_hours: float | None
    least: Least | None
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
