"""The sentences a person reads: plain enough for eight years of school, and free of words never said."""

import re

import pytest

from magadvisor.model.knowledge import Knowledge
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


def test_no_sentence_raises_its_voice(knowledge: Knowledge) -> None:
    texts = [
        *read_by_people(knowledge),
        *((place, text) for place, text in templates() if _is_sentence(text)),
    ]
    assert not {text: place for place, text in texts if "!" in text}


def _is_sentence(text: str) -> bool:
    """Say whether a text is said to people, and is no list of words or line to type."""
    return bool(re.match(r"[A-Z\"(]|it\b", text)) and " " in text
