"""Whoever stops a command, wherever it is: exit 130, one line, nothing saved, no part of an advice."""

import fcntl
import os
import signal
import subprocess
import time
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import Window

from magadvisor.ask.step import Stopped
from magadvisor.ask.terminal import Look, run, text_window
from tests.support.installed import Installed
from tests.support.queries import INPUT, LINES, SECRET
from tests.support.terminals import CONTROL_C, ENTER, Terminal
from tests.test_ask_terminal import LINES as ANSWERS
from tests.test_ask_terminal import MAIN_PATH

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

AT_AN_IMPORT = """
import os, signal, sys
place, number = int(sys.argv.pop(1)), int(sys.argv.pop(1))
seen = []
def watch(event, arguments):
    if event == "import" and arguments[0].startswith("magadvisor."):
        seen.append(arguments[0])
        if len(seen) == place:
            os.kill(os.getpid(), number)
from magadvisor.__main__ import main
sys.addaudithook(watch)
main()
"""
"""Runs the program, which is sent a signal when it imports its so-manieth module."""


def _as_a_shell_starts_it() -> None:
    """Hear every signal, also where the tests themselves run in the background."""
    for one in SIGNALS:
        signal.signal(one, signal.SIG_DFL)


def started(command: list[str], **streams: object) -> "subprocess.Popen[bytes]":
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
    return subprocess.Popen(command, preexec_fn=_as_a_shell_starts_it, **pipes)  # type: ignore[call-overload,no-any-return]  # noqa: PLW1509


@pytest.mark.parametrize("place", [1, 30, 60])
@pytest.mark.parametrize("name", LINES)
def test_a_stop_while_a_command_works_is_130_and_one_line(
    name: str, place: int, installed: Installed
) -> None:
    number = SIGNALS[(list(LINES).index(name) + place) % len(SIGNALS)]
    command = installed.command(*LINES[name])
    code = command[command.index("-c") + 1].partition("; from ")[0] + AT_AN_IMPORT
    command = [*command[: command.index("-c") + 1], code, str(place), str(int(number)), *LINES[name]]
    told = started(command)
    out, err = told.communicate(INPUT.get(name.partition(" ")[0], "").encode())
    assert b"Traceback" not in err
    assert SECRET.encode() not in err
    if told.returncode == 130:
        said = err.decode().splitlines()
        assert said[-1].startswith("magadvisor: stopped")
        assert out == b""
        assert len(said) == 1 or name == "ask"  # its questions go to the error stream
    else:
        assert place > 1  # only a command that was ready before may end as ever
        assert told.returncode in (0, 2, 3, 4, 5)


WAITING = {
    "recommend": ("recommend", "--profile", "-"),
    "handout": ("handout", "--profile", "-"),
    "screen": ("screen", "-"),
    "ask": ("ask", "--accessible"),
}


def wait_until_it_reads(process: "subprocess.Popen[bytes]") -> None:
    """Wait until a process waits for its input."""
    state = Path(f"/proc/{process.pid}/syscall")
    while not state.read_text().startswith("0 0x0 "):
        assert process.poll() is None
        time.sleep(0.01)


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize("name", WAITING)
def test_a_stop_while_a_command_waits_for_input_is_130_and_one_line(
    name: str, number: signal.Signals, installed: Installed
) -> None:
    process = started(installed.command(*WAITING[name]))
    wait_until_it_reads(process)
    process.send_signal(number)
    out, err = process.communicate()
    said = [line for line in err.decode().splitlines() if line.startswith(("magadvisor:", "Traceback"))]
    assert (process.returncode, out, len(said)) == (130, b"", 1)
    assert said[0].startswith("magadvisor: stopped")


def test_a_stop_while_nobody_reads_the_answer_ends_the_command(installed: Installed) -> None:
    process = started(installed.command("forms", "--format", "json"))
    assert process.stdout is not None
    fcntl.fcntl(process.stdout, fcntl.F_SETPIPE_SZ, 4_096)
    state = Path(f"/proc/{process.pid}/syscall")
    while not state.read_text().startswith("1 0x1 "):  # the pipe is full
        assert process.poll() is None
        time.sleep(0.01)
    process.terminate()
    assert process.wait(timeout=60) == 130


