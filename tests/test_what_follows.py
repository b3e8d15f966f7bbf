"""What follows from each condition, symptom, kidney word and stage of life, row by row from the facts."""

import csv
import json
from collections.abc import Collection
from functools import cache
from pathlib import Path

import pytest

from magadvisor.cli.main import run
from magadvisor.door import Door
from magadvisor.knowledge.load import data_folder, load
from magadvisor.model.advice import Advice
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.words import Outcome, Use
from tests.support.asking import HEALTHY, advices, ask, offered

TESTS = Path(__file__).parent
LISTS = ("conditions", "symptoms", "medicines")
Row = dict[str, str]
# What the facts call by one word. Citrate is a laxative too, but only in the amounts of a medicine.
TOGETHER = {
    "laxatives": ("oxide", "hydroxide", "sulfate", "for-constipation"),
    "skin": ("sulfate-bath", "chloride-topical"),
}
GENTLE = {"glycinate", "threonate", "taurate", "orotate", "glycerophosphate"}
MODERATE = {"citrate", "malate", "lactate", "aspartate", "gluconate", "pidolate", "trisilicate"}
STRONG = {"oxide", "chloride", "carbonate", "hydroxide", "sulfate"}
"""The effect on the gut, facts about forms, section 1; of a range the stronger grade counts."""


