"""What to eat? Leaving out beats suggesting."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from magadvisor.model.advice import SuggestedFood
from magadvisor.model.food import Food
from magadvisor.model.goal import Goal
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import Profile
from magadvisor.model.record import Record
from magadvisor.model.rule import FoodsLeftOut, Rule
from magadvisor.model.words import Diet

FOODS = "foods"
"""The name under which compiled knowledge brings the order of foods ready."""

MOST_SHOWN = 8
MOST_OF_A_GROUP = 2


class FoodOrder(Record):
    """The ids of all foods, those with the most magnesium in a portion first."""

    ids: tuple[str, ...]


def foods(
    goals: Sequence[Goal], profile: Profile, held: Iterable[Rule], knowledge: Knowledge
) -> tuple[SuggestedFood, ...]:
    """Choose at most eight foods: those a goal names first, then by magnesium in a portion."""
    left_out = _left_out(held)
    named = {food for goal in goals for food in goal.foods}
    ordered = _food_order(knowledge).ids
    ranked = chain((food for food in ordered if food in named), ordered)
    fitting = (food for food in map(knowledge.foods.__getitem__, ranked) if _fits(food, profile, left_out))
    return tuple(_tell(food, goals, knowledge.sentences) for food in _varied(fitting))


def order(foods: Iterable[Food]) -> FoodOrder:
    """Put all foods in order, once for everybody."""
    ranked = sorted(foods, key=lambda food: (-food.magnesium_mg, food.id))
    return FoodOrder(tuple(food.id for food in ranked))


@lru_cache(maxsize=4)
def _food_order(knowledge: Knowledge) -> FoodOrder:
    """Give the order of a knowledge base: brought ready, or worked out once."""
    ready = knowledge.prepared.get(FOODS)
    return ready if isinstance(ready, FoodOrder) else order(knowledge.foods.values())


def fits(food: Food, profile: Profile, held: Iterable[Rule]) -> bool:
    """Say whether a food fits what is eaten and avoided, and no rule leaves it out."""
    return _fits(food, profile, _left_out(held))


def _suits_diet(food: Food, diet: Iterable[Diet]) -> bool:
    """Say whether a food fits every diet word; what is not known does not fit."""
    return all(food.fodmap == "low" if word is Diet.LOW_FODMAP else word.value in food.diets for word in diet)


def holds(food: Food, words: Iterable[str]) -> bool:
    """Say whether a food is, holds or may hold one of the foods and allergens named."""
    return bool({food.id, food.kind, *food.allergens, *food.may_contain}.intersection(words))


def closed(food: Food, left_out: FoodsLeftOut) -> bool:
    """Say whether a food is one of those left out."""
    return bool(
        set(left_out.cautions).intersection(food.cautions)
        or set(left_out.allergens).intersection((*food.allergens, *food.may_contain))
        or _class_closed(food.potassium_class, left_out.potassium)
        or _class_closed(food.phosphorus_class, left_out.phosphorus)
        or _class_closed(food.oxalate, left_out.oxalate)
        or _class_closed(food.fodmap, left_out.fodmap)
    )


def _eaten(food: Food, profile: Profile) -> bool:
    avoided = [word for item in profile.avoid or () for word in item.matched]
    return _suits_diet(food, profile.diet) and not holds(food, avoided)


def _class_closed(found: str | None, closed: tuple[str, ...]) -> bool:
    """Close a food whose class is named, and one whose class is not known."""
    return bool(closed) and (found is None or found in closed)


def _varied(ranked: Iterable[Food]) -> list[Food]:
    kept: list[Food] = []
    for food in ranked:
        same_group = sum(other.group == food.group for other in kept)
        if same_group < MOST_OF_A_GROUP and all(other.kind != food.kind for other in kept):
            kept.append(food)
        if len(kept) == MOST_SHOWN:
            break
    return kept


def _tell(food: Food, goals: Sequence[Goal], sentences: Mapping[str, str]) -> SuggestedFood:
    naming = next((goal.name for goal in goals if food.id in goal.foods), None)
    because = sentences["food-named"].format(goal=naming) if naming else sentences["food-rich"]
    return SuggestedFood(food.id, food.name, food.portion, food.magnesium_mg, because)


def _left_out(held: Iterable[Rule]) -> list[FoodsLeftOut]:
    effects = (rule.then.leave_out_foods for rule in held)
    return [one for one in effects if one is not None]


def _fits(food: Food, profile: Profile, left_out: Iterable[FoodsLeftOut]) -> bool:
    return _eaten(food, profile) and not any(closed(food, one) for one in left_out)
