"""Whatever stands where a file is named: it is refused in a line, or used, and nothing waits for ever."""

import os
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from magadvisor.cli.commands import COMMANDS, Commands
from tests.support.commands import Streams, ended
from tests.support.hostile import Ended, faults
from tests.support.installed import Installed
from tests.support.overlays import bound_socket
from tests.support.powerless import powerless
from tests.support.queries import INPUT, QUERIES


def taking(option: str) -> list[str]:
    """List the commands that have an option."""
    table = Commands(name="magadvisor")
    made = {name: table.get_command(None, name) for name in COMMANDS}
    return [
        name
        for name, command in made.items()
        if any(option in one.opts for one in getattr(command, "params", ()))
    ]


STANDS: dict[str, Callable[[Path], object]] = {
    "nothing": lambda _: None,
    "a folder": Path.mkdir,
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link to nothing": lambda path: path.symlink_to("nothing"),
    "a link to a folder": lambda path: path.symlink_to("."),
    "a link to what cannot be read": lambda path: path.symlink_to("/proc/self/mem"),
    "a socket": bound_socket,
}
"""What may stand where a file is named to be read."""

LONG = "x" * 5_000
"""A name that no file can have."""


def refused(told: Ended, code: int) -> None:
    assert (told.code, told.out, faults(told)) == (code, "", [])
    assert told.err.startswith("magadvisor: ")


def _query(name: str) -> tuple[str, ...]:
    return (name, *(("/dev/null",) if name == "screen" else QUERIES[name]))


READS: dict[str, tuple[tuple[str, ...], int]] = {
    **{f"{name} --profile": ((name, "--profile"), 1) for name in taking("--profile")},
    **{
        f"{name} --knowledge": (
            (name, *(("/dev/null",) if name == "screen" else QUERIES[name]), "--knowledge"),
            5,
        )
        for name in taking("--knowledge")
    },
    "kb info --knowledge": (("kb", "info", "--knowledge"), 5),
    "kb sources --knowledge": (("kb", "sources", "--knowledge"), 5),
    "kb schema": (("kb", "schema"), 5),
    "screen": (("screen",), 1),
}
"""Every way to name what is read, and how it ends where that cannot be."""


@pytest.mark.parametrize("way", READS)
def test_what_cannot_be_read_is_refused_in_a_line(way: str, tmp_path: Path, capsys: Streams) -> None:
    arguments, code = READS[way]
    for number, (what, stands) in enumerate(STANDS.items()):
        if what in ("a folder", "a link to a folder") and code == 5:
            continue  # a folder is what is asked for; what it may hold is another matter
        path = tmp_path / str(number)
        stands(path)
        refused(ended(capsys, *arguments, str(path)), code)
        refused(ended(capsys, *arguments, str(path / "below")), code)
    refused(ended(capsys, *arguments, LONG), code)


@pytest.mark.parametrize("place", ["nothing", "self", "file", LONG])
def test_a_folder_to_check_that_is_none_is_a_problem(place: str, tmp_path: Path, capsys: Streams) -> None:
    (tmp_path / "self").symlink_to("self")
    (tmp_path / "file").write_text("x")
    for command in ("check", "test"):
        told = ended(capsys, "kb", command, str(tmp_path / place))
        assert (told.code, faults(told)) == (5, [])


WRITES: dict[str, tuple[str, ...]] = {
    **{f"{name} --output": (*_query(name), "--output") for name in taking("--output")},
    "ask --save": ("ask", "--accessible", "--save"),
    "kb new --output": ("kb", "new", "rule", "--output"),
}
"""Every way to name a file that is written."""

BESIDE: dict[str, Callable[[Path], object]] = {
    **{what: stands for what, stands in STANDS.items() if what != "nothing"},
    "a pipe": os.mkfifo,
    "a link to a file": lambda path: path.symlink_to("/etc/hostname"),
    "a link to a device": lambda path: path.symlink_to("/dev/null"),
}


