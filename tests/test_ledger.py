"""What is taken already: added up, held against the limit, twice named, and medicines told as medicines."""

import csv
from pathlib import Path

import pytest

from magadvisor.door import Door
from magadvisor.model.account import MagnesiumMedicineAnswer
from magadvisor.model.advice import Advice
from magadvisor.model.answers import TypedMagnesium
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


def test_what_is_asked_about_something_taken_is_asked_in_words(knowledge: Knowledge) -> None:
    """Facts, labels: products of one name differ, and a salt that is not named stays open."""
    told = " ".join(watched(knowledge, taking=["Mylanta 10 ml", "magnesium 100 mg"]))
    assert "The strongest one counts until you say which one it is." in told
    assert "Which salt of magnesium is it?" in told


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
        (["glycinate 50 mg elemental", "magnesium bisglycinate 50 mg elemental"], "Magnesium glycinate"),
        (["milk of magnesia 15 ml", "citrate of magnesia 5 fl oz"], "a laxative"),
        (["Rennie 2 tablets", "Maalox Plus 5 ml"], "an antacid"),
        (["Picoprep sachet", "Picoprep sachet"], "a bowel prep"),
        (["milk of magnesia 15 ml", "Mucogel 10 ml"], "Magnesium hydroxide"),
        (["magnesium 200 mg twice a day"] * 2, "magnesium of a salt that is not known"),
    ],
)
def test_two_of_one_kind_are_named(knowledge: Knowledge, taking: list[str], what: str) -> None:
    told = watched(knowledge, taking=taking)
    assert [
        text
        for text in told
        if f"More than one of what you take is {what}: " in text and all(one in text for one in taking)
    ]


def test_two_different_supplements_are_not_called_the_same(knowledge: Knowledge) -> None:
    told = watched(knowledge, taking=["citrate 50 mg elemental", "glycinate 50 mg elemental"])
    assert not any("More than one" in text for text in told)


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
    (answer,) = advice.medicines
    assert isinstance(answer, MagnesiumMedicineAnswer)
    assert (answer.form, answer.elemental_mg) == ("hydroxide", advice.ledger[0].elemental_mg)


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


@pytest.mark.parametrize("goal", ["sleep", "migraine"])
def test_a_limit_that_is_reached_is_told_also_where_somebody_is_to_be_asked(
    knowledge: Knowledge, goal: str
) -> None:
    """The goal migraine asks for a doctor; what closes the gate is the limit alone, so it is told."""
    advice = ask(knowledge, {**PERSON, "goals": [goal], "taking": ["citrate 400 mg elemental"]})
    assert (advice.outcome, advice.dose) == ("withhold", None)
    assert any("400 mg" in one.text and "350 mg a day" in one.text for one in advice.watch)


def test_what_is_asked_about_an_item_is_told(knowledge: Knowledge) -> None:
    taking = ["magnesium citrate 1000 mg", "Mylanta 10 ml"]
    remarks = [one for item in taking for one in Door(knowledge).taken(TypedMagnesium(item)).remarks]
    assert remarks
    assert set(remarks) <= set(watched(knowledge, taking=taking))


def test_the_same_product_said_twice_is_named_twice(knowledge: Knowledge) -> None:
    told = watched(knowledge, taking=["glycinate 50 mg elemental", "glycinate 50 mg elemental"])
    assert any("More than one of what you take is Magnesium glycinate" in text for text in told)


COUNTS_AS_ELEMENTAL = {
    "L18": 1000,
    "L19": 1000,
    "L27": 1000,
    "L28": 1000,
    "L29": 500,
    "L30": 500,
    "L31": 535,
    "L32": 1200,
    "L34": 830,  # 415 in 5 mL, twice
    "L41": 15000,
    "L65": 300,
    "L66": 275,
    "L75": 1000,
    "L99": 2488,  # 8 x 311
}
"""Lines without a word for what the amount is: it counts as elemental, the higher reading."""

HIGHER_READING = {
    "L72": 114,  # 2 x 57, the adult's two tablets
    "L81": 1044,  # the title of the shop, were it mg
    "L104": 400,  # the adult's
    "L106": 400,  # were it mg
}
"""Lines with two readings, of which the higher counts."""

HOW_MUCH_IS_ASKED = ("L43", "L77", "L103")
"""Lines from which a day's amount does not follow: a count of pieces, a weight or one product is missing."""


