"""What people type for medicines: known, asked about, suggested, never guessed."""

import csv
from itertools import permutations
from pathlib import Path
from time import perf_counter
from typing import TypeAlias

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from magadvisor.door import Door
from magadvisor.knowledge.load import data_folder, load
from magadvisor.model.answers import TypedMedicine
from magadvisor.model.words import Route
from magadvisor.names.name_index import inns
from magadvisor.names.tidy import LONGEST, is_number, tidy
from tests.support.names import heard, known, look_alikes, met, names

FOLDER = Path(__file__).parent / "names"
Lists: TypeAlias = dict[str, list[str]]
Texts: TypeAlias = dict[str, str]


def told(name: str) -> object:
    return yaml.safe_load((FOLDER / "typed.yaml").read_text(encoding="utf-8"))[name]


def lists(name: str) -> list[tuple[str, list[str]]]:
    return list(TypeAdapter(Lists).validate_python(told(name)).items())


def texts(name: str) -> list[tuple[str, str]]:
    return list(TypeAdapter(Texts).validate_python(told(name)).items())


def lines(name: str) -> list[str]:
    return TypeAdapter(list[str]).validate_python(told(name))


@pytest.mark.parametrize(("text", "expected"), lists("matched"))
def test_a_typed_name_is_known_by_its_ingredients(text: str, expected: list[str]) -> None:
    found = heard(text)
    assert found.checked
    assert list(found.matched) == expected
    assert found.suggestions == ()


@pytest.mark.parametrize(("text", "expected"), lists("same_rules"))
def test_meanings_with_the_same_rules_are_read_as_the_first_and_that_is_said(
    text: str, expected: list[str]
) -> None:
    found = heard(text)
    assert found.checked
    assert list(found.matched) == expected
    (remark,) = Door(known()).medicine(TypedMedicine(text)).remarks
    assert text.lower() in remark.lower()
    assert f"read as {found.entries[0]}" in remark


@pytest.mark.parametrize(("text", "counting"), lists("unsettled"))
def test_an_unsettled_name_counts_every_reading_and_is_not_checked(text: str, counting: list[str]) -> None:
    found = heard(text)
    assert not found.checked
    assert found.matched == ()
    assert set(counting) <= set(found.entries)


@pytest.mark.parametrize(("text", "counting"), lists("classes"))
def test_a_class_counts_its_careful_reading_and_asks_for_the_name(text: str, counting: list[str]) -> None:
    found = heard(text)
    assert not found.checked
    assert found.matched == ()
    assert set(counting) <= set(found.classes)
    assert found.asks


@pytest.mark.parametrize("text", lines("local"))
def test_a_class_that_is_not_swallowed_counts_no_rule_of_tablets(text: str) -> None:
    found = heard(text)
    assert not found.checked
    assert (found.entries, found.classes) == ((), ())
    assert found.asks


def as_written() -> list[tuple[str, str]]:
    read = yaml.safe_load((FOLDER / "as-written.yaml").read_text(encoding="utf-8"))
    return list(TypeAdapter(Texts).validate_python(read).items())


@pytest.mark.parametrize(("line", "told"), as_written())
def test_a_line_of_a_letter_or_a_slip_is_read_whole(line: str, told: str) -> None:
    """The medicines, the route and what they meet; nothing of the line is left over."""
    matched, route, meets = (part.strip() for part in f"{told};;".split(";")[:3])
    found = heard(line)
    assert found.checked
    assert found.suggestions == ()
    assert ", ".join(found.matched) == matched
    assert (found.route or "") == route
    brought = {one for entry in found.entries for one in met(entry, found.route)}
    assert brought == set(filter(None, meets.split(", ")))


def test_of_a_class_the_rules_of_every_medicine_count() -> None:
    hiv = heard("HIV meds").classes
    assert {"insti-raltegravir", "insti-dolutegravir", "insti-bictegravir", "pi-atazanavir"} <= set(hiv)
    antibiotic = heard("an antibiotic").classes
    assert {"quinolone-moxifloxacin", "nitrofurantoin", "azithromycin-antacid"} <= set(antibiotic)


