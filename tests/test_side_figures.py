"""Figures and lists beside an advice: none past a gate in a comparison, and foods as they were asked for."""

import json

import pytest

from magadvisor.knowledge.load import data_folder, load
from tests.support.commands import Streams, asked

KNOWN = load(data_folder())
WELL = ("--kidney", "none", "--no-meds", "--age", "40", "--region", "us")


def document(capsys: Streams, *arguments: str) -> dict[str, object]:
    _, out, _ = asked(capsys, *arguments, "--json")
    told = json.loads(out)
    assert isinstance(told, dict)
    return told


def foods(capsys: Streams, *arguments: str) -> list[str]:
    listed = document(capsys, "foods", "--all", *arguments)["foods"]
    assert isinstance(listed, list)
    return [food["id"] for food in listed]


def test_a_comparison_tells_the_limit_of_the_person(capsys: Streams) -> None:
    """Limits: 350 mg from supplements for an adult in the US."""
    told = document(capsys, "compare", "glycinate", "--goal", "sleep", *WELL)
    assert (told["amount_mg"], told["limit_mg"]) == (100, 350)
    assert told["limits"]


@pytest.mark.parametrize("kidney", ["g3a", "g4", "dialysis", "diagnosed"])
def test_a_comparison_tells_no_limit_where_no_figure_may_be_given(capsys: Streams, kidney: str) -> None:
    """Contract: g3a has no figure; behind a gate no amount is told."""
    person = ("--kidney", kidney, "--no-meds", "--age", "40", "--region", "us")
    told = document(capsys, "compare", "glycinate", "--goal", "sleep", *person)
    assert (told["amount_mg"], told["limit_mg"], told["limits"]) == (None, None, [])


def test_foods_that_answers_leave_out_are_counted(capsys: Streams) -> None:
    every = foods(capsys)
    told = document(capsys, "foods", "--all", "--avoid", "peanut")
    shown = told["foods"]
    assert isinstance(shown, list)
    assert told["left_out"] == len(every) - len(shown) > 0
    assert document(capsys, "foods", "--all")["left_out"] == 0


def test_words_of_a_query_may_be_joined_or_listed(capsys: Streams) -> None:
    pumpkin = foods(capsys, "pumpkin seeds")
    assert pumpkin
    assert foods(capsys, "pumpkin-seeds") == foods(capsys, "pumpkin, seeds") == pumpkin


def test_a_group_lists_its_own_foods_alone(capsys: Streams) -> None:
    found = foods(capsys, "--group", "legumes")
    assert set(found) == {food.id for food in KNOWN.foods.values() if food.group == "legumes"}


def test_foods_whose_potassium_is_not_known_stand_last(capsys: Streams) -> None:
    """Unknown is never less careful: it is not taken for a low value."""
    found = [KNOWN.foods[name].potassium_mg for name in foods(capsys, "--sort", "potassium")]
    known = [figure for figure in found if figure is not None]
    assert found == [*sorted(known), *[None] * (len(found) - len(known))]


def test_what_was_read_otherwise_is_said_above_a_list_of_foods(capsys: Streams) -> None:
    """Contract: a misspelling counts as the entry and is shown back."""
    watch = document(capsys, "foods", "spinach", "--condition", "diabtes")["watch"]
    assert isinstance(watch, list)
    assert any("diabtes" in one["text"] for one in watch)
    assert all(isinstance(rule, str) and " " not in rule for one in watch for rule in one["by"])
