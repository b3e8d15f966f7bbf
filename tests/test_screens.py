"""What a person sees: the exact text of screens, and laws that hold for all of them."""

import io
import re
from pathlib import Path

import pytest

from magadvisor.model.knowledge import Knowledge
from magadvisor.render.bars import portion_bar
from magadvisor.render.page import page
from magadvisor.render.parts import Choices
from magadvisor.render.plain import plain
from magadvisor.render.screen import console, screen
from tests.support.asking import ask
from tests.support.pictures import ADVICES, DOCS, picture
from tests.support.screens import SCREENS, screens, written

CAVEAT = "This is general information."
MEDICINES = ["cipro 500 mg", "Synthroid 50 mcg", "amoxicillin", "Zemtal"]


@pytest.mark.parametrize(
    ("path", "command", "columns"), [*screens()], ids=lambda one: getattr(one, "name", "")
)
def test_a_screen_is_exactly_what_was_read_and_kept(path: Path, command: str, columns: int) -> None:
    """After reading the difference: python -m tests.support.screens."""
    assert path.read_text(encoding="utf-8") == written(command, columns)


def test_every_kept_screen_has_its_command_line() -> None:
    assert {path.name for path in SCREENS.iterdir()} == {path.name for path, _, _ in screens()}


@pytest.mark.parametrize("name", ADVICES)
def test_the_pictures_show_what_the_program_shows_and_fetch_nothing(knowledge: Knowledge, name: str) -> None:
    """To draw them anew: python -m tests.support.pictures."""
    drawn = picture(name, knowledge)
    assert (DOCS / f"{name}.svg").read_text(encoding="utf-8") == drawn
    assert "http" not in drawn.replace("http://www.w3.org/2000/svg", "")
    assert "@font-face" not in drawn


@pytest.mark.parametrize("columns", [24, 40, 59, 60, 71, 72, 80, 100])
def test_no_row_is_wider_than_the_window(knowledge: Knowledge, columns: int) -> None:
    for answers in ADVICES.values():
        advice = ask(knowledge, answers)
        for why in (False, True):
            told = plain(page(advice, knowledge, Choices(why=why, width=columns)), columns, ascii_only=False)
            assert not [line for line in told.splitlines() if len(line) > columns]


def kept() -> list[str]:
    """Read the screens at 80 columns as they were kept, without their command lines."""
    return [path.read_text(encoding="utf-8").split("\n", 1)[1] for path in sorted(SCREENS.glob("*.80.txt"))]


@pytest.mark.parametrize(
    ("name", "rows"), [("everything-is-answered", 58), ("little-is-answered", 72), ("a-form-fits", 86)]
)
def test_an_answer_stays_within_the_rows_it_was_given(name: str, rows: int) -> None:
    """One screen of a full window where everything was answered; more where much was left open."""
    assert len((SCREENS / f"{name}.80.txt").read_text(encoding="utf-8").splitlines()) <= rows


@pytest.mark.parametrize("columns", [30, 80])
def test_only_whom_to_turn_to_stands_out_not_the_whole_text(knowledge: Knowledge, columns: int) -> None:
    advice = ask(knowledge, {"goals": ["sleep"]})
    shown = screen(page(advice, knowledge, Choices(width=columns)), columns, ascii_only=False)
    careful = " ".join(shown.plain[one.start : one.end] for one in shown.spans if one.style == "careful")
    assert _words(careful)[:5] == ["Before", "use,", "a", "pharmacist:", "Before"]
    assert "Find out your eGFR" in " ".join(_words(shown.plain))
    assert "eGFR" not in careful


def test_even_in_little_room_it_is_told_how_a_misspelling_was_read(knowledge: Knowledge) -> None:
    advice = ask(
        knowledge, {"goals": ["sleep"], "kidney": "none", "medicines": [], "conditions": ["diabtes"]}
    )
    told = plain(page(advice, knowledge, Choices(quiet=True)), 80, ascii_only=False)
    assert 'You wrote "diabtes". It was read as Diabetes.' in told
    assert "eGFR was last measured" not in told


def test_the_first_line_is_what_to_do() -> None:
    doing = ("Magnesium", "Ask first:", "No magnesium", "Get help", "If none", "What", "When")
    assert all(text.startswith(doing) for text in kept())


