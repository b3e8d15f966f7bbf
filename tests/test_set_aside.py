"""What weak kidneys and a loose gut set aside, over every goal; and what mild signs are told."""

import pytest

from magadvisor.model.advice import Advice
from magadvisor.model.knowledge import Knowledge
from tests.support.asking import ask, offered

HEALTHY: dict[str, object] = {
    "kidney": "none",
    "age": 45,
    "life_stage": "none",
    "digestion": ["normal"],
    "medicines": [],
    "conditions": [],
    "symptoms": [],
    "taking": [],
    "region": "us",
}
LAXATIVE_OR_ANTACID = {"oxide", "hydroxide", "carbonate", "trisilicate", "sulfate"}
STAYS_IN_THE_GUT = {
    "hydroxide",
    "oxide",
    "carbonate",
    "chloride",
    "citrate",
    "malate",
    "lactate",
    "gluconate",
}


def advices(knowledge: Knowledge, **answers: object) -> list[Advice]:
    return [ask(knowledge, {**HEALTHY, "goals": [goal], **answers}) for goal in knowledge.goals]


def test_stage_3a_sets_every_laxative_and_antacid_aside(knowledge: Knowledge) -> None:
    """Contract, Kidneys: g3a, no laxative or antacid form."""
    for advice in advices(knowledge, kidney="g3a"):
        assert not LAXATIVE_OR_ANTACID & set(offered(advice))


def test_loose_stools_leave_only_forms_that_are_gentle(knowledge: Knowledge) -> None:
    """Contract, Digestion: with loose stools moderate and stronger forms are set aside."""
    for advice in advices(knowledge, digestion=["loose"]):
        assert not STAYS_IN_THE_GUT & set(offered(advice))


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("groggy", "slow pulse, slurred speech or weakness get help now"),
        ("dull headache", "sudden or severe one needs help now"),
        ("loose since glycinate", "drowsiness, weakness or vomiting get help now"),
    ],
)
def test_a_mild_sign_is_watched_and_told_when_it_needs_help(
    typed: str, says: str, knowledge: Knowledge
) -> None:
    advice = ask(knowledge, {**HEALTHY, "goals": ["sleep"], "symptoms": [typed]})
    assert any(says in one.text for one in advice.watch)
