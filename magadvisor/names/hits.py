"""Where known phrases stand in a text."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from magadvisor.names.phrase_index import Index, Kind, Phrase
from magadvisor.names.spelling import POSSESSIVES, Words

# The kinds that are found in another spelling too; a negation is not.
_READ_OTHERWISE = (Kind.ENTRY, Kind.AMBIGUOUS, Kind.PART, Kind.NOT_THIS)


class Hit(NamedTuple):
    """A phrase found in a text from word `start` up to, not including, word `end`."""

    start: int
    end: int
    phrase: Phrase
    exact: bool


def hits(words: Words, known: Index, also: Mapping[int, frozenset[str]]) -> Iterator[Hit]:
    """Find every phrase that stands in the words; `also` gives other readings of a word, by its place."""
    for start in range(len(words.compared)):
        for phrase in _starting(words, start, known, also):
            end = start + len(phrase.words)
            exact = words.compared[start:end] == phrase.words
            if (exact or _reads(words, start, phrase, also)) and _in_place(words, start, end, phrase):
                yield Hit(start, end, phrase, exact)


def _starting(words: Words, start: int, known: Index, also: Mapping[int, frozenset[str]]) -> Iterator[Phrase]:
    for first in (words.compared[start], *also.get(start, ())):
        yield from known.by_start.get(first, ())
        for second in (*words.compared[start + 1 : start + 2], *also.get(start + 1, ())):
            yield from known.by_start.get(f"{first} {second}", ())


def _reads(words: Words, start: int, phrase: Phrase, also: Mapping[int, frozenset[str]]) -> bool:
    if not also or phrase.kind not in _READ_OTHERWISE:
        return False
    stretch = words.compared[start : start + len(phrase.words)]
    return len(stretch) == len(phrase.words) and all(
        word == wanted or wanted in also.get(start + place, ())
        for place, (word, wanted) in enumerate(zip(stretch, phrase.words, strict=True))
    )


def _in_place(words: Words, start: int, end: int, phrase: Phrase) -> bool:
    """Say whether the words stand in one piece and behind the lead that the phrase needs."""
    if words.pieces[start] != words.pieces[end - 1]:
        return False
    lead = words.leads[start]
    return not phrase.lead or lead == phrase.lead or (phrase.lead in POSSESSIVES and lead in POSSESSIVES)
