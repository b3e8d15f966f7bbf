"""Hours, salts and severity of every interaction, compared with the facts; a swapped side is caught."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from magadvisor.advisor import Advisor
from magadvisor.knowledge.load import data_folder, load
from magadvisor.model.answers import Answers, TypedMagnesium, TypedMedicine
from magadvisor.model.interaction import Interaction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import Dose
from magadvisor.model.words import Action, Kidney, Route, Severity

FACTS = Path(__file__).parent / "names" / "hours.csv"
# Where the facts say more than one word, or one that is no action: the word that stands for them here.
ACTIONS = {
    "vitamin-d-active-renal": "monitor",  # the part about weak kidneys is a rule
    "neuromuscular-blockers": "ask",
    "misoprostol": "ask",  # what loosens stools is set aside by a rule
    "magnesium-containing-products": "inform",
    "bowel-prep-magnesium": "avoid",
    "calcineurin-inhibitors": "ask",
}
MAPPED = {"vitamin-d-active-renal": "minor"}  # the part about weak kidneys is a rule


def rows() -> list[dict[str, str]]:
    with FACTS.open(encoding="utf-8", newline="") as told:
        return list(csv.DictReader(told))


def hours(text: str) -> float | None:
    return float(text) if text else None


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["interaction"])
def test_an_interaction_has_the_figures_of_the_facts(row: dict[str, str], knowledge: Knowledge) -> None:
    one = knowledge.interactions[row["interaction"]]
    assert one.severity == MAPPED.get(one.id, row["severity"])
    assert one.salts == row["salts"]
    assert one.action == ACTIONS.get(one.id, row["action"])
    if one.action is Action.SEPARATE:
        assert one.magnesium_after_medicine_hours == hours(row["after"])
        assert one.magnesium_before_medicine_hours == hours(row["before"])


def test_the_facts_and_the_knowledge_have_the_same_interactions(knowledge: Knowledge) -> None:
    assert {row["interaction"] for row in rows()} == set(knowledge.interactions)


UNEVEN = [
    one
    for one in load(data_folder()).interactions.values()
    if one.action is Action.SEPARATE
    and one.magnesium_after_medicine_hours != one.magnesium_before_medicine_hours
]


@pytest.mark.parametrize("one", UNEVEN, ids=lambda one: one.id)
def test_swapping_the_two_sides_moves_the_windows(one: Interaction, knowledge: Knowledge) -> None:
    swapped = replace(
        one,
        magnesium_after_medicine_hours=one.magnesium_before_medicine_hours,
        magnesium_before_medicine_hours=one.magnesium_after_medicine_hours,
        least=None,
    )
    wrong = replace(knowledge, interactions={**knowledge.interactions, one.id: swapped})
    medicine = next(
        name
        for name, entry in knowledge.medicines.items()
        if Route.ORAL in entry.routes and entry.atc and entry.atc[0].startswith(one.applies_to.atc)
    )
    answers = Answers(
        goals=("sleep",),
        kidney=Kidney.NONE,
        medicines=(TypedMedicine(medicine, (Dose(8 * 60),), Route.ORAL),),
        taking=(TypedMagnesium("oxide 20 mg", "oxide", 20.0),),
    )
    right_day, wrong_day = Advisor(knowledge).advise(answers).day, Advisor(wrong).advise(answers).day
    assert right_day is not None
    assert wrong_day is not None
    assert right_day.windows != wrong_day.windows


def test_severe_interactions_raise_the_outcome(knowledge: Knowledge) -> None:
    major = [one for one in knowledge.interactions.values() if one.severity is Severity.MAJOR]
    assert len(major) > 30


@pytest.mark.parametrize(
    ("name", "after", "before"),
    [
        ("eltrombopag", 2, 4),  # its label: 2 hours before or 4 hours after cations
        ("ibandronic acid tablets", 1, 6),  # EU: fasting 6 hours before, 1 hour after
    ],
)
def test_the_shortest_gap_of_an_authority_stands_on_its_own_side(
    name: str, after: float, before: float, knowledge: Knowledge
) -> None:
    answers = Answers(("sleep",), Kidney.NONE, medicines=(TypedMedicine(name),))
    gaps = [one.least for one in Advisor(knowledge).advise(answers).interactions]
    assert [(one.after, one.before) for one in gaps if one] == [(after, before)]
