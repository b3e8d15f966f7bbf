"""The food table: complete, consistent, and silent where the source is silent."""

from collections import Counter
from pathlib import Path

import pytest
import yaml
from pydantic import TypeAdapter

from magadvisor.model.food import Food
from magadvisor.model.source import Source

DATA = Path(__file__).parent.parent / "data"
FOODS = TypeAdapter(list[Food]).validate_python(
    yaml.safe_load((DATA / "foods.yaml").read_text(encoding="utf-8"))
)
SOURCES = TypeAdapter(list[Source]).validate_python(
    yaml.safe_load((DATA / "sources" / "foods.yaml").read_text(encoding="utf-8"))
)
BY_ID = {food.id: food for food in FOODS}


def test_every_food_stands_once() -> None:
    assert len(FOODS) == len(BY_ID) == 231


def test_every_food_names_a_source_of_its_file() -> None:
    assert {food.source for food in FOODS} == {source.id for source in SOURCES}
    assert Counter(food.source for food in FOODS)["usda-sr28-2016"] == 217


@pytest.mark.parametrize("food", FOODS, ids=lambda food: food.id)
def test_portion_holds_what_its_weight_says(food: Food) -> None:
    assert food.magnesium_mg == pytest.approx(food.magnesium_mg_per_100g * food.portion_g / 100, abs=0.06)
    assert food.portion.endswith(f"{food.portion_g:g} g")


@pytest.mark.parametrize(
    ("food", "mg"),
    [
        ("pumpkin-seeds-roasted", 155.9),
        ("chia-seeds", 95.0),
        ("almonds-dry-roasted", 79.1),
        ("spinach-cooked", 78.3),
        ("halibut-cooked", 23.8),
        ("kale-raw", 5.2),
        ("potato-baked-with-skin", 48.4),
    ],
)
def test_figures_that_tables_contradict_are_those_of_usda(food: str, mg: float) -> None:
    assert BY_ID[food].magnesium_mg == mg


def test_absent_figures_are_absent_and_not_zero() -> None:
    for name in ("amaranth-leaves-cooked", "trail-mix", "tempeh", "coconut-milk-canned"):
        assert BY_ID[name].fibre_g_per_100g is None
    assert sum(food.vitamin_k_ug_per_100g is None for food in FOODS) == 31 + 11


def test_classes_follow_the_portion() -> None:
    for food in FOODS:
        assert (food.potassium_mg is None) == (food.potassium_class is None)
        assert (food.phosphorus_mg is None) == (food.phosphorus_class is None)
        if food.potassium_mg is not None:
            assert ("kidney-high-potassium" in food.cautions) == (food.potassium_mg >= 200), food.id


@pytest.mark.parametrize(
    ("kind", "foods"),
    [
        ("spinach", {"spinach-cooked", "spinach-raw", "spinach-frozen-cooked"}),
        ("almonds", {"almonds-raw", "almonds-dry-roasted", "almond-butter", "almond-milk"}),
        ("quinoa", {"quinoa-cooked"}),
        (
            "oats",
            {
                "rolled-oats-dry",
                "oatmeal-cooked",
                "oatmeal-instant-packet",
                "oat-bran-raw",
                "cheerios-cereal",
            },
        ),
    ],
)
def test_rows_of_one_food_share_a_kind(kind: str, foods: set[str]) -> None:
    assert {food.id for food in FOODS if food.kind == kind} == foods


def test_no_food_is_its_own_exception() -> None:
    animal = {"fish", "crustacean", "mollusc", "milk", "egg"}
    for food in FOODS:
        if "vegan" in food.diets:
            assert animal.isdisjoint(food.allergens), food.id
        if "gluten-free" in food.diets:
            assert {"gluten", "wheat"}.isdisjoint(food.allergens), food.id
        if "dairy-free" in food.diets:
            assert "milk" not in food.allergens, food.id