def _label_lines() -> list[dict[str, str]]:
    path = Path(__file__).parent / "facts" / "label-lines.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", _label_lines(), ids=lambda row: f"{row['id']} {row['line'][:40]}")
def test_a_label_line_counts_in_the_ledger_with_the_figure_of_the_facts(
    knowledge: Knowledge, row: dict[str, str]
) -> None:
    heard = Door(knowledge).taken(TypedMagnesium(row["line"]))
    line = row["id"]
    if line in HOW_MUCH_IS_ASKED:
        assert (heard.item.elemental_mg, bool(heard.remarks)) == (None, True)
        return
    facts = float(row["high_mg"] or 0)
    expected = {**COUNTS_AS_ELEMENTAL, **HIGHER_READING}.get(line, facts)
    assert heard.item.elemental_mg == pytest.approx(expected, rel=0.02, abs=0.06)
    assert expected >= facts


@pytest.mark.parametrize(
    ("typed", "mg"),
    [
        ("take 1-2 capsules daily; each capsule 100 mg magnesium", 200),  # the larger of the range
        ("Magnesium citrate 200 mg elemental x 3 tablets a day", 600),
        ("Magnesium glycinate 200 mg elemental, not oxide", 200),
        ("B6 50 mg and magnesium 100 mg", 100),
        ("magnesium 200 mg and zinc 15 mg", 200),
        ("1 g Magtein twice a day", 165),  # 2 x 1000 x 8.25 %
        ("400 mg MgO, 2 tablets", 482.4),  # 2 x 241.2
    ],
)
def test_what_is_typed_is_read_as_a_label_is(knowledge: Knowledge, typed: str, mg: float) -> None:
    assert Door(knowledge).taken(TypedMagnesium(typed)).item.elemental_mg == pytest.approx(mg, rel=0.01)


@pytest.mark.parametrize(
    "typed",
    [
        "vitamin C 500 mg",
        "zinc 15 mg",
        "Vitamin D 1000 IU",
        "calcium 600 mg",
        "potassium citrate 99 mg",
        "omega 3 fish oil 1000 mg",
        "vitamin B6 50 mg",
        "magnesium-free salt 500 mg",
    ],
)
def test_another_nutrient_is_named_as_not_checked_and_never_counted_as_magnesium(
    knowledge: Knowledge, typed: str
) -> None:
    advice = ask(knowledge, {**PERSON, "taking": [typed, "citrate 100 mg elemental"]})
    assert [(one.typed, one.checked) for one in advice.taking] == [
        (typed, False),
        ("citrate 100 mg elemental", True),
    ]
    assert [one.typed for one in advice.not_checked] == [typed]
    assert [one.elemental_mg for one in advice.ledger] == [100]
    assert advice.outcome == "ask-first"


@pytest.mark.parametrize("answers", [{"taking": ["Picoprep sachet"]}, {"medicines": ["Picoprep"]}])
def test_a_bowel_preparation_is_told_as_one_and_never_with_the_days_of_a_laxative(
    knowledge: Knowledge, answers: dict[str, list[str]]
) -> None:
    told = watched(knowledge, **answers)
    assert any("empties the bowel once, before an examination" in text for text in told)
    assert not any("days" in text and "Picoprep" in text for text in told)


B6_LIMITS = (
    "at most 12 mg a day in all (EU), 10 mg from supplements (UK), 100 mg (US), 50 mg (Australia and "
    "New Zealand, where labels warn above 10 mg)"
)


@pytest.mark.parametrize(
    ("taking", "asked"),
    [
        (["B6 50 mg and magnesium 100 mg"], True),
        (["magnesium 100 mg", "vitamin B6 50 mg"], True),
        (["Magnesium (as bisglycinate) 100 mg; Vitamin B6 1.7 mg"], False),
        (["Magne B6 2 tablets"], False),  # 2 x 5 mg
        (["Magne B6 6 tablets a day"], True),  # 6 x 5 mg
        (["Magne B6 2 tablets", "pyridoxine 2 mg, citrate 50 mg elemental"], True),  # 10 and 2: added up
        (["magnesium with B6 100 mg"], True),  # which of the two the 100 mg are is not said
        (["citrate 100 mg elemental and B complex"], True),  # how much is not said
    ],
)
def test_vitamin_b6_is_told_with_its_limits_and_more_than_the_lowest_is_asked_about(
    knowledge: Knowledge, taking: list[str], asked: bool
) -> None:
    advice = ask(knowledge, {**PERSON, "goals": ["nerve-pain"], "taking": taking})
    assert any(B6_LIMITS in one.text for one in advice.watch)
    assert any("causes numb and painful feet or hands itself" in one.text for one in advice.watch)
    reasons = {one.rule: one for one in advice.reasons}
    assert "efsa-nda-2023" in reasons["vitamin-b6-is-added-up"].sources
    assert_asked(advice, asked)


