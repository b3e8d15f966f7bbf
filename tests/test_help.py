"""Help: examples that work, words that were meant, names the shell completes, and the command reference."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from magadvisor.cli.commands import COMMANDS
from magadvisor.cli.completion import forms, goals, medicines
from magadvisor.cli.examples import EXAMPLES
from magadvisor.cli.exits import Exit
from magadvisor.cli.main import run
from magadvisor.knowledge.load import data_folder
from magadvisor.model.knowledge import Knowledge
from tests.support.asking import ask
from tests.support.cli_page import PAGE, commands, help_of, reference
from tests.support.overlays import RULE, write

Streams = pytest.CaptureFixture[str]
RUNNABLE = [line for name in COMMANDS if name != "ask" for _, line in EXAMPLES[name]]
"""The examples that need nobody who answers."""


def test_the_command_reference_is_what_the_program_says() -> None:
    """To write it anew: python -m tests.support.cli_page."""
    assert PAGE.read_text(encoding="utf-8") == reference()


def test_every_command_has_examples_in_plain_words() -> None:
    assert set(COMMANDS) <= set(EXAMPLES)
    for words in commands():
        if len(words) == 1:
            assert "Examples:" in help_of(*words)


@pytest.mark.parametrize("line", RUNNABLE)
def test_an_example_answers(
    capsys: Streams, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, line: str
) -> None:
    """Beside the files and folders that examples speak of."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "people.jsonl", '{"goals": ["sleep"]}\n')
    write(tmp_path, "my-folder/rules/ours.yaml", RULE)
    code = run(shlex.split(line)[1:])
    assert code in (Exit.ANSWERED, Exit.NO_SUPPLEMENT, Exit.NOT_ALL_CHECKED)
    told = capsys.readouterr().err
    assert told == "" or line.startswith("magadvisor screen ")  # which says there what it came to


def test_help_fits_the_window() -> None:
    for words in commands():
        assert all(len(line) <= 82 for line in help_of(*words).splitlines())


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("recomend", "recommend"),
        ("recommend --kidny none", "--kidney"),
        ("recommend --gaol sleep", "--goal"),
        ("recommend --goal slepe", "sleep"),
        ("recommend -g sleep --kidney dialyis", "dialysis"),
        ("recommend -g sleep --diet vegn", "vegan"),
        ("recommend -g sleep --format markdwn", "markdown"),
        ("plan --frm glycinate", "--form"),
        ("interactions digoxin --form glycnate", "glycinate"),
        ("--vrsion", "--version"),
    ],
)
def test_a_misspelt_word_of_the_line_is_asked_back(capsys: Streams, line: str, meant: str) -> None:
    assert run(shlex.split(line)) == Exit.USAGE
    assert f"did you mean {meant}" in capsys.readouterr().err


def test_a_misspelt_food_or_condition_is_shown_back(knowledge: Knowledge) -> None:
    advice = ask(knowledge, {"goals": ["sleep"], "conditions": ["diabtes"], "avoid": ["spinahc"]})
    assert any('You wrote "diabtes". It was read as Diabetes.' in one.text for one in advice.watch)
    assert [(one.typed, one.suggestions) for one in advice.not_checked] == [("spinahc", ("spinach",))]


def test_goals_forms_and_medicines_are_completed() -> None:
    assert goals("mus") == ["muscle-tension"]
    assert sorted(forms("gl")) == ["gluconate", "glycerophosphate", "glycinate"]
    assert "levothyroxine" in medicines("levoth")
    assert medicines("l") == []


@pytest.mark.parametrize(
    ("line", "completed"),
    [
        ("magadvisor recommend --goal mus", "muscle-tension"),
        ("magadvisor recommend -m levothyroxin", "levothyroxine"),
        ("magadvisor interactions ciproflox", "ciprofloxacin"),
        ("magadvisor plan --form glycin", "glycinate"),
        ("magadvisor rec", "recommend"),
        ("magadvisor recommend --kid", "--kidney"),
    ],
)
def test_the_shell_completes_the_word_that_was_begun(line: str, completed: str) -> None:
    assert completed in _completed(line)


BEGUN = {
    "--goal": ("mus", "muscle-tension"),
    "--form": ("glycin", "glycinate"),
    "--med": ("levoth", "levothyroxine"),
}


def test_every_command_completes_goals_forms_and_medicines() -> None:
    for words in commands():
        told = help_of(*words)
        for option, (begun, completed) in BEGUN.items():
            if f"{option} <" in told:
                assert completed in _completed(f"magadvisor {' '.join(words)} {option} {begun}"), (
                    words,
                    option,
                )


def _completed(line: str) -> list[str]:
    """Ask the program as bash does."""
    environment = {
        **os.environ,
        "_MAGADVISOR_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(line.split()) - 1),
    }
    told = subprocess.run(
        [sys.executable, "-m", "magadvisor"],
        env=environment,
        cwd=data_folder().parent,
        capture_output=True,
        text=True,
        check=False,
    )
    return told.stdout.split()
