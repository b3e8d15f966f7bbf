"""Every label line of the facts is read and worked out again; what a line does not say is left open."""

import csv
import json
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magadvisor.cli.main import run
from magadvisor.engine.amounts import elemental_fraction
from magadvisor.engine.label import judge
from magadvisor.engine.shelf import Shelf
from magadvisor.knowledge.load import data_folder, load
from magadvisor.labels import label
from magadvisor.model.answers import BadAnswer
from magadvisor.model.label import COMPOUND, ELEMENTAL, SHARED, LabelReading
from magadvisor.names.amount import read_amount
from magadvisor.names.label import read_label
from magadvisor.names.magnesium import index

KNOWN = load(data_folder())
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
    """L02, L79 and L78 of the facts: a percentage that fits, the same in mmol, and nothing but the amount."""
    borne_out = read("Magnesium (as magnesium bisglycinate) 100 mg 24%")
    assert (borne_out.verdict, borne_out.because) == ("consistent", ("percent-fits",))
    assert read("243 mg Magnesium-Ionen = 10 mmol").verdict == "consistent"
    alone = read("reines Magnesium 90 mg / Kapsel")
    assert (alone.verdict, alone.because) == ("elemental", ())


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
    assert read("Magnesium 75 mg 21.5% NRV").printed == "NRV"  # 75/375 is 20 %
    assert read("Magnesium 75 mg 21.6% NRV").printed is None
    # Only the value that is named counts: 24 % would be the American one, 27 % the European.
    assert read("Magnesium 100 mg 24% NRV").printed is None
    assert read("Magnesium 100 mg 27% DV").printed is None


@pytest.mark.parametrize(
    ("text", "verdict", "low", "high"),
    [
        ("Magnesium oxide 500 mg 72% DV", "consistent", 302.4, 302.4),  # 301.5 mg are 71.8 %
        ("Magnesium oxide 500 mg 95% DV", "impossible", 399, 399),  # more than it can hold
        ("Magnesium oxide 500 mg 40% DV", "impossible", 168, 168),  # and less
        ("Magnesium oxide 500 mg 60% DV", "impossible", 252, 252),  # of the daily value, not of the salt
        ("Magnesium citrate 1000 mg 39% DV", "consistent", 163.8, 163.8),  # 109.3 to 161.6 mg: 26 to 38 %
        ("Magnesium citrate 1000 mg 26% DV", "consistent", 109.2, 109.2),
        ("Magnesium citrate 1000 mg 18% DV", "impossible", 75.6, 75.6),
        # Without a name beside it a percentage may be of 375 or of 420 mg; one that fits is enough.
        ("Magnesium citrate 1000 mg 43%", "consistent", 161.2, 180.6),
        ("Magnesium citrate 1000 mg 26%", "consistent", 97.5, 109.2),
    ],
)
def test_a_percentage_that_the_salt_bears_out_says_that_the_amount_is_the_compound(
    text: str, verdict: str, low: float, high: float
) -> None:
    """Facts, reading rule 4: no match, so the magnesium is worked back from the percentage of 420 mg."""
    found = read(text)
    assert (found.verdict, found.elemental_low_mg, found.elemental_high_mg) == (verdict, low, high)


