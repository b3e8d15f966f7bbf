"""Ten million characters in what is given as the input: an answer or a line, in bounded memory."""

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

MOST_BYTES = 1_500_000_000
"""Of addresses, which are more than what is in use; the program alone has a quarter of them."""

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
    told = subprocess.run(
        [sys.executable, "-m", "magadvisor", *arguments],
        input=text,
        cwd=Path(__file__).parent.parent,
        preexec_fn=_bounded,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == code, told.stderr[-500:]
    assert "Traceback" not in told.stderr
    answered = [json.loads(line) for line in told.stdout.splitlines()]
    assert len(answered) == lines
    if lines:
        before, bad, after = answered
        assert (bad["code"], bad["line"]) == ("too-long", before["line"] + 1)
        assert after == {**before, "line": before["line"] + 2}


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