def test_the_caveat_has_the_only_box() -> None:
    for text in kept():
        assert text.count("╭") == text.count("╰") == 1
        assert CAVEAT in text[text.index("╭") :]


def test_why_adds_and_takes_nothing_away(knowledge: Knowledge) -> None:
    """Every amount, hour and time of the short screen stands on the long one too."""
    for answers in ADVICES.values():
        advice = ask(knowledge, answers)
        brief = plain(page(advice, knowledge, Choices(width=100)), 100, ascii_only=False)
        full = plain(page(advice, knowledge, Choices(why=True, width=100)), 100, ascii_only=False)
        assert _figures(brief) <= _figures(full)
        assert len(full) >= len(brief)


def test_every_sign_that_means_help_is_listed_without_asking_why(knowledge: Knowledge) -> None:
    for answers in ADVICES.values():
        advice = ask(knowledge, answers)
        if advice.outcome == "urgent":
            continue
        told = " ".join(_words(plain(page(advice, knowledge, Choices()), 80, ascii_only=False))).lower()
        assert all(flag.text.lower() in told for flag in advice.red_flags)


def test_each_medicine_stands_on_the_screen_checked_or_not(knowledge: Knowledge) -> None:
    advice = ask(knowledge, {"goals": ["sleep"], "medicines": MEDICINES})
    told = plain(page(advice, knowledge, Choices()), 80, ascii_only=False)
    assert "Zemtal (medicines): not checked" in told
    assert "amoxicillin: checked; none of our rules applies." in told
    for one in advice.interactions:
        assert ", ".join(one.medicines) in told


def test_a_screen_in_ascii_has_no_other_mark(knowledge: Knowledge) -> None:
    for answers in ADVICES.values():
        for why in (False, True):
            choices = Choices(why=why, ascii=True)
            assert plain(page(ask(knowledge, answers), knowledge, choices), 80, ascii_only=True).isascii()


def test_brackets_and_markup_in_a_name_are_text(knowledge: Knowledge) -> None:
    typed = "[bold red]cipro[/] :warning: {x}"
    advice = ask(knowledge, {"goals": ["sleep"], "medicines": [typed]})
    out = io.StringIO()
    recorder = console(100)
    recorder.file = out
    recorder.print(screen(page(advice, knowledge, Choices(width=100)), 100, ascii_only=False), soft_wrap=True)
    assert typed in out.getvalue()


def test_colour_never_carries_a_meaning_alone(knowledge: Knowledge) -> None:
    for answers in ADVICES.values():
        told = page(ask(knowledge, answers), knowledge, Choices())
        assert screen(told, 80, ascii_only=False).plain.split() == plain(told, 80, ascii_only=False).split()


@pytest.mark.parametrize(
    ("amount", "need", "full", "half"),
    [(320, 320, 20, 0), (160, 320, 10, 0), (640, 320, 20, 0), (1, 320, 0, 1), (88, 320, 5, 1)],
)
def test_a_bar_is_a_portion_of_the_days_need(amount: float, need: float, full: int, half: int) -> None:
    drawn = portion_bar(amount, need, 20, ascii_only=False)
    assert (len(drawn), drawn.count("█")) == (20, full)
    assert len(drawn.rstrip("·")) == full + half


@pytest.mark.parametrize(("columns", "drawn"), [(71, False), (72, True)])
def test_under_72_columns_foods_are_a_list_without_bars(
    knowledge: Knowledge, columns: int, drawn: bool
) -> None:
    told = plain(
        page(ask(knowledge, ADVICES["a-form-fits"]), knowledge, Choices(width=columns)),
        columns,
        ascii_only=False,
    )
    assert ("█" in told) is drawn
    assert ("Almonds, dry roasted, 28 g: 79 mg" in told) is not drawn


def test_where_no_need_is_known_no_bar_is_drawn() -> None:
    assert portion_bar(100, None, 20, ascii_only=False) == ""


def _figures(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:\.\d+)? (?:mg|h|hours)\b|\d\d:\d\d", " ".join(text.split())))


def _words(text: str) -> list[str]:
    return text.split()
