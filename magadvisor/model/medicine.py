"""Medicines and products as people name them."""

from dataclasses import dataclass, field

from magadvisor.model.words import Route


@dataclass(frozen=True, slots=True)
class Medicine:
    """One medicine by its INN; `ingredients` are the INNs of a fixed combination.

    `routes` has the usual one first; `brand_routes` names brands that mean one route only.
    """

    name: str
    routes: tuple[Route, ...]
    us_name: str | None = None
    atc: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    ingredients: tuple[str, ...] = ()
    brand_routes: dict[str, Route] = field(default_factory=dict)
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Product:
    """A product that holds magnesium, in elemental mg per unit; None is not known, never zero.

    `form` is a form id, mixed or unspecified. `counts` is False for what is no dose:
    a bath, a filler, a counter-ion, an infusion.
    """

    id: str
    name: str
    kind: (
        str  # supplement, antacid, laxative, bowel-prep, multivitamin, electrolyte, prescription, topical ...
    )
    form: str
    compounds: tuple[str, ...]
    unit: str  # as on the label: 1 tablet, 5 mL, 1 sachet
    source: str  # a source id
    counts: bool = True
    names: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    low_mg: float | None = None
    high_mg: float | None = None
    low_units_a_day: float | None = None
    high_units_a_day: float | None = None
    sodium_mg: float | None = None
    notable: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing an ambiguous name may mean; `medicine` is an entry, or None for no medicine."""

    medicine: str | None
    fits: tuple[str, ...] = ()  # strength, form, route or other words that settle on this reading


@dataclass(frozen=True, slots=True)
class AmbiguousName:
    """A name with several readings: asked, never guessed; meanwhile every reading counts."""

    names: tuple[str, ...]
    readings: tuple[Reading, ...]
    ask: str


@dataclass(frozen=True, slots=True)
class ClassName:
    """A word for a class of medicines: never checked; `counts_as` is the careful reading."""

    names: tuple[str, ...]
    counts_as: tuple[str, ...]  # interaction ids
    ask: str
    members: tuple[str, ...] = ()  # examples to name, at most five are shown


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words around a name: those to leave out, salts behind a known name, joins, and route phrases."""

    strip: tuple[str, ...]
    salts: tuple[str, ...]
    joins: tuple[str, ...]
    routes: dict[Route, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class MedicineWords:
    """What is known of names beside the medicines themselves."""

    ambiguous: tuple[AmbiguousName, ...]
    classes: tuple[ClassName, ...]
    tokens: Tokens
