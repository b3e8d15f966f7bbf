"""The same answers turned otherwise: what is written otherwise says the same, what is worse is no milder."""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise, product
from unicodedata import normalize

import pytest

from magadvisor.door import Door
from magadvisor.happening import symptom
from magadvisor.model.advice import Advice
from magadvisor.model.answers import TypedMagnesium, TypedMedicine
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.words import Kidney
from tests.support.asking import HEALTHY, ask
from tests.support.careful import less_careful

FALLING = (200, 90, 89.9, 60, 59.9, 45, 44.9, 30, 29.9, 15, 14.9, 0)
"""An eGFR at both sides of every stage of the contract, from good to bad."""

TAKEN: tuple[list[str], ...] = ([], ["glycinate 150 mg"], ["glycinate 260 mg"], ["glycinate 400 mg"])


@pytest.mark.parametrize("goal", ["sleep", "constipation"])
@pytest.mark.parametrize("kidney", list(Kidney))
def test_a_lower_egfr_is_never_less_careful(knowledge: Knowledge, kidney: Kidney, goal: str) -> None:
    """Contract: the stricter counts; so a worse number never opens what a better one had closed."""
    for taking in TAKEN:
        person = {**HEALTHY, "goals": [goal], "kidney": kidney.value, "taking": taking}
        told = [(egfr, ask(knowledge, {**person, "egfr": egfr})) for egfr in FALLING]
        for (_, before), (egfr, after) in pairwise(told):
            assert list(_milder(before, after)) == [], (egfr, taking)


def _milder(before: Advice, after: Advice) -> Iterator[str]:
    """Say what is less careful; another team for the kidneys stands in the place of the one before."""
    yield from (way for way in less_careful(before, after) if not way.startswith("actions gone"))
    if _soonest(after) < _soonest(before):
        yield "what to do is less urgent"


URGENCIES = ("before-use", "same-day", "emergency")


def _soonest(advice: Advice) -> int:
    return max((URGENCIES.index(one.urgency) for one in advice.actions), default=-1)


def test_kidneys_that_just_got_worse_are_seen_the_same_day_whatever_the_number(knowledge: Knowledge) -> None:
    """Forms 3.2: with an acute kidney injury magnesium is stopped; a low number is how it shows."""
    for egfr in FALLING:
        advice = ask(knowledge, {**HEALTHY, "goals": ["sleep"], "kidney": "acute", "egfr": egfr})
        assert (advice.outcome, _soonest(advice)) == ("withhold", 1), egfr


def test_between_45_and_59_no_more_may_be_taken_already_than_with_a_better_number(
    knowledge: Knowledge,
) -> None:
    """Forms 3.2: at 60 or more at most 250 mg, below it a low dose; contract: nothing left withholds."""
    for egfr, mg in product((65, 50), (250, 260, 349)):
        person = {**HEALTHY, "goals": ["sleep"], "kidney": "diagnosed", "egfr": egfr}
        advice = ask(knowledge, {**person, "taking": [f"glycinate {mg} mg elemental"]})
        assert advice.outcome == "withhold", (egfr, mg)
    fewer = ask(
        knowledge, {**HEALTHY, "goals": ["sleep"], "egfr": 50, "taking": ["glycinate 100 mg elemental"]}
    )
    assert fewer.outcome == "ask-first"
    assert fewer.dose is not None
    assert (fewer.dose.at_most_mg, fewer.dose.limit_mg) == (None, None)


def _full_width(text: str) -> str:
    return "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text)


def _with(sign: str) -> Callable[[str], str]:
    return lambda text: text[:2] + sign + text[2:]


WRITTEN: Mapping[str, Callable[[str], str]] = {
    "in capitals": str.upper,
    "with more blanks": lambda text: f"  {'   '.join(text.split())}  ",
    "with tabs": lambda text: text.replace(" ", "\t"),
    "with blanks that do not break": lambda text: text.replace(" ", "\N{NO-BREAK SPACE}"),
    "with a full stop": "{}.".format,
    "with a comma": "{},".format,
    "with a mark": "{}!".format,
    "with dots": "{}\N{HORIZONTAL ELLIPSIS}".format,
    "in quotes": "\N{LEFT DOUBLE QUOTATION MARK}{}\N{RIGHT DOUBLE QUOTATION MARK}".format,
    "as an item of a list": "\N{BULLET} {}".format,
    "in letters with marks apart": lambda text: normalize("NFD", text),
    "in letters with marks joined": lambda text: normalize("NFC", text),
    "in wide letters": _full_width,
    "with a soft hyphen": _with("\N{SOFT HYPHEN}"),
    "with a blank of no width": _with("\N{ZERO WIDTH SPACE}"),
    "with a joiner": _with("\N{ZERO WIDTH JOINER}"),
    "with a joiner of letters": _with("\N{COMBINING GRAPHEME JOINER}"),
    "with a selector of looks": _with("\N{VARIATION SELECTOR-16}"),
}


@pytest.fixture(scope="module")
def door(knowledge: Knowledge) -> Door:
    return Door(knowledge)