@pytest.mark.parametrize(
    ("text", "matched"),
    [
        ("Calcium 600mg with vitamin D", ("calcium carbonate", "colecalciferol")),
        ("calcium carbonate 600 + D", ("calcium carbonate", "colecalciferol")),
        ("tylenol 3", ("codeine", "paracetamol")),
    ],
)
def test_a_name_may_stand_around_its_strength(text: str, matched: tuple[str, ...]) -> None:
    assert heard(text).matched == matched


@pytest.mark.parametrize(
    ("text", "matched"),
    [
        ("lisinopril 20mg am", ("lisinopril",)),
        ("lisinopril 10 am", ("lisinopril",)),  # ten in the morning
        ("tylenol 3 times", ("paracetamol",)),  # how often, and no Tylenol 3
        ("levothyroxine plus metformin", ("levothyroxine", "metformin")),
        ("Adcal 1500 mg D3", ("calcium carbonate", "colecalciferol")),
        ("folic 5mg acid", ("folic acid",)),
        ("doxy antibiotic", ("doxycycline",)),  # the class settles the name
        ("levo antibiotic", ("levofloxacin",)),
        ("t3 tylenol", ("codeine", "paracetamol")),
        ("fleet saline", ("sodium phosphate",)),
    ],
)
def test_words_that_only_say_more_of_a_name_are_left_out(text: str, matched: tuple[str, ...]) -> None:
    assert heard(text).matched == matched


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Benadryl at", "diphenhydramine"),
        ("at losartan 50mg", "losartan"),
        ("lisinopril 20 am", "lisinopril"),  # no hour
        ("metformin plus", "metformin"),  # a plus joins two names, and here is one
        ("plus metformin", "metformin"),
        ("foobar metformin", "metformin"),
        ("T metformin", "metformin"),  # a T may be testosterone only where nothing else stands
        ("ART metformin", "metformin"),
        ("levothyroxine and my eye drops", "levothyroxine"),
        ("ciprofloxacin tablets, eye drops", "ciprofloxacin"),
    ],
)
def test_a_word_that_may_belong_to_a_name_leaves_the_text_unchecked(text: str, entry: str) -> None:
    found = heard(text)
    assert (found.checked, found.entries) == (False, (entry,))


def test_an_everyday_word_or_a_food_is_a_name_only_where_it_can_be_one() -> None:
    assert heard("T").entries == ("testosterone", "liothyronine")
    assert heard("T foobar").entries == ()
    assert heard("ART").classes
    assert heard("a garlic clove").suggestions == ("garlic",)
    assert heard("for pain").asks  # which medicine is taken for it?
    assert (heard("Pedialyte").entries, bool(heard("Pedialyte").asks)) == ((), True)


def test_what_is_no_medicine_is_asked_about_only_where_the_words_have_a_question() -> None:
    for one in known().medicine_words.not_medicines:
        for name in one.names:
            found = heard(name)
            if not (found.checked or {tidy(name)} & {*names().by_name, *names().ambiguous, *names().classes}):
                assert found.asks == ((one.ask,) if one.ask else ()), name


def test_madopar_holds_benserazide_and_sinemet_carbidopa() -> None:
    assert heard("Madopar 125").matched == ("levodopa", "benserazide")
    assert heard("Sinemet 25/100").matched == ("levodopa", "carbidopa")


@pytest.mark.parametrize("text", lines("nothing"))
def test_other_words_are_no_medicines(text: str) -> None:
    found = heard(text)
    assert not found.checked
    assert (found.entries, found.classes, found.suggestions) == ((), (), ())


@pytest.mark.parametrize(("text", "route"), texts("routes"))
def test_a_route_word_or_brand_settles_the_route(text: str, route: str) -> None:
    found = heard(text)
    assert found.checked
    assert found.route == route


@pytest.mark.parametrize("text", lines("no_route"))
def test_a_route_word_of_another_thing_says_nothing(text: str) -> None:
    assert heard(text).route is None


