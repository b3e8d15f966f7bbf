"""Foods found and put together: what is avoided is never shown, and some people get no plan here."""

import csv
import io
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from magadvisor.cli.main import run
from magadvisor.knowledge.load import data_folder, load

KNOWN = load(data_folder())
Streams = pytest.CaptureFixture[str]


def told(capsys: Streams, *arguments: str) -> dict[str, object]:
    code = run(["foods", *arguments, "--json"])
    assert code in (0, 3, 4)
    document = json.loads(capsys.readouterr().out)
    assert isinstance(document, dict)
    return document


def ids(document: dict[str, object]) -> list[str]:
    foods = document["foods"]
    assert isinstance(foods, list)
    return [food["id"] for food in foods]


def planned(document: dict[str, object]) -> list[list[dict[str, object]]]:
    plans = document["plans"]
    assert isinstance(plans, list)
    return [one["foods"] for one in plans]


def test_foods_stand_by_magnesium_in_a_portion(capsys: Streams) -> None:
    found = ids(told(capsys, "--all"))
    amounts = [KNOWN.foods[name].magnesium_mg for name in found]
    assert len(found) == 231
    assert amounts == sorted(amounts, reverse=True)


def test_a_query_finds_names_kinds_and_groups(capsys: Streams) -> None:
    assert set(ids(told(capsys, "kale"))) == {"kale-raw", "kale-cooked"}
    assert set(ids(told(capsys, "spinach"))) == {"spinach-cooked", "spinach-raw", "spinach-frozen-cooked"}
    assert ids(told(capsys, "no such food")) == []


def test_a_misspelt_food_is_asked_about_and_never_shown_as_the_one_meant(capsys: Streams) -> None:
    for typed, meant in (("spinich", "spinach"), ("pumkin seeds", "pumpkin-seeds")):
        document = told(capsys, typed)
        assert ids(document) == []
        assert document["suggestions"] == [meant]
        run(["foods", typed])
        assert f"Did you mean {meant.replace('-', ' ')}?" in capsys.readouterr().out
    assert told(capsys, "spinach")["suggestions"] == []
    assert told(capsys, "qwertz")["suggestions"] == []


@pytest.mark.parametrize("diet", ["vegan", "vegetarian", "gluten-free", "dairy-free"])
def test_a_diet_leaves_only_what_fits_it(capsys: Streams, diet: str) -> None:
    found = ids(told(capsys, "--all", "--diet", diet))
    assert found
    assert all(diet in KNOWN.foods[name].diets for name in found)


@pytest.mark.parametrize(("typed", "allergen"), [("peanut", "peanut"), ("nuts", "tree-nut"), ("soya", "soy")])
def test_what_is_avoided_is_never_shown_nor_what_may_hold_it(
    capsys: Streams, typed: str, allergen: str
) -> None:
    document = told(capsys, "--all", "--avoid", typed, "--target", "200")
    for name in [*ids(document), *(str(food["id"]) for plan in planned(document) for food in plan)]:
        food = KNOWN.foods[name]
        assert allergen not in (*food.allergens, *food.may_contain), name


def test_potassium_is_at_most_the_class_asked_for_and_never_unknown(capsys: Streams) -> None:
    found = ids(told(capsys, "--all", "--potassium", "low"))
    assert found
    assert {KNOWN.foods[name].potassium_class for name in found} == {"low"}
    wider = ids(told(capsys, "--all", "--potassium", "medium"))
    assert {KNOWN.foods[name].potassium_class for name in wider} == {"low", "medium"}


def test_sorting_by_name_is_by_the_alphabet(capsys: Streams) -> None:
    names = [KNOWN.foods[name].name.lower() for name in ids(told(capsys, "--sort", "name", "--all"))]
    assert names == sorted(names)


def test_sorting_by_group_keeps_groups_together_the_most_magnesium_first(capsys: Streams) -> None:
    listed = [KNOWN.foods[name] for name in ids(told(capsys, "--sort", "group", "--all"))]
    groups = [food.group for food in listed]
    assert groups == sorted(groups)
    assert len(set(groups)) > 3
    for food, after in pairwise(listed):
        assert food.group != after.group or food.magnesium_mg >= after.magnesium_mg