@pytest.mark.parametrize("percent", ["60% DV", "60%"])
def test_a_percentage_is_that_of_one_piece(percent: str) -> None:
    """Facts, reading rule 9: 250/420 is 60 %; two pieces hold 500 mg."""
    found = read(f"Magnesium oxide 250 mg ({percent}) per tablet, 2 tablets daily")
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
        # Without water a sulfate is 20.19 %, a citrate 11.34 to 16.16 %; a glycinate with two of it 11.66 %.
        ("Magnesium sulfate anhydrous 1 g", "compound", 201.9, 201.9, 1000),
        ("Magnesiumcitrat wasserfrei 1000 mg", "ambiguous", 113.4, 161.6, 1000),
        ("Magnesium glycinate dihydrat 1000 mg", "compound", 116.6, 116.6, 1000),
        # L26: labels of Magtein print 144 mg.
        ("Magtein 2 g", "compound", 144, 165.1, 2000),
        # A bisglycinate beside a citrate does not make that the acid salt.
        ("Magnesium citrate 1000 mg, bisglycinate 200 mg", "ambiguous", 132.6, 189.8, 1200),
        # A formula without water may be written of any hydrate, as the name is: L32.
        ("MgCl2 1000 mg", "ambiguous", 119.6, 255.3, 1000),
        ("1000 mg MgSO4", "ambiguous", 98.6, 201.9, 1000),
        # An oxide holds 241.2 mg, and any citrate 32.8 to 48.5.
        ("400 mg MgO and 300 mg magnesium citrate", "compound", 274, 289.7, 700),
        # A complex may hold anything from a gluconate to an oxide, and one of citrate no less than a citrate.
        ("Magnesium chelate complex 500 mg", "ambiguous", 27, 301.5, 500),
        ("Magnesium citrate complex 1 g", "ambiguous", 109.3, 603, 1000),
        # Of two blends the heavier counts, as the compound too.
        (
            "Magnesium complex 500 mg, proprietary blend 1000 mg, elemental magnesium 100 mg",
            "elemental",
            100,
            100,
            1000,
        ),
        ("Magnesium blend 500 mg, complex 1000 mg", "ambiguous", 53.9, 603, 1000),
        # 103 % of the driest oxide and of a bisglycinate are 62.11 and 14.52 %.
        ("Magnesium oxide 500 mg 62% magnesium", "consistent", 310, 310, 500),
        ("Magnesium oxide 500 mg 62.5% magnesium", "impossible", 312.5, 312.5, 500),
        ("Magnesium chelate 1000 mg providing 145 mg magnesium", "consistent", 145, 145, 1000),
        ("Magnesium chelate 1000 mg providing 146 mg magnesium", "impossible", 146, 146, 1000),
        # A hydrotalcite holds 24.15 %, and with 3 % more 24.87.
        ("Hydrotalcite 500 mg providing 120 mg magnesium", "consistent", 120, 120, 500),
        ("Hydrotalcite 500 mg providing 130 mg magnesium", "impossible", 130, 130, 500),
        # Magaldrate holds 22.15 %, almagate 23.15 %.
        ("Magaldrate 800 mg providing 177 mg magnesium", "consistent", 177, 177, 800),
        ("Magaldrate 800 mg providing 190 mg magnesium", "impossible", 190, 190, 800),
        ("Almagate 1000 mg providing 232 mg magnesium", "consistent", 232, 232, 1000),
        ("Almagate 1000 mg providing 245 mg magnesium", "impossible", 245, 245, 1000),
        # Of mg and mmol that tell the same the mg are as printed: L79, L85.
        ("243 mg Magnesium-Ionen = 10 mmol", "consistent", 243, 243, None),
        (
            "7 mEq (84 mg) magnesium as 835 mg magnesium L-lactate dihydrate",
            "consistent",
            84,
            84,
            835,
        ),
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
    ("text", "dv", "nrv"),
    [
        ("Magnesium 420 mg", (100, 100), (112, 112)),  # a daily value is all of itself; 420/375 is 112 %
        ("Magnesium bisglycinate 500 mg", (13.9, 119), (15.5, 133.3)),  # L20: 58.3 to 500 mg
    ],
)
def test_a_range_is_told_in_percent_from_its_lower_end_to_its_upper(
    text: str, dv: tuple[float, float], nrv: tuple[float, float]
) -> None:
    """Facts: DV 420 mg, NRV 375 mg."""
    told = [(one.name, one.low_percent, one.high_percent) for one in read(text).daily]
    assert told == [("DV", *dv), ("NRV", *nrv)]


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("Magnesium taurate 1000 mg", ("compound-in-front",)),  # L28: one salt
        ("Magnesium malate 1000 mg", ("compound-in-front", "salt-open")),  # L27: three that differ threefold
        ("Magnesium drops 100 mg", ()),  # no measure, so nothing hangs on the size of a drop
        ("Magnesium drops", ()),
        ("Magnesium hydroxide 200 mg per 5 mL, 10 mL", ("compound-in-front",)),  # no drops
        ("Magnesium oxide 1000 mg providing 536 mg magnesium", ("fits-pure",)),  # 97 % of 55 are 53.35 %
        ("Magnesium oxide 1000 mg providing 531 mg magnesium", ("below-pure",)),
    ],
)
def test_a_reading_says_why_and_names_no_reason_that_the_line_does_not_give(
    text: str, because: tuple[str, ...]
) -> None:
    assert read(text).because == because


@pytest.mark.parametrize(
    ("text", "mg"),
    [
        ("Magnesium citrate 1000 mg", 161.6),
        ("Magnesium oxide 400 mg", 241.2),
        ("Magnesium malate 1 g", 155.4),
    ],
)
def test_the_usual_reading_is_that_of_the_usual_compound_wherever_it_is_listed(text: str, mg: float) -> None:
    """Forms 1.1: trimagnesium dicitrate 16.16 %, oxide 60.30 %, malate 15.54 %."""
    assert read(text).usual_mg == mg
    turned = {name: replace(one, compounds=one.compounds[::-1]) for name, one in KNOWN.forms.items()}
    assert label(text, replace(KNOWN, forms=turned)) == read(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Rennie 2 tablets", ("Rennie tablets",)),
        ("Slow-Mag 64 mg", ("chloride",)),
        ("Magnesium oxide 200 mg and magnesium citrate 300 mg", ("oxide", "citrate")),
        ("Magnesium drops 100 mg", ("magnesium",)),
    ],
)
def test_a_reading_names_the_salts_or_the_product_that_it_speaks_of(
    text: str, named: tuple[str, ...]
) -> None:
    assert read(text).named == named


