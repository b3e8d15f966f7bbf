"""How many pieces a text takes, what a line of a label says beside its amounts, and vitamin B6."""

import pytest

from magadvisor.names.amount import LONGEST, read_amount
from magadvisor.names.label_text import cleaned, fewest_taken
from magadvisor.names.pieces import Pieces, pieces_in
from magadvisor.names.quantity_text import tidy
from magadvisor.names.vitamin_b6 import b6_mg, with_b6
from tests.test_taking import KNOWN, read


@pytest.mark.parametrize(
    ("text", "factor", "each"),
    [
        ("magnesium 100 mg", 1, True),
        ("magnesium 100 mg, 2 capsules", 2, False),  # of one, or of both?
        ("magnesium 100 mg, 2 tablets, 1 capsule", 3, False),
        ("magnesium 100 mg, 12 capsules", 12, False),
        ("magnesium 100 mg, 13 capsules", 1, True),  # what a pack holds
        ("magnesium 100 mg, 13 capsules daily", 13, False),
        ("100 mg per 2 capsules, 3 capsules", 1.5, True),
        ("takes 3 tablets of magnesium, 100 mg, 30 tablets", 3, True),
        ("magnesium 100 mg tablets, 2 tablets", 2, True),
        ("magnesium 100 mg x 2", 2, True),
        ("magnesium 100 mg 2 a day", 2, False),
        ("magnesium 100 mg x 2, 3 a day", 3, True),
    ],
)
def test_pieces_are_counted_and_may_be_what_the_amount_is_for(text: str, factor: float, each: bool) -> None:
    assert pieces_in(tidy(text)) == Pieces(factor, each)


@pytest.mark.parametrize(
    ("text", "fewest"),
    [
        ("take 1-2 capsules", "take 1 capsules"),
        ("two to three times a day", "two times a day"),
        ("100-200 mg", "100-200 mg"),
    ],
)
def test_of_a_range_of_pieces_the_fewest_are_kept(text: str, fewest: str) -> None:
    assert fewest_taken(text) == fewest


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Magnesium 100 mg", ()),
        ("Magnesium 1.000 mg", ("separator",)),
        ("Adults 2 tablets, children 1 tablet", ("population",)),
        ("Adults 2 tablets", ()),
        ("magnesium mcg 400", ("micrograms",)),
        ("magnesium 400 mcg", ("micrograms",)),
        ("magnesium 400 ug", ("micrograms",)),
    ],
)
def test_a_line_that_may_be_read_in_two_ways_is_asked_about(text: str, asks: tuple[str, ...]) -> None:
    assert cleaned(text, tidy(text))[1] == asks


@pytest.mark.parametrize(
    ("text", "together", "kept"),
    [
        ("magnesium 100 mg suggested use 2 tablets", False, True),
        ("magnesium 100 mg suggested use 2 tablets", True, False),  # of one line the fewest
        ("magnesium 100 mg suggested use 200 mg in 2 tablets", False, False),  # another amount
    ],
)
def test_advice_on_use_counts_the_pieces_and_names_no_amount(text: str, together: bool, kept: bool) -> None:
    assert ("2 tablets" in cleaned(text, text, together=together)[0]) is kept


def test_a_column_for_100_g_is_left_out_beside_one_for_a_portion() -> None:
    both, alone = "per 100 g magnesium 12 g ; per scoop 300 mg", "per 100 g magnesium 12 g"
    assert "12 g" not in cleaned(both, both)[0]
    assert "12 g" in cleaned(alone, alone)[0]


def test_a_number_alone_counts_mg_and_an_amount_may_be_as_long_as_the_longest() -> None:
    assert read_amount("500").mg == 500
    assert read_amount("0.5").mg == 0.5
    assert read_amount("5 mg".ljust(LONGEST)).mg == 5
    assert read_amount("200 mg magnesium").elemental
    assert read_amount("200 mg elemental").elemental
    assert not read_amount("200 mg").elemental


@pytest.mark.parametrize(
    ("text", "mg"),
    [
        ("magnesium 100 mg", 0),
        ("magnesium with vitamin b6", None),
        ("vitamin b6 10 mg", 10),
        ("vitamin b6 10 mg 2 tablets", 20),
        ("vitamin b6 10 mg twice a day", 20),
        ("vitamin b6 10 mg, 2 tablets twice a day", 40),
        ("vitamin b6 500 mcg", 0.5),
        ("b6 10 mg, pyridoxine 4 mg", 10),  # of two the larger
    ],
)
def test_vitamin_b6_is_read_with_its_pieces(text: str, mg: float | None) -> None:
    assert b6_mg(tidy(text)) == mg


@pytest.mark.parametrize(
    ("text", "mg"),
    [
        ("Magne B6 2 tablets", 10),  # 5 mg in each
        ("Magne B6", None),
        ("Rennie 2 tablets", 0),
        ("Rennie 1 tablet, vitamin b6 10 mg", 10),
        ("Magne B6 1 tablet, vitamin b6 10 mg", 15),
        ("citrate 100 mg and vitamin b6", None),
        ("Uvimag B6 1 ampoule", None),  # it names no amount
        ("Magne B6 1 tablet, Magne B6 1 tablet", 10),
        ("Rennie Slow-Mag 2 tablets", 0),
        ("Centrum 1 tablet", None),  # one of those that it may be holds some
        # At most, as if all of the 88 mg of magnesium were of the Magne B6, 48 mg a tablet.
        ("Rennie 2 tablets and Magne B6 1 tablet", 5 * 88 / 48),
        ("Magne B6 1 tablet and Rennie 2 tablets", 5 * 88 / 48),
    ],
)
def test_what_a_product_holds_of_vitamin_b6_counts_and_is_never_guessed(text: str, mg: float | None) -> None:
    assert with_b6(read(text), KNOWN).b6_mg == mg