def test_sorting_by_diet_begins_with_what_the_most_people_eat(capsys: Streams) -> None:
    """Whoever eats fish eats what vegetarians eat, and they what vegans eat."""
    listed = [KNOWN.foods[name] for name in ids(told(capsys, "--sort", "diet", "--all"))]
    eaten_by = [
        next((one for one in ("vegan", "vegetarian", "pescatarian") if one in food.diets), "meat")
        for food in listed
    ]
    assert list(dict.fromkeys(eaten_by)) == ["vegan", "vegetarian", "pescatarian", "meat"]
    assert eaten_by == sorted(eaten_by, key=["vegan", "vegetarian", "pescatarian", "meat"].index)


def test_sorting_by_allergens_begins_with_foods_that_list_none_and_keeps_the_others_together(
    capsys: Streams,
) -> None:
    listed = [KNOWN.foods[name] for name in ids(told(capsys, "--sort", "allergens", "--all"))]
    groups = [tuple(sorted(food.allergens)) for food in listed]
    assert groups[0] == ()
    assert groups == sorted(groups)
    for food, after in pairwise(listed):
        assert set(food.allergens) != set(after.allergens) or food.magnesium_mg >= after.magnesium_mg


@pytest.mark.parametrize(
    ("sort", "query", "shown"),
    [
        ("group", "almonds", "nuts and seeds"),
        ("diet", "almonds", "vegan, gluten free, dairy free"),
        ("allergens", "almonds dry", "tree-nut; may hold peanut"),
        ("allergens", "spinach", "none listed"),
        ("per-100g", "spinach boiled", "87"),
        ("energy", "spinach boiled", "23"),
    ],
)
def test_what_foods_are_sorted_by_is_shown(capsys: Streams, sort: str, query: str, shown: str) -> None:
    assert run(["foods", query, "--sort", sort, "-f", "csv"]) == 0
    rows = [row for row in csv.reader(io.StringIO(capsys.readouterr().out)) if shown in row[2:3]]
    assert rows


@pytest.mark.parametrize("target", [50, 80, 120, 200, 300])
def test_a_plan_has_two_or_three_portions_that_reach_the_target(capsys: Streams, target: int) -> None:
    document = told(capsys, "--target", str(target), "--age", "40", "--kidney", "none")
    plans = planned(document)
    assert plans
    for plan in plans:
        assert len(plan) in (2, 3)
        assert len({food["kind"] for food in plan}) == len(plan)
        total = sum(KNOWN.foods[str(food["id"])].magnesium_mg for food in plan)
        assert total >= target


def test_three_plans_leave_a_choice_and_share_no_food(capsys: Streams) -> None:
    """A choice is one only where the plans differ: no kind of food stands in two of them."""
    kinds = [{str(food["kind"]) for food in plan} for plan in planned(told(capsys, "--target", "80"))]
    assert len(kinds) == 3
    assert len(set[str]().union(*kinds)) == sum(map(len, kinds))


def test_a_target_that_foods_do_not_reach_says_what_stays_open(capsys: Streams) -> None:
    run(["foods", "--target", "900"])
    assert re.search(r"leaves about \d+ mg open", " ".join(capsys.readouterr().out.split()))


@pytest.mark.parametrize(
    "arguments",
    [
        ["--age", "17"],
        ["--age", "0.5"],
        ["--egfr", "29.999"],
        ["--egfr", "12"],
        ["--kidney", "dialysis"],
        ["--kidney", "diagnosed"],
        ["--condition", "high potassium"],
        ["--condition", "low potassium diet"],
        ["--potassium", "low"],
        ["--kidney", "none", "--egfr", "20"],
        ["--kidney", "g4"],
        ["--kidney", "acute"],
        ["--kidney", "transplant"],
        ["--condition", "on haemodialysis"],
        ["--condition", "CKD stage 4"],
        ["--condition", "kidney failure"],
        ["--condition", "GFR 20"],
        ["--condition", "renal diet"],
        ["--condition", "must limit potassium"],
        ["--condition", "potassium restricted diet"],
        ["--condition", "I have to watch my potassium"],
        ["--symptom", "dialysis"],
        ["--pregnant", "--age", "17"],
        ["--med", "Veltassa"],
        ["--med", "Lokelma"],
    ],
)
def test_no_plan_is_made_for_children_weak_kidneys_or_a_limit_on_potassium(
    capsys: Streams, arguments: list[str]
) -> None:
    document = told(capsys, "--target", "100", *arguments)
    assert document["plans"] == []
    assert document["target_mg"] is None
    actions = document["no_plan"]
    assert isinstance(actions, list)
    assert [one["who"] for one in actions] == ["dietitian"] * len(actions)
    assert actions


