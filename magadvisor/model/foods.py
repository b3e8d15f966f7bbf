"""Foods found by magnesium, and portions put together."""

from magadvisor.model.advice import (
    Action,
    CitedSource,
    MedicineAnswer,
    NotChecked,
    RecommendedIntake,
    Watch,
    WordsAnswer,
)
from magadvisor.model.food import Food
from magadvisor.model.record import Record
from magadvisor.model.words import Outcome


class Portions(Record):
    """Two or three portions a day and the magnesium they bring."""

    foods: tuple[Food, ...]
    magnesium_mg: float
    reaches: bool


class FoodsTold(Record):
    """The foods that fit, and plans that close a gap; no plan where somebody else must make it."""

    outcome: Outcome
    query: str | None
    sort: str
    suggestions: tuple[str, ...]  # foods whose names are close to a query that names none
    found: int
    foods: tuple[Food, ...]
    target_mg: float | None
    plans: tuple[Portions, ...]
    no_plan: tuple[Action, ...]
    actions: tuple[Action, ...]
    intake: RecommendedIntake | None
    left_out: int
    medicines: tuple[MedicineAnswer, ...]
    not_checked: tuple[NotChecked, ...]
    watch: tuple[Watch, ...]
    sources: tuple[CitedSource, ...]
    conditions: tuple[WordsAnswer, ...] = ()
    symptoms: tuple[WordsAnswer, ...] = ()
    avoid: tuple[WordsAnswer, ...] = ()
