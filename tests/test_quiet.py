"""--quiet on every command that answers: less to read, the same facts, and the caveat."""

import re

import pytest

from magadvisor.cli.commands import COMMANDS, Commands
from magadvisor.cli.main import run

Streams = pytest.CaptureFixture[str]

CAVEAT = "This is general information. It is not medical advice."
MARK = r" \\?\[\d+[\d, -]*\\?\]"
LINES = {
    "recommend": ["recommend", "-g", "sleep", "--kidney", "none", "-m", "Synthroid"],
    "handout": ["handout", "-g", "sleep", "--kidney", "none", "-m", "Synthroid"],
    "compare": ["compare", "oxide", "citrate", "-g", "sleep", "-m", "Synthroid", "--kidney", "none"],
    "forms": ["forms", "citrate"],
    "foods": ["foods", "spinach"],
    "interactions": ["interactions", "Synthroid"],
    "plan": ["plan", "-m", "Synthroid@07:00", "--meal", "13:00"],
    "convert": ["convert", "500", "--form", "citrate"],
    "label": ["label", "Magtein 2000 mg"],
    "claims": ["claims", "magnesium oil"],
    "explain": ["explain", "digoxin-antacid"],
}
SILENT = {"ask", "screen", "kb"}  # told elsewhere: a terminal, a stream, and what answers nobody


def told(capsys: Streams, arguments: list[str]) -> str:
    assert run(arguments) == 0
    return capsys.readouterr().out


def test_every_command_that_answers_is_tried_here() -> None:
    assert set(LINES) | SILENT == set(COMMANDS)


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"kb"}))
def test_every_command_that_answers_can_be_quiet(command: str) -> None:
    made = Commands(name="magadvisor").get_command(None, command)
    assert made is not None
    assert {"-q", "--quiet"} <= {option for one in made.params for option in one.opts}


@pytest.mark.parametrize("format_", ["plain", "csv"])
@pytest.mark.parametrize("command", sorted(LINES))
def test_a_quiet_answer_has_no_sources_and_no_number_of_one_and_keeps_the_caveat(
    capsys: Streams, command: str, format_: str
) -> None:
    quiet = told(capsys, [*LINES[command], "-f", format_, "-q"])
    assert CAVEAT in " ".join(re.sub(r"[│\n]", " ", quiet).split())
    assert not re.search(r"Sources(?! differ)", quiet)
    assert not re.search(MARK, quiet)


@pytest.mark.parametrize("command", ["compare", "forms", "interactions", "explain", "claims"])
def test_a_quiet_answer_loses_nothing_but_its_sources(capsys: Streams, command: str) -> None:
    whole, quiet = (
        set(re.sub(MARK, "", told(capsys, [*LINES[command], "-f", "markdown", *more])).splitlines())
        for more in ([], ["-q"])
    )
    assert quiet <= whole
    assert len(quiet) < len(whole)


@pytest.mark.parametrize("command", sorted(set(LINES) - {"recommend", "handout"}))
def test_a_quiet_document_is_the_same_document(capsys: Streams, command: str) -> None:
    assert told(capsys, [*LINES[command], "--json", "-q"]) == told(capsys, [*LINES[command], "--json"])