def assert_asked(advice: Advice, asked: bool) -> None:
    """Asked about, a person is told whom to ask, whatever else makes the advice careful."""
    told_by = {by for action in advice.actions for by in action.by}
    assert ("much-vitamin-b6-asks-first" in told_by) == asked
    assert not asked or advice.outcome in ("ask-first", "withhold", "urgent")


@pytest.mark.parametrize("region", [None, "us", "eu", "uk", "ca", "jp", "anz"])
def test_more_than_10_mg_of_vitamin_b6_is_asked_about_in_every_region(
    knowledge: Knowledge, region: str | None
) -> None:
    """UK: 10 mg from supplements. EU: 12 mg with the food. Australia: labels must warn above 10 mg."""
    for mg, asked in ((10, False), (10.5, True)):
        taking = [f"magnesium 50 mg and vitamin B6 {mg:g} mg"]
        assert_asked(ask(knowledge, {**PERSON, "taking": taking, "region": region}), asked)


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({"medicines": ["pyridoxine 50 mg"]}, True),
        ({"medicines": ["vitamin B6 100 mg"]}, True),
        ({"medicines": ["pyridoxine 5 mg"]}, False),
        ({"medicines": ["pyridoxine"]}, True),  # how much is not said
        ({"medicines": ["pyridoxine 8 mg"], "taking": ["vitamin B6 8 mg"]}, True),  # added up
        ({"medicines": ["doxylamine and pyridoxine"]}, True),
    ],
)
def test_vitamin_b6_listed_as_a_medicine_counts_as_what_is_taken(
    knowledge: Knowledge, answers: dict[str, list[str]], asked: bool
) -> None:
    advice = ask(knowledge, {**PERSON, "goals": ["nerve-pain"], **answers})
    assert any(B6_LIMITS in one.text for one in advice.watch)
    assert_asked(advice, asked)


@pytest.mark.parametrize("taken", ["Slow-Mag 2 tablets", "Slow-Mag"])
def test_nobody_is_asked_whether_a_tablet_is_for_a_bath(knowledge: Knowledge, taken: str) -> None:
    assert not any("bath" in text for text in watched(knowledge, taking=[taken]))


def test_a_medicine_with_vitamin_b6_does_not_answer_what_magnesium_is_taken(knowledge: Knowledge) -> None:
    person = {key: value for key, value in PERSON.items() if key != "taking"}
    advice = ask(knowledge, {**person, "medicines": ["pyridoxine 50 mg"]})
    assert "taking" in {one.question for one in advice.unanswered}


@pytest.mark.parametrize(
    "medicine", ["levothyroxine", "metformin 500 mg", "vitamin B12 1 mg", "vitamin C 500 mg"]
)
def test_a_medicine_without_vitamin_b6_brings_none(knowledge: Knowledge, medicine: str) -> None:
    assert not any("vitamin B6" in text for text in watched(knowledge, medicines=[medicine]))


@pytest.mark.parametrize("taking", [["citrate 100 mg elemental"], ["vitamin C 500 mg"], ["vitamin B12 1 mg"]])
def test_without_vitamin_b6_nothing_is_said_of_it(knowledge: Knowledge, taking: list[str]) -> None:
    assert not any("vitamin B6" in text for text in watched(knowledge, taking=taking))


def test_the_words_that_the_rules_saw_are_told_one_as_a_word_and_several_as_a_list(
    knowledge: Knowledge,
) -> None:
    """Contract: the profile of an advice."""
    saw = ask(knowledge, {**PERSON, "conditions": ["gout", "asthma"]}).profile
    assert (saw["goals"], saw["kidney"], saw["age"], saw["region"]) == (["sleep"], "none", "adult", "us")
    assert (saw["digestion"], saw["conditions"]) == (["normal"], ["gout", "respiratory"])


