"""Whatever is typed, anywhere: no traceback, no raw control character, the caveat, a known exit."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.commands import Streams, ended
from tests.support.hostile import ENTRANCES, GOAL, PATHS, TEXTS, Ended, faults

_IN_EVERY_RUN = ("ansi", "bidi", "nul", "lines", "digits", "format", "amount", "markup")


@pytest.mark.parametrize("entrance", ENTRANCES)
def test_no_text_breaks_an_entrance(entrance: str, capsys: Streams) -> None:
    for name in _IN_EVERY_RUN:
        if name == "nul" and entrance in PATHS:
            continue
        assert faults(ended(capsys, *ENTRANCES[entrance](TEXTS[name]))) == [], name


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(ENTRANCES)), st.sampled_from(sorted(TEXTS)), st.text(max_size=12))
def test_no_mixture_of_texts_breaks_an_entrance(capsys: Streams, entrance: str, name: str, more: str) -> None:
    text = TEXTS[name] + more
    if entrance in PATHS:
        text = text.replace("\0", "")
    assert faults(ended(capsys, *ENTRANCES[entrance](text))) == []


PROFILES = {
    "an alias bomb": "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ngoals: [*c]\n",
    "a deep list": "goals: " + "[" * 5_000 + "]" * 5_000,
    "deep JSON": '{"goals": ' + "[" * 100_000 + "]" * 100_000 + "}",
    "a tag": "goals: !!python/object/apply:os.system [echo]\n",
    "a key twice": "goals: [sleep]\ngoals: [bone]\n",
    "a merge": "goals: [sleep]\n<<: {age: 3}\n",
    "two documents": "goals: [sleep]\n---\ngoals: [bone]\n",
    "no number": '{"goals": ["sleep"], "age": NaN}',
    "too large a number": '{"goals": ["sleep"], "egfr": 1e309}',
    "a number of many digits": '{"goals": ["sleep"], "age": ' + "9" * 100_000 + "}",
    "an integer of many digits": "goals: [sleep]\nage: " + "9" * 100_000 + "\n",
    "a control character": "goals: [sleep]\nconditions: [a\x00b]\n",
    "an open quote": 'goals: ["sleep\n',
    "nothing": "",
    "a byte order mark alone": "\ufeff",
    "more than a person can say": "goals: [sleep]\n# " + "x" * 10_000_000,
    "a bare word": "sleep",
    "a key that is a list": "? [a]\n: b\n",
}


@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_that_is_an_attack_is_refused_in_a_line(name: str, tmp_path: Path, capsys: Streams) -> None:
    file = tmp_path / "me"
    file.write_text(PROFILES[name], encoding="utf-8")
    told = ended(capsys, "recommend", f"--profile={file}")
    assert faults(told) == []
    assert told.code == 2


@pytest.mark.parametrize("begin", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_profile_may_begin_with_a_mark_and_end_its_lines_as_any_system_does(
    begin: str, end: str, tmp_path: Path, capsys: Streams
) -> None:
    file = tmp_path / "me"
    file.write_bytes(f"{begin}goals: [sleep]{end}kidney: none{end}medicines: []{end}".encode())
    told = ended(capsys, "recommend", f"--profile={file}")
    assert (told.code, faults(told)) == (0, [])


@pytest.mark.parametrize("place", ["/dev/zero", ".", "/nowhere", "link"])
@pytest.mark.parametrize("command", [("recommend", "--profile"), ("screen",)])
def test_what_is_no_file_is_no_fault(
    place: str, command: tuple[str, ...], tmp_path: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    if (command, place) == (("screen",), "/dev/zero"):
        pytest.skip("many profiles may be endless; memory does not grow with them")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link").symlink_to("link")
    told = ended(capsys, *command, place)
    assert faults(told) == []
    assert told.code in (1, 2)


ENVIRONMENTS = {
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "the C locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "a narrow dumb terminal": {"TERM": "dumb", "COLUMNS": "20"},
    "no home": {"HOME": ""},
}


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_any_environment_gets_the_whole_answer(environment: str) -> None:
    texts = ("--med", "Übelkeit \u202e[b] 💊", "--condition", "diabetes \x1b[31m")
    told = subprocess.run(
        [sys.executable, "-m", "magadvisor", "recommend", *GOAL, *texts],
        env={**os.environ, **ENVIRONMENTS[environment]},
        capture_output=True,
        check=False,
    )
    out, err = (stream.decode("utf-8", "replace") for stream in (told.stdout, told.stderr))
    assert faults(Ended(("recommend",), told.returncode, out, err)) == []
    assert told.returncode == 4


@pytest.mark.parametrize("command", ["recommend --profile -", "screen -", "ask"])
def test_a_closed_input_is_no_fault(command: str) -> None:
    told = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m magadvisor {command} <&-"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert faults(Ended(tuple(command.split()), told.returncode, told.stdout, told.stderr)) == []
    assert told.returncode in (1, 2)
