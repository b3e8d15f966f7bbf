"""Text as it comes out of other systems: scans, web pages, letters and lists of medicines."""

import pytest

from magadvisor.door import Door
from magadvisor.model.answers import TypedMagnesium, TypedMedicine
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.printable import plain_letters
from magadvisor.model.words import Outcome
from tests.support.asking import HEALTHY, ask


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


@pytest.mark.parametrize(
    ("typed", "mg"),
    [
        # How many stands in front of what is taken, and what one holds behind its name.
        ("three magnesium 70 mg tablets", 210),
        ("two 100 mg magnesium tablets", 200),
        ("2 100mg magnesium tablets", 200),
        ("I take 2 magnesium glycinate 100 mg capsules", 200),
        ("1½ magnesium 100 mg tablets", 150),
        ("¾ of a magnesium 100 mg tablet", 75),
        ("2 magnesium glycinate 100mg", 200),
        ("magnesium 100 mg tablet, take 1 tablet", 100),
        ("magnesium 100 mg 30 tablets", 100),  # what a pack holds
        ("3 in 1 magnesium 100 mg capsules", 100),
        # The sign of a product of two numbers.
        ("2×100 mg magnesium", 200),
        ("magnesium 100mg×2", 200),
        ("magnesium 100 mg * 2", 200),
        ("Magnesium* 100 mg", 100),
        # How many at a time and how often, side by side, as on a slip.
        ("magnesium 50 mg tablets 2 TDS", 300),
        ("magnesium 50mg 2 bd", 200),
        ("magnesium 50 mg tablets, 2 tablets tds", 300),
        ("magnesium 100 tds", 300),
        ("magnesium 100 mg tablets 2 at night", 200),
        ("magnesium 100 mg tablets, 2 nocte", 200),
        ("magnesium 100 mg tablets 2 daily", 200),
        ("magnesium 100 mg tablets 2", 200),
        ("magnesium 100 mg 60 tablets 2 daily", 200),
        # Two names, each with a number of its own.
        ("glycinate 150 citrate 80", 230),
        ("glycinate 150 magnesium citrate 80", 230),
        # Parts of the day and hours in other languages.
        ("magnésium 100 mg matin et soir", 200),
        ("magnesium 100 mg morgens und abends", 200),
        ("magnesium 80 mg morgens mittags abends", 240),
        ("magnesio 50 mg cada 8 horas", 150),
        ("magnésium 50 mg toutes les 8 heures", 150),
        ("Magnesium 50 mg alle 6 Stunden", 200),
        ("magnésium 50 mg 3 fois par jour", 150),
        ("Magnesium 50 mg 3x täglich", 150),
        ("Magnesium 50 mg dreimal täglich", 150),
        ("magnesio 50 mg 2 veces al día", 100),
        # As on a repeat slip.
        ("magnesium 100 mg nocte", 100),
        ("magnesium 100 mg QHS PRN", 100),
        ("magnesium 50 mg q12h", 100),
        ("magnesium 100 mg as needed", 100),
    ],
)
def test_how_many_are_taken_is_read_wherever_it_stands(door: Door, typed: str, mg: float) -> None:
    item = door.taken(TypedMagnesium(typed)).item
    assert (item.checked, item.elemental_mg) == (True, mg)


@pytest.mark.parametrize(
    "typed",
    [
        "omega 3 magnesium 100 mg capsules",
        "vitamin b 6 magnesium 100 mg capsules",
        "5-HTP magnesium 100 mg",
        "Mag 2 100 mg ampoules",
    ],
)
def test_the_number_of_a_name_counts_nothing(door: Door, typed: str) -> None:
    assert door.magnesium(TypedMagnesium(typed)).elemental_mg in (100, 122)  # Mag 2 holds 122 mg at most