def rows(name: str, folder: str = "facts") -> list[Row]:
    with (TESTS / folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


SAID = [*rows("said", "words"), *rows("ours", "words")]


@cache
def door() -> Door:
    return Door(load(data_folder()))


def named(row: Row) -> str:
    return " ".join((row["question"], row["answer"], row["goal"])).strip()


def with_a(column: str) -> list[Row]:
    return [row for row in rows("what-follows") if row[column]]


def parts(row: Row, column: str) -> list[str]:
    return row[column].split(";")


def typed(row: Row) -> str:
    """Write an answer as a person does: an illness or a sign in words gathered for it, and for it alone."""
    if row["question"] not in ("conditions", "symptoms"):
        return row["answer"]
    said = [one["said"] for one in SAID if one["id"] == row["answer"]]
    return next((text for text in said if door().words(text).item.matched == (row["answer"],)), said[0])


def answers(row: Row) -> dict[str, object]:
    question, answer = row["question"], typed(row)
    if question == "age":
        return {} if answer == "unknown" else {"age": float(answer)}
    return {question: [answer] if question in LISTS else answer}


def after(row: Row, knowledge: Knowledge) -> Advice:
    """Answer somebody who is well but for what the row names."""
    well = {question: answer for question, answer in HEALTHY.items() if question != row["question"]}
    return ask(knowledge, {**well, "goals": [row["goal"] or "sleep"], **answers(row)})


def test_somebody_who_is_well_is_suggested_a_form_and_told_nothing(knowledge: Knowledge) -> None:
    """So whatever a row of the table says does follow from what the row names."""
    well = ask(knowledge, {**HEALTHY, "goals": ["sleep"]})
    assert (well.outcome, well.actions) == (Outcome.SUGGEST, ())
    said = " ".join(one.text for one in well.watch).lower()
    assert not [word for row in with_a("told") for word in parts(row, "told") if word in said]


@pytest.mark.parametrize("row", with_a("outcome"), ids=named)
def test_the_outcome_is_that_of_the_facts(row: Row, knowledge: Knowledge) -> None:
    assert after(row, knowledge).outcome == row["outcome"]


@pytest.mark.parametrize("row", with_a("who"), ids=named)
def test_a_person_is_sent_to_whom_the_facts_name_and_as_soon(row: Row, knowledge: Knowledge) -> None:
    """What is urgent cannot wait; for any other symptom that sends to somebody the facts say today."""
    soon = "emergency" if row["outcome"] == "urgent" else "same-day" if row["question"] == "symptoms" else ""
    found = [one for one in after(row, knowledge).actions if one.who == row["who"]]
    assert found
    assert not soon or {one.urgency for one in found} == {soon}


@pytest.mark.parametrize("row", with_a("told"), ids=named)
def test_what_to_know_is_told(row: Row, knowledge: Knowledge) -> None:
    advice = after(row, knowledge)
    told = " ".join([*(one.text for one in advice.actions), *(one.text for one in advice.watch)]).lower()
    assert [word for word in parts(row, "told") if word not in told] == []


@pytest.mark.parametrize("row", with_a("limit_mg"), ids=named)
def test_no_more_than_the_facts_allow(row: Row, knowledge: Knowledge) -> None:
    dose = after(row, knowledge).dose
    assert dose is not None
    assert dose.limit_mg == float(row["limit_mg"])


def test_an_amount_of_a_form_is_told_in_mg_of_its_compound_too(knowledge: Knowledge) -> None:
    """Forms 1.1: so much of the compound for 100 mg of magnesium; contract: 50 mg are 355 of glycinate."""
    for advice in advices(knowledge):
        dose, form = advice.dose, advice.form
        if dose is not None and form is not None:
            each = [float(row["compound_mg_for_100"]) for row in rows("shares") if row["form"] == form.id]
            assert dose.at_most_mg is not None
            assert any(
                dose.compound_mg == pytest.approx(dose.at_most_mg * mg / 100, rel=0.002) for mg in each
            )
    some = ask(knowledge, {**HEALTHY, "goals": ["sleep"], "taking": ["glycinate 300 mg elemental"]}).dose
    assert some is not None
    assert (some.at_most_mg, some.compound_mg) == (50, 355)


def test_the_headline_says_whether_a_form_is_a_supplement_or_a_medicine_and_how_much(
    knowledge: Knowledge,
) -> None:
    for advice in advices(knowledge):
        assert advice.form is not None
        if advice.form.use is Use.SHORT_TERM_MEDICINE:
            assert "short time" in advice.headline
        else:
            assert f"{advice.form.name}, at most 350 mg" in advice.headline


@pytest.mark.parametrize("kidney", ["none", "unknown", "g4"])
def test_the_headline_says_to_ask_first_exactly_where_that_is_the_outcome(
    kidney: str, knowledge: Knowledge
) -> None:
    """Contract: unknown kidneys ask first; g4 withholds."""
    for advice in advices(knowledge, kidney=kidney):
        assert advice.headline.startswith("Ask first: ") == (advice.outcome is Outcome.ASK_FIRST)
        assert advice.headline.startswith("No magnesium") == (advice.outcome is Outcome.WITHHOLD)


@pytest.mark.parametrize("row", with_a("sets_aside"), ids=named)
def test_forms_are_set_aside_for_every_goal_and_the_rule_is_named(row: Row, knowledge: Knowledge) -> None:
    names = {name for part in parts(row, "sets_aside") for name in TOGETHER.get(part, (part,))}
    forms = names & knowledge.forms.keys()
    for advice in advices(knowledge, **answers(row)):
        by = {one.id: set(one.by) for one in advice.set_aside}
        assert not forms & set(offered(advice))
        assert [form for form in forms if not by[form] & knowledge.rules.keys()] == []
        assert not ("medicine" in names and has_a_medicine(advice))
        if advice.profile["goals"] == ["constipation"]:
            assert not ("for-constipation" in names and has_a_medicine(advice))


def has_a_medicine(advice: Advice) -> bool:
    shown = [one.use for one in (advice.form, *advice.alternatives) if one is not None]
    return Use.SHORT_TERM_MEDICINE in shown


@pytest.mark.parametrize(
    "given",
    [
        {"digestion": ["loose"]},
        {"digestion": ["sensitive"]},
        {"life_stage": "pregnant"},
        {"medicines": ["sotorasib"]},
        {"conditions": ["ileostomy"]},
    ],
    ids=str,
)
def test_a_form_that_is_not_offered_is_told_with_the_reason_of_what_speaks_against_it(
    given: dict[str, object], knowledge: Knowledge
) -> None:
    """Contract: of each form set aside its id, why, and by what."""
    because = {name: one.because for name, one in knowledge.rules.items()}
    because |= {name: one.because for name, one in knowledge.interactions.items()}
    for advice in advices(knowledge, **given):
        listed = knowledge.goals["".join(advice.profile["goals"])]  # type: ignore[arg-type]
        assert {one.form for one in listed.forms} - set(offered(advice)) <= {
            one.id for one in advice.set_aside
        }
        against = {one.form: one.because for one in listed.set_aside}
        for one in advice.set_aside:
            assert one.because in {because.get(name) or against[one.id] for name in one.by}, one.id


def test_somebody_who_is_well_is_shown_the_forms_that_rules_set_aside(knowledge: Knowledge) -> None:
    shown = {form for advice in advices(knowledge) for form in offered(advice)}
    assert {"oxide", "hydroxide", "carbonate", "trisilicate", "threonate", "sulfate-bath"} <= shown
    assert any(has_a_medicine(advice) for advice in advices(knowledge))


def test_loose_stools_leave_only_forms_that_are_gentle(knowledge: Knowledge) -> None:
    """Contract, Digestion: with loose stools moderate and stronger forms are set aside."""
    for advice in advices(knowledge, digestion=["loose"]):
        assert not (MODERATE | STRONG) & set(offered(advice))


def test_a_sensitive_gut_has_no_strong_form_and_gentle_ones_first(knowledge: Knowledge) -> None:
    """Contract, Digestion: high and very high are set aside, moderate goes behind; constipation apart."""
    for advice in advices(knowledge, digestion=["sensitive"]):
        if advice.profile["goals"] != ["constipation"]:
            shown = [form for form in offered(advice) if form in GENTLE | MODERATE | STRONG]
            assert not STRONG & set(shown)
            assert sorted(shown, key=MODERATE.__contains__) == shown


@pytest.mark.parametrize("said", ["low stomach acid", "gastric bypass", "parkinson's"])
def test_what_needs_acid_or_weakens_levodopa_goes_behind(said: str, knowledge: Knowledge) -> None:
    """Forms 1: oxide, hydroxide, carbonate and trisilicate need acid; words 4: oxide and levodopa."""
    last = {"oxide"} if said == "parkinson's" else {"oxide", "hydroxide", "carbonate", "trisilicate"}
    for well, advice in zip(advices(knowledge), advices(knowledge, conditions=[said]), strict=True):
        assert offered(advice) == sorted(offered(well), key=last.__contains__)


@pytest.mark.parametrize("goal", ["sleep", "anxiety", "heart-rhythm"])
def test_no_caffeine_is_shown_for_goals_that_it_harms(
    goal: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Foods 6: caffeine is a poor choice late in the evening; low intake is no reason against it."""
    profile = tmp_path / "me.yaml"
    shown: dict[str, set[str]] = {}
    for one in (goal, "low-intake"):
        profile.write_text(f"goals: [{one}]\n", encoding="utf-8")
        shown[one] = all_foods(capsys, "--profile", str(profile)) & set(foods_of("caffeine"))
    assert not shown[goal]
    assert shown["low-intake"]


def test_before_a_laxative_the_signs_of_a_blockage_are_told(knowledge: Knowledge) -> None:
    """Forms 6: vomiting, swelling, no wind or severe pain is an emergency, never a laxative."""
    told = " ".join(one.text for one in ask(knowledge, {**HEALTHY, "goals": ["constipation"]}).watch)
    assert all(sign in told for sign in ("vomit", "swells", "no wind", "severe pain"))


def test_active_vitamin_d_with_weak_kidneys_is_for_the_kidney_team(knowledge: Knowledge) -> None:
    """Interactions: avoid active vitamin D with magnesium where the kidneys are weak."""
    for kidney in ("g3b", "g4", "g5", "dialysis", "diagnosed", "transplant", "acute"):
        advice = ask(
            knowledge, {**HEALTHY, "goals": ["sleep"], "kidney": kidney, "medicines": ["calcitriol"]}
        )
        assert any("vitamin D" in one.text for one in advice.actions if one.who == "kidney-team")


@pytest.mark.parametrize("row", with_a("foods"), ids=named)
def test_foods_that_the_facts_warn_of_are_not_shown(row: Row, capsys: pytest.CaptureFixture[str]) -> None:
    assert not warned_of(row) & all_foods(capsys, *options(row))


def test_somebody_who_is_well_is_shown_every_food(capsys: pytest.CaptureFixture[str]) -> None:
    assert set[str]().union(*(warned_of(row) for row in with_a("foods"))) <= all_foods(capsys)


def warned_of(row: Row) -> set[str]:
    return set[str]().union(*(foods_of(part) for part in parts(row, "foods")))


def foods_of(part: str) -> Collection[str]:
    """Name the foods of a caution or an allergen; or those with much of a mineral in a portion."""
    if part in ("potassium", "phosphorus"):
        return {row["id"] for row in rows("foods") if row[f"{part}_class"] in ("high", "very-high", "")}
    return next(parts(row, "foods") for row in rows("food-cautions") if row["caution"] == part)


def options(row: Row) -> tuple[str, str]:
    question = row["question"]
    option = {"conditions": "condition", "medicines": "med", "life_stage": "life-stage"}.get(
        question, question
    )
    return f"--{option}", typed(row)


def all_foods(capsys: pytest.CaptureFixture[str], *more: str) -> set[str]:
    run(["foods", "--all", "--json", *more])
    return {food["id"] for food in json.loads(capsys.readouterr().out)["foods"]}
