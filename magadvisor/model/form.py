"""A magnesium form: what is in it, how it is absorbed, what it does to the gut."""

from magadvisor.model.closed import StrEnum
from magadvisor.model.record import Record
from magadvisor.model.rule import When
from magadvisor.model.source import Citation
from magadvisor.model.words import Certainty, Gut, Region

MIXED, UNSPECIFIED = "mixed", "unspecified"
"""What stands in place of a form's id: several forms together, and one that nobody named."""


class Compound(Record):
    """One compound or hydrate; the elemental fraction is computed from `formula`, never typed."""

    name: str
    formula: str  # such as Mg3(C6H5O7)2·9H2O
    reference: bool = False  # the one used to turn elemental mg into compound mg
    only_if_named: bool = False  # sold under a name of its own; the form's plain name never means it
    names: tuple[str, ...] = ()  # names that mean this compound and no other of the form


class OtherCompound(Record):
    """A compound of magnesium that is no form here, such as an antacid mineral on a label."""

    id: str
    name: str
    formula: str
    names: tuple[str, ...]
    sources: tuple[Citation, ...]


class Evidence(StrEnum):
    """In whom or in what something was seen; `none` where there is no study."""

    HUMAN = "human"
    ANIMAL = "animal"
    LABORATORY = "laboratory"
    NONE = "none"


class Absorption(Record):
    """A statement about absorption, and in whom it was seen."""

    text: str
    evidence: Evidence
    certainty: Certainty
    sources: tuple[Citation, ...]


class Unit(Record):
    """What one typical unit of a product holds, in elemental mg; a range where products differ."""

    text: str
    low_mg: float
    high_mg: float


class Caution(Record):
    """What to mind about a form; `when` says whom it concerns, and without it anybody."""

    text: str
    certainty: Certainty
    sources: tuple[Citation, ...]
    when: When | None = None


class Status(Record):
    """How a region treats the form in law; `in_short` says as what it is sold there, in a few words."""

    region: Region
    in_short: str
    text: str
    sources: tuple[Citation, ...]


class Form(Record):
    """One form of magnesium; `gut_effect` of a range is the stronger grade."""

    id: str
    name: str
    route: str  # oral or skin
    compounds: tuple[Compound, ...]
    names: tuple[str, ...]  # on labels and in speech
    solubility: str
    absorption: tuple[Absorption, ...]
    gut_effect: Gut
    gut_says: str
    alkaline: bool
    offered: bool
    units: tuple[Unit, ...]
    cautions: tuple[Caution, ...]
    status: tuple[Status, ...]
    sources: tuple[Citation, ...]
    medicine_use: str | None = None  # laxative, antacid: what it is sold as a medicine for
    longest_use: str | None = None  # the label's longest duration for that use
    not_offered_because: str | None = None
    least_percent: float | None = None  # magnesium in the weakest product printed, where no formula gives it

    @property
    def swallowed(self) -> bool:
        """Say whether it is taken by mouth; every other form is for the skin."""
        return self.route == "oral"
