"""Every label line of the facts is read and worked out again; what a line does not say is left open."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magadvisor.cli.main import run
from magadvisor.engine.amounts import elemental_fraction
from magadvisor.knowledge.load import data_folder, load
from magadvisor.labels import Labels, label
from magadvisor.model.label import LabelReading
from magadvisor.names.amount import read_amount
from magadvisor.names.magnesium import index
from magadvisor.names.taking import read_taken

KNOWN = load(data_folder())
TAKEN = index(KNOWN.forms.values(), KNOWN.products.values(), elemental_fraction)
LABELS = Labels(KNOWN, TAKEN)
Streams = pytest.CaptureFixture[str]

UPPER_KEPT = {
    "L31": "the hydrate is not named, so the drier salt counts for limits",
    "L99": "a tablet may name either; the higher figure counts for limits",
    "L72": "the two tablets that adults take, 114 mg, are told as well",
    "L81": "the two amounts differ tenfold; both are told",
}
"""Lines of which the facts settle one figure from what the line itself does not say."""

NOT_ON_THE_LINE = {
    "L43": "the weight of the spoon is not on the line",
}
"""Lines of which the amount needs something that is not written on them."""

WIDER_BELOW = {"L39": "any hydrate may be meant, not the anhydrous salt alone"}

FORMS = {
    "glycinate with oxide": {"mixed"},
    "glycinate (lysinate glycinate)": {"glycinate"},
    "glycinate with oxide, or unspecified chelate": {"unspecified", "mixed"},
    "aspartate, or aspartate with oxide": {"aspartate", "mixed"},
    "aspartate with another salt": {"mixed"},
    "mixed (carbonate, oxide)": {"mixed"},
    "unspecified (often lysinate glycinate)": {"unspecified", "glycinate"},
    "sulfate (injection)": {"sulfate"},
    "oxide → citrate": {"oxide"},
    "homeopathic": {"unspecified"},
    "stearate": {"unspecified"},
    "mineral-water": {"unspecified"},
    "chloride and sulfate": {"chloride", "unspecified"},
}
"""What the facts call the form, where it is not an id."""

NAMED_ELSEWHERE = ("L51", "L66", "L80", "L81", "L84", "L89", "L94", "L95", "L96", "L97", "L98", "L101")
"""Lines whose form the facts know from the product, or which cannot be pure: the line settles none."""


@dataclass(frozen=True)
class Line:
    id: str
    text: str
    form: str
    low_mg: float | None
    high_mg: float | None
    compound_mg: float | None
    verdict: str
    percents: dict[str, tuple[float, float]]


def _lines() -> list[Line]:
    path = Path(__file__).parent / "facts" / "label-lines.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [_line(row) for row in csv.DictReader(file)]


def _line(row: dict[str, str]) -> Line:
    def number(key: str) -> float | None:
        return float(row[key]) if row[key] else None

    percents = {
        name: (float(row[f"{name.lower()}_low"]), float(row[f"{name.lower()}_high"]))
        for name in ("DV", "NRV")
        if row[f"{name.lower()}_low"]
    }
    return Line(
        row["id"],
        row["line"],
        row["form"],
        number("low_mg"),
        number("high_mg"),
        number("compound_mg"),
        row["verdict"],
        percents,
    )


LINES = _lines()
ROUNDING = 0.02
HYDRATES = 0.12


def read(text: str) -> LabelReading:
    return label(text, KNOWN)


def named(line: Line) -> str:
    return f"{line.id} {line.text[:40]}"


def test_every_line_of_the_facts_is_here() -> None:
    assert [line.id for line in LINES] == [f"L{number:02}" for number in range(1, 107)]


OWN_NAMES = {
    # Percent of magnesium, forms 1.1; what the plain name of the form means has another share.
    "lysinate glycinate chelate": ("glycinate", 9.98),
    "bis(dihydrogen citrate)": ("citrate", 5.98),
    "acetyltaurate dihydrate": ("taurate", 6.19),
    "aspartate hydrochloride trihydrate": ("aspartate", 9.88),
    "di-L-aspartate tetrahydrate": ("aspartate", 6.74),
}


@pytest.mark.parametrize("name", OWN_NAMES)
def test_a_salt_with_a_name_of_its_own_is_meant_only_when_it_is_named(name: str) -> None:
    form, percent = OWN_NAMES[name]
    found = read(f"Magnesium {name} 1000 mg")
    assert found.form == form
    assert (found.elemental_low_mg, found.elemental_high_mg) == pytest.approx((10 * percent, 10 * percent))
    usual = read(f"Magnesium {form} 1000 mg")
    assert usual.elemental_low_mg is not None
    assert usual.elemental_high_mg is not None
    assert not usual.elemental_low_mg <= 10 * percent <= usual.elemental_high_mg


@pytest.mark.parametrize("line", LINES, ids=named)
def test_the_magnesium_of_a_line_lies_in_the_range_that_is_told(line: Line) -> None:
    found = read(line.text)
    if line.id in NOT_ON_THE_LINE:
        assert (found.verdict, found.elemental_high_mg) == ("unread", None)
        assert found.asks
        return
    if line.low_mg is None or line.high_mg is None:
        assert not found.elemental_high_mg
        return
    assert found.elemental_low_mg is not None
    assert found.elemental_high_mg is not None
    if line.id not in UPPER_KEPT:
        assert found.elemental_low_mg <= line.low_mg * (1 + ROUNDING) + 0.06
    assert found.elemental_high_mg >= line.high_mg * (1 - ROUNDING) - 0.06


@pytest.mark.parametrize("line", LINES, ids=named)
def test_the_range_of_a_line_is_no_wider_than_the_facts_have_it(line: Line) -> None:
    found = read(line.text)
    if line.low_mg is None or line.high_mg is None or line.id in NOT_ON_THE_LINE:
        return
    assert found.elemental_low_mg is not None
    assert found.elemental_high_mg is not None
    if line.id not in UPPER_KEPT:
        assert found.elemental_high_mg <= line.high_mg * (1 + ROUNDING) + 0.06
    if line.id not in WIDER_BELOW:
        assert found.elemental_low_mg >= line.low_mg * (1 - HYDRATES) - 0.06


@pytest.mark.parametrize("line", [one for one in LINES if one.compound_mg], ids=named)
def test_the_compound_of_a_line_is_the_one_that_is_printed(line: Line) -> None:
    if line.id in ("L43", "L80", "L81", "L98", "L99"):
        return  # not written on the line, or open which of the two it is
    assert read(line.text).compound_mg == pytest.approx(line.compound_mg, abs=1.5)


@pytest.mark.parametrize("line", [one for one in LINES if one.id not in NAMED_ELSEWHERE], ids=named)
def test_the_form_of_a_line_is_the_one_it_names(line: Line) -> None:
    assert read(line.text).form in FORMS.get(line.form, {line.form})


@pytest.mark.parametrize("line", LINES, ids=named)
def test_a_line_says_whether_it_can_be_what_it_says(line: Line) -> None:
    found, said = read(line.text), line.verdict
    if said.startswith("impossible"):
        assert found.verdict == "impossible"
    elif line.id == "L38":
        assert found.verdict == "compound"  # its second figure is another compound, not magnesium
    elif said.startswith("consistent") or said.startswith("elemental by unit"):
        assert found.verdict in ("consistent", "elemental")
    elif said.startswith(("elemental", "divide", "serving", "same brand")):
        assert found.verdict == "elemental"
    elif said.startswith("compound"):
        assert found.verdict in ("compound", "ambiguous")
    else:
        assert found.verdict != "impossible"


def test_an_amount_is_consistent_only_where_something_else_on_the_line_bears_it_out() -> None:
    """L02 and L78 of the facts: a percentage that fits, and nothing but the amount."""
    assert read("Magnesium (as magnesium bisglycinate) 100 mg 24%").verdict == "consistent"
    assert read("reines Magnesium 90 mg / Kapsel").verdict == "elemental"


@pytest.mark.parametrize("line", [one for one in LINES if one.high_mg], ids=named)
def test_today_s_percentages_are_those_of_420_and_375_mg(line: Line) -> None:
    if line.id in UPPER_KEPT or line.id in NOT_ON_THE_LINE:
        return
    told = {one.name: one.high_percent for one in read(line.text).daily}
    for name, (_, high) in line.percents.items():
        assert told[name] == pytest.approx(high, rel=0.04, abs=0.6)


def test_the_line_of_a_buffered_glycinate_is_called_impossible_for_a_pure_salt() -> None:
    found = read("Magnesium bisglycinate 2000 mg (providing 400 mg magnesium)")
    assert (found.verdict, found.form) == ("impossible", "mixed")
    assert (found.elemental_high_mg, found.compound_mg, found.percent) == (400, 2000, 20)
    assert found.pure_at_most_percent == 14.1
    assert {one.region for one in found.above} == {"us", "eu", "ca", "jp", "anz"}


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("TRAACS 500 mg", "glycinate"),
        ("Magtein 2 g", "threonate"),
        ("Magnesium complex 1000 mg", "mixed"),
        ("Magnesium buffered 200 mg", "mixed"),
        ("Magnesium amino acid chelate 500 mg", "unspecified"),
        ("Wonder Mineral 300 mg", "unspecified"),
    ],
)
def test_a_marketing_name_is_a_form_or_open_and_never_guessed(text: str, form: str) -> None:
    assert read(text).form == form


@pytest.mark.parametrize(
    ("text", "mg"),
    [
        ("Magnesium taurate 125 mg elemental", 125),  # the word says so
        ("magnesium glycerophosphate 4 mmol", 97.2),  # 4 x 24.305: mmol counts the magnesium
        ("Magnesium lactate 84 mg (7 mEq)", 84),  # 7 x 12.15 is 85: one amount told twice
        ("Magnesium oxide 400 mg (20 mEq)", 243),  # 20 x 12.15: 400 mg is the compound
    ],
)
def test_an_amount_that_is_said_to_be_magnesium_is_magnesium(text: str, mg: float) -> None:
    found = read(text)
    assert found.verdict in {"elemental", "consistent"}
    assert found.elemental_high_mg == pytest.approx(mg, abs=1)


@pytest.mark.parametrize(
    ("text", "mg"),
    [
        ("magnesium sulfate 1.6 g (Suprep)", 323),
        ("sulfate de magnésium heptahydraté 3,276 g (Izinova)", 323),
    ],
)
def test_two_hydrates_of_one_salt_hold_the_same_magnesium(text: str, mg: float) -> None:
    found = read(text)
    assert found.elemental_low_mg is not None
    assert found.elemental_high_mg is not None
    assert found.elemental_low_mg <= mg + 1
    assert found.elemental_high_mg >= mg - 1


def test_a_percentage_fits_within_one_and_a_half_points_and_the_nearest_value_is_named() -> None:
    """Facts, reading rule 4: 100/420 is 23.8 %, 100/400 is 25 %."""
    assert read("Magnesium 100 mg 23% DV").printed == "DV"
    assert read("Magnesium 100 mg 24.6% DV").printed == "DV before 2020"
    assert read("Magnesium 100 mg 22% DV").verdict == "impossible"


@pytest.mark.parametrize(
    ("text", "verdict", "low", "high"),
    [
        ("Magnesium oxide 500 mg 72% DV", "consistent", 302.4, 302.4),  # 301.5 mg are 71.8 %
        ("Magnesium oxide 500 mg 95% DV", "impossible", 399, 399),  # more than it can hold
        ("Magnesium oxide 500 mg 40% DV", "impossible", 168, 168),  # and less
        ("Magnesium citrate 1000 mg 39% DV", "consistent", 163.8, 163.8),  # 109.3 to 161.6 mg: 26 to 38 %
        ("Magnesium citrate 1000 mg 26% DV", "consistent", 109.2, 109.2),
        ("Magnesium citrate 1000 mg 18% DV", "impossible", 75.6, 75.6),
    ],
)
def test_a_percentage_that_the_salt_bears_out_says_that_the_amount_is_the_compound(
    text: str, verdict: str, low: float, high: float
) -> None:
    """Facts, reading rule 4: no match, so the magnesium is worked back from the percentage of 420 mg."""
    found = read(text)
    assert (found.verdict, found.elemental_low_mg, found.elemental_high_mg) == (verdict, low, high)


def test_a_percentage_is_that_of_one_piece() -> None:
    """Facts, reading rule 9: 250/420 is 60 %; two pieces hold 500 mg."""
    found = read("Magnesium oxide 250 mg (60% DV) per tablet, 2 tablets daily")
    assert (found.verdict, found.printed, found.elemental_high_mg) == ("consistent", "DV", 500)


@pytest.mark.parametrize(
    ("text", "form", "mg"),
    [
        ("Rennie 2 tablets", "carbonate", 40),  # 2 x 20
        ("Magne B6 2 tablets", "lactate", 96),  # 2 x 48
        ("Slow-Mag 2 tablets", "chloride", 143),  # 2 x 71.5
    ],
)
def test_a_product_without_an_amount_holds_what_the_table_of_products_says(
    text: str, form: str, mg: float
) -> None:
    found = read(text)
    assert (found.verdict, found.form, found.elemental_high_mg) == ("product", form, mg)
    assert found.asks == ("label",)


@pytest.mark.parametrize(
    ("text", "verdict", "low", "high", "compound"),
    [
        # 30 % is more than a citrate can hold, so it is one of 420 or 375 mg: 126 or 112.5 mg.
        ("Magnesium citrate 1000 mg 30%", "consistent", 112.5, 126, 1000),
        # Two salts have no share in common: 38 % of 420 mg, and 153 to 169 mg are in them.
        ("Magnesium oxide 200 mg, magnesium citrate 300 mg, 38%", "consistent", 142.5, 159.6, 500),
        # Epsom salt is the heptahydrate, 9.86 %, whatever else is said of a sulfate.
        ("Epsom salt 10 g, magnesium sulfate 1 g", "compound", 986.1, 986.1, 10000),
        # The word chelate names no other salt: 11.66 to 14.10 %.
        ("Magnesium bisglycinate chelate 1000 mg", "compound", 116.6, 141, 1000),
        # Two amounts of magnesium that differ stay both.
        ("Magnesium 100 mg, elemental magnesium 200 mg", "impossible", 100, 200, None),
        # Traces are told as they are.
        ("Magnesium gluconate 0.5 mg providing 0.03 mg magnesium", "consistent", 0, 0, 0.5),
    ],
)
def test_what_stands_on_a_line_is_held_against_what_its_salts_can_be(
    text: str, verdict: str, low: float, high: float, compound: float | None
) -> None:
    """Facts, reading rules 2, 4 and 5, and the bounds of pure salts."""
    found = read(text)
    told = (found.verdict, found.elemental_low_mg, found.elemental_high_mg, found.compound_mg)
    assert told == (verdict, low, high, compound)


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
        # Rule 7: as magnesium, 200 mg need 1.4 g of glycinate, 400 mg 2.8 g; a capsule holds 1.2 g.
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


def test_a_daily_value_is_all_of_itself() -> None:
    """Facts: DV 420 mg, NRV 375 mg; 420/375 is 112 %."""
    told = [(one.name, one.low_percent, one.high_percent) for one in read("Magnesium 420 mg").daily]
    assert told == [("DV", 100, 100), ("NRV", 112, 112)]


def test_a_filler_is_no_product_that_holds_an_amount() -> None:
    found = read("Magnesium citrate 200, magnesium stearate")
    assert (found.verdict, found.elemental_high_mg) == ("unread", None)


def test_what_is_no_known_salt_but_a_chelate_holds_what_chelates_hold() -> None:
    """Facts, bounds: a glycinate 14.10 % at most, lysinate glycinate 9.98 %."""
    found = read("Magnesium amino acid chelate 500 mg")
    assert (found.elemental_low_mg, found.elemental_high_mg) == (49.9, 70.5)


def test_grams_are_told_in_whole_mg_and_less_in_tenths() -> None:
    """As the facts print them: 1701 to 2424 mg of 15 g citrate, 60.8 mg of an aspartate."""
    grams = read("15 g of magnesium citrate anhydrous per 300 mL").elemental_high_mg
    assert grams is not None
    assert grams == round(grams) == pytest.approx(2424, abs=1)
    assert (
        read("615 mg Magnesium-L-aspartat-hydrochlorid-trihydrat entspr. 60,8 mg").elemental_high_mg == 60.8
    )


def test_two_salts_without_another_figure_are_two_compounds() -> None:
    """Facts: 200 mg oxide hold 120.6 mg, 300 mg citrate 32.8 to 48.5; nobody means either to be magnesium."""
    found = read("Magnesium oxide 200 mg and magnesium citrate 300 mg")
    assert (found.verdict, found.form, found.compound_mg) == ("compound", "mixed", 500)
    assert (found.elemental_low_mg, found.elemental_high_mg) == pytest.approx((153.4, 169.1), abs=0.1)


def test_an_old_percentage_dates_a_label() -> None:
    assert read("Magnesium (as magnesium oxide) 250 mg 63%").printed == "DV before 2020"
    assert read("Magnesium 100 mg 33% RDA").printed == "RDA before 2009"
    assert read("Mg 300 mg (80 % NRV)").printed == "NRV"
    assert read("Magnesium (as magnesium bisglycinate) 100 mg 24%").printed == "DV"


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("L10", "DV"),  # 2.6 and 2.8 both round to 3: today's
        ("L11", "DV before 2020"),  # 100/400 is 25, 100/420 is 24
        ("L13", "DV"),
        ("L69", "NRV"),  # 75/375 is 20, 75/400 is 19
        ("L70", "DV"),
        ("L72", "NRV"),
    ],
)
def test_a_percentage_is_the_one_of_the_value_that_it_rounds_to(line: str, printed: str) -> None:
    assert read(next(one.text for one in LINES if one.id == line)).printed == printed


@pytest.mark.parametrize("line", ["L18", "L20", "L21", "L24", "L27", "L39", "L40", "L75", "L76", "L77"])
def test_a_line_that_the_facts_call_ambiguous_is_asked_about(line: str) -> None:
    assert "label" in read(next(one.text for one in LINES if one.id == line)).asks


def test_a_buffered_salt_is_told_to_hold_oxide(capsys: Streams) -> None:
    assert run(["label", LINES[0].text, "-f", "plain"]) == 0
    assert "Buffered means that oxide is added" in " ".join(capsys.readouterr().out.split())
    assert "buffered" not in read("Magnesium glycinate 120 mg, not buffered").because


@pytest.mark.parametrize(("line", "mg"), [("L04", 1.7), ("L48", 5)])
def test_a_label_tells_its_vitamin_b6(capsys: Streams, line: str, mg: float) -> None:
    text = next(one.text for one in LINES if one.id == line)
    assert read(text).b6_mg == mg
    assert run(["label", text, "-f", "plain"]) == 0
    assert f"It holds {mg:g} mg of vitamin B6" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("text", ["magnesium-free salt 500 mg", "Vitamin C 500 mg"])
def test_a_line_without_magnesium_counts_none(text: str) -> None:
    found = read(text)
    assert (found.verdict, found.elemental_high_mg) == ("not-counted", 0)


def test_a_thousand_with_a_point_and_micrograms_are_asked_about() -> None:
    assert "separator" in read("Magnesium 1.000 mg").asks
    found = read("magnesium mcg 400")
    assert (found.elemental_high_mg, found.asks) == (0.4, ("micrograms",))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_any_line_is_answered(text: str) -> None:
    found = read(text)
    assert found.text == text
    assert (found.elemental_low_mg or 0) <= (found.elemental_high_mg or 0)


def test_a_line_without_an_amount_leaves_with_code_4(capsys: Streams) -> None:
    assert run(["label", "Wonder Mineral"]) == 4
    assert "This is general information" in capsys.readouterr().out


def test_a_label_as_json_has_its_schema_and_the_caveat(capsys: Streams) -> None:
    assert run(["label", "Magnesium oxide 400 mg (241.3 mg elemental magnesium)", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["schema"] == "magadvisor.label/1"
    assert (told["verdict"], told["elemental_high_mg"]) == ("consistent", 241.3)
    assert told["caveat"].startswith("This is general information.")
    assert told["knowledge"]["reviewed_by"] is None


@pytest.mark.parametrize(
    ("arguments", "low", "high"),
    [
        (["500mg", "--form", "citrate"], 54.65, 80.8),  # 10.93 % and 16.16 %
        (["500 mg", "--form", "glycinate"], 58.3, 70.5),  # 11.66 % and 14.10 %
        (["0.5 g", "--form", "oxide"], 301.5, 301.5),  # 60.30 %
        (["400mcg", "--form", "oxide"], 0.24, 0.24),
        (["10000mcg", "--form", "oxide"], 6.03, 6.03),
        (["1000 mg", "--form", "sulphate"], 98.6, 201.9),
    ],
)
def test_a_compound_is_converted_with_the_range_of_its_hydrates(
    capsys: Streams, arguments: list[str], low: float, high: float
) -> None:
    assert run(["convert", *arguments, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["given"] == "compound"
    assert told["elemental_low_mg"] == pytest.approx(low, rel=0.002)
    assert told["elemental_high_mg"] == pytest.approx(high, rel=0.002)


@pytest.mark.parametrize(
    ("arguments", "elemental", "compound"),
    [
        (["200 mg elemental", "--form", "glycinate"], 200, 1419),  # 200 / 14.096 %
        (["200mg", "--form", "glycinate", "--to", "compound"], 200, 1419),
        (["10mmol", "--form", "citrate"], 243.05, 1504),  # 10 x 24.305; the sachet of 1504 mg
        (["20 mEq", "--form", "oxide"], 243, 403),  # 20 x 12.15
    ],
)
def test_magnesium_is_converted_to_the_usual_compound(
    capsys: Streams, arguments: list[str], elemental: float, compound: float
) -> None:
    assert run(["convert", *arguments, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["given"] == "elemental"
    assert told["usual"]["elemental_mg"] == pytest.approx(elemental, rel=0.001)
    assert told["usual"]["compound_mg"] == pytest.approx(compound, rel=0.001)


def test_micrograms_are_thousandths_of_a_mg() -> None:
    assert read_amount("400 mcg").mg == 0.4


def test_a_conversion_is_told_to_the_hundredth(capsys: Streams) -> None:
    """Forms 1.1: oxide holds 60.30 %, so 100 mg of magnesium are 165.83 mg of it, and 7 mg of it 4.22 mg."""
    assert run(["convert", "100 mg elemental", "--form", "oxide", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["usual"]["compound_mg"] == 165.83
    assert run(["convert", "7 mg", "--form", "oxide", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["usual"]["elemental_mg"] == 4.22


@pytest.mark.parametrize(
    ("form", "low", "high"),
    [
        ("dimagnesium malate", 226.4, 247.2),  # 22.64 % and 24.72 %: the 1:1 salt is not meant
        ("trimagnesium dicitrate nonahydrate", 118.9, 118.9),
        ("Magnesium sulphate heptahydrate", 98.6, 98.6),
        ("lysinate glycinate", 99.8, 99.8),
        ("magnesium bisglycinate chelate", 116.6, 141),  # the salt stands beside the word chelate
        ("citrate", 109.3, 161.6),
    ],
)
def test_a_compound_that_is_named_is_the_one_that_is_converted(
    capsys: Streams, form: str, low: float, high: float
) -> None:
    assert run(["convert", "1000 mg", "--form", form, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert "bath" not in told["form"]
    assert told["elemental_low_mg"] == pytest.approx(low, rel=0.002)
    assert told["elemental_high_mg"] == pytest.approx(high, rel=0.002)


@pytest.mark.parametrize(
    "form", ["complex", "buffered", "buffered glycinate", "chelate", "amino acid chelate"]
)
@pytest.mark.parametrize("command", [["compare"], ["interactions", "doxycycline", "--form"]])
def test_a_marketing_name_of_no_single_salt_is_told_to_be_unspecified(
    capsys: Streams, command: list[str], form: str
) -> None:
    assert run([*command, form]) == 2
    told = capsys.readouterr().err
    assert "names no single salt, so the form stays unspecified" in told
    assert "write the salt that the label names" in told


@pytest.mark.parametrize(
    ("form", "low", "high"),
    [
        ("chelate", 49.9, 70.5),  # lysinate glycinate 9.98 %, bisglycinate 14.10 %
        ("amino acid chelate", 49.9, 70.5),
        ("complex", 27, 301.5),  # gluconate dihydrate 5.39 %, oxide 60.30 %
    ],
)
def test_a_marketing_name_is_converted_for_every_form_it_may_be(
    capsys: Streams, form: str, low: float, high: float
) -> None:
    """Labels, rule 10: mixed or unspecified until the label names one salt; the upper bound counts."""
    assert run(["convert", "500mg", "--form", form, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["form"] == "unspecified"
    assert told["elemental_low_mg"] == pytest.approx(low, abs=0.1)
    assert told["elemental_high_mg"] == pytest.approx(high, abs=0.1)
    assert told["usual"]["elemental_mg"] == told["elemental_high_mg"]
    assert not any(one["usual"] for one in told["compounds"])
    assert run(["convert", "500mg", "--form", form, "-f", "plain"]) == 0
    assert "the form stays unspecified" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(("name", "forms"), [("chelate", {"glycinate"}), ("complex", None)])
def test_a_marketing_name_tells_which_forms_it_may_be(
    capsys: Streams, name: str, forms: set[str] | None
) -> None:
    every = {form.id for form in KNOWN.forms.values() if form.route == "oral"}
    assert run(["forms", name, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {one["form"]["id"] for one in told["forms"]} == (forms or every)
    assert run(["forms", name, "-f", "plain"]) == 0
    assert f'"{name}" names no single salt: the form stays unspecified' in capsys.readouterr().out


@pytest.mark.parametrize("name", ["N-acetyl taurate", "n-acetyltaurate", "acetyl taurate", "ATA Mg"])
def test_acetyltaurate_is_not_taurate_however_it_is_written(capsys: Streams, name: str) -> None:
    """Forms, 1.1: magnesium N-acetyltaurate dihydrate holds 6.19 %, taurate 8.92 %."""
    assert read(f"{name} 1000 mg").elemental_high_mg == pytest.approx(61.9, abs=0.1)
    assert run(["convert", "1000mg", "--form", name, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["elemental_high_mg"] == pytest.approx(61.9, abs=0.1)


def test_drops_are_counted_as_20_to_the_ml_and_told_to_differ(capsys: Streams) -> None:
    """L92 of the facts: 20 drops are about 1 mL, and drop size varies."""
    line = next(one for one in LINES if one.id == "L92")
    assert (read(line.text).elemental_low_mg, read(line.text).elemental_high_mg) == (100, 100)
    assert read("Ionic magnesium 250 mg per 2.5 mL, 1 tsp").elemental_high_mg == 500
    assert run(["label", line.text, "-f", "plain"]) == 0
    assert "Drops differ in size" in " ".join(capsys.readouterr().out.split())


def test_ten_mmol_are_243_mg_and_twenty_meq(capsys: Streams) -> None:
    assert run(["convert", "243.05 mg elemental", "--form", "oxide", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["mmol"], told["meq"]) == (10, 20)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["convert", "500mg", "--form", "citrte"], "did you mean citrate?"),
        (["convert", "500 pills", "--form", "citrate"], "write 500mg"),
        (["convert", "1.000mg", "--form", "citrate"], "a thousand or one"),
        (["convert", "0mg", "--form", "citrate"], "above 0"),
        (["convert", f"5mg{' ' * 300}", "--form", "citrate"], "one amount"),  # too long to be searched
        (["convert", "5mg 6mg", "--form", "citrate"], "one amount"),
        (["convert", "500mg", "--form", "citrate", "--to", "elementl"], "did you mean elemental?"),
        (["label", " "], "TEXT is blank"),
        (["label", "x", "--format", "pdf"], "use one of"),
    ],
)
def test_a_mistake_is_told_with_what_to_do(capsys: Streams, arguments: list[str], says: str) -> None:
    assert run(arguments) == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize("form", ["screen", "plain", "markdown", "html", "csv", "json"])
def test_every_format_of_a_label_and_a_conversion_carries_the_caveat(capsys: Streams, form: str) -> None:
    for command in (["label", "Magnesium oxide 400 mg"], ["convert", "500mg", "--form", "citrate"]):
        assert run([*command, "-f", form]) == 0
        told = " ".join(capsys.readouterr().out.replace("│", " ").split())
        assert "It is not medical advice" in told


def _more() -> list[dict[str, str]]:
    path = Path(__file__).parent / "labels" / "more-lines.csv"
    with path.open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


@pytest.mark.parametrize("row", _more(), ids=lambda row: row["line"][:50])
def test_a_line_as_shops_print_it_is_read(row: dict[str, str]) -> None:
    found = read(row["line"])
    told = (found.elemental_low_mg, found.elemental_high_mg, found.compound_mg)
    meant = tuple(float(row[key]) if row[key] else None for key in ("low_mg", "high_mg", "compound_mg"))
    assert found.form == row["form"]
    assert (found.verdict == "impossible") == bool(row["cannot_be_pure"])
    for mg, expected in zip(told, meant, strict=True):
        assert mg == (None if expected is None else pytest.approx(expected, rel=0.005))


@pytest.mark.parametrize(
    ("line", "mg"),
    [
        ("Magnesium (as citrate) 0 mg (48% DV)", 201.6),
        ("Magnesium citrate 0 mg", 0.0),
        ("Magnesium citrate 0 mg (providing 100 mg magnesium)", 100.0),
    ],
)
def test_of_a_line_that_says_nothing_weighs_anything_the_higher_figure_counts(line: str, mg: float) -> None:
    """48 % of the American daily value of 420 mg is 201.6 mg; a weight of zero has no share to be told."""
    found = read(line)
    assert found.elemental_high_mg == pytest.approx(mg, abs=0.5)
    assert found.percent is None
