"""Text as it comes out of other systems: scans, web pages, letters and lists of medicines."""

import pytest

from magadvisor.door import Door
from magadvisor.model.answers import TypedMagnesium, TypedMedicine
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.printable import plain_letters


@pytest.fixture(scope="module")
def door(knowledge: Knowledge) -> Door:
    return Door(knowledge)


@pytest.mark.parametrize(
    "written",
    [
        "d\u0456\u0430lysis",  # a Cyrillic i and a
        "DI\u0410LYSIS",
        "di\u03b1lysis",  # a Greek alpha
        "dia\u00adlysis",  # a soft hyphen
        "dia\u200blysis",  # a blank without width
        "\uff44\uff49\uff41\uff4c\uff59\uff53\uff49\uff53",  # wide letters
        "dialysis\u00b9",  # a footnote
    ],
)
def test_kidneys_are_heard_in_whatever_letters_they_are_written(door: Door, written: str) -> None:
    assert door.words(written).item.matched == ("dialysis",)


@pytest.mark.parametrize(
    ("written", "matched"),
    [
        ("l\u0435vothyroxine", "levothyroxine"),  # a Cyrillic e
        ("lev\u03bfthyroxine 100 \u03bcg", "levothyroxine"),  # a Greek o, and the sign of a microgram
        ("\uff4c\uff45\uff56\uff4fthyroxine", "levothyroxine"),
        ("levo\u00adthyroxine", "levothyroxine"),
    ],
)
def test_a_medicine_is_known_in_letters_that_look_alike(door: Door, written: str, matched: str) -> None:
    heard = door.medicine(TypedMedicine(written)).item
    assert (heard.typed, heard.checked, heard.matched) == (written, True, (matched,))


@pytest.mark.parametrize(
    "written",
    [
        "m\u0430gnesium 100 mg",
        "mag\u00adnesium\u00a0100\u00a0mg",
        "\uff4d\uff41\uff47\uff4e\uff45\uff53\uff49\uff55\uff4d \uff11\uff10\uff10 \uff4d\uff47",
        "magnesium\u00b9 100 mg",
        "Magn\u0435sium\u2122 100 \u338e",
    ],
)
def test_an_amount_counts_in_whatever_letters_it_is_written(door: Door, written: str) -> None:
    item = door.taken(TypedMagnesium(written)).item
    assert (item.typed, item.checked, item.elemental_mg) == (written, True, 100.0)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("\u0153d\u00e8me", "oedeme"),
        ("\u00c6r\u00f8", "AEro"),
        ("stra\u00dfe", "strasse"),
        ("\u0421O", "CO"),
        ("\u043c\u0430\u0433\u043d\u0438\u0439", "\u043c\u0430\u0433\u043d\u0438\u0438"),  # a word of its own
        ("100 \u00b5g", "100 \u03bcg"),
        ("vitamin B\u2081\u2082\u00ae", "vitamin B12"),
    ],
)
def test_letters_become_plain_and_another_alphabet_stays(typed: str, plain: str) -> None:
    assert plain_letters(typed) == plain