@pytest.mark.parametrize(
    ("text", "route", "matched"),
    [
        ("Aquaphor 20 mg", None, ("xipamide",)),  # a tablet abroad, an ointment elsewhere
        ("EPO 1000 mg", None, ("evening primrose oil",)),  # erythropoietin is injected
        ("iron 65 mg", None, ("ferrous sulfate",)),  # an infusion has no strength to swallow
        ("EPO", Route.INJECTION, ("erythropoietin",)),
        ("Aquaphor", Route.SKIN, ("emollient",)),
    ],
)
def test_a_strength_or_a_route_leaves_the_readings_that_are_taken_so(
    text: str, route: Route | None, matched: tuple[str, ...]
) -> None:
    """Contract: a strength or a route that fits one reading settles the name."""
    found = heard(text, route)
    assert (found.checked, found.matched) == (True, matched)


def test_a_typed_route_word_wins_over_the_route_said_apart_and_that_over_the_brand() -> None:
    assert heard("cipro ear drops", Route.ORAL).route is Route.EAR
    assert heard("Ozempic", Route.ORAL).route is Route.ORAL
    assert heard("cefuroxime", Route.INJECTION).route is Route.INJECTION


@pytest.mark.parametrize(("text", "meant"), texts("suggests"))
def test_a_misspelling_is_suggested_and_never_substituted(text: str, meant: str) -> None:
    found = heard(text)
    assert not found.checked
    assert found.matched == ()
    assert meant in found.suggestions
    assert len(found.suggestions) <= 5


@pytest.mark.parametrize(("text", "other"), texts("never_suggests"))
def test_a_suggestion_never_crosses_a_stem_and_a_short_name_is_never_near(text: str, other: str) -> None:
    assert other not in heard(text).suggestions


def pairs() -> list[dict[str, str]]:
    """Read the look-alikes of the facts: each name with the rules that it brings."""
    with (FOLDER / "look-alikes.csv").open(encoding="utf-8", newline="") as told:
        return list(csv.DictReader(told))


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: f"{pair['name']} / {pair['other']}")
def test_look_alikes_never_merge_and_each_has_the_rules_of_the_facts(pair: dict[str, str]) -> None:
    first, second = heard(pair["name"]), heard(pair["other"])
    assert first.entries
    assert second.entries
    assert set(first.entries).isdisjoint(second.entries)
    for found, told in ((first, pair["rules"]), (second, pair["other_rules"])):
        brought = {one for entry in found.entries for one in met(entry, None)}
        rules = set(filter(None, told.split(";")))
        assert brought == rules if found.checked else rules <= brought


def test_the_words_name_every_look_alike_of_the_facts() -> None:
    assert {(pair["name"], pair["other"]) for pair in pairs()} == set(look_alikes())


def test_a_slip_between_two_look_alikes_shows_both() -> None:
    assert {"prednisone", "prednisolone"} <= set(heard("prednisolne").suggestions)
    assert {"hydralazine", "hydroxyzine"} <= set(heard("hydralyzine").suggestions)


def test_every_name_in_the_data_is_its_own_or_one_that_is_asked_about() -> None:
    asked = {*names().ambiguous, *names().classes}
    foods = names().not_medicines
    for entry, medicine in known().medicines.items():
        for name in (entry, medicine.us_name or entry, *medicine.brands, *medicine.also):
            if tidy(name) in asked or tidy(name) in foods:
                continue
            found = heard(name)
            assert found.checked, name
            assert found.entries == (entry,), name
            assert found.matched == inns((entry,), known().medicines)


def test_a_combination_is_the_same_in_any_order() -> None:
    several = [one for one in known().medicines.values() if 1 < len(one.ingredients) <= 3]
    assert len(several) > 300
    for medicine in several:
        expected = set(heard(medicine.ingredients[0]).matched)
        for join in ("/", " + ", " and ", ", ", " with "):
            for order in list(permutations(medicine.ingredients))[:2]:
                found = heard(join.join(order))
                assert found.entries, order
                assert expected <= {*found.matched, *inns(found.entries, known().medicines)}


def test_no_word_that_changes_a_medicine_is_left_out() -> None:
    tokens = known().medicine_words.tokens
    local = {word for words in tokens.routes.values() for word in words}
    assert not (set(tokens.keep) & names().around.idle) - local


