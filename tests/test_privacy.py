"""Nothing leaves the machine, no file is made unless asked, and no error tells what a person answered."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from magadvisor.cli.commands import COMMANDS
from magadvisor.cli.main import run
from magadvisor.knowledge.place import PACKAGE
from tests.support.powerless import powerless
from tests.support.queries import INPUT, QUERIES, SECRET

Streams = pytest.CaptureFixture[str]

WATCHED = """
import os, sys
def watch(event, arguments):
    if event.startswith("socket.") and event != "socket.__new__":
        sys.stderr.write(f"WATCHED {event}\\n")
    if event in ("os.mkdir", "os.rename", "os.remove", "os.symlink", "os.link"):
        sys.stderr.write(f"WATCHED {event} {arguments[0]}\\n")
    if event == "open" and isinstance(arguments[2], int):
        writes = arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if writes and arguments[0] not in (os.devnull, "/dev/tty") and not isinstance(arguments[0], int):
            sys.stderr.write(f"WATCHED open {arguments[0]}\\n")
sys.addaudithook(watch)
from magadvisor.__main__ import main
main()
"""
"""Runs the program and tells of every socket, and of every file that it opens to write."""


def test_every_command_is_asked_here() -> None:
    assert set(QUERIES) == set(COMMANDS)


def test_the_tests_run_without_a_network() -> None:
    with socket.socket() as one, pytest.raises(AssertionError, match="network"):
        one.connect(("127.0.0.1", 9))
    with pytest.raises(AssertionError, match="network"):
        socket.getaddrinfo("localhost", 9)


def test_the_tests_run_with_a_home_that_is_read_only() -> None:
    home = Path.home()
    assert home.stat().st_mode & 0o777 == 0o500
    ended = subprocess.run(
        ["sh", "-c", "echo x > ~/left"], preexec_fn=powerless, capture_output=True, check=False
    )
    assert ended.returncode != 0
    assert [name for name in os.environ if name.startswith("XDG_")] == []
    assert [*home.iterdir()] == []


@pytest.mark.parametrize("command", QUERIES)
def test_no_command_opens_a_socket_or_makes_a_file(command: str, tmp_path: Path) -> None:
    here, temporary = tmp_path / "here", tmp_path / "temporary"
    here.mkdir()
    temporary.mkdir()
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(PACKAGE.parent),
        "PYTHONDONTWRITEBYTECODE": "1",  # bytecode is the interpreter's, and holds no answer
        "HOME": str(tmp_path / "no" / "home"),
        "TMPDIR": str(temporary),
    }
    ended = subprocess.run(
        [sys.executable, "-c", WATCHED, command, *QUERIES[command]],
        cwd=here,
        env=environment,
        input=INPUT.get(command, ""),
        capture_output=True,
        text=True,
        check=False,
    )
    assert [line for line in ended.stderr.splitlines() if line.startswith("WATCHED")] == []
    assert ended.returncode in (0, 3, 4), ended.stderr
    assert ended.stdout
    assert [*here.iterdir(), *temporary.iterdir()] == []
    assert not (tmp_path / "no").exists()


SAVING = sorted({*QUERIES} - {"ask", "interactions", "plan", "kb", "screen"})


@pytest.mark.parametrize("command", SAVING)
def test_a_file_that_is_asked_for_is_its_owners_alone(command: str, tmp_path: Path, capsys: Streams) -> None:
    file = tmp_path / "saved"
    before = os.umask(0)
    try:
        code = run((command, *QUERIES[command], "--output", str(file)))
    finally:
        os.umask(before)
    assert code in (0, 4)
    assert capsys.readouterr().out == ""
    assert file.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["saved"]


ANSWERS = {"goals": ["sleep"], "medicines": [SECRET], "conditions": [SECRET], "age": 67.25}
"""Answers that an error must not repeat; the age is a number that stands nowhere else."""

WRONG: dict[str, dict[str, object]] = {
    "an unknown key": {"weight": SECRET},
    "an unknown key beside": {SECRET[:3]: 1},
    "a wrong type": {"conditions": {SECRET: SECRET}},
    "a list in a list": {"symptoms": [[SECRET]]},
    "a number as text": {"egfr": SECRET},
    "an impossible number": {"egfr": 6725672.5},
    "an unknown part of a medicine": {"medicines": [{"name": SECRET, "dose": SECRET}]},
    "an impossible time": {"medicines": [{"name": SECRET, "at": [SECRET]}]},
    "an amount as text": {"taking": [{"form": SECRET, "elemental_mg": SECRET}]},
    "a blank item": {"avoid": [SECRET, " "]},
    "an unknown word": {"kidney": SECRET},
    "an unknown word of a list": {"diet": ["vegan", SECRET]},
    "an unknown goal": {"goals": ["sleep", SECRET]},
    "an unknown way to take it": {"medicines": [{"name": SECRET, "route": SECRET}]},
}


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("as_json", [True, False])
def test_no_error_about_a_profile_repeats_an_answer(
    wrong: str, as_json: bool, tmp_path: Path, capsys: Streams
) -> None:
    file = tmp_path / "me"
    document = {**ANSWERS, **WRONG[wrong]}
    text = json.dumps(document)
    # A list on one line is YAML too; that it begins with a comment makes it be read as such.
    file.write_text(text if as_json else f"# me\n{text}", encoding="utf-8")
    code = run(("recommend", "--profile", str(file)))
    told = capsys.readouterr()
    assert (code, told.out) == (2, "")
    assert SECRET not in told.err
    assert "67" not in told.err


@pytest.mark.parametrize(
    "more",
    [
        ("--age", "6725"),
        ("--egfr", "-67"),
        ("--no-meds",),
        ("--output", "/nowhere/file"),
        ("--knowledge", "/nowhere"),
        ("--format", "pdf"),
        ("--med", "cipro@67:00"),
        ("--nonsense",),
        (SECRET,),
        ("--condition",),
        ("--taking", " "),
    ],
)
def test_no_error_about_a_command_line_repeats_an_answer(more: tuple[str, ...], capsys: Streams) -> None:
    code = run(("recommend", "--goal", "sleep", "--med", SECRET, "--condition", SECRET, *more))
    told = capsys.readouterr()
    assert code in (1, 2, 5)
    assert told.out == ""
    assert SECRET not in told.err
    assert "67" not in told.err