@pytest.mark.parametrize(
    ("typed", "mg", "beside"),
    [
        ("ashwagandha 10 mg glycinate 200 mg", 200, "ashwagandha 10 mg"),
        ("ashwagandha 600 mg magnesium glycinate 200 mg", 200, "ashwagandha 600 mg"),
        ("magnesium glycinate 200 mg ashwagandha 10 mg", 200, "ashwagandha 10 mg"),
        ("magnesium citrate 150 mg, silica", 150, "silica"),
        ("Magnesium (as magnesium oxide) 400 mg, silica", 400, "silica"),
    ],
)
def test_what_stands_beside_magnesium_is_not_checked_and_takes_nothing_from_its_amount(
    door: Door, typed: str, mg: float, beside: str
) -> None:
    item = door.taken(TypedMagnesium(typed)).item
    assert (item.checked, item.elemental_mg, item.unheard, item.apart) == (True, mg, (beside,), (beside,))


@pytest.mark.parametrize(
    "typed",
    [
        "magnesium oxide 400 mg providing 240 mg",
        "Magnesiumcitrat 1000 mg entspricht 150 mg",
        "oxide 90 mg citrate 80 mg",
    ],
)
def test_two_amounts_of_one_thing_name_nothing_beside_it(door: Door, typed: str) -> None:
    assert door.taken(TypedMagnesium(typed)).item.unheard == ()


def test_an_excipient_never_makes_what_is_taken_count_for_less(knowledge: Knowledge) -> None:
    alone = ask(knowledge, {**HEALTHY, "goals": ["sleep"], "taking": ["magnesium oxide 400 mg"]})
    pasted = ask(knowledge, {**HEALTHY, "goals": ["sleep"], "taking": ["magnesium oxide 400 mg, silica"]})
    assert (alone.outcome, pasted.outcome) == (Outcome.WITHHOLD, Outcome.WITHHOLD)
    assert [(line.typed, line.elemental_mg) for line in pasted.ledger] == [
        ("magnesium oxide 400 mg, silica", 400),
        ("silica", None),
    ]
    assert [one.typed for one in pasted.not_checked] == ["silica"]


@pytest.mark.parametrize("typed", ["heart attack", "stroke", "TIA", "seizures", "fits", "DVT", "angina"])
def test_an_illness_typed_as_a_symptom_is_there_now(knowledge: Knowledge, typed: str) -> None:
    past = ask(knowledge, {**HEALTHY, "goals": ["sleep"], "conditions": [typed]})
    now = ask(knowledge, {**HEALTHY, "goals": ["sleep"], "symptoms": [typed]})
    assert now.outcome is Outcome.URGENT
    assert [one.typed for one in now.symptoms] == [typed]
    assert set(past.conditions[0].matched) <= {*now.symptoms[0].matched}


def test_an_illness_typed_as_a_condition_may_be_long_ago(knowledge: Knowledge) -> None:
    past = ask(knowledge, {**HEALTHY, "goals": ["sleep"], "conditions": ["heart attack"]})
    assert past.outcome is Outcome.SUGGEST


@pytest.mark.parametrize("typed", ["no stroke", "stroke last year", "my dad had a stroke", "diabetes"])
def test_an_illness_that_is_denied_past_or_of_somebody_else_is_not_there_now(
    knowledge: Knowledge, typed: str
) -> None:
    now = ask(knowledge, {**HEALTHY, "goals": ["sleep"], "symptoms": [typed]})
    assert now.outcome is not Outcome.URGENT


def test_a_whole_list_that_is_pasted_in_one_go_counts(door: Door) -> None:
    repeat = "Amlodipine 5mg tablets One To Be Taken Each Day 28 tablet\nRamipril 10mg capsules ONE daily"
    text = "\n".join((repeat, repeat, repeat, "Ciprofloxacin 500mg tablets Take ONE twice a day 14 tablet"))
    heard = door.medicine(TypedMedicine(text)).item
    assert heard.checked
    assert {"amlodipine", "ramipril", "ciprofloxacin"} == set(heard.matched)
    assert "quinolone-antibiotics" in heard.interactions
