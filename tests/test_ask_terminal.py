"""The questions in a real pseudo-terminal: arrow keys, the way back, stopping, and both front ends alike."""

import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.terminals import (
    BACK_TAB,
    CONTROL_B,
    CONTROL_C,
    CONTROL_D,
    DOWN,
    END,
    ENTER,
    ROOT,
    UP,
    Terminal,
)

SIZES = [(80, 24), (40, 20)]
LINES = """sleep
none of these
diagnosed
55
list
metformn
metformin
cipro 500 mg
08:00, 20:00

54
male
list
heart block

sensitive
list
glycinate
100

vegan
us
show
"""
"""The same answers as `main_path` gives with arrow keys."""


MAIN_PATH: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("1 of 10", (UP, UP, " ", ENTER)),  # sleep
    ("2 of 10", (UP, ENTER)),  # none of these
    ("3 of 10", (DOWN, ENTER)),  # diagnosed
    ("eGFR, a number", ("55", ENTER)),
    ("4 of 10", (DOWN, ENTER)),
    ("Which medicine?", ("metformn", ENTER)),
    ("Did you mean one of these?", (ENTER,)),
    ("Which medicine?", ("cipro 500 mg", ENTER)),
    ("At what times", ("08:00, 20:00", ENTER)),
    ("Which medicine?", (ENTER,)),
    ("5 of 10", ("54", ENTER)),
    ("Are you female or male?", (DOWN, ENTER)),
    ("6 of 10", (DOWN, ENTER)),
    ("Which illness", ("heart bl", DOWN, ENTER)),
    ("Which illness", (ENTER,)),
    ("7 of 10", (DOWN, " ", ENTER)),
    ("8 of 10", (DOWN, ENTER)),
    ("Which product", ("glycinate", ENTER)),
    ("does the label give", ("100", ENTER)),
    ("Which product", (ENTER,)),
    ("9 of 10", (DOWN, " ", ENTER)),
    ("10 of 10", (ENTER,)),
)
"""Every question to the summary, and the keys that answer it."""


def main_path(terminal: Terminal) -> None:
    """Go through every question to the summary."""
    for question, keys in MAIN_PATH:
        terminal.answers(question, *keys)


def in_lines(*arguments: str, text: str = LINES) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "magadvisor", "ask", *arguments]
    return subprocess.run(
        command, input=text, capture_output=True, text=True, cwd=ROOT, timeout=60, check=False
    )


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_the_main_path_ends_in_the_advice_and_the_command_for_next_time(
    columns: int, rows: int, tmp_path: Path
) -> None:
    saved = tmp_path / "me.yaml"
    terminal = Terminal("ask", columns=columns, rows=rows)
    main_path(terminal)
    terminal.answers("This is what you said.", DOWN, ENTER)
    terminal.answers("To which file?", str(saved), ENTER)
    assert terminal.ends() == 3
    assert "This is general" in terminal.told
    assert "No magnesium supplement" in terminal.told
    assert "magadvisor recommend --profile" in terminal.told
    assert saved.stat().st_mode & 0o777 == 0o600


def test_the_two_front_ends_give_the_same_profile(tmp_path: Path) -> None:
    drawn, lines = tmp_path / "drawn.yaml", tmp_path / "lines.yaml"
    terminal = Terminal("ask", "--save", str(drawn))
    main_path(terminal)
    terminal.answers("This is what you said.", ENTER)
    assert terminal.ends() == 3
    assert in_lines("--save", str(lines)).returncode == 3
    assert drawn.read_text() == lines.read_text()
    assert "medicines:" in drawn.read_text()


def test_plain_words_on_a_terminal_for_a_screen_reader(tmp_path: Path) -> None:
    ways: list[tuple[list[str], dict[str, str]]] = [
        (["--accessible"], {}),
        ([], {"MAGADVISOR_ACCESSIBLE": "1"}),
        ([], {"TERM": "dumb"}),
    ]
    for arguments, environment in ways:
        saved = tmp_path / f"{len(list(tmp_path.iterdir()))}.yaml"
        terminal = Terminal("ask", *arguments, "--save", str(saved), environment=environment)
        for line in LINES.splitlines():
            terminal.sees("Your answer: ")
            terminal.types(line, ENTER)
        assert terminal.ends() == 3
        questions = terminal.told.partition("Your answer: show")[0]
        assert "\x1b" not in questions
        assert "[ ]" not in questions
    assert len({one.read_text() for one in tmp_path.iterdir()}) == 1


