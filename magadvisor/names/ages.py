"""Whether a typed text speaks of how old somebody is."""

from functools import lru_cache
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
_LEAD = pattern(r"^(?:(?:i am|im) )?(?:an? )?")


def speaks_of_age(text: str, life_stages: tuple[Entry, ...]) -> bool:
    """Say whether a text gives an age in figures, or is one of the phrases for an age."""
    tidy = _tidy(text)
    return bool(_IN_FIGURES.search(tidy)) or _LEAD.sub("", tidy) in _phrases(life_stages)


@lru_cache(2)
def _phrases(life_stages: tuple[Entry, ...]) -> frozenset[str]:
    entries = (entry for entry in life_stages if entry.id in _OLD)
    return frozenset(_LEAD.sub("", _tidy(phrase)) for entry in entries for phrase in entry.phrases)


def _tidy(text: str) -> str:
    return " ".join(_WORD.findall(plain_letters(text).lower().replace("'", "").replace("\u2019", "")))
