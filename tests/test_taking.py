"""Magnesium already taken: what is recognised, how much counts, and what is never guessed."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from magadvisor.engine.amounts import elemental_fraction
from magadvisor.model.form import Compound, Form
from magadvisor.model.medicine import Product
from magadvisor.model.words import Gut
from magadvisor.names.taken import ASK_ELEMENTAL, ASK_SKIN, ASK_WHICH
from magadvisor.names.taking import (
    LONGEST,
    Taken,
    index,
    product_for_medicine,
    read_taken,
    taken_from_parts,
    unknown_amount,
)

T = TypeVar("T")

HERE = Path(__file__).parent
HEPTAHYDRATE = "magnesium sulfate heptahydrate"
FORMS = {
    "glycinate": ("Mg(C2H4NO2)2", ("bisglycinate", "diglycinate", "chelated", "lysinate glycinate")),
    "citrate": ("Mg3(C6H5O7)2", ("trimagnesium dicitrate", "mag citrate", "citrat")),
    "oxide": ("MgO", ("mag ox", "magnesia", "MgO", "oxid")),
    "hydroxide": ("Mg(OH)2", ("milk of magnesia", "magnesia")),
    "threonate": ("Mg(C4H7O5)2", ("L-threonate", "Magtein")),
    "sulfate": ("MgSO4·7H2O", ("Epsom salt", "Epsom salts", "sulphate")),
    "chloride": ("MgCl2·6H2O", ("Slow Mag", "nigari")),
    "malate": ("MgC4H4O5", ("dimagnesium malate",)),
    "taurate": ("Mg(C2H6NO3S)2", ("taurinate",)),
    "lactate": ("Mg(C3H5O3)2·2H2O", ()),
    "aspartate": ("Mg(C4H6NO4)2", ()),
    "orotate": ("Mg(C5H3N2O4)2·2H2O", ()),
    "carbonate": ("MgCO3", ()),
    "glycerophosphate": ("MgC3H7O6P", ()),
    "sulfate-bath": ("MgSO4·7H2O", ("Epsom bath", "foot soak")),
    "chloride-topical": ("MgCl2·6H2O", ("magnesium oil", "bath flakes")),
}


@dataclass(frozen=True)
class Example:
    typed: str
    form: str
    mg: float | None = 0.0
    checked: bool = True
    use: str | None = None
    sum: str = ""


def load(path: Path, kind: type[T]) -> list[T]:
    return TypeAdapter(list[kind]).validate_python(yaml.safe_load(path.read_text(encoding="utf-8")))  # type: ignore[valid-type]


def form(name: str) -> Form:
    formula, names = FORMS[name]
    route = "skin" if name in ("sulfate-bath", "chloride-topical") else "oral"
    return Form(
        id=name,
        name=name,
        route=route,
        compounds=(
            Compound(HEPTAHYDRATE if "sulfate" in name else f"magnesium {name}", formula, reference=True),
        ),
        names=names,
        solubility="",
        absorption=(),
        gut_effect=Gut.LOW,
        gut_says="",
        alkaline=False,
        offered=True,
        units=(),
        cautions=(),
        status=(),
        sources=(),
    )


PRODUCTS = load(HERE.parent / "data" / "products.yaml", Product)
KNOWN = index(map(form, FORMS), PRODUCTS, elemental_fraction)


def examples(*files: str) -> list[Example]:
    return [one for file in files for one in load(HERE / "taking" / f"{file}.yaml", Example)]


def typed(one: Example) -> str:
    return one.typed


def read(text: str) -> Taken:
    return read_taken(text, KNOWN)


@pytest.mark.parametrize("one", examples("products", "measures", "forms"), ids=typed)
def test_amount_follows_from_the_facts(one: Example) -> None:
    found = read(one.typed)
    assert (found.elemental_mg, found.form, found.checked, found.counts) == (one.mg, one.form, True, True)
    assert found.typed == one.typed
    assert found.matched


@pytest.mark.parametrize("one", examples("unknown"), ids=typed)
def test_amount_that_is_not_said_is_never_guessed(one: Example) -> None:
    found = read(one.typed)
    assert (found.elemental_mg, found.form, found.checked, found.counts) == (
        one.mg,
        one.form,
        one.checked,
        True,
    )
    assert found.asks or one.mg


@pytest.mark.parametrize("one", examples("not-counted"), ids=typed)
def test_what_is_no_dose_does_not_count(one: Example) -> None:
    found = read(one.typed)
    assert (found.elemental_mg, found.form, found.use, found.counts) == (0.0, one.form, one.use, False)
    assert found.checked
    assert found.typed == one.typed


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product.id)
def test_every_product_is_found_by_each_of_its_names(product: Product) -> None:
    for name in (product.name, *product.names):
        found = read(name)
        assert found.checked, name
        assert found.counts or not product.counts, name
        assert found.elemental_mg is None or found.elemental_mg >= 0


def test_unknown_products_get_at_most_five_suggestions() -> None:
    found = read("milk of magnsia 30 ml")
    assert 0 < len(found.suggestions) <= 5
    assert "hydroxide" in found.suggestions


def test_a_form_is_suggested_by_its_id() -> None:
    assert read("glicinate 200 mg").suggestions == ("glycinate",)


def test_name_of_two_forms_is_not_settled() -> None:
    found = read("magnesia 400 mg")
    assert (found.checked, found.form, found.elemental_mg) == (False, "unspecified", 400)
    assert found.suggestions == ("hydroxide", "oxide")


def test_several_strengths_are_asked_about() -> None:
    assert ASK_WHICH in read("Mylanta 10 ml").asks
    assert ASK_WHICH in read("Hydrotalcit 2 tablets").asks  # 1000 and 500 mg
    assert ASK_WHICH not in read("Rennie 2 tablets").asks


def test_of_several_amounts_the_highest_counts() -> None:
    """What is taken already is taken off the limit, so the higher reading is the careful one."""
    assert read("magnesium glycinate 100 mg elemental or 200 mg elemental").elemental_mg == 200
    assert read("magnesium glycinate 200 mg elemental or 100 mg elemental").elemental_mg == 200


@pytest.mark.parametrize(
    ("text", "mg", "form"),
    [
        ("citrate 100 mg and glycinate 200 mg", 300, "mixed"),
        ("Rennie 2 tablets plus Slow-Mag 2 tablets", 183, "mixed"),  # 2 x 20 and 2 x 71.5
        ("Rennie 2 tablets, Slow-Mag 2 tablets,", 183, "mixed"),
        ("Slow-Mag 2 tablets, Slow-Mag 1 tablet", 214.5, "chloride"),
        ("Rennie 2 tablets and Epsom salt bath", 40, "carbonate"),  # a bath is no dose
        ("magnesium citrate with oxide 400 mg", 400, "mixed"),  # one amount for both
        ("magnesium complex 1000 mg compound", 603, "unspecified"),  # at most the share of an oxide, 60.30 %
    ],
)
def test_items_of_one_text_add_up_and_one_amount_counts_once(text: str, mg: float, form: str) -> None:
    found = read(text)
    assert found.checked
    assert found.form == form
    assert found.elemental_mg == pytest.approx(mg, abs=0.1)


@pytest.mark.parametrize("joined", ["and", "with"])
def test_a_form_without_an_amount_beside_a_product_is_asked_about(joined: str) -> None:
    found = read(f"Rennie 2 tablets {joined} citrate")
    assert (found.matched, found.form, found.elemental_mg) == (("Rennie tablets", "citrate"), "mixed", None)
    assert ASK_ELEMENTAL in found.asks


@pytest.mark.parametrize(
    ("text", "mg", "matched"),
    [
        ("Slow-Mag magnesium chloride 2 tablets", 143, ("Slow-Mag",)),  # the salt that is in it
        ("Slow-Mag 1 tablet with citrate 100 mg", 171.5, ("Slow-Mag", "citrate")),
        ("Rennie 2 chewable magnesium tablets", 40, ("Rennie tablets",)),
        ("Rennie 0 tablets", 0, ("Rennie tablets",)),
        ("Dulcolax 2 chews", 1000, ("Dulcolax Soft Chews",)),  # the strongest of those that are chewed
        # Nobody says how much, so it is the strongest that counts.
        ("milk of magnesia", None, ("Milk of magnesia concentrated (US)",)),
        ("milk of magnesia Rennie", None, ("Milk of magnesia concentrated (US)", "Rennie tablets")),
        ("Carbosymag 2 capsules", 109, ("Carbosymag capsules",)),  # its table counts pairs
        ("citrate of magnesia one bottle", 2900, ("Citrate of magnesia solution (US)",)),
        ("Gelusil 2", 208, ("Gelusil MPS tablets",)),  # 104 mg a tablet; the liquid holds more a spoon
    ],
)
def test_a_product_is_the_strongest_that_fits_what_is_said(
    text: str, mg: float | None, matched: tuple[str, ...]
) -> None:
    found = read(text)
    assert (found.elemental_mg, found.matched) == (mg, matched)


def test_items_are_told_in_the_order_in_which_they_were_typed() -> None:
    assert read("citrate and Rennie 2 tablets").matched == ("citrate", "Rennie tablets")


def test_products_that_hold_no_magnesium_settle_neither_form_nor_use() -> None:
    """One Dulcolax is bisacodyl alone; the others are magnesium hydroxide."""
    assert read("Dulcolax 2 tablets").form == "hydroxide"
    assert read("Rennie Slow-Mag 2 tablets").use == "medicine"  # of the first one named


@pytest.mark.parametrize("text", ["magnesium oil 5 ml in a drink", "magnesium lotion 2 tablets"])
def test_what_is_for_the_skin_counts_where_it_is_swallowed(text: str) -> None:
    found = read(text)
    assert (found.counts, found.elemental_mg) == (True, None)
    assert found.asks


def test_a_product_without_magnesium_counts_only_where_magnesium_is_named_beside_it() -> None:
    alone, beside = read("Tums 500 mg"), read("Tums with magnesium 200 mg")
    assert (alone.matched, alone.counts, alone.elemental_mg) == (("Tums (no magnesium)",), False, 0)
    assert (beside.checked, beside.counts, beside.elemental_mg) == (False, True, 200)


@pytest.mark.parametrize("text", ["Vitamin C 500 mg", "magnesium-free salt"])
def test_another_nutrient_is_not_checked_and_holds_no_magnesium(text: str) -> None:
    found = read(text)
    assert (found.checked, found.counts, found.elemental_mg) == (False, False, 0)


@pytest.mark.parametrize("text", ["zinc and foobar 300 mg", "2 tablets daily", "free 300 mg"])
def test_what_is_not_plainly_something_else_counts_as_magnesium(text: str) -> None:
    found = read(text)
    assert (found.checked, found.counts) == (False, True)


@pytest.mark.parametrize("text", ["glycinate free form 200 mg", "oxide-free magnesium glycinate 200 mg"])
def test_free_form_is_no_free_from(text: str) -> None:
    found = read(text)
    assert (found.form, found.elemental_mg) == ("glycinate", 200)


def test_a_name_is_read_across_its_comma() -> None:
    found = read("Magnesium lotion, body butter, foot cream")
    assert (found.matched, found.use) == (("Magnesium lotion, body butter, foot cream",), "skin")


def test_one_name_of_two_forms_leaves_the_whole_text_open() -> None:
    found = read("magnesia with citrate 100 mg")
    assert (found.checked, found.form, found.elemental_mg) == (False, "unspecified", 100)
    assert found.suggestions == ("hydroxide", "oxide", "citrate")


def test_without_the_shares_of_salts_a_compound_counts_as_all_magnesium() -> None:
    known = index(map(form, FORMS), PRODUCTS)
    assert read_taken("magnesium oxide 400 mg compound", known).elemental_mg == 400


@pytest.mark.parametrize(
    "text", ["Alpha, beta-gamma 5", "alpha beta gamma 5", "alpha betagamma 5", "Alpha; beta gamma; 5"]
)
def test_a_name_is_known_with_and_without_its_comma_and_hyphen(text: str) -> None:
    product = replace(PRODUCTS[0], id="alpha", name="Alpha, beta-gamma 5", names=(), counts=True)
    known = index((), (product,), elemental_fraction)
    assert read_taken(text, known).matched == ("Alpha, beta-gamma 5",)


def test_the_name_of_a_compound_means_the_form_that_is_swallowed() -> None:
    known = index(map(form, ("sulfate", "sulfate-bath")), (), elemental_fraction)
    found = read_taken(f"{HEPTAHYDRATE} 100 mg", known)
    assert (found.matched, found.elemental_mg) == (("sulfate",), 100)


def test_of_the_compounds_of_a_form_the_one_with_the_highest_share_counts() -> None:
    """Forms 1.1: the heptahydrate of the sulfate holds 9.86 %, the dry salt 20.19 %."""
    both = (Compound(HEPTAHYDRATE, "MgSO4·7H2O"), Compound("magnesium sulfate", "MgSO4"))
    open_ = replace(form("oxide"), compounds=())
    known = index((replace(form("sulfate"), compounds=both), open_), (), elemental_fraction)
    assert read_taken("sulfate 100 mg compound", known).elemental_mg == pytest.approx(20.19, abs=0.01)
    assert read_taken("oxide 100 mg compound", known).elemental_mg == 100  # nothing is known of its share


@pytest.mark.parametrize(
    "without", ["not oxide", "no magnesium oxide", "free of oxide", "oxide-free", "no magnesium taurinate"]
)
def test_a_form_that_is_said_not_to_be_in_it_is_not_counted_in(without: str) -> None:
    found = read(f"Magnesium glycinate 200 mg elemental, {without}")
    assert (found.form, found.elemental_mg) == ("glycinate", 200)


@pytest.mark.parametrize(
    ("text", "mg"),
    [
        ("glycinate 100 mg elemental per tablet, 2 tablets", 200),
        ("glycinate 100 mg elemental per serving, 3 servings", 300),
        ("glycinate 100 mg elemental per 5 ml, 15 ml", 300),
        ("glycinate 100 mg elemental per 5 ml", 100),  # how much is taken is not said: one measure
        ("glycinate 19", None),  # too few mg: a count
        ("glycinate 20", 20),
        ("Mag-Ox 400 mg", None),  # the strength in its name is the oxide
        ("magnesium glycinate injection 100 mg", 100),  # no infusion holds it, so it is swallowed
    ],
)
def test_how_much_is_taken_follows_from_the_measures_that_are_said(text: str, mg: float | None) -> None:
    assert read(text).elemental_mg == mg


@pytest.mark.parametrize(
    ("text", "mg"),
    [
        ("glycinate 100 mg 2 times a day, with each meal", 300),  # three meals
        ("glycinate 100 mg x2, 3 a day", 300),
        ("glycinate 100, now 250", 250),
        ("glycinate 10 mg every 1 hour", 240),
        ("Bufferin 2 tablets every 6 hours", 382.4),  # 2 x 4 x 47.8
        ("Bufferin 2 tablets 3 times", 286.8),
        ("glycinate 100 mg elemental per 2 tbsp, 4 tbsp", 200),
        ("magnesium 100 mg per tablet, 2 tablets, calcium 500 mg", 200),
        ("calcium 1000 mg magnesium 400 mg zinc 15 mg", 400),
        ("zinc 500 mg citrate 400 mg calcium 10 mg", 400),
        ("zinc 500 mg citrate 0.4 g calcium 10 mg", 400),
        ("milk of magnesia regular 10 ml in the morning, 10 ml at night", 666.67),  # 20 / 15 x 500
        ("milk of magnesia regular 1 tbsp in the morning, 1 tbsp at night", 1000),
        ("milk of magnesia regular 10 ml morning and night", 666.67),
        ("milk of magnesia regular 30 ml (1 fl oz)", 1000),  # one volume said twice; an ounce is 29.6 ml
        ("magnesium hydroxide 400 mg per 30 ml (1 fl oz)", 400),
    ],
)
def test_of_two_readings_of_how_much_and_how_often_the_larger_counts(text: str, mg: float) -> None:
    assert read(text).elemental_mg == pytest.approx(mg, abs=0.01)


def test_only_a_product_that_may_be_meant_for_the_skin_is_asked_about_it() -> None:
    assert ASK_SKIN not in read("Rennie 2 tablets").asks
    assert ASK_SKIN not in read("milk of magnesia 30 ml").asks
    assert ASK_SKIN in read("Epsom salt 10 g").asks
    assert ASK_SKIN not in read("Epsom salts 2 tsp, drunk").asks
    # What comes in tablets is swallowed.
    assert ASK_SKIN not in read("Slow-Mag twice a day").asks
    assert ASK_SKIN not in read("Epsom salt 2 capsules").asks


def test_salt_with_an_amount_is_asked_about_unless_it_says_elemental() -> None:
    assert read("magnesium citrate 1000 mg").asks
    assert not read("magnesium citrate 100 mg elemental").asks
    assert not read("Magnesium (as citrate) 150 mg").asks
    assert not read("100 mg citrate elemental").asks
    assert not read("glycinate 100 mg elemental per tablet, 2 tablets").asks
    assert not read("magnesium oxide 400 mg (241.3 mg elemental magnesium)").asks


def test_medicine_is_read_as_a_product() -> None:
    found = product_for_medicine("Mucogel 10 ml four times a day", KNOWN)
    assert found is not None
    assert (found.elemental_mg, found.form, found.use) == (650.4, "hydroxide", "medicine")
    assert product_for_medicine("choline magnesium trisalicylate 750 mg", KNOWN) is None
    supplement = product_for_medicine("Slow-Mag 2 tablets", KNOWN)
    assert supplement is not None
    assert supplement.use == "medicine"
    filler = product_for_medicine("magnesium stearate", KNOWN)
    assert filler is not None
    assert (filler.use, filler.counts) == ("none", False)


def test_medicine_of_unknown_amount_counts_as_unspecified() -> None:
    found = unknown_amount("Diovol")
    assert (found.elemental_mg, found.form, found.counts, found.use) == (
        None,
        "unspecified",
        True,
        "medicine",
    )


def test_form_and_amount_apart_are_taken_as_written() -> None:
    found = taken_from_parts("glycinate", 100, "glycinate 100 mg", KNOWN)
    assert (found.typed, found.form, found.elemental_mg, found.checked) == (
        "glycinate 100 mg",
        "glycinate",
        100,
        True,
    )
    assert taken_from_parts("mixed", 100, "mixed 100 mg", KNOWN).form == "mixed"
    assert taken_from_parts("Mag-Ox 400", 482.6, "x", KNOWN).elemental_mg == 482.6
    assert taken_from_parts("citrate", None, "citrate", KNOWN).asks
    assert taken_from_parts("mixed", None, "mixed", KNOWN).asks
    assert not taken_from_parts("mixed", 100, "mixed 100 mg", KNOWN).asks
    assert not taken_from_parts("sulfate-bath", 100, "sulfate-bath 100 mg", KNOWN).counts
    unknown = taken_from_parts("foobar", 100, "foobar 100 mg", KNOWN)
    assert (unknown.checked, unknown.form, unknown.elemental_mg) == (False, "unspecified", 100)


def test_more_of_the_same_is_never_less() -> None:
    for name in ("Rennie {} tablets", "milk of magnesia {} ml", "glycinate {} mg", "Epsom salt {} g"):
        amounts = [read(name.format(number)).elemental_mg or 0 for number in (1, 2, 5, 30, 250)]
        assert amounts == sorted(amounts)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_answered(text: str) -> None:
    found = read(text)
    assert found.typed == text
    assert found.elemental_mg is None or found.elemental_mg >= 0


@pytest.mark.parametrize("piece", ["magnesium 400 mg ", "1 mg per ", "9"])
def test_a_text_longer_than_any_name_is_not_checked_and_its_amount_not_known(piece: str) -> None:
    found = read(piece * (1_000_000 // len(piece)))
    assert (found.checked, found.counts, found.elemental_mg) == (False, True, None)


def test_a_text_of_the_longest_length_is_read() -> None:
    assert read("citrate 100 mg".ljust(LONGEST)).elemental_mg == 100
    assert read("citrate 100 mg".ljust(LONGEST + 1)).elemental_mg is None


def test_a_number_longer_than_any_amount_is_not_known_and_one_with_many_decimals_is() -> None:
    assert read(f"glycinate {'9' * 400} mg elemental").elemental_mg is None
    assert read(f"glycinate 9{',999' * 100} mg elemental").elemental_mg is None
    assert read(f"glycinate 0.4{'0' * 1000} g elemental").elemental_mg == 400
