"""Where streams are closed, full, or gone, and where the machine is bare, every command ends as it should."""

import fcntl
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support.installed import Ended, Installed
from tests.support.queries import INPUT, LINES, SECRET

SAYS = "magadvisor:"
ASKS_ON_STDERR = ("ask",)
"""Questions go to the error stream, so there is more on it than the one line."""


def ended(
    installed: Installed,
    name: str,
    streams: Mapping[str, object] | None = None,
    before: str = "",
    **options: object,
) -> Ended:
    """Run a command line of the table; `before` is what a shell does to its streams."""
    command = installed.command(*LINES[name])
    if before:
        command = ["sh", "-c", f'exec "$@" {before}', "sh", *command]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **(streams or {})}
    if "stdin" not in pipes:
        pipes["input"] = INPUT.get(name.partition(" ")[0], "").encode()
    told = subprocess.run(command, check=False, **pipes, **options)  # type: ignore[call-overload]
    out, err = ((stream or b"").decode("utf-8", "replace") for stream in (told.stdout, told.stderr))
    return Ended(told.returncode, out, err)


def lines_of(name: str, told: Ended) -> list[str]:
    """List what stands on the error stream, without questions."""
    lines = told.err.splitlines()
    if name in ASKS_ON_STDERR:
        lines = [line for line in lines if line.startswith(SAYS)]
    assert "Traceback" not in told.err
    assert SECRET not in told.err
    return lines


@pytest.mark.parametrize("name", LINES)
def test_a_full_disk_is_told_in_one_line(name: str, installed: Installed) -> None:
    with Path("/dev/full").open("wb") as full:
        told = ended(installed, name, {"stdout": full})
    if name in REFUSED:
        assert told.code == 2
        return
    lines = lines_of(name, told)
    assert told.code == 1
    assert len(lines) == 1
    assert "was not written: No space left on device" in lines[0]


@pytest.mark.parametrize("name", LINES)
def test_a_closed_output_is_told_in_one_line(name: str, installed: Installed) -> None:
    told = ended(installed, name, before=">&-")
    assert (told.code, told.out) == (1, "")
    assert lines_of(name, told) == [f"{SAYS} there is no output to write to"]


@pytest.mark.parametrize("name", LINES)
def test_a_reader_that_has_gone_ends_a_command_without_a_word(name: str, installed: Installed) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    told = ended(installed, name, {"stdout": writes})
    os.close(writes)
    if name in REFUSED:
        assert told.code == 2
        return
    assert (told.code, lines_of(name, told)) == (1, [])


@pytest.mark.parametrize("name", LINES)
def test_a_reader_that_leaves_after_a_byte_is_no_fault(name: str, installed: Installed) -> None:
    pipe = subprocess.PIPE
    process = subprocess.Popen(installed.command(*LINES[name]), stdin=pipe, stdout=pipe, stderr=pipe)
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    fcntl.fcntl(process.stdout, fcntl.F_SETPIPE_SZ, 4_096)
    process.stdin.write(INPUT.get(name.partition(" ")[0], "").encode())
    process.stdin.close()
    begun = process.stdout.read(1)
    process.stdout.close()
    err = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait() in (0, 1, 2, 3, 4, 5)
    assert bool(begun) is (name not in REFUSED)
    assert len(lines_of(name, Ended(0, "", err))) <= (3 if name == "screen" or name in REFUSED else 1)


REFUSED = frozenset(("recommend from the input",))
"""What says nothing to an empty input but that."""


@pytest.mark.parametrize("name", LINES)
def test_a_closed_input_changes_no_answer_that_needs_none(name: str, installed: Installed) -> None:
    told = ended(installed, name, before="<&-")
    assert len(lines_of(name, told)) <= 2
    if name in ("ask", "screen", *REFUSED):
        assert (told.code in (1, 2), told.out) == (True, "")
    else:
        whole = ended(installed, name)
        assert (told.code, told.out) == (whole.code, whole.out)
        assert told.out


@pytest.mark.parametrize("before", ["2>&-", "2>/dev/full"])
@pytest.mark.parametrize("name", [name for name in LINES if name not in ASKS_ON_STDERR])
def test_an_error_stream_that_takes_nothing_changes_no_answer(
    name: str, before: str, installed: Installed
) -> None:
    whole, told = ended(installed, name), ended(installed, name, before=before)
    assert (told.code, told.out) == (whole.code, whole.out)


@pytest.mark.parametrize("name", ASKS_ON_STDERR)
def test_answers_that_are_given_count_where_nobody_can_read_the_questions(
    name: str, installed: Installed
) -> None:
    whole, told = ended(installed, name), ended(installed, name, before="2>&-")
    assert "general information" in whole.out
    assert (told.code, told.out, told.err) == (whole.code, whole.out, "")


@pytest.mark.parametrize("name", ASKS_ON_STDERR)
def test_questions_that_cannot_be_written_are_a_failure_and_no_advice(
    name: str, installed: Installed
) -> None:
    told = ended(installed, name, before="2>/dev/full")
    assert (told.code, told.out) == (1, "")


BARE: dict[str, dict[str, str]] = {
    "ascii": {"PYTHONIOENCODING": "ascii", "TERM": "dumb", "COLUMNS": "20", "LANG": "C", "LC_ALL": "C"},
    "cp1252": {"PYTHONIOENCODING": "cp1252", "COLUMNS": "20", "HOME": "/nowhere", "TERM": "unknown"},
    "the C locale": {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C", "COLUMNS": "-1"},
}
"""Environments with nothing in them but what is named here."""


@pytest.mark.parametrize("environment", BARE)
@pytest.mark.parametrize("name", LINES)
def test_a_bare_machine_without_a_home_or_a_current_folder_gets_the_whole_answer(
    name: str, environment: str, installed: Installed, tmp_path: Path
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    command = ["sh", "-c", f'cd {gone} && rmdir {gone} && exec "$@"', "sh", *installed.command(*LINES[name])]
    whole = ended(installed, name)
    told = subprocess.run(
        command,
        input=INPUT.get(name.partition(" ")[0], "").encode(),
        capture_output=True,
        env={"PATH": os.environ["PATH"], **BARE[environment]},
        check=False,
    )
    encoding = BARE[environment].get("PYTHONIOENCODING", "ascii")
    out, err = (stream.decode(encoding) for stream in (told.stdout, told.stderr))
    assert told.returncode == whole.code, err
    assert "Traceback" not in err
    assert len(out.split()) >= 0.9 * len(whole.out.split())
    if "general information" in whole.out:
        assert "general information" in " ".join(out.replace("|", " ").split())


@pytest.mark.parametrize(("used", "ended"), [("multiprocessing", "the end\n"), ("string", "")])
def test_only_what_may_have_something_to_end_is_taken_apart(
    used: str, ended: str, installed: Installed
) -> None:
    """Processes and event loops are ended as Python ends them; what was written has arrived before."""
    code = (
        f"import atexit, sys, {used}; atexit.register(sys.stderr.write, 'the end\\n'); "
        "from magadvisor.__main__ import main; main()"
    )
    query = ("recommend", "--goal", "sleep", "--kidney", "none", "--no-meds")
    told = installed.python(code, *query)
    assert told.out == installed.run(*query).out
    assert (told.code, told.err) == (0, ended)