@pytest.mark.parametrize("way", WRITES)
def test_what_is_no_file_is_never_written_over(way: str, tmp_path: Path, capsys: Streams) -> None:
    for number, (what, stands) in enumerate(BESIDE.items()):
        path = tmp_path / str(number)
        stands(path)
        before = _kind(path)
        for force in ((), ("--force",)):
            refused(ended(capsys, *WRITES[way], str(path), *force), 1)
        assert _kind(path) == before, what
    refused(ended(capsys, *WRITES[way], LONG), 1)
    refused(ended(capsys, *WRITES[way], "/dev/null", "--force"), 1)
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def _kind(path: Path) -> tuple[int, int]:
    found = path.lstat()
    return found.st_ino, stat.S_IFMT(found.st_mode)


def test_a_folder_of_schemas_is_written_into_a_folder_only(tmp_path: Path, capsys: Streams) -> None:
    for number, (what, stands) in enumerate(BESIDE.items()):
        if what in ("a folder", "a link to a folder"):
            continue
        path = tmp_path / str(number)
        stands(path)
        refused(ended(capsys, "kb", "schema", "--output", str(path)), 1)


def powerless_run(
    installed: Installed, *arguments: str, home: Path | None = None, given: str = ""
) -> "subprocess.CompletedProcess[str]":
    """Run the program with no more rights than modes give, also where the tests are run by root."""
    return subprocess.run(
        installed.command(*arguments),
        input=given,
        env={"PATH": os.environ["PATH"], "HOME": str(home or "/nowhere")},
        preexec_fn=powerless,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("way", [way for way in READS if not way.startswith("ask")])
def test_what_nobody_may_read_is_refused_in_a_line(way: str, installed: Installed, tmp_path: Path) -> None:
    arguments, code = READS[way]
    secret = tmp_path / "secret"
    if code == 5:
        (secret / "rules").mkdir(parents=True)
    else:
        secret.write_text("goals: [sleep]\n")
    secret.chmod(0)
    told = powerless_run(installed, *arguments, str(secret))
    secret.chmod(0o700)
    refused(Ended(arguments, told.returncode, told.stdout, told.stderr), code)
    assert "Permission denied" in told.stderr


@pytest.mark.parametrize("name", ["recommend", "screen", "kb"])
def test_a_place_where_nobody_may_write_is_refused_in_a_line(
    name: str, installed: Installed, tmp_path: Path
) -> None:
    arguments = WRITES["kb new --output" if name == "kb" else f"{name} --output"]
    tmp_path.chmod(0o500)
    told = powerless_run(installed, *arguments, str(tmp_path / "new"))
    tmp_path.chmod(0o700)
    refused(Ended(arguments, told.returncode, told.stdout, told.stderr), 1)
    assert "Permission denied" in told.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", QUERIES)
def test_a_home_that_is_read_only_changes_no_answer(name: str, installed: Installed, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    given = INPUT.get(name, "")
    told = powerless_run(installed, name, *QUERIES[name], home=tmp_path, given=given)
    free = powerless_run(installed, name, *QUERIES[name], given=given)
    tmp_path.chmod(0o700)
    assert (told.returncode, told.stdout) == (free.returncode, free.stdout)
    assert told.returncode in (0, 3, 4), told.stderr
    assert list(tmp_path.iterdir()) == []


PIPED = {
    "recommend": (("recommend", "--profile"), "goals: [sleep]\nkidney: none\nmedicines: []\n"),
    "handout": (("handout", "--profile"), "goals: [sleep]\nkidney: none\nmedicines: []\n"),
    "screen": (("screen",), '{"goals": ["sleep"], "kidney": "none", "medicines": []}\n'),
}


@pytest.mark.parametrize("name", PIPED)
def test_a_pipe_that_somebody_fills_is_read_as_a_file(
    name: str, installed: Installed, tmp_path: Path
) -> None:
    """Shells hand over what another command writes as a pipe with a name."""
    arguments, text = PIPED[name]
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    process = subprocess.Popen(
        installed.command(*arguments, str(pipe)), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    pipe.write_text(text)
    out, _ = process.communicate()
    assert process.returncode == 0
    assert b"general information" in out


@pytest.mark.parametrize("name", PIPED)
def test_waiting_for_a_pipe_that_nobody_fills_can_be_stopped(
    name: str, installed: Installed, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    process = subprocess.Popen(
        installed.command(*PIPED[name][0], str(pipe)), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    pipe.open("wb", buffering=0)  # it has come to reading once it can be opened
    process.terminate()
    out, err = process.communicate()
    assert (process.returncode, out) == (130, b"")
    assert len(err.splitlines()) == 1