def test_the_program_without_a_command_asks_on_a_terminal() -> None:
    terminal = Terminal()
    terminal.answers("1 of 10", UP, UP, " ", ENTER)
    terminal.answers("2 of 10", " ", ENTER)  # thoughts of ending one's life
    assert terminal.ends() == 3
    assert "a crisis line" in terminal.told


@pytest.mark.parametrize("key", ["q", CONTROL_C, CONTROL_D])
@pytest.mark.parametrize("typing", [False, True])
def test_stopping_saves_nothing_and_is_130(key: str, typing: bool, tmp_path: Path) -> None:
    saved = tmp_path / "me.yaml"
    terminal = Terminal("ask", "--save", str(saved))
    terminal.answers("1 of 10", UP, " ", ENTER)
    terminal.answers("2 of 10", UP, ENTER)
    if typing:
        terminal.answers("3 of 10", UP, ENTER)
        terminal.answers("eGFR, a number", key, *([ENTER] if key == "q" else []))
    else:
        terminal.answers("3 of 10", key)
    assert terminal.ends() == 130
    assert "Nothing was saved" in terminal.told
    assert not saved.exists()


@pytest.mark.parametrize("keys", [[CONTROL_C], [CONTROL_D], ["q", ENTER]])
def test_stopping_in_plain_lines_saves_nothing_and_is_130(keys: list[str]) -> None:
    terminal = Terminal("ask", "--accessible")
    terminal.sees("Your answer: ")
    terminal.types(*keys)
    assert terminal.ends() == 130
    assert "Nothing was saved" in terminal.told


@pytest.mark.parametrize("key", [BACK_TAB, CONTROL_B])
def test_back_shows_the_earlier_answer_and_keeps_the_later_ones(key: str) -> None:
    terminal = Terminal("ask")
    terminal.answers("1 of 10", UP, UP, " ", ENTER)
    terminal.answers("2 of 10", UP, ENTER)
    terminal.answers("3 of 10", DOWN, DOWN, ENTER)
    terminal.answers("4 of 10", key)
    terminal.sees("> Yes, stage 1")
    terminal.types(key)
    terminal.sees("> [x] None of these")
    terminal.sees("saved")
    terminal.types(ENTER)
    terminal.sees("> Yes, stage 1")
    terminal.types(CONTROL_C)
    assert terminal.ends() == 130


def test_a_sign_of_an_emergency_ends_the_questions_at_once() -> None:
    terminal = Terminal("ask", columns=40, rows=20)
    terminal.answers("1 of 10", UP, UP, " ", ENTER)
    terminal.answers("2 of 10", DOWN, DOWN, DOWN, DOWN, DOWN, " ", ENTER)  # a seizure
    assert terminal.ends() == 3
    assert "Get help now" in terminal.told
    assert "3 of 10" not in terminal.told
    assert "mg a day" not in terminal.told


def test_enter_alone_never_ticks_a_sign_of_danger() -> None:
    """The pointer starts on one, and whoever hurries presses Enter twice."""
    terminal = Terminal("ask")
    terminal.answers("1 of 10", UP, UP, " ", ENTER)
    terminal.answers("2 of 10", ENTER, ENTER)
    terminal.sees('Nothing is ticked. Space ticks the line; End goes to "None of these".')
    assert "[x]" not in terminal.told
    terminal.types(END, ENTER)
    terminal.sees("3 of 10")
    terminal.types(CONTROL_C)
    assert terminal.ends() == 130


@pytest.mark.parametrize("typed", ["kidneys ok I guess", "5", "dialysis and a bad heart", "just a bit tired"])
def test_words_that_are_no_answer_take_no_line(typed: str) -> None:
    """The pointer starts on "No": Enter behind words would tell that the kidneys are well."""
    terminal = Terminal("ask")
    terminal.answers("1 of 10", UP, UP, " ", ENTER)
    terminal.answers("2 of 10", END, ENTER)
    terminal.answers("3 of 10", typed, ENTER)
    terminal.sees("This was not understood as one answer: choose a line.")
    assert "4 of 10" not in terminal.told
    terminal.types(DOWN, ENTER)
    terminal.sees("eGFR, a number")
    terminal.types(CONTROL_C)
    assert terminal.ends() == 130