def test_what_the_words_name_exists() -> None:
    words, medicines = known().medicine_words, known().medicines
    members = {name for one in words.classes for name in one.members}
    salts = {name for listed in words.tokens.counter_ions.values() for name in listed}
    assert (members | salts) <= set(medicines)
    assert all(len(one.members) <= 5 for one in words.classes)
    assert all(len(one.readings) > 1 for one in words.ambiguous)


def test_brands_with_a_route_of_their_own_are_names() -> None:
    for medicine in known().medicines.values():
        for brand in medicine.brand_routes or ():
            assert heard(brand).entries == (medicine.name,), brand


def test_several_names_in_one_line_keep_the_tablet_of_one_beside_the_drops_of_the_other() -> None:
    assert heard("levothyroxine, timolol eye drops").route is None
    assert heard("levothyroxine and eye drops").route is None


def test_the_door_counts_what_is_recognised() -> None:
    door = Door(load(data_folder()))

    def interactions(text: str) -> tuple[str, ...]:
        return door.medicine(TypedMedicine(text)).item.interactions

    for text in ("cipro ear drops", "tobramycin eye drops", "ciprofloxacin infusion", "Ciloxan"):
        assert "quinolone-antibiotics" not in interactions(text)
    assert {"thyroid-hormones", "quinolone-antibiotics", "levodopa"} <= set(interactions("levo"))
    assert "thyroid-hormones" in interactions("levothyroxine, timolol eye drops")
    assert "tetracycline-antibiotics" in interactions("doxycycline, the cream coloured ones")
    assert "quinolone-antibiotics" in interactions("levofloxacin IV then PO")
    assert "quinolone-antibiotics" in interactions("Cipro IV then PO")
    assert "magnesium-containing-products" in interactions("Cream of Magnesia")
    assert "magnesium-containing-products" not in interactions("esomeprazole magnesium")
    assert interactions("magnesium stearate") == ()
    assert "insti-raltegravir" in interactions("HIV meds")


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=120), st.sampled_from([None, *Route]))
def test_any_text_is_answered_and_kept(text: str, route: Route | None) -> None:
    found = heard(text, route)
    assert found.typed == text
    assert found.checked == bool(found.matched)
    assert len(found.suggestions) <= 5


WORDS = (
    "levothyroxine cipro aspirin iron magnesium hydro and plus with / + , 500 mg mcg tablets eye drops im "
    "a my water pill for blood pressure T D K xl hct sodium 3 times pm 💊 ® metformn (ppi) none"
)
MIXTURES = st.lists(st.sampled_from(WORDS.split()), max_size=14).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(MIXTURES)
def test_any_mixture_of_words_is_answered(text: str) -> None:
    found = heard(text)
    assert found.typed == text
    assert found.checked == bool(found.matched)
    if "levothyroxine" in text:
        assert "levothyroxine" in found.entries


@pytest.mark.parametrize("piece", ["levothyroxine ", "x", "\x00", "a/", "💊", " ", "and "])
def test_a_very_long_text_is_not_checked_and_answered_at_once(piece: str) -> None:
    text = piece * (10_000_000 // len(piece))
    start = perf_counter()
    found = heard(text)
    assert perf_counter() - start < 2
    assert not found.checked
    assert found.typed is text
    assert found.suggestions == ()


def test_a_name_longer_than_the_limit_is_not_checked() -> None:
    assert heard("metformin" + " 500 mg" * ((LONGEST - 9) // 7)).checked
    assert not heard("metformin" + " 500 mg" * (LONGEST // 7)).checked
    assert tidy("x" * LONGEST) == "x" * LONGEST
    assert tidy("x" * (LONGEST + 1)) == ""
    assert tidy("x".ljust(5 * LONGEST, "®")) == "x"  # marks are left out, of a text that is not much longer
    assert tidy("x".ljust(5 * LONGEST + 1, "®")) == ""


@pytest.mark.parametrize(
    ("word", "number"),
    [("500", True), ("500mg", True), ("q8h", True), ("b12", False), ("d3", False), ("mg", False)],
)
def test_a_number_is_told_from_a_name_that_ends_in_one(word: str, number: bool) -> None:
    assert is_number(word) is number
