"""What an amount on a line is of, how often it counts, and what of it is taken."""

import pytest

from magadvisor.engine.amounts import elemental_fraction
from magadvisor.knowledge.load import data_folder, load
from magadvisor.labels import Labels, label
from magadvisor.model.label import LabelReading
from magadvisor.names.magnesium import index
from magadvisor.names.taking import read_taken

KNOWN = load(data_folder())
TAKEN = index(KNOWN.forms.values(), KNOWN.products.values(), elemental_fraction)
LABELS = Labels(KNOWN, TAKEN)


def read(text: str) -> LabelReading:
    return label(text, KNOWN)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Per scoop 5 g: magnesium citrate 1000 mg", 109.3, 161.6),  # 5 g is what the scoop weighs
        ("Magnesium citrate 500 mg, tablet weight 900 mg", 54.6, 500),
        ("Magnesium tablets 300 mg a day with breakfast and water, citrate", 300, 300),
        ("Magnesium 500000 mcg", 500, 500),
        # Twice a day is twice: 12 g in 100 g are 240 mg in a scoop of 2 g.
        ("Per 100 g: magnesium 12 g (powder), scoop 2 g, twice a day", 480, 480),
        ("Magnesium citrate 100 mg elemental per sachet, 1 sachet twice a day", 200, 200),
        # Rule 7: as magnesium, 200 mg need 1.4 g of glycinate; a capsule holds 1.2 g, a tablet 1.8 g.
        ("Magnesium glycinate 200 mg, serving size 1 capsule", 23.3, 28.2),
        ("Magnesium glycinate 200 mg in 1 capsule", 23.3, 28.2),
        ("Magnesium glycinate 400 mg, serving size 3 tablets", 46.6, 400),
        ("Kirkman Magnesium Citrate 5 g", 546.3, 808.2),  # 31 g of it would hold 5 g of magnesium
        ("Oxy-Powder magnesium oxide 400 mg", 241.2, 400),  # nobody tells what the product holds
        ("750 mg magnesium citrate 100 mg", 82, 121.2),  # 100 mg of what is not said
    ],
)
def test_an_amount_is_that_of_what_the_line_says_it_is_of(text: str, low: float, high: float) -> None:
    found = read(text)
    assert (found.elemental_low_mg, found.elemental_high_mg) == pytest.approx((low, high), abs=0.1)


@pytest.mark.parametrize(
    ("text", "mg"),
    [
        ("Magnesium complex 1000 mg", 1000),  # a blend does not say that the amount is the compound
        ("Magnesium citrate 100 mg per sachet", None),  # one of how many?
        ("Magnesium citrate 100 mg per sachet, 2 sachets", 200),
        ("Magnesium citrate 100 mg per 2 sachets", 100),
        ("Magnesium citrate 100 mg per 5 ml", 100),
        ("Magnesium citrate 100 mg", 100),
        ("750 mg magnesium citrate, 100 mg", 750),  # the name belongs to the first amount alone
    ],
)
def test_of_what_is_taken_the_most_that_a_line_may_mean_counts(text: str, mg: float | None) -> None:
    """What is taken comes off the limit, so the higher reading is the careful one; no count is guessed."""
    assert LABELS.at_most_mg(text) == mg


@pytest.mark.parametrize(
    ("text", "mg", "asked"),
    [
        # 72 % of 420 mg are 302 mg: what 500 mg of oxide hold. The percentage has settled it.
        ("Magnesium oxide 500 mg 72% DV", 302.4, False),
        ("Magnesium oxide 400 mg", 400, True),
        ("Magnesium oxide 400 mg compound", 241.2, False),  # the person says so; no label is asked
        ("Mag-Ox magnesium oxide 400 mg", 400, True),  # nobody says how many, so the amount counts
        ("Mag-Ox 400 mg 2 tablets", 482.6, False),  # 2 x 241.3 by the table of products
    ],
)
def test_what_is_taken_is_weighed_as_its_label_is_read(text: str, mg: float, asked: bool) -> None:
    found = read_taken(text, TAKEN, weigh=LABELS.at_most_mg)
    assert found.elemental_mg == pytest.approx(mg, abs=0.1)
    assert bool(found.asks) == asked


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Magnesium citrate 200 mg and Epsom bath", "citrate"),  # a bath is no part of a blend
        ("Magnesium bath flakes 100 mg", "chloride-topical"),
    ],
)
def test_a_salt_for_the_skin_is_told_only_where_nothing_is_swallowed(text: str, form: str) -> None:
    assert read(text).form == form


def test_a_filler_is_no_product_that_holds_an_amount() -> None:
    found = read("Magnesium citrate 200, magnesium stearate")
    assert (found.verdict, found.elemental_high_mg) == ("unread", None)
