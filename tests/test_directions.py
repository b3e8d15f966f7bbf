"""How people and labels of several countries write how much magnesium is taken a day."""

from csv import DictReader
from pathlib import Path

import pytest

from magadvisor.engine.amounts import elemental_fraction
from magadvisor.knowledge.load import data_folder, load
from magadvisor.labels import Labels
from magadvisor.model.answers import BadAnswer
from magadvisor.names.amount import read_amount
from magadvisor.names.magnesium import index
from magadvisor.names.taking import read_taken

KNOWN = load(data_folder())
TAKEN = index(KNOWN.forms.values(), KNOWN.products.values(), elemental_fraction)
LABELS = Labels(KNOWN, TAKEN)


def written() -> list[tuple[str, float]]:
    table = Path(__file__).parent / "labels" / "directions.csv"
    with table.open(encoding="utf-8") as rows:
        return [(row["typed"], float(row["mg"])) for row in DictReader(rows)]


@pytest.mark.parametrize(("typed", "mg"), written())
def test_a_day_is_what_the_directions_come_to(typed: str, mg: float) -> None:
    found = read_taken(typed, TAKEN, weigh=LABELS.at_most_mg)
    assert found.elemental_mg == pytest.approx(mg, abs=0.1)
    assert found.checked


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Magnesium citrate 1000 mg (150 mg)", 150, 150),  # 15 % of it: what the salt holds
        ("Magnesium oxide 500 mg (300 mg)", 300, 300),
        ("Magnesium citrate 1000 mg, 200 mg", 109.3, 161.6),  # 20 %: of something else
        ("3 times a day magnesium 100 mg", 300, 300),  # places stay where a frequency is left out
        ("Magnesium 375 mg per daily dose (2 tablets)", 375, 375),
    ],
)
def test_a_line_of_a_label_in_other_words(text: str, low: float, high: float) -> None:
    found = LABELS.read(text)
    assert (found.elemental_low_mg, found.elemental_high_mg) == pytest.approx((low, high), abs=0.1)


@pytest.mark.parametrize(
    "typed", ["magnesium 5 mg/kg/day", "magnesium 3 mg per kg", "took 20 magnesium tablets"]
)
def test_what_is_for_a_weight_or_of_no_strength_is_not_known(typed: str) -> None:
    assert read_taken(typed, TAKEN, weigh=LABELS.at_most_mg).elemental_mg is None


def test_a_mention_of_the_same_magnesium_is_no_second_item() -> None:
    typed = "Magnesium hydroxide 135 mg; each tablet contains: magnesium 55 mg"
    assert read_taken(typed, TAKEN, weigh=LABELS.at_most_mg).elemental_mg == pytest.approx(55)


@pytest.mark.parametrize(
    ("typed", "mg"), [("1 000 mg", 1000), (".5 g", 500), ("1 Gramm", 1000), ("400 mcg", 0.4)]
)
def test_one_amount_is_read_in_other_spellings(typed: str, mg: float) -> None:
    assert read_amount(typed).mg == mg


@pytest.mark.parametrize("typed", ["1.000 Milligramm", "200/100 mg", "200 + 100 mg", "3 mg per kg", "120x2"])
def test_what_may_be_several_amounts_is_refused(typed: str) -> None:
    with pytest.raises(BadAnswer):
        read_amount(typed)
