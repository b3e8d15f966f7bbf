"""Whether to colour is decided once: the option first, then the surroundings, then the terminal."""

import io

import pytest

from magadvisor.cli.main import run
from magadvisor.cli.output import coloured
from magadvisor.model.knowledge import Knowledge
from magadvisor.render.page import page
from magadvisor.render.parts import Choices
from magadvisor.render.screen import console, screen
from tests.support.asking import ask

VARIABLES = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM")


@pytest.mark.parametrize(
    ("surroundings", "choice", "expected"),
    [
        ({}, "auto", False),  # nothing here is a terminal
        ({"FORCE_COLOR": "1"}, "auto", True),
        ({"CLICOLOR_FORCE": "1"}, "auto", True),
        ({"CLICOLOR_FORCE": "0"}, "auto", False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, "auto", False),
        ({"NO_COLOR": "1"}, "always", True),
        ({"FORCE_COLOR": "1"}, "never", False),
        ({"TERM": "dumb"}, "always", True),
    ],
)
def test_the_option_wins_over_the_surroundings(
    monkeypatch: pytest.MonkeyPatch, surroundings: dict[str, str], choice: str, expected: bool
) -> None:
    _set(monkeypatch, surroundings)
    assert coloured(choice) is expected


@pytest.mark.parametrize("surroundings", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {}])
def test_what_was_decided_is_not_decided_again_where_it_is_drawn(
    monkeypatch: pytest.MonkeyPatch, knowledge: Knowledge, surroundings: dict[str, str]
) -> None:
    _set(monkeypatch, surroundings)
    advice = ask(knowledge, {"goals": ["sleep"]})
    out = io.StringIO()
    drawing = console(80)
    drawing.file = out
    drawing.print(screen(page(advice, knowledge, Choices()), 80, ascii_only=False), soft_wrap=True)
    assert "\x1b[" in out.getvalue()


def test_a_pipe_is_plain_unless_colour_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _set(monkeypatch, {})
    line = ["recommend", "-g", "sleep"]
    run(line)
    assert "\x1b" not in capsys.readouterr().out
    run([*line, "--color", "always"])
    assert "\x1b[" in capsys.readouterr().out


def _set(monkeypatch: pytest.MonkeyPatch, surroundings: dict[str, str]) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
