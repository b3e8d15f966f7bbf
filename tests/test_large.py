"""Ten million characters in what is given as the input, and as many as a system lets through in an argument.

Linux hands no program an argument of more than 131,071 bytes, so nothing longer comes from a command line.
Memory is bounded, and so is the time of the processor.
"""

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.hostile import ENTRANCES

MOST_BYTES = 1_500_000_000
"""Of addresses, which are more than what is in use; the program alone has a quarter of them."""

MOST_SECONDS = 120
"""Of the processor, for a run that needs a tenth of them; one that hangs is ended."""

LONG = "x" * 10_000_000
GOOD = '{"goals": ["sleep"], "kidney": "none", "medicines": []}'
HEAD = "goals,kidney,medicines"

GIVEN: dict[str, tuple[tuple[str, ...], str, int, int]] = {
    "a profile in YAML": (("recommend", "--profile", "-"), f"goals: [sleep]\nmedicines: [{LONG}]\n", 2, 0),
    "a profile in JSON": (("handout", "--profile", "-"), f'{{"goals": ["{LONG}"]}}', 2, 0),
    "a document of many": (("screen", "-"), f'{GOOD}\n{{"goals": ["{LONG}"]}}\n{GOOD}\n', 4, 3),
    "a cell of many": (
        ("screen", "-"),
        f"{HEAD}\nsleep,none,none\nsleep,none,{LONG}\nsleep,none,none\n",
        4,
        3,
    ),
    "a quoted cell of many": (
        ("screen", "-"),
        f'{HEAD}\nsleep,none,none\nsleep,none,"{LONG}"\nsleep,none,none\n',
        4,
        3,
    ),
}
"""What is given as the input; the exit code, and how many lines are answered."""


@pytest.mark.parametrize("name", GIVEN)
def test_no_large_input_fills_the_memory(name: str) -> None:
    arguments, text, code, lines = GIVEN[name]
    told = bounded(["-m", "magadvisor", *arguments], text)
    assert told.returncode == code, told.stderr[-500:]
    assert "Traceback" not in told.stderr
    answered = [json.loads(line) for line in told.stdout.splitlines()]
    assert len(answered) == lines
    if lines:
        before, bad, after = answered
        assert (bad["code"], bad["line"]) == ("too-long", before["line"] + 1)
        assert after == {**before, "line": before["line"] + 2}


def bounded(arguments: list[str], text: str = "") -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, *arguments],
        input=text,
        cwd=Path(__file__).parent.parent,
        preexec_fn=_bounded,
        capture_output=True,
        text=True,
        check=False,
    )


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


def test_a_written_answer_that_is_too_long_is_asked_for_again() -> None:
    told = bounded(["-m", "magadvisor", "ask", "--accessible"], f"1\n11\n{LONG}\nq\n")
    assert (told.returncode, told.stdout) == (130, "")
    assert "Write at most 10,000 characters.\nYour answer:" in told.stderr
    assert LONG[:100] not in told.stderr


EVERY_ENTRANCE = """
import io, sys
from contextlib import redirect_stderr, redirect_stdout
from magadvisor.cli.main import run
from magadvisor.knowledge import shipped
from tests.support.hostile import ENTRANCES, Ended, faults
knowledge = shipped.shipped()
shipped.shipped = lambda: knowledge
text = sys.stdin.read()
for name, arguments in ENTRANCES.items():
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run(arguments(text))
    print(name, *faults(Ended(arguments(text), code, out.getvalue(), err.getvalue())), sep=": ")
"""
"""Gives every option that takes a text the same long one, as far as a system would."""

WORDS = "magnesium oxide 5 mg, " * 3_000 + "x" * 65_000


def test_the_longest_argument_breaks_no_entrance() -> None:
    told = bounded(["-c", EVERY_ENTRANCE], WORDS)
    assert told.returncode == 0, told.stderr[-500:]
    assert told.stdout.splitlines() == [*ENTRANCES]


def test_an_argument_that_is_longer_is_refused_by_the_system() -> None:
    with pytest.raises(OSError, match="Argument list too long"):
        bounded(["-c", "", "x" * 131_072])
