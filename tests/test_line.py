"""A command line as people and scripts write it: nothing is dropped, and a word is known in any case."""

import json
from pathlib import Path

import pytest

from tests.support.commands import Streams, asked


@pytest.mark.parametrize(
    "line",
    [
        ["interactions", "gabapentin", "--form", "oxide", "--form", "glycinate"],
        ["plan", "--med", "cipro@08:00", "--doses", "1", "--doses=3"],
        ["plan", "--med", "cipro@08:00", "--wake", "06:00", "--wake", "09:00"],
        ["convert", "500", "--form", "citrate", "--form", "oxide"],
        ["foods", "--target", "100", "--target", "300"],
        ["claims", "--verdict", "supported", "--verdict", "unknown"],
        ["recommend", "-g", "sleep", "-f", "plain", "--format", "csv"],
        ["recommend", "-g", "sleep", "-o", "a", "--output", "b"],
        ["screen", "-", "--from", "csv", "--from", "jsonl"],
        ["kb", "sources", "-f", "csv", "-fjson"],
    ],
    ids=" ".join,
)
def test_of_two_answers_to_one_question_neither_is_dropped(capsys: Streams, line: list[str]) -> None:
    code, out, err = asked(capsys, *line)
    assert (code, out) == (2, "")
    assert "is given more than once, and not with the same answer" in err


def test_an_option_that_is_given_twice_alike_is_given_once(capsys: Streams) -> None:
    once = asked(capsys, "convert", "500", "--form", "citrate")
    assert asked(capsys, "convert", "500", "--form", "citrate", "--form=citrate") == once


@pytest.mark.parametrize(
    "line",
    [
        ["recommend", "-g", "sleep", "--json", "-f", "csv"],
        ["handout", "-g", "sleep", "-f", "html", "--json"],
        ["forms", "--json", "--format", "plain"],
        ["screen", "-", "--json", "-f", "csv"],
        ["kb", "sources", "--json", "-f", "csv"],
        ["ask", "--json", "-f", "plain"],
    ],
    ids=" ".join,
)
def test_json_and_another_format_contradict_each_other(capsys: Streams, line: list[str]) -> None:
    code, out, err = asked(capsys, *line)
    assert (code, out) == (2, "")
    assert "--json and --format contradict each other" in err


def test_json_said_in_both_ways_is_json(capsys: Streams) -> None:
    once = asked(capsys, "forms", "--json")
    assert once[0] == 0
    assert asked(capsys, "forms", "--json", "--format", "JSON") == once


@pytest.mark.parametrize(
    ("line", "capital"),
    [
        (["recommend", "-g", "sleep", "--format", "csv"], "CSV"),
        (["recommend", "-g", "sleep", "--color", "never"], "Never"),
        (["compare", "--sort", "gut"], "Gut"),
        (["foods", "--sort", "energy"], "Energy"),
        (["foods", "--potassium", "low"], " Low"),
        (["foods", "--group", "legumes"], "Legumes"),
        (["convert", "500", "--form", "citrate", "--to", "elemental"], "Elemental"),
        (["claims", "--verdict", "supported"], "Supported"),
        (["handout", "-g", "sleep", "--for", "doctor"], "Doctor"),
        (["kb", "sources", "--format", "csv"], "Csv"),
        (["kb", "new", "rule"], "Rule"),
    ],
    ids=lambda one: one if isinstance(one, str) else " ".join(one[:2]),
)
def test_a_word_of_a_closed_list_is_known_in_any_case(capsys: Streams, line: list[str], capital: str) -> None:
    told = asked(capsys, *line)
    assert told[0] == 0
    assert asked(capsys, *line[:-1], capital) == told


def test_a_blank_format_is_no_format(capsys: Streams) -> None:
    code, out, err = asked(capsys, "recommend", "-g", "sleep", "--format", "")
    assert (code, out) == (2, "")
    assert "use one of screen, plain" in err


def test_how_a_file_is_read_is_known_in_any_case(capsys: Streams, tmp_path: Path) -> None:
    table = tmp_path / "people"
    table.write_text("goals\nsleep\n", encoding="utf-8")
    told = asked(capsys, "screen", str(table), "--from", "csv", "-j", "1")
    assert told[0] == 0
    assert asked(capsys, "screen", str(table), "--from", "CSV", "-j", "1") == told


@pytest.mark.parametrize("command", ["ask", "recommend", "handout", "compare"])
def test_the_help_names_every_format(capsys: Streams, command: str) -> None:
    _, out, _ = asked(capsys, command, "--help")
    told = " ".join(out.split())
    for word in ("screen", "plain", "json", "markdown", "html", "csv"):
        assert word in told.partition("--format <str>")[2][:120]


@pytest.mark.parametrize("option", ["--med", "--condition", "--symptom", "--taking", "--avoid"])
def test_none_said_twice_is_none(capsys: Streams, option: str) -> None:
    line = ("recommend", "-g", "sleep", "--json", option, "none")
    once = asked(capsys, *line)
    assert once[0] == 0
    assert asked(capsys, *line, option, "None") == once


def test_none_beside_something_is_not_dropped(capsys: Streams) -> None:
    code, out, _ = asked(capsys, "recommend", "-g", "sleep", "--json", "-m", "none", "-m", "warfarin")
    assert code == 4
    assert [one["typed"] for one in json.loads(out)["not_checked"]] == ["none"]


@pytest.mark.parametrize(
    ("command", "lists"),
    [("compare", ["conditions", "symptoms", "taking"]), ("foods", ["conditions", "symptoms", "avoid"])],
)
def test_every_list_is_answered_item_by_item(capsys: Streams, command: str, lists: list[str]) -> None:
    """Contract: one entry for each item typed, in the order typed, `typed` unchanged."""
    options = {"conditions": "--condition", "symptoms": "--symptom", "taking": "--taking", "avoid": "--avoid"}
    known = {"conditions": "gout", "symptoms": "fever", "taking": "citrate 50 mg elemental", "avoid": "Soy"}
    line = [word for name in lists for typed in (known[name], "Zork") for word in (options[name], typed)]
    _, out, _ = asked(capsys, command, *line, "--json")
    told = json.loads(out)
    for name in lists:
        assert [(one["typed"], one["checked"]) for one in told[name]] == [
            (known[name], True),
            ("Zork", False),
        ]


def test_a_plan_of_foods_with_little_potassium_lists_nothing_that_was_not_typed(capsys: Streams) -> None:
    line = ("foods", "--target", "100", "--potassium", "low", "--condition", "gout", "--json")
    _, out, _ = asked(capsys, *line)
    assert [one["typed"] for one in json.loads(out)["conditions"]] == ["gout"]


@pytest.mark.parametrize(
    "ways",
    [["--json"], ["-f", "json"], ["-fjson"], ["-qf", "JSON"], ["-qfjson"], ["--format=json"]],
    ids=" ".join,
)
def test_an_error_is_json_however_json_is_asked_for(capsys: Streams, ways: list[str]) -> None:
    code, out, err = asked(capsys, "recommend", "-g", "slep", *ways)
    assert (code, out, json.loads(err)["schema"]) == (2, "", "magadvisor.error/1")


@pytest.mark.parametrize("typed", ["say --json please", "f json"])
def test_a_value_that_only_holds_the_word_asks_for_no_json(capsys: Streams, typed: str) -> None:
    _, _, err = asked(capsys, "recommend", "-g", "slep", "-m", typed)
    assert err.startswith("magadvisor: ")
