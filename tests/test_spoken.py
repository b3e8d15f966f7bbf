"""For a screen reader everything is said in words: nothing is drawn, and nothing stands in columns."""

import re

import pytest

from magadvisor.cli.main import run
from tests.test_ask_lines import asked

DRAWN = re.compile("[\u2500-\u259f]|\u00b7{2}|[.#]{4}")
"""What lines, boxes and bars are made of, also where only ASCII can be shown."""

DAY = ("--med", "levothyroxine@07:00")
COMMANDS = (
    ("recommend", "--goal", "sleep", "--kidney", "none", *DAY, "--age", "45"),
    ("recommend", "--goal", "sleep", "--kidney", "g4"),
    ("plan", *DAY, "--med", "cipro@08:00,20:00"),
    ("interactions", "levothyroxine", "cipro"),
    ("compare", "citrate", "oxide"),
    ("foods", "nuts", "--target", "150"),
    ("forms", "citrate"),
    ("label", "Magnesium (as citrate) 200 mg"),
    ("explain", "oxide"),
)
Streams = pytest.CaptureFixture[str]


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: " ".join(arguments[:2]))
def test_nothing_is_drawn_where_a_screen_reader_reads(
    arguments: tuple[str, ...], capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAGADVISOR_ACCESSIBLE", "1")
    run([*arguments])
    told = capsys.readouterr().out
    assert "This is general information. It is not medical advice." in told
    assert not DRAWN.search(told)


def test_a_comparison_is_read_one_form_after_the_other(
    capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MAGADVISOR_ACCESSIBLE", "1")
    run(["compare", "citrate", "oxide", "--columns", "gut,hydrates"])
    rows = capsys.readouterr().out.splitlines()
    assert not [row for row in rows if "citrate" in row and "oxide" in row]


def test_the_same_foods_and_hours_are_told_in_words(capsys: Streams, monkeypatch: pytest.MonkeyPatch) -> None:
    def numbers() -> set[str]:
        run([*COMMANDS[0]])
        return set(re.findall(r"\d+(?::\d\d)?(?: mg| h\b)?", capsys.readouterr().out))

    drawn = numbers()
    monkeypatch.setenv("MAGADVISOR_ACCESSIBLE", "1")
    assert numbers() >= drawn - {f"{hour}" for hour in range(0, 25, 3)}  # the scale under the day is drawn


def test_an_answer_to_accessible_questions_is_told_in_words() -> None:
    assert not DRAWN.search(asked("ask", "--accessible").stdout)
    assert DRAWN.search(asked("ask").stdout)
