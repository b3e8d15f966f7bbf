"""Short ways to ask the program, from inside."""

from collections.abc import Mapping
from functools import cache

from magadvisor.advisor import Advisor
from magadvisor.knowledge.load import data_folder, load
from magadvisor.model.advice import Advice
from magadvisor.model.knowledge import Knowledge
from magadvisor.profiles import answers_of, profile_document
from magadvisor.render.page import page
from magadvisor.render.parts import Choices
from magadvisor.render.plain import plain

HEALTHY: Mapping[str, object] = {
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
"""The answers of somebody about whom no rule has anything to say."""


def ask(knowledge: Knowledge, answers: Mapping[str, object]) -> Advice:
    """Answer a profile document given as Python values, with all that was considered."""
    return _advisor(knowledge).advise(answers_of(profile_document(dict(answers)), knowledge.goals), why=True)


def advices(knowledge: Knowledge, **answers: object) -> list[Advice]:
    """Answer somebody who is well but for these answers, for each goal in turn."""
    return [ask(knowledge, {**HEALTHY, "goals": [goal], **answers}) for goal in knowledge.goals]


@cache
def shipped() -> Knowledge:
    """Give the shipped knowledge."""
    return load(data_folder())


@cache
def _advisor(knowledge: Knowledge) -> Advisor:
    return Advisor(knowledge)


def as_text(advice: Advice, width: int = 80, why: bool = False) -> str:
    """Write an advice as plain text."""
    return plain(page(advice, shipped(), Choices(why=why, width=width)), width, ascii_only=False)


def offered(advice: Advice) -> list[str]:
    """List the forms that are shown, the first one first."""
    return [form.id for form in (advice.form, *advice.alternatives) if form is not None]