@pytest.mark.parametrize("question", ["conditions", "symptoms", "medicines", "taking"])
def test_what_was_not_asked_is_told_apart_from_none(knowledge: Knowledge, question: str) -> None:
    """Promise: `unknown` is named, and is never `none`."""
    unasked = {key: value for key, value in PERSON.items() if key != question}
    assert ask(knowledge, unasked).profile[question] == ["unknown"]
    assert ask(knowledge, {**PERSON, question: []}).profile[question] == ["none"]


@pytest.mark.parametrize(
    "question", ["conditions", "symptoms", "medicines", "taking", "avoid", "age", "kidney", "region"]
)
def test_a_question_is_told_as_unanswered_exactly_where_it_was_not_answered(
    knowledge: Knowledge, question: str
) -> None:
    every = {**PERSON, "taking": [], "avoid": []}
    assert ask(knowledge, every).unanswered == ()
    unasked = {key: value for key, value in every.items() if key != question}
    assert [one.question for one in ask(knowledge, unasked).unanswered] == [question]


def test_sources_are_listed_as_they_are_cited_those_of_the_form_first(knowledge: Knowledge) -> None:
    advice = ask(knowledge, {**PERSON, "medicines": ["Synthroid"]})
    assert advice.form is not None
    named = [one.sources for one in (advice.form, *advice.alternatives)]
    named += [one.sources for one in advice.interactions]
    named += [one.sources for one in advice.reasons]
    cited = list(dict.fromkeys(source for each in named for source in each))
    assert [one.id for one in advice.sources][: len(cited)] == cited


def test_an_advice_is_stamped_with_the_version_and_the_digest_of_its_knowledge(knowledge: Knowledge) -> None:
    stamp = ask(knowledge, PERSON).knowledge
    assert (stamp.version, stamp.digest, stamp.reviewed_by) == (
        knowledge.meta.version,
        knowledge.digest,
        None,
    )
    assert stamp.digest.startswith("sha256:")


@pytest.mark.parametrize("region", ["us", "eu", "uk", "ca", "jp", "anz"])
def test_every_limit_that_is_told_has_its_source(knowledge: Knowledge, region: str) -> None:
    advice = ask(knowledge, {**PERSON, "region": region})
    cited = {one.id for one in advice.sources}
    assert advice.dose is not None
    for told in advice.dose.limits:
        sources = [one.sources for one in knowledge.limits.uppers if one.body == told.body]
        assert any(cited & {one.id for one in each} for each in sources), told.body


def test_every_source_that_a_statement_names_is_listed(knowledge: Knowledge) -> None:
    """Promise: every statement has its source."""
    advice = ask(knowledge, {**PERSON, "goals": ["sleep", "migraine"], "medicines": ["Synthroid"], "age": 70})
    for statements in (
        [advice.form, *advice.alternatives],
        advice.interactions,
        advice.reasons,
        advice.supporting,
    ):
        named = {source for one in statements if one is not None for source in one.sources}
        assert named
        assert named <= {one.id for one in advice.sources}


def test_what_is_taken_and_what_is_left_are_told_in_tenths_of_a_mg(knowledge: Knowledge) -> None:
    """Facts about labels: 4 mmol are 97.2 mg; so of 350 mg 252.8 are left, and without a tail of digits."""
    for elemental_mg in (97.2, 97.22):
        dose = ask(knowledge, {**PERSON, "taking": [{"form": "citrate", "elemental_mg": elemental_mg}]}).dose
        assert dose is not None
        assert (dose.already_mg, dose.at_most_mg) == (97.2, 252.8)


@pytest.mark.parametrize(
    ("mg", "taken", "left"),
    [
        (97.5, "97.5", "252.5"),  # a half stands on labels
        (161.63, "162", "188"),  # a citrate worked out from its compound
        (299.3, "300", "50"),
        (345.28, "346", "4.7"),
        (4.1, "4.1", "345"),
        (200, "200", "150"),
    ],
)
def test_sentences_are_no_finer_than_what_is_known_and_never_let_more_be_taken(
    knowledge: Knowledge, mg: float, taken: str, left: str
) -> None:
    advice = ask(knowledge, {**PERSON, "taking": [{"form": "citrate", "elemental_mg": mg}]})
    text = " ".join(as_text(advice).split())
    assert f"citrate {mg:g} mg: {taken} mg a day" in text
    assert f"you already take {taken} mg" in text
    assert f"adds up to {taken} mg of magnesium a day" in text
    assert f"At most {left} mg of magnesium a day" in text
    assert advice.headline.endswith(f"at most {left} mg a day")
