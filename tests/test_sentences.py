"""The sentences a person reads: plain enough for eight years of school, and free of words never said."""

import ast
import re
from collections.abc import Iterable

import pytest

from magadvisor.explain.explain import Explainer
from magadvisor.knowledge.place import PACKAGE
from magadvisor.model.answers import Answers
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.words import Urgency, Who
from magadvisor.render.handout.compose import Wanted, sheet
from magadvisor.render.handout.sheet import Items
from tests.support.asking import HEALTHY, as_text, ask
from tests.support.reading import grade, names, read_by_people, syllables, templates

HIGHEST_GRADE = 8.0
NEVER_SAID = re.compile(r"\b(safe|no interactions|harmless|cure)\b", re.IGNORECASE)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("antacid", 3),
        ("gut", 1),
        ("take", 1),
        ("table", 2),
        ("doses", 2),
        ("wanted", 2),
        ("stopped", 1),
        ("eye", 1),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_long_words_and_long_sentences_raise_the_grade() -> None:
    plain = "Wait two hours. Then take the tablet with a glass of water."
    long = "Wait two hours and then take the tablet with a glass of water and some food if you like to do so."
    heavy = "Concomitant administration necessitates appropriate pharmacological supervision."
    assert grade(plain) < grade(long) < grade(heavy)
    assert grade("Take your levothyroxine one hour before food.", {"levothyroxine"}) < HIGHEST_GRADE


def test_every_sentence_of_the_knowledge_reads_easily(knowledge: Knowledge) -> None:
    hard = {text: place for place, text in read_by_people(knowledge) if grade(text, names()) > HIGHEST_GRADE}
    assert not hard


def test_every_sentence_of_the_program_reads_easily() -> None:
    hard = {
        text: place
        for place, text in templates()
        if _is_sentence(text) and grade(text, names()) > HIGHEST_GRADE
    }
    assert not hard


def test_no_sentence_of_the_program_says_a_word_that_is_never_said() -> None:
    assert not {text: place for place, text in templates() if NEVER_SAID.search(text)}


def test_no_sentence_of_the_knowledge_says_a_word_that_is_never_said(knowledge: Knowledge) -> None:
    assert not {name: text for name, text in knowledge.sentences.items() if NEVER_SAID.search(text)}


@pytest.mark.parametrize(("beginning", "words"), [("who-", Who), ("when-", Urgency)])
def test_everybody_who_may_be_turned_to_has_a_name_and_every_haste_a_word(
    knowledge: Knowledge, beginning: str, words: Iterable[str]
) -> None:
    named = {name for name in knowledge.sentences if name.startswith(beginning)}
    assert named == {f"{beginning}{word}" for word in words}


def test_every_sentence_is_used(knowledge: Knowledge) -> None:
    """By its name, or by the beginning of a name that is filled in."""
    nodes = [node for path in PACKAGE.rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    texts = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    begun = {
        str(node.values[0].value)
        for node in nodes
        if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant)
    }
    families = tuple(one for one in begun if one.endswith("-"))
    assert {
        name for name in knowledge.sentences if name not in texts and not name.startswith(families)
    } == set()


def test_whom_to_turn_to_is_said_alike_wherever_it_is_said(knowledge: Knowledge) -> None:
    """Facts, words: thoughts of ending life mean a crisis line now; our rule adds emergency services."""
    crisis = "a crisis line or emergency services"
    urgent = ask(knowledge, {"goals": ["anxiety"], "symptoms": ["suicidal"]})
    assert urgent.headline == f"Get help now: {crisis}"
    assert f"Now, {crisis}: Call" in as_text(urgent, 200)
    calm = ask(knowledge, {**HEALTHY, "goals": ["anxiety"]})
    assert f"Now, {crisis}, if:" in as_text(calm, 200)
    laid = sheet(calm, Answers(goals=("anxiety",)), knowledge, Wanted())
    titles = [one.title for part in laid.sections for one in part.blocks if isinstance(one, Items)]
    assert f"Now, {crisis}:" in titles
    explained = Explainer(knowledge).explain("thoughts-of-ending-life-are-urgent").entries[0]
    lines = [line.text for part in explained.sections for line in part.lines]
    assert any(line.endswith(f"(Now, {crisis}.)") for line in lines)


def test_no_sentence_raises_its_voice(knowledge: Knowledge) -> None:
    texts = [
        *read_by_people(knowledge),
        *((place, text) for place, text in templates() if _is_sentence(text)),
    ]
    assert not {text: place for place, text in texts if "!" in text}


def _is_sentence(text: str) -> bool:
    """Say whether a text is said to people, and is no list of words or line to type."""
    return bool(re.match(r"[A-Z\"(]|it\b", text)) and " " in text