def test_an_ignored_hangup_stays_ignored(installed: Installed) -> None:
    def nohup() -> None:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)

    command = installed.command("screen", "-", "--quiet")
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, preexec_fn=nohup)  # noqa: PLW1509
    wait_until_it_reads(process)
    process.send_signal(signal.SIGHUP)
    out, _ = process.communicate(b'{"goals": ["sleep"], "kidney": "none", "medicines": []}\n')
    assert (process.returncode, out.count(b"\n")) == (0, 1)


def test_a_stop_while_a_file_is_written_leaves_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from magadvisor.cli.output import write_file

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "me.yaml", "goals: [sleep]\n", force=False)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    return tmp_path / "me.yaml"


@pytest.fixture
def asks(installed: Installed, saved: Path) -> Callable[..., Terminal]:
    """Start the questions in a terminal."""

    def starts(*arguments: str) -> Terminal:
        return Terminal("ask", "--save", str(saved), *arguments, program=installed.command())

    return starts


@pytest.mark.parametrize("place", range(len(MAIN_PATH) + 1))
def test_ctrl_c_at_any_question_saves_nothing(place: int, asks: Callable[..., Terminal], saved: Path) -> None:
    terminal = asks()
    for question, keys in MAIN_PATH[:place]:
        terminal.answers(question, *keys)
    last = MAIN_PATH[place][0] if place < len(MAIN_PATH) else "This is what you said."
    terminal.answers(last, CONTROL_C)
    assert terminal.stops() == 130
    assert terminal.echoes()
    _stopped(terminal, saved)


@pytest.mark.parametrize("place", range(len(ANSWERS.splitlines())))
def test_ctrl_c_at_any_question_in_plain_lines_saves_nothing(
    place: int, asks: Callable[..., Terminal], saved: Path
) -> None:
    terminal = asks("--accessible")
    for line in ANSWERS.splitlines()[:place]:
        terminal.sees("Your answer: ")
        terminal.types(line, ENTER)
    terminal.sees("Your answer: ")
    terminal.types(CONTROL_C)
    assert terminal.ends() == 130
    _stopped(terminal, saved)


def _stopped(terminal: Terminal, saved: Path) -> None:
    assert "Nothing was saved" in terminal.told
    assert "Traceback" not in terminal.told
    assert "general information" not in terminal.told
    assert not saved.exists()


@pytest.mark.parametrize("number", SIGNALS)
@pytest.mark.parametrize("front", [(), ("--accessible",)])
@pytest.mark.parametrize("typing", [False, True])
def test_any_other_stop_at_a_question_saves_nothing_and_gives_the_terminal_back(
    number: signal.Signals, front: tuple[str, ...], typing: bool, asks: Callable[..., Terminal], saved: Path
) -> None:
    terminal = asks(*front)
    if front:
        terminal.sees("Your answer: ")
        if typing:
            terminal.types("sle")
            terminal.sees("sle")
    else:
        for question, keys in MAIN_PATH[:3] if typing else ():
            terminal.answers(question, *keys)
        terminal.sees("eGFR, a number" if typing else "1 of 10", "saved")
    terminal.hears(number)
    assert terminal.stops() == 130
    assert terminal.echoes()
    _stopped(terminal, saved)


@pytest.mark.parametrize("front", [(), ("--accessible",)])
def test_a_terminal_that_goes_away_saves_nothing(
    front: tuple[str, ...], asks: Callable[..., Terminal], saved: Path
) -> None:
    terminal = asks(*front)
    terminal.sees("Your answer: " if front else "saved")
    assert terminal.goes_away() == 130
    assert not saved.exists()


@pytest.mark.parametrize("number", SIGNALS[1:])
def test_a_stop_that_python_cannot_raise_where_it_comes_still_leaves_the_question(
    number: signal.Signals,
) -> None:
    """Python drops an exception that comes up while a weak reference is cleared."""
    bindings, cleared = KeyBindings(), list[object]()

    @bindings.add("x")
    def _answers(event: KeyPressEvent) -> None:
        event.app.exit(result=("answered",))

    def drawn() -> StyleAndTextTuples:
        if not cleared:
            cleared.append(weakref.ref(gone := Window(), lambda _: os.kill(os.getpid(), number)))
            del gone
            keys.send_text("x")
        return []

    before = signal.signal(number, signal.default_int_handler)
    try:
        with create_pipe_input() as keys, create_app_session(input=keys), pytest.raises(Stopped):
            window = text_window(drawn)
            run([window], bindings, Look(colour=False, ascii_only=True), window)
        assert signal.getsignal(number) is signal.default_int_handler
    finally:
        signal.signal(number, before)
