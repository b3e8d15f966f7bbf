"""What is taken already: added up, held against the limit, twice named, and medicines told as medicines."""

import pytest

from magadvisor.model.knowledge import Knowledge
from tests.support.asking import as_text, ask

PERSON = {
    "goals": ["sleep"],
    "kidney": "none",
    "medicines": [],
    "conditions": [],
    "symptoms": [],
    "age": 40,
    "sex": "female",
    "life_stage": "none",
    "digestion": ["normal"],
    "region": "us",
}


def watched(knowledge: Knowledge, **answers: object) -> list[str]:
    return [one.text for one in ask(knowledge, {**PERSON, **answers}).watch]


def test_each_product_stands_with_its_elemental_mg_and_the_sum_against_the_limit(
    knowledge: Knowledge,
) -> None:
    taking = ["citrate 100 mg elemental", "Magnesium 57 mg"]
    advice = ask(knowledge, {**PERSON, "taking": taking})
    assert [(one.typed, one.elemental_mg) for one in advice.ledger] == [(taking[0], 100), (taking[1], 57)]
    told = [one.text for one in advice.watch]
    assert any("157 mg of magnesium a day" in text and "350 mg a day" in text for text in told)
    assert "citrate 100 mg elemental: 100 mg a day" in as_text(advice)


def test_an_amount_that_is_not_known_makes_the_sum_a_part(knowledge: Knowledge) -> None:
    told = watched(knowledge, taking=["citrate 100 mg elemental", "glycinate"])
    assert any(text.startswith("What is known of what you take adds up to 100 mg") for text in told)


@pytest.mark.parametrize(
    ("taking", "what"),
    [
        (["glycinate 50 mg elemental", "magnesium bisglycinate 50 mg elemental"], "glycinate"),
        (["milk of magnesia 15 ml", "citrate of magnesia 5 fl oz"], "laxative"),
        (["Rennie 2 tablets", "Maalox Plus 5 ml"], "antacid"),
    ],
)
def test_two_of_one_kind_are_named(knowledge: Knowledge, taking: list[str], what: str) -> None:
    told = watched(knowledge, taking=taking)
    assert [text for text in told if f"You take {what} twice" in text and all(one in text for one in taking)]


def test_two_different_supplements_are_not_called_the_same(knowledge: Knowledge) -> None:
    told = watched(knowledge, taking=["citrate 50 mg elemental", "glycinate 50 mg elemental"])
    assert not any("twice" in text for text in told)


def test_a_laxative_dose_is_a_medicine_for_a_short_time(knowledge: Knowledge) -> None:
    advice = ask(knowledge, {**PERSON, "taking": ["milk of magnesia 30 ml"]})
    assert [(one.use, one.form) for one in advice.ledger] == [("short-term-medicine", "hydroxide")]
    assert advice.outcome == "withhold"
    told = [one.text for one in advice.watch]
    assert any("a medicine for a short time, not as a supplement" in text and "days" in text for text in told)


def test_a_medicine_that_holds_magnesium_stands_with_what_was_typed_and_its_form(
    knowledge: Knowledge,
) -> None:
    """Contract: a listed laxative counts, and carries its form and amount."""
    typed = "milk of magnesia 15 ml"
    advice = ask(knowledge, {**PERSON, "medicines": [typed]})
    assert [(one.typed, one.form, one.use) for one in advice.ledger] == [
        (typed, "hydroxide", "short-term-medicine")
    ]


def test_a_form_that_only_medicines_hold_is_a_medicine_for_a_short_time(knowledge: Knowledge) -> None:
    """Forms 1: hydroxide is sold as a laxative and an antacid only."""
    advice = ask(knowledge, {**PERSON, "taking": ["magnesium hydroxide 100 mg elemental"]})
    assert [one.use for one in advice.ledger] == ["short-term-medicine"]


def test_a_supplement_is_no_short_term_medicine(knowledge: Knowledge) -> None:
    advice = ask(knowledge, {**PERSON, "taking": ["citrate 100 mg elemental"]})
    assert [one.use for one in advice.ledger] == ["supplement"]
    assert not any("short time" in one.text for one in advice.watch)


@pytest.mark.parametrize("goal", ["sleep", "migraine"])
@pytest.mark.parametrize("kidney", ["g3b", "g4", "g5", "dialysis", "transplant", "acute", "diagnosed"])
def test_where_kidneys_close_the_gate_no_limit_is_told(knowledge: Knowledge, kidney: str, goal: str) -> None:
    """Whatever else holds: the goal migraine asks for a doctor, which alone would leave the limit told."""
    told = watched(knowledge, goals=[goal], kidney=kidney, taking=["citrate 100 mg elemental"])
    assert not any("The limit for you" in text for text in told)


def test_the_same_product_said_twice_is_named_twice(knowledge: Knowledge) -> None:
    told = watched(knowledge, taking=["glycinate 50 mg elemental", "glycinate 50 mg elemental"])
    assert any("You take glycinate twice" in text for text in told)


def test_the_words_that_the_rules_saw_are_told_one_as_a_word_and_several_as_a_list(
    knowledge: Knowledge,
) -> None:
    """Contract: the profile of an advice."""
    saw = ask(knowledge, {**PERSON, "conditions": ["gout", "asthma"]}).profile
    assert (saw["goals"], saw["kidney"], saw["age"], saw["region"]) == (["sleep"], "none", "adult", "us")
    assert (saw["digestion"], saw["conditions"]) == (["normal"], ["gout", "respiratory"])


@pytest.mark.parametrize("region", ["us", "eu", "uk", "ca", "jp", "anz"])
def test_every_limit_that_is_told_has_its_source(knowledge: Knowledge, region: str) -> None:
    advice = ask(knowledge, {**PERSON, "region": region})
    cited = {one.id for one in advice.sources}
    assert advice.dose is not None
    for told in advice.dose.limits:
        sources = [one.sources for one in knowledge.limits.uppers if one.body == told.body]
        assert any(cited & {one.id for one in each} for each in sources), told.body
