"""A profile document that is wrong says where: the key, and in YAML its line."""

import json
from pathlib import Path

import pytest

from magadvisor.cli.main import run

Streams = pytest.CaptureFixture[str]
WRONG = {
    "a key": ("goals: [sleep]\nkidny: none\n", "kidny", 2),
    "a type": ("age: 40\ngoals: sleep\n", "goals", 2),
    "an item": ("goals:\n  - sleep\n  - foo\n", "goals[1]", 3),
    "a key of an item": (
        'goals: [sleep]\nmedicines:\n  - Synthroid\n  - name: cipro\n    at: ["25:00"]\n',
        "medicines[1].at[0]",
        5,
    ),
    "a word that YAML reads as something else": ("goals: [sleep]\nkidney: no\n", "kidney", 2),
    "a time without quotes": (
        "goals: [sleep]\nmedicines:\n  - Synthroid\n  - {name: cipro, at: [20:00]}\n",
        "medicines[1].at[0]",
        4,
    ),
    "a number in another writing": ("age: 1e1\ngoals: [sleep]\n", "age", 1),
    "a key that stands twice": ("goals: [sleep]\nage: 40\nage: 12\n", "age", 3),
    "the first of several": ("age: yes\nsex: no\n", "age", 1),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_profile_names_the_key_and_its_line(name: str, tmp_path: Path, capsys: Streams) -> None:
    text, where, line = WRONG[name]
    profile = tmp_path / "me.yaml"
    profile.write_text(text, encoding="utf-8")
    assert run(["recommend", "-p", str(profile), "--json"]) == 2
    told = json.loads(capsys.readouterr().err)
    assert told["where"] == where
    assert told["message"].startswith(f"profile:{line}: ")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('{"goals": ["sleep"], "egfr": NaN}', "egfr"),
        (
            '{"goals": ["sleep"], "taking": ["citrate", {"form": "citrate", "elemental_mg": Infinity}]}',
            "taking[1].elemental_mg",
        ),
        ('{"goals": ["sleep"], "age": 40, "age": 12}', "age"),
        ('{"medicines": [{"name": "cipro", "name": "amoxicillin"}]}', "medicines[0].name"),
        ('{"age": {"a": NaN}, "age": 12}', "--profile"),
        ('{"goals": ["sleep"', "--profile"),
    ],
)
def test_in_json_too_the_key_of_what_cannot_be_read_is_named(
    text: str, where: str, tmp_path: Path, capsys: Streams
) -> None:
    profile = tmp_path / "me.json"
    profile.write_text(text, encoding="utf-8")
    assert run(["recommend", "-p", str(profile), "--json"]) == 2
    assert json.loads(capsys.readouterr().err)["where"] == where
    if where != "--profile":
        assert run(["recommend", "-p", str(profile)]) == 2
        assert f"{where}: " in capsys.readouterr().err


@pytest.mark.parametrize("key", ["\x1b[31mred", "\u202eback", "a\nb"])
@pytest.mark.parametrize("value", ["1", "no"])
def test_a_key_that_somebody_made_up_is_shown_as_text(
    key: str, value: str, tmp_path: Path, capsys: Streams
) -> None:
    """Contract: made printable; a key from a file must not write to the terminal."""
    profile = tmp_path / "me.yaml"
    profile.write_text(f"{json.dumps(key)}: {value}\ngoals: [sleep]\n", encoding="utf-8")
    assert run(["recommend", "-p", str(profile)]) == 2
    told = capsys.readouterr().err
    assert all(line.isprintable() for line in told.splitlines())
    assert len(told.splitlines()) <= 2


@pytest.mark.parametrize(
    ("text", "code", "where"),
    [
        ('{"goals": ["slep"]}', "unknown-goal", "goals[0]"),
        ('{"goals": ["sleep"], "life_stage": "expecting"}', "unknown-life-stage", "life_stage"),
        ('{"goals": ["sleep"], "digestion": ["bad"]}', "unknown-digestion", "digestion[0]"),
        (
            '{"goals": ["sleep"], "medicines": [{"name": "cipro", "route": "mouth"}]}',
            "unknown-route",
            "medicines[0].route",
        ),
        (
            '{"goals": ["sleep"], "taking": [{"form": "citrate", "elemental_mg": -1}]}',
            "bad-elemental-mg",
            "taking[0].elemental_mg",
        ),
    ],
)
def test_the_code_of_a_wrong_value_is_that_of_its_key_wherever_it_stands(
    text: str, code: str, where: str, tmp_path: Path, capsys: Streams
) -> None:
    profile = tmp_path / "me.json"
    profile.write_text(text, encoding="utf-8")
    assert run(["recommend", "-p", str(profile), "--json"]) == 2
    told = json.loads(capsys.readouterr().err)
    assert (told["code"], told["where"]) == (code, where)


def test_a_goal_in_other_words_is_suggested_by_its_id(capsys: Streams) -> None:
    assert run(["recommend", "-g", "bad nerves in my leg"]) == 2
    assert "did you mean nerve-pain?" in capsys.readouterr().err


@pytest.mark.parametrize("written", ["1e1", "0x10", "1_0", "12:30", ".nan", "2024-01-01"])
@pytest.mark.parametrize("key", ["age", "egfr"])
def test_a_number_in_another_writing_is_not_told_to_be_quoted(
    tmp_path: Path, capsys: Streams, key: str, written: str
) -> None:
    """A number in quotes is refused as well: what to write must be what is read."""
    profile = tmp_path / "me.yaml"
    profile.write_text(f"goals: [sleep]\n{key}: {written}\n", encoding="utf-8")
    assert run(["recommend", "-p", str(profile)]) == 2
    told = capsys.readouterr().err
    assert "in quotes" not in told
    assert "in digits" in told
