"""Foods for one person: filtered by what was answered, sorted, and put together where that may be done."""

from collections.abc import Callable, Iterable, Sequence

from magadvisor.advisor import profile_of
from magadvisor.door import Door
from magadvisor.engine import account, tell
from magadvisor.engine.examine import examine
from magadvisor.engine.facts import facts_of
from magadvisor.engine.foods import fits
from magadvisor.engine.gate import from_rules, gate
from magadvisor.engine.gather import merge_actions
from magadvisor.engine.intake import intake
from magadvisor.engine.portions import plans
from magadvisor.model.advice import Action, Watch
from magadvisor.model.answers import Answers
from magadvisor.model.food import Food
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.record import Record, replace
from magadvisor.model.told import FoodsTold
from magadvisor.model.words import MEATLESS, Outcome
from magadvisor.named_foods import foods_close_to

CLASSES = ("low", "medium", "high", "very-high")
"""The classes of potassium in a portion, from least to most."""

LITTLE = CLASSES[:2]
LIMIT_ON_POTASSIUM = "low potassium diet"
"""The words under which a limit on potassium is heard."""

_ORDERS: dict[str, Callable[[Food], tuple[float | str, float | str]]] = {
    "magnesium": lambda food: (-food.magnesium_mg, food.id),
    "per-100g": lambda food: (-food.magnesium_mg_per_100g, food.id),
    "potassium": lambda food: (_or_last(food.potassium_mg), food.id),
    "energy": lambda food: (_or_last(food.energy_kcal_per_100g), food.id),
    "group": lambda food: (food.group, -food.magnesium_mg),
    "diet": lambda food: (-sum(one in food.diets for one in MEATLESS), -food.magnesium_mg),
    "allergens": lambda food: (", ".join(sorted(food.allergens)), -food.magnesium_mg),
    "name": lambda food: (0, food.name.lower()),
}
SORTS = tuple(_ORDERS)


class Wanted(Record):
    """Which foods are asked for, and how they are sorted."""

    query: str | None = None
    group: str | None = None
    potassium: str | None = None  # at most this class; what is not known is left out
    sort: str = "magnesium"
    target_mg: float | None = None
    most: int | None = None


def groups(knowledge: Knowledge) -> tuple[str, ...]:
    """List the groups of foods."""
    return tuple(dict.fromkeys(food.group for food in knowledge.foods.values()))


def find(answers: Answers, wanted: Wanted, knowledge: Knowledge) -> FoodsTold:
    """Find foods that fit what was answered; nothing to eat is told where help is needed now."""
    profile = profile_of(_limited(answers, wanted), knowledge, Door(knowledge))
    held = examine(knowledge, facts_of(profile))
    passed = gate(from_rules(held))
    urgent = passed.outcome is Outcome.URGENT
    named = [food for food in knowledge.foods.values() if _named(food, wanted.query) and _asked(food, wanted)]
    fitting = (
        []
        if urgent
        else sorted((food for food in named if fits(food, profile, held)), key=_ORDERS[wanted.sort])
    )
    referrals = [(rule.id, rule.then.no_food_plan) for rule in held if rule.then.no_food_plan]
    no_plan = merge_actions(Action(to.urgency, to.who, to.text, (rule,)) for rule, to in referrals if to)
    target = None if urgent or no_plan else wanted.target_mg
    made = () if target is None else plans(fitting, target)
    shown = tuple(fitting[: wanted.most])
    return FoodsTold(
        outcome=passed.outcome,
        query=wanted.query,
        sort=wanted.sort,
        suggestions=_close_to(wanted.query, knowledge),
        found=len(fitting),
        foods=shown,
        target_mg=target,
        plans=made,
        no_plan=no_plan if wanted.target_mg is not None else (),
        actions=passed.actions if urgent else (),
        intake=intake(profile, knowledge.limits, knowledge.sentences["intake-counts"]),
        left_out=len(named) - len(fitting),
        medicines=account.medicines(profile),
        not_checked=account.not_checked(profile),
        watch=tuple(Watch(one.text, (one.by,)) for one in profile.remarks),
        sources=tell.cite(_sources((*shown, *(food for one in made for food in one.foods))), knowledge),
        conditions=account.words(profile.conditions)[: len(answers.conditions or ())],  # those typed
        symptoms=account.words(profile.symptoms),
        avoid=account.words(profile.avoid),
    )


def _close_to(query: str | None, knowledge: Knowledge) -> tuple[str, ...]:
    """Suggest foods for a query that names none."""
    foods = knowledge.foods.values()
    if query is None or any(_named(food, query) for food in foods):
        return ()
    return foods_close_to(query, foods)


def _limited(answers: Answers, wanted: Wanted) -> Answers:
    """Hear a plan that is asked for with little potassium as a limit on potassium."""
    if wanted.target_mg is None or wanted.potassium not in LITTLE:
        return answers
    return replace(answers, conditions=(*(answers.conditions or ()), LIMIT_ON_POTASSIUM))


def _sources(foods: Iterable[Food]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(food.source for food in foods))


def _named(food: Food, query: str | None) -> bool:
    """Say whether every word of a query stands in a food's name, kind or group."""
    if query is None:
        return True
    text = f"{food.name} {food.kind} {food.group} {food.id}".lower().replace("-", " ")
    return all(word.rstrip("s") in text for word in _words(query))


def _words(query: str) -> Sequence[str]:
    return query.lower().replace("-", " ").replace(",", " ").split()


def _asked(food: Food, wanted: Wanted) -> bool:
    if wanted.group is not None and food.group != wanted.group:
        return False
    if wanted.potassium is None:
        return True
    known = food.potassium_class
    return known is not None and CLASSES.index(known) <= CLASSES.index(wanted.potassium)


def _or_last(figure: float | None) -> float:
    return float("inf") if figure is None else figure
