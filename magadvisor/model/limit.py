"""How much magnesium: what is recommended in all, and what is the most from supplements."""

from magadvisor.model.record import Record
from magadvisor.model.source import Citation
from magadvisor.model.words import LifeStage, Region, Sex


class Intake(Record):
    """A row of a table of recommended intakes: so much in all, in mg a day, for these persons.

    Ages in years; `from_age` is included, `to_age` is not; None means no end.
    """

    id: str
    recommended_mg: float
    from_age: float
    to_age: float | None = None
    sex: Sex | None = None
    life_stage: LifeStage | None = None


class IntakeTable(Record):
    """Recommended intakes of one body for one region, of one kind, all from the same sources.

    A body may have several tables for a region; they count together.
    """

    body: str
    region: Region
    year: int
    kind: str  # RDA, AI, RNI, RDI
    sources: tuple[Citation, ...]
    rows: tuple[Intake, ...]


class UpperLevel(Record):
    """The most magnesium from supplements and medicines, elemental mg a day; food never counts.

    `binding` is False for a figure that is shown beside the one that counts.
    """

    id: str
    body: str
    region: Region
    year: int | None  # None where the body gives none
    says: str
    from_age: float
    at_most_mg: float
    sources: tuple[Citation, ...]
    to_age: float | None = None
    binding: bool = True
    country: str | None = None  # the one country of the region whose body gives the figure


class Reference(Record):
    """The mg a day that labels compute percentages from; `old` is one that older labels print."""

    name: str
    kind: str  # dv, nrv, rda: the word beside the percentage
    mg: float
    old: bool
    sources: tuple[Citation, ...]

    @property
    def id(self) -> str:
        """Write the name as an id."""
        return self.name.lower().replace(" ", "-")


class VitaminB6(Record):
    """The mg of vitamin B6 a day above which somebody is asked, in all."""

    at_most_mg: float
    sources: tuple[Citation, ...]


class Limits(Record):
    """Every intake, upper level and label reference of the knowledge base."""

    intake_tables: tuple[IntakeTable, ...]
    uppers: tuple[UpperLevel, ...]
    references: tuple[Reference, ...] = ()
    vitamin_b6: VitaminB6 | None = None
