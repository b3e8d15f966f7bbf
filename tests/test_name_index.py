"""Which name stands for which medicine, shown on a few that are made up."""

from dataclasses import replace

import pytest

from magadvisor.model.medicine import AmbiguousName, ClassName, Medicine
from magadvisor.model.words import Route
from magadvisor.names.name_index import NameIndex, index
from tests.support.names import heard, known

ORAL = (Route.ORAL,)


def indexed(
    *medicines: Medicine,
    ambiguous: tuple[AmbiguousName, ...] = (),
    classes: tuple[str, ...] = (),
    look_alikes: tuple[tuple[str, str], ...] = (),
) -> NameIndex:
    words = replace(
        known().medicine_words,
        ambiguous=ambiguous,
        classes=tuple(ClassName((name,), (), "") for name in classes),
        tokens=replace(known().medicine_words.tokens, things=("pill", "tablets")),
        not_medicines=(),
        look_alikes=look_alikes,
    )
    return index({one.name: one for one in medicines}, words)


def test_a_medicine_has_its_inn_us_name_brands_and_other_names_and_an_earlier_kind_wins() -> None:
    one = Medicine("Alfin-een", ORAL, us_name="Alfan", brands=("Brand-X", "Shared"), also=("Other", "Taken"))
    two = Medicine("brand x", ORAL, brands=("Taken",), also=("Shared",))
    assert indexed(one, two).by_name == {
        "alfin een": "Alfin-een",
        "brand x": "brand x",
        "alfan": "Alfin-een",
        "shared": "Alfin-een",
        "taken": "brand x",
        "other": "Alfin-een",
    }


def test_a_brand_is_known_without_its_strength_unless_it_is_short_or_two_medicines_have_it() -> None:
    found = indexed(
        Medicine("one", ORAL, brands=("Tabex 400", "Tabe 400", "Doppel 10", "Fiv-er 5")),
        Medicine("two", ORAL, brands=("Doppel 20", "Tabex")),
        Medicine("three", ORAL, brands=("Doppel 30",)),
    ).by_name
    assert found["tabex"] == "two"  # a name of its own comes first
    assert found["fiv er"] == "one"
    assert not {"tabe", "doppel"} & set(found)


def test_a_name_is_known_without_its_blanks_unless_it_is_short_or_two_medicines_have_it() -> None:
    found = indexed(
        Medicine("one", ORAL, brands=("ab cdef", "ab cde", "abc defg", "ab, cdefgh")),
        Medicine("two", ORAL, brands=("abcd efg",)),
    ).by_compact
    assert found == {"abcdef": "one"}


def test_a_combination_is_known_by_its_ingredients_and_a_single_medicine_is_none() -> None:
    found = indexed(
        Medicine("one", ORAL),
        Medicine("two", ORAL),
        Medicine("one and two", ORAL, ingredients=("one", "two")),
        Medicine("two and one", ORAL, ingredients=("two", "one")),
        Medicine("one again", ORAL, ingredients=("one",)),
    ).by_ingredients
    assert found == {frozenset(("one", "two")): "one and two"}


def test_a_class_is_known_in_the_plural_and_with_every_word_for_a_pill() -> None:
    found = indexed(classes=("water pill", "statin", "gliptins", "tablets")).class_variants
    assert set(found) == {"water pill", "water tablets", "statins"}


def test_look_alikes_know_each_other_in_both_directions() -> None:
    found = indexed(look_alikes=(("Cef-A", "cef b"), ("cef b", "cef c"))).look_alikes
    assert found == {"cef a": ("cef b",), "cef b": ("cef a", "cef c"), "cef c": ("cef b",)}


def test_the_words_of_the_longest_name_are_counted() -> None:
    assert indexed(Medicine("one", ORAL, also=("one of four words",)), classes=("two words",)).most_words == 4


@pytest.mark.parametrize(
    ("text", "matched"),
    [
        ("cefixim", ("cefixime",)),
        ("codein", ()),  # too short: only suggested
        ("Furosemida", ("furosemide",)),
        ("biotina", ("biotin",)),
        ("foobarina", ()),
    ],
)
def test_an_inn_is_known_with_the_ending_of_another_language_from_seven_letters_on(
    text: str, matched: tuple[str, ...]
) -> None:
    assert heard(text).matched == matched