written = pytest.mark.parametrize("write", WRITTEN.values(), ids=WRITTEN)


@written
def test_a_medicine_written_otherwise_is_the_same(door: Door, write: Callable[[str], str]) -> None:
    for text in ("Synthroid 50 mcg", "cipro 500 mg", "milk of magnesia 30 ml", "Dépakine", "co-amilozide"):
        told = [door.medicine(TypedMedicine(one)).item for one in (text, write(text))]
        assert len({(one.checked, one.matched, one.interactions, one.elemental_mg) for one in told}) == 1
        assert told[0].checked, text


@written
def test_an_illness_written_otherwise_is_the_same(door: Door, write: Callable[[str], str]) -> None:
    for text in ("myasthenia gravis", "heart block", "Ménière disease", "numb saddle area", "CKD stage 4"):
        told = [door.words(one) for one in (text, write(text))]
        assert len({(one.item.checked, one.conditions, one.symptoms, one.kidney) for one in told}) == 1


@written
def test_what_is_taken_written_otherwise_is_the_same(door: Door, write: Callable[[str], str]) -> None:
    texts = (
        "glycinate 200 mg elemental",
        "magnesium citrate 1,000 mg",
        "Magnesium Hydroxide Mixture 8 %",
        "oxide 25 % 400 mg",
    )
    for text in texts:
        told = [door.taken(TypedMagnesium(one)).item for one in (text, write(text))]
        assert len({(one.checked, one.matched, one.form, one.elemental_mg) for one in told}) == 1, text


@written
def test_a_food_written_otherwise_is_the_same(door: Door, write: Callable[[str], str]) -> None:
    for text in ("peanut", "spinach", "Chia seeds", "espresso"):
        told = [door.avoided(one) for one in (text, write(text))]
        assert len({(one.checked, one.matched) for one in told}) == 1
        assert told[0].checked


def test_foods_of_a_list_that_hold_no_allergen_are_each_recognised(door: Door) -> None:
    """Contract: whatever is typed is answered as checked or not; `avoid` takes allergens and foods."""
    for text in ("spinach, kale", "spinach; kale", "spinach and kale", "kale/spinach"):
        told = door.avoided(text)
        assert (told.checked, set(told.matched)) == (True, {"spinach", "kale"}), text
    half = door.avoided("spinach, wibble")
    assert (half.checked, half.matched) == (False, ("spinach",))


@pytest.mark.parametrize(
    "part",
    [
        "O'Brien's thing",
        "Wibble-Wobble",
        "SJ\N{LATIN CAPITAL LETTER O WITH DIAERESIS}GRENISH",
        "a Zemtal thing",
    ],
)
def test_a_part_that_is_not_recognised_is_told_as_it_was_typed(door: Door, part: str) -> None:
    """Everyday words, rule 12: what is not recognised goes to "not checked", word for word."""
    for text in (f"diabetes, {part}", f"{part}; diabetes", f"diabetes and {part}", f"diabetes\n{part}"):
        assert door.words(text).item.unheard == (part,), text


DIFFER = "The kidney answer and the eGFR differ"


@pytest.mark.parametrize(
    ("kidney", "egfr", "differ"),
    [
        ("g3a", 50, False),
        ("g3a", 40, True),
        ("g3a", 95, True),
        ("dialysis", 50, True),
        ("none", 95, False),
        ("none", 50, True),
        ("unknown", 50, False),
        ("unknown", 10, False),
        ("diagnosed", 50, False),
        ("diagnosed", 95, False),
        ("g3a", None, False),
        ("none", None, False),
    ],
)
def test_a_number_that_contradicts_the_kidney_word_is_told(
    knowledge: Knowledge, kidney: str, egfr: float | None, differ: bool
) -> None:
    """Contract, kidneys: it answers unknown and diagnosed; against another word `watch` says they differ."""
    advice = ask(
        knowledge,
        {**HEALTHY, "goals": ["sleep"], "kidney": kidney} | ({} if egfr is None else {"egfr": egfr}),
    )
    assert any(one.text.startswith(DIFFER) for one in advice.watch) == differ


def test_what_a_symptom_stands_for_is_listed_once(knowledge: Knowledge, door: Door) -> None:
    for text in ("chest pain and seizures", *(entry.name for entry in knowledge.vocabulary.conditions)):
        matched = symptom(text, door.words).item.matched
        assert len(set(matched)) == len(matched), text


@pytest.mark.parametrize(
    ("text", "mg"),
    [
        ("two magnesium glycinate 100 mg tablets", 200),
        ("12 magnesium glycinate 100 mg tablets", 1200),
        ("120 magnesium glycinate 100 mg tablets", 100),
        ("60 magnesium glycinate 100 mg tablets", 100),
    ],
)
def test_a_count_in_front_is_taken_up_to_a_dozen_and_else_is_a_pack(door: Door, text: str, mg: float) -> None:
    """Everyday words, units: tablets are counted; nobody takes 60 at a time, but a pack holds as many."""
    assert door.taken(TypedMagnesium(text)).item.elemental_mg == mg
