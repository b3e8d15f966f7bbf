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
