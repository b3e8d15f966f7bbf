"""What stands in a list where it does not belong: it is said what it is, and where it belongs."""

import json

import pytest

from magadvisor.advisor import Advisor
from magadvisor.model.answers import Answers, TypedMagnesium, TypedMedicine
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.record import replace
from magadvisor.model.words import Kidney
from tests.support.commands import Streams, asked

WELL = Answers(("sleep",), kidney=Kidney.NONE, medicines=())
AGE, MEDICINE, ILLNESS = "reads like an age", "reads like a medicine", "reads like something you have"


@pytest.fixture(scope="module")
def advisor(knowledge: Knowledge) -> Advisor:
    return Advisor(knowledge)


def answers(question: str, typed: str) -> Answers:
    return {
        "medicines": replace(WELL, medicines=(TypedMedicine(typed),)),
        "conditions": replace(WELL, conditions=(typed,)),
        "symptoms": replace(WELL, symptoms=(typed,)),
        "taking": replace(WELL, taking=(TypedMagnesium(typed),)),
        "avoid": replace(WELL, avoid=(typed,)),
    }[question]


def said(advisor: Advisor, question: str, typed: str) -> list[str]:
    told = advisor.advise(answers(question, typed))
    assert [(one.list, one.typed) for one in told.not_checked] == [(question, typed)]
    return [one.text for one in told.watch]


@pytest.mark.parametrize("question", ["conditions", "symptoms", "medicines", "taking", "avoid"])
@pytest.mark.parametrize("typed", ["12 years old", "aged 12", "I am 72", "my son is 7"])
def test_an_age_in_a_list_is_told_to_be_one(advisor: Advisor, question: str, typed: str) -> None:
    """Contract: an age under 18 withholds; where it stands in a list the question about age is named."""
    assert any(AGE in text and "question about age" in text for text in said(advisor, question, typed))


@pytest.mark.parametrize("typed", ["child", "teenager", "16", "fifty four"])
def test_the_phrases_for_an_age_are_known(advisor: Advisor, typed: str) -> None:
    """Words, section 13: child and age-words."""
    assert any(AGE in text for text in said(advisor, "conditions", typed))


@pytest.mark.parametrize("question", ["conditions", "symptoms", "taking", "avoid"])
def test_a_medicine_in_another_list_is_told_to_be_one(advisor: Advisor, question: str) -> None:
    assert any(MEDICINE in text for text in said(advisor, question, "ciprofloxacin 500 mg"))


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        ("conditions", "zork"),
        ("conditions", "old zork"),
        ("conditions", "zork for 6 months"),
        ("conditions", "allergy to penicillin"),
        ("medicines", "zork"),
        ("medicines", "heart blok"),  # close to a phrase is not the phrase
        ("taking", "zork"),
    ],
)
def test_nothing_is_said_of_what_is_neither(advisor: Advisor, question: str, typed: str) -> None:
    told = said(advisor, question, typed)
    assert not any(one in text for text in told for one in (AGE, MEDICINE, ILLNESS))


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("heart block", "withhold"),
        ("dialysis", "withhold"),
        ("numb saddle area", "urgent"),
        ("myasthenia gravis", "withhold"),
    ],
)
def test_an_illness_among_medicines_counts_and_is_not_checked_as_a_medicine(
    advisor: Advisor, typed: str, outcome: str
) -> None:
    """It never suggests past a gate; typed text only makes an advice more careful."""
    told = advisor.advise(answers("medicines", typed))
    assert told.outcome == outcome
    assert any(ILLNESS in text for text in said(advisor, "medicines", typed))


def test_a_medicine_is_heard_as_no_illness(advisor: Advisor) -> None:
    """Some names of medicines are phrases for what they are taken for."""
    for typed in ("warfarin", "metformin", "metformn", "a PPI", "water tablets"):
        told = advisor.advise(answers("medicines", typed))
        assert not any(ILLNESS in one.text for one in told.watch)


def test_medicines_alone_get_no_hours_past_such_a_gate(capsys: Streams) -> None:
    line = ("plan", "--med", "levothyroxine@07:00", "--med", "heart block", "--json")
    code, out, _ = asked(capsys, *line)
    assert (code, json.loads(out)["day"]) == (3, None)


FOR = "Read as what a medicine is for"


@pytest.mark.parametrize(
    ("typed", "illness"),
    [
        ("diabetes, warfarin", "diabetes"),
        ("warfarin for atrial fibrillation", "atrial fibrillation"),
        ("lisinopril 10 mg (high blood pressure)", "high blood pressure"),
        ("tacrolimus 1 mg, transplant", "transplant"),
    ],
)
def test_what_a_medicine_is_for_is_told_once_more_as_something_to_list(
    advisor: Advisor, typed: str, illness: str
) -> None:
    """Contract: nothing is ever dropped; these conditions change a limit or an outcome."""
    told = advisor.advise(answers("medicines", typed))
    assert not told.not_checked
    assert [one.text for one in told.watch if FOR in one.text and illness in one.text]


@pytest.mark.parametrize(
    "typed",
    ["warfarin", "amlodipine 5 mg for blood pressure", "thyroid extract 60 mg", "salbutamol for cough"],
)
def test_what_is_no_condition_is_not_told_so(advisor: Advisor, typed: str) -> None:
    assert not any(FOR in one.text for one in advisor.advise(answers("medicines", typed)).watch)


def test_an_illness_that_is_listed_already_is_not_asked_for_again(advisor: Advisor) -> None:
    given = replace(answers("medicines", "metformin for diabetes"), conditions=("type 2 diabetes",))
    assert not any(FOR in one.text for one in advisor.advise(given).watch)


@pytest.mark.parametrize(
    "typed",
    [
        "took 20 magnesium tablets",
        "magnesium oxide 400 mg, took 40 tablets",
        "overdosed on magnesium",
        "I took the whole bottle of magnesium citrate",
        "my son swallowed 5 magnesium tablets",
        "took 30 capsules",
        "Overdosed\u00a0on MAGNESIUM!",
    ],
)
def test_an_overdose_that_is_told_as_what_is_taken_is_urgent(advisor: Advisor, typed: str) -> None:
    """Words: took 20 tablets, ate the whole pack; wherever it is written it is an emergency."""
    told = advisor.advise(answers("taking", typed))
    assert told.outcome == "urgent"
    assert any("poison centre" in one.text for one in told.actions)


@pytest.mark.parametrize(
    "typed",
    [
        "magnesium 400 mg, took 2 tablets",
        "a bottle of magnesium citrate 200 mg, 120 tablets",
        "no overdose, only glycinate 100 mg",
        "milk of magnesia for constipation",
        "citrate 200 mg against chest pain",
    ],
)
def test_what_is_taken_as_it_should_be_is_no_emergency(advisor: Advisor, typed: str) -> None:
    assert advisor.advise(answers("taking", typed)).outcome != "urgent"
