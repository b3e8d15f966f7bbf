"""Foods as a list, and portions put together."""

from collections.abc import Callable, Iterator

from magadvisor.model.food import Food, Portions
from magadvisor.model.joining import either
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.told import FoodsTold
from magadvisor.model.words import MEATLESS
from magadvisor.render import quantities
from magadvisor.render.parts import Line, Part, actions, not_checked, source_line
from magadvisor.render.tables import Fact, Sheet, Table, sheet_with


def foods_sheet(told: FoodsTold, known: Knowledge) -> Sheet:
    """Lay out the foods that fit, with the plans before them."""
    return sheet_with(
        _table(told),
        _headline(told, known),
        known,
        style="careful" if told.actions else "plain",
        subtitle=_subtitle(told),
        first=_first(told, known),
        after=_after(told, known),
    )


def _headline(told: FoodsTold, known: Knowledge) -> str:
    if told.actions:
        return known.sentences["foods-help-first"]
    if told.no_plan:
        return known.sentences["foods-ask-first"]
    if told.target_mg is not None:
        bring = "that bring about" if any(one.reaches for one in told.plans) else "towards"
        return f"Portions {bring} {told.target_mg:g} mg of magnesium a day"
    return "Foods by magnesium"


def _subtitle(told: FoodsTold) -> str:
    if told.actions:
        return ""
    shown = len(told.foods)
    more = f", the first {shown} shown; --all shows every one" if shown < told.found else ""
    left = f"; {told.left_out} left out for what you answered" if told.left_out else ""
    found = "1 food fits" if told.found == 1 else f"{told.found} foods fit"
    return f"{found}{more}{left}"


def _first(told: FoodsTold, known: Knowledge) -> Iterator[Part]:
    yield Part("Do now", actions(told.actions, known))
    yield Part("Ask", actions(told.no_plan, known))
    if told.target_mg is not None:
        yield Part("Portions", tuple(_plans(told, told.target_mg)))
    if told.intake is not None and told.plans:
        yield Part(
            "A day", (Line(quantities.intake(told.intake)), Line(known.sentences["food-no-limit"], "muted"))
        )
    yield not_checked(told.not_checked)
    yield Part("Watch", tuple(Line(one.text) for one in told.watch))


def _plans(told: FoodsTold, target_mg: float) -> Iterator[Line]:
    if not told.plans:
        yield Line("No foods that fit are left to put together.", "careful")
    for number, one in enumerate(told.plans):
        yield Line(("Or: " if number else "") + plan(one, target_mg))


def plan(one: Portions, target_mg: float) -> str:
    """Say which portions a plan has and what they bring."""
    eaten = " + ".join(f"{food.name} ({food.portion}): {food.magnesium_mg:.0f} mg" for food in one.foods)
    short = "" if one.reaches else f"; that leaves about {target_mg - one.magnesium_mg:.0f} mg open"
    return f"{eaten} = {one.magnesium_mg:.0f} mg{short}"


def _table(told: FoodsTold) -> Table:
    foods = told.foods
    facts = (
        Fact("magnesium_mg", "mg", tuple(f"{food.magnesium_mg:g}" for food in foods)),
        _sorted_by(told),
        Fact("portion", "portion", tuple(food.portion for food in foods)),
    )
    return Table("Foods", tuple(food.name for food in foods), facts if foods else (), listed=True)


def _sorted_by(told: FoodsTold) -> Fact:
    """Show what the foods are sorted by; beside name and magnesium, that is potassium."""
    key = told.sort if told.sort in _SORTED_BY else "potassium"
    label, cell = _SORTED_BY[key]
    return Fact(key, label, tuple(cell(food) for food in told.foods))


def _class(food: Food) -> str:
    return (food.potassium_class or "not known").replace("-", " ")


def _diets(food: Food) -> str:
    """Name the strictest diet that eats a food, and what it is free of."""
    meatless = [one for one in MEATLESS if one in food.diets]
    free_of = [one for one in food.diets if one not in MEATLESS]
    return ", ".join([*meatless[:1], *free_of]).replace("-", " ")


def _allergens(food: Food) -> str:
    possible = f"may hold {', '.join(food.may_contain)}" if food.may_contain else ""
    return "; ".join(filter(None, (", ".join(food.allergens), possible))) or "none listed"


def _figure(figure: float | None) -> str:
    return "not known" if figure is None else f"{figure:g}"


_SORTED_BY: dict[str, tuple[str, Callable[[Food], str]]] = {
    "potassium": ("potassium", _class),
    "per-100g": ("mg in 100 g", lambda food: _figure(food.magnesium_mg_per_100g)),
    "energy": ("kcal in 100 g", lambda food: _figure(food.energy_kcal_per_100g)),
    "group": ("group", lambda food: food.group.replace("-", " ")),
    "diet": ("diet", _diets),
    "allergens": ("allergens", _allergens),
}


def _after(told: FoodsTold, known: Knowledge) -> Iterator[Part]:
    yield Part("Mind", tuple(Line(text) for text in _cautions(told, known)))
    if not told.actions and told.found == 0:
        yield Part("Foods", (Line(_nothing(told)),))
    yield Part("Sources", source_line(told.sources))


def _nothing(told: FoodsTold) -> str:
    """Say that no food fits, and which may have been meant."""
    if told.suggestions:
        names = either([one.replace("-", " ") for one in told.suggestions])
        return f"No food here has this name. Did you mean {names}?"
    return "No food fits. Try fewer words or fewer filters."


def _cautions(told: FoodsTold, known: Knowledge) -> Iterator[str]:
    """Say what to mind about the foods of the plans, or about the only food shown."""
    shown = [food for one in told.plans for food in one.foods] or (told.foods if len(told.foods) == 1 else ())
    named: dict[str, list[str]] = {}
    for food in shown:
        for caution in food.cautions:
            named.setdefault(caution, []).append(food.name)
    for caution, names in named.items():
        yield f"{'; '.join(dict.fromkeys(names))}: {known.sentences[f'caution-{caution}']}"
