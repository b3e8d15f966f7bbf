"""Magnesium already taken: what is recognised, how much counts, and what is never guessed."""

from dataclasses import dataclass
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
from magadvisor.names.taking import (
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
    assert read("glicinate 200 mg").suggestions == ("glycinate",)


def test_name_of_two_forms_is_not_settled() -> None:
    found = read("magnesia 400 mg")
    assert (found.checked, found.form, found.elemental_mg) == (False, "unspecified", 400)
    assert found.suggestions == ("hydroxide", "oxide")


def test_several_strengths_are_asked_about() -> None:
    assert any("strongest" in ask for ask in read("Mylanta 10 ml").asks)
    assert not any("strongest" in ask for ask in read("Rennie 2 tablets").asks)


def test_of_several_amounts_the_highest_counts() -> None:
    """What is taken already is taken off the limit, so the higher reading is the careful one."""
    assert read("magnesium glycinate 100 mg elemental or 200 mg elemental").elemental_mg == 200
    assert read("magnesium glycinate 200 mg elemental or 100 mg elemental").elemental_mg == 200


@pytest.mark.parametrize("without", ["not oxide", "no magnesium oxide", "free of oxide", "oxide-free"])
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


def test_only_a_product_that_may_be_meant_for_the_skin_is_asked_about_it() -> None:
    assert not any("skin" in ask for ask in read("Rennie 2 tablets").asks)
    assert not any("skin" in ask for ask in read("milk of magnesia 30 ml").asks)


def test_salt_with_an_amount_is_asked_about_unless_it_says_elemental() -> None:
    assert read("magnesium citrate 1000 mg").asks
    assert not read("magnesium citrate 100 mg elemental").asks
    assert not read("Magnesium (as citrate) 150 mg").asks


def test_medicine_is_read_as_a_product() -> None:
    found = product_for_medicine("Mucogel 10 ml four times a day", KNOWN)
    assert found is not None
    assert (found.elemental_mg, found.form, found.use) == (650.4, "hydroxide", "medicine")
    assert product_for_medicine("choline magnesium trisalicylate 750 mg", KNOWN) is None


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


def test_a_number_longer_than_any_amount_is_not_known_and_one_with_many_decimals_is() -> None:
    assert read(f"glycinate {'9' * 400} mg elemental").elemental_mg is None
    assert read(f"glycinate 9{',999' * 100} mg elemental").elemental_mg is None
    assert read(f"glycinate 0.4{'0' * 1000} g elemental").elemental_mg == 400