@pytest.mark.parametrize(
    "written",
    [
        "egfr: 29.9",
        "kidney: dialysis",
        "age: 12",
        "conditions: [stage 5 kidney disease]",
        "conditions: [potassium restriction]",
        "symptoms: [peritoneal dialysis]",
        "medicines: [sodium polystyrene sulfonate]",
    ],
)
def test_no_plan_is_made_for_what_a_profile_file_says(capsys: Streams, tmp_path: Path, written: str) -> None:
    profile = tmp_path / "me.yaml"
    profile.write_text(f"goals: [low-intake]\n{written}\n", encoding="utf-8")
    document = told(capsys, "--target", "100", "--profile", str(profile))
    assert (document["plans"], document["target_mg"]) == ([], None)
    assert document["no_plan"]


def test_low_potassium_is_no_limit_on_potassium(capsys: Streams) -> None:
    assert planned(told(capsys, "--target", "100", "--condition", "low potassium"))


@pytest.mark.parametrize("diet", [["vegan"], ["vegetarian", "gluten-free"], ["pescatarian", "dairy-free"]])
def test_a_plan_keeps_to_every_diet_and_to_what_is_avoided(capsys: Streams, diet: list[str]) -> None:
    words = [part for word in diet for part in ("--diet", word)]
    plans = planned(told(capsys, "--target", "150", "--avoid", "sesame", "--avoid", "cashew", *words))
    assert plans
    for plan in plans:
        for one in plan:
            food = KNOWN.foods[str(one["id"])]
            assert set(diet) <= {*food.diets}, food.id
            assert "sesame" not in (*food.allergens, *food.may_contain), food.id
            assert "cashew" not in food.id


@pytest.mark.parametrize("arguments", [["--age", "18"], ["--egfr", "30"], ["--kidney", "none"]])
def test_at_the_edge_a_plan_is_made(capsys: Streams, arguments: list[str]) -> None:
    assert planned(told(capsys, "--target", "100", *arguments))


def test_weak_kidneys_see_no_food_high_in_potassium_or_phosphorus(capsys: Streams) -> None:
    for name in ids(told(capsys, "--all", "--egfr", "25")):
        food = KNOWN.foods[name]
        assert food.potassium_class in ("low", "medium"), name
        assert food.phosphorus_class in ("low", "medium"), name


def test_an_emergency_shows_no_food(capsys: Streams) -> None:
    assert run(["foods", "--target", "100", "--symptom", "numb saddle area"]) == 3
    out = capsys.readouterr().out
    assert out.startswith("Get help now")
    assert "pumpkin" not in out.lower()


def test_what_cannot_be_avoided_because_it_is_not_known_is_told(capsys: Streams) -> None:
    assert run(["foods", "kale", "--avoid", "wibble"]) == 4
    assert "wibble (avoid): not checked." in capsys.readouterr().out


@pytest.mark.parametrize("width", ["40", "80"])
def test_no_row_is_wider_than_the_screen(
    capsys: Streams, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    run(["foods", "--all", "--target", "120"])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= int(width)


def test_csv_holds_every_food_that_is_shown(capsys: Streams) -> None:
    run(["foods", "--group", "legumes", "--all", "-f", "csv"])
    text = capsys.readouterr().out
    rows = list(csv.reader(io.StringIO(text)))
    names = {food.name for food in KNOWN.foods.values() if food.group == "legumes"}
    assert names <= {row[0] for row in rows if row}
    assert "It is not medical advice" in text


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--group", "legume"], "did you mean legumes?"),
        (["--potassium", "lo"], "did you mean low?"),
        (["--sort", "magnesum"], "did you mean magnesium?"),
        (["--target", "much"], "--target must be a number"),
        (["--diet", "keto"], "use one of"),
    ],
)
def test_a_mistake_leaves_with_2_and_says_what_was_meant(
    capsys: Streams, arguments: list[str], says: str
) -> None:
    assert run(["foods", *arguments]) == 2
    assert says in capsys.readouterr().err


def test_a_day_s_need_is_told_for_healthy_kidneys_where_yours_are_not(capsys: Streams) -> None:
    """Facts, claims p11: what food may hold is said of healthy kidneys."""
    query = ["recommend", "--goal", "sleep", "--no-meds", "--age", "45", "--kidney"]
    run([*query, "g4"])
    assert "with healthy kidneys" in " ".join(capsys.readouterr().out.split())
    run([*query, "none"])
    assert "with healthy kidneys" not in capsys.readouterr().out
