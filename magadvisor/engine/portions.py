"""Portions a day that close a gap: two, or three where two do not reach it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from magadvisor.model.food import Food, Portions

MOST_PLANS = 3
MOST_TRIED = 60
"""Of so many foods, the richest of their kinds, every choice of two or three is tried."""

SURE = "high"


def plans(fitting: Iterable[Food], target_mg: float) -> tuple[Portions, ...]:
    """Put moderate portions of different foods together, the least above the target, in mg a day, first.

    Only foods whose figure is sure are used. Where nothing reaches the target, the most is told.
    """
    tried = _varied(sorted((food for food in fitting if food.confidence == SURE), key=_richest))
    for count in (2, 3):
        reaching = sorted(
            (one for one in _groups(tried, count) if one.magnesium_mg >= target_mg), key=_nearest
        )
        if reaching:
            return tuple(_different(reaching))
    most = max(_groups(tried, 3), key=lambda one: one.magnesium_mg, default=None)
    return () if most is None else (Portions(most.foods, most.magnesium_mg, False),)


def _varied(ranked: Sequence[Food]) -> list[Food]:
    """Keep the richest food of each kind."""
    kinds: dict[str, Food] = {}
    for food in ranked:
        kinds.setdefault(food.kind, food)
    return list(kinds.values())[:MOST_TRIED]


def _groups(foods: Sequence[Food], count: int) -> Iterator[Portions]:
    """Give every choice of foods from different groups."""
    for chosen in combinations(foods, count):
        if len({food.group for food in chosen}) == count:
            yield Portions(chosen, round(sum(food.magnesium_mg for food in chosen), 1), True)


def _different(ranked: Iterable[Portions]) -> Iterator[Portions]:
    """Keep plans that share no kind of food."""
    used: set[str] = set()
    kept = 0
    for one in ranked:
        kinds = {food.kind for food in one.foods}
        if kept < MOST_PLANS and used.isdisjoint(kinds):
            used |= kinds
            kept += 1
            yield one


def _richest(food: Food) -> tuple[float, str]:
    return -food.magnesium_mg, food.id


def _nearest(one: Portions) -> tuple[float, tuple[str, ...]]:
    return one.magnesium_mg, tuple(food.id for food in one.foods)
