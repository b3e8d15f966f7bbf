"""Medicines and products as people name them."""

from magadvisor.model.record import Record
from magadvisor.model.words import Route


class Medicine(Record):
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
    brand_routes: dict[str, Route] | None = None
    note: str | None = None

    def every_route(self) -> tuple[Route, ...]:
        """List the routes by which the medicine, or a brand of it, is taken."""
        return (*self.routes, *(self.brand_routes or {}).values())


class Product(Record):
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


class Reading(Record):
    """One thing an ambiguous name may mean; `medicine` is an entry, or None for no medicine."""

    medicine: str | None
    fits: tuple[str, ...] = ()  # strength, form, route or other words that settle on this reading


class AmbiguousName(Record):
    """A name with several readings: asked, never guessed; meanwhile every reading counts."""

    names: tuple[str, ...]
    readings: tuple[Reading, ...]
    ask: str


class ClassName(Record):
    """A word for a class of medicines: never checked; `counts_as` is the careful reading.

    `atc` are beginnings of codes: a medicine with one of them that is named too is what was meant.
    """

    names: tuple[str, ...]
    counts_as: tuple[str, ...]  # interaction ids
    ask: str
    members: tuple[str, ...] = ()  # examples to name, at most five are shown
    atc: tuple[str, ...] = ()


class NotMedicine(Record):
    """Words that name no medicine: foods, parts of the body, people, answers.

    Beside a word of `unless` they may name a supplement after all.
    """

    names: tuple[str, ...]
    unless: tuple[str, ...] = ()
    ask: str | None = None


class Tokens(Record):
    """Words around a name: what may be left out and where, what joins names, and what says the route."""

    units: tuple[str, ...]
    release: tuple[str, ...]
    pack: tuple[str, ...]
    schedule: tuple[str, ...]
    sellers: tuple[str, ...]
    everyday: tuple[str, ...]
    behind: tuple[str, ...]  # left out only behind another word that is left out
    leading: tuple[str, ...]  # left out only in front of the name
    purposes: tuple[str, ...]  # left out only beside a name
    salts: tuple[str, ...]  # left out only behind a name
    counter_ions: dict[str, tuple[str, ...]]  # a mineral -> the medicines it is only a salt of
    joins: tuple[str, ...]
    things: tuple[str, ...]  # pill, tablets, meds: one stands for the other at the end of a class
    keep: tuple[str, ...]  # never left out
    whole_only: tuple[str, ...]  # names that count only when nothing else is typed
    stems_before: tuple[str, ...]
    stems_behind: tuple[str, ...]
    routes: dict[Route, tuple[str, ...]]
    weak_routes: dict[Route, tuple[str, ...]]  # only of a medicine that is taken so
    places: dict[Route, tuple[str, ...]]  # where drops go; a route only beside a word of `dropped`
    dropped: tuple[str, ...]
    swallowed: tuple[str, ...]  # beside an injection they say a second route
    endings: dict[str, tuple[str, ...]]  # how an INN ends in other languages -> how it ends here


class MedicineWords(Record):
    """What is known of names beside the medicines themselves."""

    ambiguous: tuple[AmbiguousName, ...]
    classes: tuple[ClassName, ...]
    tokens: Tokens
    not_medicines: tuple[NotMedicine, ...] = ()
    look_alikes: tuple[tuple[str, str], ...] = ()
