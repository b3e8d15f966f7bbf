"""A food and its magnesium, and portions put together."""

from magadvisor.model.record import Record
from magadvisor.model.words import Level


class Food(Record):
    """One food; a figure that the source does not give is None and never read as zero.

    `kind` is shared by rows of the same food (spinach boiled, spinach raw): one is shown.
    """

    id: str
    name: str
    kind: str
    group: str
    portion: str
    portion_g: float
    magnesium_mg: float  # in the portion
    magnesium_mg_per_100g: float
    source: str  # a source id
    source_ref: str  # NDB and FDC numbers
    confidence: str
    diets: tuple[str, ...] = ()
    allergens: tuple[str, ...] = ()
    may_contain: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    fodmap: Level | None = None
    oxalate: Level | None = None
    potassium_mg: float | None = None
    potassium_class: Level | None = None
    phosphorus_mg: float | None = None
    phosphorus_class: Level | None = None
    sodium_mg_per_100g: float | None = None
    calcium_mg_per_100g: float | None = None
    vitamin_k_ug_per_100g: float | None = None
    fibre_g_per_100g: float | None = None
    energy_kcal_per_100g: float | None = None
    note: str | None = None


class Portions(Record):
    """Two or three portions a day and the mg of magnesium they bring; whether that is what was asked for."""

    foods: tuple[Food, ...]
    magnesium_mg: float
    reaches: bool
