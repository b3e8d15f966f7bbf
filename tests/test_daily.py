"""How much a day: from the units of a product, or from the masses that a text states."""

import pytest

from magadvisor.model.medicine import Product
from magadvisor.names.daily import by_mass, by_units, counts_each, stated_beside, units_at_a_time
from magadvisor.names.magnesium import Unit
from magadvisor.names.quantity import Quantity, read_quantity, unit_measures
from magadvisor.names.quantity_text import tidy
from magadvisor.names.tidy import has_amount, is_hour

TABLET = {"solid": 1.0}
PAIR = {"solid": 2.0}
SACHET = {"sachet": 1.0, "ml": 10.0}
SPOON = {"ml": 5.0}


def said(text: str) -> Quantity:
    return read_quantity(tidy(text))


def product(high_mg: float | None) -> Product:
    return Product("one", "One 400", "supplement", "oxide", ("oxide",), "1 tablet", "", high_mg=high_mg)


@pytest.mark.parametrize(
    ("measures", "text", "units"),
    [
        (TABLET, "2 tablets", 2),
        (TABLET, "2 tablets x3", 6),
        (PAIR, "4 tablets", 2),
        (SACHET, "20 ml", 2),
        (SACHET, "1 sachet, 20 ml", 2),  # the larger counts
        (SPOON, "15 ml", 3),
        (TABLET, "2 sachets", None),
        (TABLET, "", None),
        ({}, "2", None),
        # A number alone counts pieces where there are any; a high one is a strength.
        (TABLET, "19", 19),
        (TABLET, "20", None),
        (PAIR, "2", 1),
        (SACHET, "3", 3),
        ({"solid": 2.0, "ml": 0.5}, "2", 1),
        ({"solid": 2.0, "sachet": 1.0}, "2", 2),
        (SPOON, "10", 2),
    ],
)
def test_the_units_that_are_taken_are_counted(
    measures: dict[str, float], text: str, units: float | None
) -> None:
    assert units_at_a_time(Unit(measures, frozenset()), said(text)) == units


@pytest.mark.parametrize(
    ("unit", "measures"),
    [
        ("330 mg tablet", {"solid": 1}),
        ("1 pair of capsules", {"solid": 2}),
        ("1 sachet 10 mL", {"sachet": 1, "ml": 10}),
        ("1 fl oz, 10 to a bottle", {"ml": 29.6, "bottle": 0.1}),
        ("2 tablets or 1 tablet", {"solid": 1}),  # the smaller, so that more of them are taken
    ],
)
def test_a_unit_is_what_the_table_of_products_calls_it(unit: str, measures: dict[str, float]) -> None:
    assert unit_measures(unit) == pytest.approx(measures)


@pytest.mark.parametrize(
    ("high_mg", "text", "mg"),
    [(50, "2 tablets twice a day", 200), (None, "2 tablets", None), (50, "twice a day", None)],
)
def test_units_hold_what_one_of_them_holds_at_most(
    high_mg: float | None, text: str, mg: float | None
) -> None:
    assert by_units(product(high_mg), Unit(TABLET, frozenset()), said(text)) == mg


@pytest.mark.parametrize(
    ("text", "mg"),
    [
        ("300", 300),
        ("20", 20),
        ("19", None),
        ("300 twice a day", 600),
        ("300, 2 tablets", 600),
        ("100 mg 3 tablets twice a day", 600),
        ("100 mg, 2 tablets, 1 sachet", 200),
        ("100 mg, 30 ml", 100),  # a volume counts no pieces
        ("100 mg, 2 capfuls", 100),
        ("100 mg x19", 1900),
        ("100 mg x20", 100),  # too many
        ("100 mg per sachet", None),
        ("100 mg per sachet, 3 sachets", 300),
        ("100 mg per 2 sachets", 100),
        ("100 mg per 2 sachets, 4 sachets", 200),
        ("100 mg per 5 ml, 10 ml", 200),
        ("100 mg, 200 mg", 200),
        ("100 mg elemental, 200 mg", 100),
        ("calcium 500 mg, 200 mg", 200),
        ("calcium 500 mg", 500),
    ],
)
def test_a_mass_counts_as_often_as_it_is_taken(text: str, mg: float | None) -> None:
    assert by_mass(said(text)) == mg


def test_only_what_is_not_called_elemental_holds_a_share() -> None:
    assert by_mass(said("100 mg twice a day"), 0.5) == 100
    assert by_mass(said("100 mg elemental twice a day"), 0.5) == 200


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("100 mg 2 tablets", True),
        ("100 mg, calcium 50 mg, 2 tablets", True),
        ("100 mg 1 tablet", False),
        ("100 mg per tablet, 2 tablets", False),
        ("calcium 100 mg, 2 tablets", False),
        ("2 tablets", False),
    ],
)
def test_an_amount_beside_several_pieces_is_counted_for_each(text: str, each: bool) -> None:
    assert counts_each(said(text)) is each


@pytest.mark.parametrize(
    ("text", "counted", "mg"),
    [
        ("100 mg elemental", True, 100),
        ("100 mg", True, None),  # may be anything, and the tablets are counted already
        ("200 mg elemental", True, None),  # what one tablet holds
        ("204 mg elemental", True, None),  # about that
        ("205 mg elemental", True, 205),
        ("196 mg elemental", True, None),
        ("300 mg", False, 300),
        ("400 mg", False, None),  # a strength of its name
        ("400 mg elemental", False, 400),
        ("200 mg", False, 200),
        ("203 mg", False, 203),  # of its name too, but what one tablet holds
    ],
)
def test_a_mass_beside_a_product_is_told_from_its_strength(
    text: str, counted: bool, mg: float | None
) -> None:
    unit = Unit(TABLET, frozenset((400.0, 203.0)))
    assert stated_beside(product(200), unit, said(text), counted=counted) == mg


def test_of_a_product_that_nobody_knows_more_of_what_is_stated_counts() -> None:
    unit = Unit(TABLET, frozenset((400.0,)))
    assert stated_beside(product(None), unit, said("400 mg elemental"), counted=True) == 400
    assert stated_beside(product(None), unit, said("400 mg"), counted=False) is None


@pytest.mark.parametrize(
    ("word", "hour"),
    [
        ("8", True),
        ("12", True),
        ("13", False),
        ("8.30", True),
        ("8.3.0", False),
        ("8am", False),
        ("²", False),
    ],
)
def test_an_hour_is_at_most_twelve(word: str, hour: bool) -> None:
    assert is_hour(word) is hour


def test_an_amount_by_weight_is_no_unit_of_what_is_given_by_needle() -> None:
    assert has_amount("iron 65 mg")
    assert not has_amount("heparin 5000 units")
