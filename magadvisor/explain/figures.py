"""Entries that hold amounts: foods and products."""

from collections.abc import Iterator

from magadvisor.explain.rules import plain_section
from magadvisor.model.explained import Section
from magadvisor.model.food import Food
from magadvisor.model.joining import from_to
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.medicine import Product


def food_sections(food: Food, known: Knowledge) -> Iterator[Section]:
    """Tell a food: its magnesium, who eats it, what to look out for, and where the figure stands."""
    yield plain_section(
        "Magnesium",
        f"{food.magnesium_mg:g} mg in a portion ({food.portion}).",
        f"{food.magnesium_mg_per_100g:g} mg in 100 g.",
    )
    yield plain_section("Other figures", *_figures(food))
    yield plain_section("Fits", _listed(food.diets))
    yield plain_section("Holds", _listed(food.allergens))
    yield plain_section("May hold", _listed(food.may_contain))
    yield plain_section("Cautions", *(known.sentences[f"caution-{one}"] for one in food.cautions))
    yield plain_section("Note", food.note or "")
    yield plain_section("The figure", f"Confidence in it: {food.confidence}.")


def product_sections(product: Product) -> Iterator[Section]:
    """Tell a product: what is in it, how much magnesium, and what to know."""
    counted = "It counts as magnesium taken." if product.counts else "It does not count as magnesium taken."
    yield plain_section("It is", f"{product.kind.replace('-', ' ')}; form: {product.form}.", counted)
    yield plain_section("Names", ", ".join(product.names))
    yield plain_section("Magnesium", *_amounts(product))
    yield plain_section("Compounds", ", ".join(product.compounds))
    yield plain_section("Sold in", ", ".join(product.countries))
    yield plain_section("To know", product.notable or "", product.note or "")


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(word.replace("-", " ") for word in words)


def _figures(food: Food) -> Iterator[str]:
    for name, amount, unit, level in (
        ("potassium", food.potassium_mg, "mg in a portion", food.potassium_class),
        ("phosphorus", food.phosphorus_mg, "mg in a portion", food.phosphorus_class),
        ("sodium", food.sodium_mg_per_100g, "mg in 100 g", None),
        ("calcium", food.calcium_mg_per_100g, "mg in 100 g", None),
        ("vitamin K", food.vitamin_k_ug_per_100g, "micrograms in 100 g", None),
        ("fibre", food.fibre_g_per_100g, "g in 100 g", None),
        ("energy", food.energy_kcal_per_100g, "kcal in 100 g", None),
    ):
        if amount is not None:
            yield f"{name} {amount:g} {unit}" + (f" ({level.replace('-', ' ')})." if level else ".")
    for name, word in (("oxalate", food.oxalate), ("FODMAP", food.fodmap)):
        if word is not None:
            yield f"{name}: {word}."


def _amounts(product: Product) -> Iterator[str]:
    low, high = product.low_mg, product.high_mg
    if low is None or high is None:
        yield f"How much {product.unit} holds is not known."
    else:
        yield f"{product.unit} holds {from_to(low, high)} mg of magnesium."
    units = (product.low_units_a_day, product.high_units_a_day)
    if units[0] is not None and units[1] is not None:
        yield f"Units a day on the label: {from_to(units[0], units[1])}."
    if product.sodium_mg is not None:
        yield f"Sodium in {product.unit}: {product.sodium_mg:g} mg."