@pytest.mark.parametrize(
    ("text", "percent", "pure"),
    [
        ("Citrate of magnesia 1.745 g per fl oz; each fl oz contains magnesium 290 mg", 16.6, 16.16),  # L42
        ("Magnesium (as magnesium oxide) 500 mg 60%", None, 60.3),  # a share of the salt, which it can be
    ],
)
def test_the_share_is_told_beside_the_most_that_a_pure_salt_can_hold(
    text: str, percent: float | None, pure: float
) -> None:
    found = read(text)
    assert (found.percent, found.pure_at_most_percent) == (percent, pure)


LINE_OF_A_CITRATE = "Magnesium citrate 1000 mg providing 150 mg magnesium"
LINE_OF_A_CHELATE = "Magnesium amino acid chelate 1000 mg providing 140 mg magnesium"


@pytest.mark.parametrize(
    ("text", "form", "times", "because"),
    [
        (LINE_OF_A_CITRATE, "citrate", 1.03, "fits-pure"),
        (LINE_OF_A_CHELATE, "glycinate", 1.03, "salt-not-named"),
    ],
)
def test_only_more_than_three_percent_above_the_driest_salt_is_impossible(
    text: str, form: str, times: float, because: str
) -> None:
    """Facts, reading rule 5: more than 3 % above it; to the last digit, which no line can print."""
    most = max(elemental_fraction(one.formula) for one in KNOWN.forms[form].compounds)
    assert judged(text, times * most).because == (because,)


def test_only_less_than_three_percent_below_the_wettest_salt_is_below_it() -> None:
    least = min(elemental_fraction(one.formula) for one in KNOWN.forms["citrate"].compounds)
    assert judged(LINE_OF_A_CITRATE, 0.97 * least).because == ("fits-pure",)


def judged(text: str, elemental_mg: float) -> LabelReading:
    """Work out a line of which 1 mg of the compound holds so much."""
    line = read_label(text, index(KNOWN.forms.values(), (), elemental_fraction), KNOWN.other_compounds)
    weights = {ELEMENTAL: elemental_mg, COMPOUND: 1.0, SHARED: 1.0}
    figures = tuple(one._replace(mg=weights[one.role]) for one in line.figures)
    return judge(line._replace(figures=figures), Shelf(KNOWN.forms, ()), KNOWN.limits.references)


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


@pytest.mark.parametrize(
    "typed", ["500mg x2", "2 x 500 mg", "2×500 mg", "2 tablets of 500 mg", "500 mg twice daily", "500 mg 3"]
)
def test_an_amount_that_is_counted_several_times_is_refused_and_never_converted_once(typed: str) -> None:
    with pytest.raises(BadAnswer, match="one amount"):
        read_amount(typed)


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("500 mg zork", "zork"),
        ("500 mg oxide", "oxide"),  # another form than the one that is named
        ("500 mg citrate nonahydrate", "nonahydrate"),  # one hydrate: it would have to be named as the form
        ("500 mg since 2020", "since"),
        ("500 mg, 20 %", "%"),
        ("500 mg ml 7", "7"),
    ],
)
def test_what_is_no_part_of_an_amount_is_named_and_never_dropped(
    capsys: Streams, typed: str, left: str
) -> None:
    assert run(["convert", typed, "--form", "citrate"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert f'"{left}" is no part of an amount' in told.err or "must be one amount" in told.err


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("500 mg magnesium citrate", "compound"),
        ("Magnesium citrate 500mg", "compound"),
        ("500 mg Mg citrate per capsule", "compound"),
        ("about 500 mg a day", "compound"),
        ("500 µg", "compound"),
        ("500 mg magnesium", "elemental"),
        ("500 mg Mg", "elemental"),
        ("500 mg magnesium (as citrate)", "elemental"),
        ("500 mg elemental magnesium (as magnesium citrate)", "elemental"),
    ],
)
def test_the_words_beside_an_amount_say_of_what_it_is(capsys: Streams, typed: str, given: str) -> None:
    """Labels: an amount in front of a compound's name is the compound's; "as citrate" names the salt."""
    assert run(["convert", typed, "--form", "citrate", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["given"] == given


def test_an_amount_of_magnesium_itself_is_not_turned_into_itself(capsys: Streams) -> None:
    assert run(["convert", "200 mg elemental", "--form", "citrate", "--to", "elemental"]) == 2
    assert "contradicts" in capsys.readouterr().err


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
