"""Whether a typed text speaks of how old somebody is."""

from collections.abc import Iterable
from re import compile as pattern

from magadvisor.model.printable import plain_letters
from magadvisor.model.vocabulary import Entry

_OLD = ("child", "older", "age-words")
"""The entries of life stages that are about age."""

_IN_FIGURES = pattern(
    r"\b(?:aged?|age of) \d{1,3}\b"
    r"|\b\d{1,3} (?:years?|yrs?|y|months?) (?:old|of age)\b"
    r"|\b\d{1,3} ?(?:yo|y o)\b"
    r"|\bborn (?:in )?\d{4}\b"
    r"|^(?:i am|im|he is|she is|my son is|my daughter is) \d{1,3}$"
    r"|^\d{1,3} (?:years|yrs)$"
)
_WORD = pattern(r"[^\W_]+")


def speaks_of_age(text: str, life_stages: Iterable[Entry]) -> bool:
    """Say whether a text gives an age in figures, or is one of the phrases for an age."""
    tidy = _tidy(text)
    if _IN_FIGURES.search(tidy):
        return True
    phrases = (phrase for entry in life_stages if entry.id in _OLD for phrase in entry.phrases)
    return any(tidy in (said, f"i am {said}", f"im {said}", f"a {said}") for said in map(_tidy, phrases))


def _tidy(text: str) -> str:
    return " ".join(_WORD.findall(plain_letters(text).lower().replace("'", "").replace("\u2019", "")))