def test_words_typed_at_a_list_are_heard() -> None:
    terminal = Terminal("ask")
    terminal.answers("1 of 10", UP, UP, " ", ENTER)
    terminal.answers("2 of 10", "nothing I knowx", "\x7f", ENTER)
    terminal.sees('We do not know "nothing I know".')
    terminal.types(ENTER)
    terminal.answers("Which symptom?", ENTER)
    terminal.answers("3 of 10", "kidneys are on dialysis", ENTER)
    terminal.answers("4 of 10", "cipro 500 mg", ENTER)
    terminal.answers("At what times", ENTER)
    terminal.sees("cipro 500 mg: ciprofloxacin")
    terminal.types(CONTROL_C)
    assert terminal.ends() == 130


def test_a_danger_that_is_typed_at_a_list_ends_the_questions() -> None:
    terminal = Terminal("ask")
    terminal.answers("1 of 10", UP, UP, " ", ENTER)
    terminal.answers("2 of 10", "I feel faint and my chest is tight", ENTER)
    assert terminal.ends() == 3
    assert "Get help now" in terminal.told


def test_words_with_a_blank_tick_nothing() -> None:
    terminal = Terminal("ask")
    terminal.answers("1 of 10", "cant sleep", ENTER)
    terminal.sees("Words are not read here, and nothing was chosen.")
    assert "[1]" not in terminal.told
    terminal.types(CONTROL_C)
    assert terminal.ends() == 130


def test_a_number_points_at_the_line_that_bears_it() -> None:
    terminal = Terminal("ask")
    main_path(terminal)
    terminal.answers("This is what you said.", "3", ENTER)
    terminal.sees("3 of 10")
    terminal.types(CONTROL_C)
    assert terminal.ends() == 130


def test_colour_is_left_out_where_it_is_not_wanted() -> None:
    ways: list[tuple[list[str], dict[str, str]]] = [(["--color", "never"], {}), ([], {"NO_COLOR": "1"})]
    for arguments, environment in ways:
        terminal = Terminal("ask", *arguments, environment=environment)
        terminal.answers("1 of 10", "q")
        assert terminal.ends() == 130
        assert not re.search(r"\x1b\[[0-9;]*3[0-7][;m]", terminal.told)


def shown_in_tmux(columns: int, rows: int, keys: list[str], until: str) -> list[str]:
    """Give the screen after some keys, as a person would see it."""
    socket = f"magadvisor-{columns}x{rows}-{time.monotonic_ns()}"
    tmux = ["tmux", "-L", socket, "-f", "/dev/null"]
    command = f"LC_ALL=C.UTF-8 {sys.executable} -m magadvisor ask"

    def screen(text: str) -> list[str]:
        for _ in range(300):
            shown = subprocess.run(
                [*tmux, "capture-pane", "-p"], capture_output=True, text=True, check=True
            ).stdout.rstrip("\n")
            if text in shown:
                return shown.split("\n")
            time.sleep(0.1)
        raise AssertionError(f"{text} was never shown:\n{shown}")

    size = ["-x", str(columns), "-y", str(rows)]
    subprocess.run([*tmux, "new-session", "-d", *size, command], cwd=ROOT, check=True)
    try:
        screen("1 of 10")
        subprocess.run([*tmux, "send-keys", *keys], check=True)
        return screen(until)
    finally:
        subprocess.run([*tmux, "kill-session"], check=False)


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux draws the screen")
@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_a_question_fits_the_screen_with_its_keys(columns: int, rows: int) -> None:
    lines = shown_in_tmux(columns, rows, ["Up", "Up", "Space", "Enter"], "2 of 10")
    assert lines[0].startswith(" 2 of 10")
    assert len(lines) <= rows
    assert max(map(len, lines)) <= columns
    told = " ".join(" ".join(lines).split())
    for text in ("Do you have any of these now", "We ask because", "> [ ] You think about", "Shift-Tab back"):
        assert text in told
    assert "q stop, nothing is saved" in told
