"""The questions as plain lines from a pipe: what goes to which stream, and how it ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.terminals import ROOT

SHORT = "sleep\nnone\nnone\nnone\n\nmale\nnone\nnormal\nnone\nnone\nus\nshow\n"
CAVEAT = "This is general information. It is not medical advice."
Ended = subprocess.CompletedProcess[str]


def asked(*arguments: str, text: str | None = SHORT) -> Ended:
    command = [sys.executable, "-m", "magadvisor", *arguments]
    if text is None:
        return subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            cwd=ROOT,
            timeout=60,
            check=False,
        )
    return subprocess.run(
        command, input=text, capture_output=True, text=True, cwd=ROOT, timeout=60, check=False
    )


def recommended(*arguments: str) -> Ended:
    return asked("recommend", *arguments, text="")


def test_questions_go_to_stderr_and_the_advice_to_stdout() -> None:
    told = asked("ask", "--json")
    assert told.returncode == 0
    assert json.loads(told.stdout)["schema"] == "magadvisor.advice/1"
    assert "Question 1 of 10." in told.stderr
    assert "Question 10 of 10." in told.stderr


def test_a_saved_profile_gives_the_same_advice_without_questions(tmp_path: Path) -> None:
    saved = tmp_path / "me.yaml"
    told = asked("ask", "--save", str(saved))
    assert f"magadvisor recommend --profile {saved}" in told.stderr
    assert saved.stat().st_mode & 0o777 == 0o600
    again = recommended("--profile", str(saved))
    assert (again.returncode, again.stdout) == (told.returncode, told.stdout)
    assert CAVEAT in told.stdout


def test_no_answer_stands_on_the_command_line_for_next_time(tmp_path: Path) -> None:
    saved = tmp_path / "my answers.yaml"
    told = asked("ask", "--save", str(saved), text=SHORT.replace("none\n\n", "list\nwarfarin\n\n\n", 1))
    line = next(line for line in told.stderr.splitlines() if "recommend" in line)
    assert line == f"  magadvisor recommend --profile '{saved}'"


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    saved = tmp_path / "me.yaml"
    saved.write_text("mine")
    refused = asked("ask", "--save", str(saved))
    assert (refused.returncode, refused.stdout, saved.read_text()) == (1, "", "mine")
    assert "Question" not in refused.stderr
    assert asked("ask", "--save", str(saved), "--force").returncode == 0
    assert saved.read_text().startswith("schema: magadvisor.profile/1\n")


def test_a_file_named_at_the_end_is_asked_for_again_when_it_is_there(tmp_path: Path) -> None:
    there, new = tmp_path / "there", tmp_path / "new"
    there.write_text("mine")
    told = asked("ask", text=SHORT.replace("show\n", f"save\n{there}\n{new}\n"))
    assert told.returncode == 0
    assert there.read_text() == "mine"
    assert "--force" in told.stderr
    assert new.read_text().startswith("schema:")


@pytest.mark.parametrize("text", [None, ""])
def test_without_a_terminal_and_without_answers_it_says_what_to_run_instead(text: str | None) -> None:
    told = asked("ask", text=text)
    assert (told.returncode, told.stdout) == (2, "")
    assert "magadvisor recommend --goal sleep" in told.stderr
    assert "Question" not in told.stderr


def test_a_closed_input_is_no_fault() -> None:
    command = f"{sys.executable} -m magadvisor ask <&-"
    told = subprocess.run(
        ["sh", "-c", command], capture_output=True, text=True, cwd=ROOT, timeout=60, check=False
    )
    assert told.returncode == 2
    assert "fault" not in told.stderr


def test_without_a_command_and_a_terminal_there_is_a_short_help() -> None:
    told = asked(text=SHORT)
    assert (told.returncode, told.stdout) == (2, "")
    assert "Question" not in told.stderr


@pytest.mark.parametrize("text", ["sleep\nnone\n", "sleep\nq\n", "sleep\nnone\nquit\n"])
def test_an_end_in_the_middle_saves_nothing(text: str, tmp_path: Path) -> None:
    told = asked("ask", "--save", str(tmp_path / "me.yaml"), text=text)
    assert (told.returncode, told.stdout) == (130, "")
    assert "Nothing was saved" in told.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_stop_is_json_when_json_is_asked() -> None:
    told = asked("ask", "--json", text="sleep\nq\n")
    assert json.loads(told.stderr.splitlines()[-1])["code"] == "stopped"


def test_back_keeps_the_answer_on_an_empty_line(tmp_path: Path) -> None:
    saved = tmp_path / "me.yaml"
    lines = SHORT.replace("normal\n", "sensitive\nback\n\n")
    told = asked("ask", "--save", str(saved), text=lines)
    assert "Easily upset (your answer)" in told.stderr
    assert "digestion: [sensitive]" in saved.read_text()


def test_a_line_that_is_no_answer_is_asked_for_again() -> None:
    told = asked("ask", text=f"99\nsleep 3 x\n{SHORT}")
    assert told.returncode == 0
    assert told.stderr.count("Write a number from 1 to 19, or several with spaces.") == 2


def test_several_goals_keep_the_main_one_first(tmp_path: Path) -> None:
    saved = tmp_path / "me.yaml"
    asked("ask", "--save", str(saved), text=SHORT.replace("sleep", "18 cramps", 1))
    assert "goals: [sleep, cramps]" in saved.read_text()


def test_what_is_kept_as_typed_is_not_checked() -> None:
    lines = "sleep\nnone\nnone\nlist\nZemtal\nkeep\n\n" + SHORT.split("none\n", 3)[3]
    told = asked("ask", "--json", text=lines)
    assert told.returncode == 4
    assert [one["typed"] for one in json.loads(told.stdout)["not_checked"]] == ["Zemtal"]


def test_an_emergency_asks_nothing_more() -> None:
    told = asked("ask", text="sleep\n1\n")
    assert told.returncode == 3
    assert told.stdout.startswith("Get help now")
    assert "Question 3" not in told.stderr
    assert "not saved" not in told.stderr


def test_control_characters_that_are_typed_are_shown_as_text() -> None:
    lines = "sleep\nnone\nnone\nlist\n\x1b[31mred[bold]\nkeep\n\n" + SHORT.split("none\n", 3)[3]
    told = asked("ask", text=lines)
    assert "\x1b" not in told.stderr + told.stdout
    assert "[31mred[bold]" in told.stderr


def test_bytes_that_are_no_text_are_no_fault() -> None:
    command = [sys.executable, "-m", "magadvisor", "ask"]
    told = subprocess.run(
        command, input=b"\xff\xfe\nq\n", capture_output=True, cwd=ROOT, timeout=60, check=False
    )
    assert told.returncode == 130


def test_words_where_a_line_was_to_be_chosen_are_heard() -> None:
    told = asked("ask", text="can't sleep\nmy chest feels heavy\n")
    assert told.returncode == 3
    assert "Get help now" in told.stdout
