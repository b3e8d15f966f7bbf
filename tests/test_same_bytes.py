"""The same question gets the same bytes in every process, whatever its hashes, time zone and language.

A locale that the machine does not have is one more: a program that asked for it would fail or fall back.
"""

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support.installed import Installed

MEDICINES = (
    *("levothyroxine@07:00", "cipro 500 mg@08:00,20:00", "alendronate@sun 07:00", "a PPI"),
    *("raltegravirr", "levo", "Zemtal", "spironolactone"),
)
TYPED = tuple(part for name in MEDICINES for part in ("--med", name))
ASKED = (
    *(*TYPED, "--goal", "cramps", "--goal", "sleep", "--condition", "diabetis", "--avoid", "peanut"),
    *("--kidney", "none", "--age", "61", "--digestion", "sensitive", "--taking", "milk of magnesia 5 ml"),
)
ROW = {"goals": ["sleep"], "medicines": ["levo", "cipro", "a PPI", "furosemide"], "symptoms": ["rash"]}
COMPARED = ("compare", "--all", "--goal", "sleep", "--med", "levo")
LINES: tuple[tuple[str, ...], ...] = (
    ("recommend", *ASKED, "--json", "--why"),
    *(("recommend", *ASKED, "--format", form) for form in ("html", "csv", "markdown", "plain")),
    (*COMPARED, "--json"),
    (*COMPARED, "--format", "csv"),
    ("plan", *TYPED, "--json"),
    ("handout", *ASKED),
    ("screen", "{rows}"),
    ("screen", "{rows}", "--format", "csv"),
    ("explain", "cramps"),
    ("interactions", "levo", "a PPI", "cipro", "--json"),
    ("foods", "--target", "100", "--json"),
    ("claims", "magnesium helps sleep", "--json"),
    ("kb", "info"),
)

RUNS = """
import json
from magadvisor.cli.main import run
for line in json.loads(sys.argv[1]):
    run(line)
    sys.stdout.flush()
"""
"""Asks every line in one process; what differs between processes, differs between the lines of two."""

FIRST: Mapping[str, str] = {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
OTHERS: dict[str, dict[str, str]] = {
    "the C locale": {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"},
    "Turkish letters": {"PYTHONHASHSEED": "random", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/St_Johns"},
    "German numbers": {"PYTHONHASHSEED": "2", "LANG": "de_DE.UTF-8", "LANGUAGE": "de:fr", "TZ": ":"},
    "an unknown locale and time zone": {"LANG": "xx_YY.nonsense", "LC_ALL": "../..", "TZ": "Nowhere/None"},
}
SET_ITERATED = """
from magadvisor.engine import gather
def unordered(citations):
    return tuple({citation.id for citation in citations})
gather.ids.__code__ = unordered.__code__
"""
LOCAL_TIME = """
import time
from magadvisor.engine import tell
def with_zone(told, actions):
    import time
    return time.strftime("%Z %z", time.localtime(0))
tell.headline.__code__ = with_zone.__code__
"""

LANGUAGE = """
from magadvisor.engine import tell
def with_language(told, actions):
    import os
    return os.environ.get("LC_ALL") or os.environ.get("LANG", "")
tell.headline.__code__ = with_language.__code__
"""
FAULTS = (
    (SET_ITERATED, LINES[0], "the C locale"),
    (LOCAL_TIME, LINES[4], "the C locale"),
    (LANGUAGE, LINES[4], "German numbers"),
)


def answered(
    installed: Installed, environment: Mapping[str, str], rows: Path, lines: object = LINES, before: str = ""
) -> bytes:
    file = rows / "rows.jsonl"
    file.write_text(f"{json.dumps(ROW)}\n" * 3, encoding="utf-8")
    asked = json.dumps(lines).replace("{rows}", str(file))
    told = subprocess.run(
        installed.running(before + RUNS, asked),
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr[-500:]
    return told.stdout


@pytest.fixture(scope="module")
def first(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    folder = tmp_path_factory.mktemp("rows")
    return folder, answered(installed, FIRST, folder)


@pytest.mark.parametrize("environment", OTHERS)
def test_every_process_answers_with_the_same_bytes(
    environment: str, first: tuple[Path, bytes], installed: Installed
) -> None:
    folder, told = first
    assert told.count(b"This is general information") >= len(LINES) - 2
    assert answered(installed, OTHERS[environment], folder) == told


@pytest.mark.parametrize(("fault", "line", "environment"), FAULTS)
def test_an_answer_that_hangs_on_the_process_is_seen(
    fault: str, line: tuple[str, ...], environment: str, installed: Installed, tmp_path: Path
) -> None:
    other = OTHERS[environment]
    assert answered(installed, FIRST, tmp_path, [line]) == answered(installed, other, tmp_path, [line])
    wrong = [answered(installed, one, tmp_path, [line], fault) for one in (FIRST, other)]
    assert wrong[0] != wrong[1]
