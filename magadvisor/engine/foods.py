"""What to eat? Leaving out beats suggesting."""

from collections.abc import Iterable, Mapping, Sequence

from magadvisor.engine.examine import Finding
from magadvisor.model.advice import SuggestedFood
from magadvisor.model.food import Food
from magadvisor.model.goal import Goal
from magadvisor.model.profile import Profile
from magadvisor.model.rule import FoodsLeftOut
from magadvisor.model.words import Diet

MOST_SHOWN = 8
MOST_OF_A_GROUP = 2


def foods(
    goals: Sequence[Goal],
    profile: Profile,
    held: Iterable[Finding],
    all_foods: Mapping[str, Food],
    sentences: Mapping[str, str],
) -> tuple[SuggestedFood, ...]:
    """Choose at most eight foods: those a goal names first, then by magnesium in a portion."""
    found = tuple(held)
    named = {food for goal in goals for food in goal.foods}
    fitting = [food for food in all_foods.values() if fits(food, profile, found)]
    ranked = sorted(fitting, key=lambda food: (food.id not in named, -food.magnesium_mg, food.id))
    return tuple(_tell(food, goals, sentences) for food in _varied(ranked))


def fits(food: Food, profile: Profile, held: Iterable[Finding]) -> bool:
    """Say whether a food fits what is eaten and avoided, and no rule leaves it out."""
    left_out = [finding.rule.then.leave_out_foods for finding in held]
    return _eaten(food, profile) and not any(_closed(food, one) for one in left_out if one)


def suits_diet(food: Food, diet: Iterable[Diet]) -> bool:
    """Say whether a food fits every diet word; what is not known does not fit."""
    return all(food.fodmap == "low" if word is Diet.LOW_FODMAP else word.value in food.diets for word in diet)


def holds(food: Food, words: Iterable[str]) -> bool:
    """Say whether a food is, holds or may hold one of the foods and allergens named."""
    return bool({food.id, food.kind, *food.allergens, *food.may_contain}.intersection(words))


def _eaten(food: Food, profile: Profile) -> bool:
    avoided = [word for item in profile.avoid or () for word in item.matched]
    return suits_diet(food, profile.diet) and not holds(food, avoided)


def _closed(food: Food, left_out: FoodsLeftOut) -> bool:
    return bool(
        set(left_out.cautions).intersection(food.cautions)
        or set(left_out.allergens).intersection((*food.allergens, *food.may_contain))
        or _class_closed(food.potassium_class, left_out.potassium)
        or _class_closed(food.phosphorus_class, left_out.phosphorus)
        or _class_closed(food.oxalate, left_out.oxalate)
        or _class_closed(food.fodmap, left_out.fodmap)
    )


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
