"""A line of a label: what it says, and what that comes to."""

from typing import NamedTuple

from magadvisor.model.advice import AppliedLimit
from magadvisor.model.record import Record

ELEMENTAL, COMPOUND, SHARED, BESIDE = "elemental", "compound", "blend", "beside"


class Figure(NamedTuple):
    """One amount in mg: of magnesium itself, of a compound or a blend, or right beside a compound's."""

    mg: float
    role: str
    form: str | None = None
    certain: bool = False  # a formula or a brand of the compound: no other reading
    per_liquid: bool = False
    by_charge: bool = False  # given in mmol or mEq
    factor: float = 1.0  # how often the amount is in `mg`
    of_one: bool = False  # for one piece, and how many are taken is not said


class Percent(NamedTuple):
    """A printed percentage and the reference it names, if any."""

    value: float
    base: str | None


class LabelLine(NamedTuple):
    """What a line says, nothing worked out yet."""

    text: str
    forms: tuple[str, ...]  # ids of forms and of other compounds
    blend: bool
    chelate: bool
    counted: bool
    taken_form: str  # the form as an item that is taken
    taken_mg: float | None  # what is known of a product that is named
    matched: tuple[str, ...]
    products: tuple[float, ...]  # mg in one unit of each product named
    blended: bool  # a product is named that holds several salts
    figures: tuple[Figure, ...]
    percents: tuple[Percent, ...]
    share: tuple[float, float] | None  # percent of magnesium in the compound, as printed
    words: frozenset[str]
    qualified: bool  # a name that shops use stands in front of magnesium: "high absorption", "triple"
    pieces: int | None
    capsules: bool
    loose: bool  # a powder or a liquid, of which any amount fits
    asks: tuple[str, ...]  # separator, population, micrograms


class DailyShare(Record):
    """What an amount is of a reference value, in percent."""

    name: str
    reference_mg: float
    low_percent: float
    high_percent: float


class LabelReading(Record):
    """What a line of a label comes to; a range where the line leaves several readings open."""

    text: str
    verdict: str  # consistent, elemental, compound, ambiguous, impossible, product, not-counted, unread
    form: str  # a form's id, another compound's id, mixed or unspecified
    named: tuple[str, ...]
    elemental_low_mg: float | None
    elemental_high_mg: float | None
    usual_mg: float | None  # with the compound that usually stands for the form
    compound_mg: float | None
    percent: float | None  # elemental in compound, as the line has it
    pure_at_most_percent: float | None
    printed: str | None  # the reference that the printed percentage fits
    daily: tuple[DailyShare, ...]
    above: tuple[AppliedLimit, ...]
    because: tuple[str, ...]
    asks: tuple[str, ...]
    b6_mg: float | None = 0.0  # vitamin B6; None when it holds some and how much is not said


class Converted(Record):
    """An amount as one compound: the mg of it, and the mg of magnesium in it."""

    compound: str
    formula: str
    percent: float
    usual: bool
    only_if_named: bool
    compound_mg: float
    elemental_mg: float


class Conversion(Record):
    """An amount of a form both ways; the range where the label does not say which compound it is."""

    typed: str
    form: str
    name: str
    given: str  # elemental or compound
    given_mg: float
    compounds: tuple[Converted, ...]
    elemental_low_mg: float
    elemental_high_mg: float
    compound_low_mg: float
    compound_high_mg: float
    usual: Converted
    mmol: float  # of magnesium, with the usual compound
    meq: float
    daily: tuple[DailyShare, ...]
    above: tuple[AppliedLimit, ...]
    notes: tuple[str, ...]
