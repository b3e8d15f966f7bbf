"""Which of many known sentences a typed text comes closest to, by its words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from math import log

from rapidfuzz import process
from rapidfuzz.distance import OSA

from magadvisor.model.claim import ClaimWords
from magadvisor.model.printable import plain_letters
from magadvisor.model.record import Record, replace

LONGEST = 500
"""Characters of a text that are read; a claim is shorter."""

CLOSE = 0.5
"""The share of a text's weight that a sentence must know before it counts as close."""

TELLING = 0.125
"""A word that more than this share of the sentences know tells nothing when it stands alone."""

_WORD = re.compile(r"[a-z0-9]+")
_ENDINGS = ("ations", "ation", "ating", "ated", "ates", "ing", "ed", "es", "er", "ly", "e", "y")
_SHORTEST_STEM = 4
_MISSPELT_FROM = 6
_TWO_SLIPS_FROM = 8
_STRANGER = 1.25
"""A word that no sentence knows weighs more than the rarest known one: it is what the text is about."""


class NearIndex(Record):
    """Sentences made ready to be compared; `wordings` are the words of each way to say one."""

    wordings: Mapping[str, tuple[frozenset[str], ...]]
    weights: Mapping[str, float]
    subject: frozenset[tuple[str, ...]]
    others: frozenset[tuple[str, ...]]
    ignored: frozenset[str]
    same: Mapping[tuple[str, ...], str]  # words of a phrase -> the word that stands for it
    longest: int  # words of the longest such phrase
    spelt: tuple[str, ...]  # words a misspelling may be corrected to


class Near(Record):
    """A sentence that is close, and how close from 0 to 1."""

    id: str
    score: float


def near_index(sentences: Mapping[str, Iterable[str]], words: ClaimWords) -> NearIndex:
    """Make sentences ready: by id, every way each is said."""
    rows = [[_words(text) for text in row] for row in words.same]
    stands = {tuple(map(_stem, words)): "_".join(row[0]) for row in rows for words in row}
    unread = frozenset(word for text in words.ignored for word in _words(text))
    longest = max(map(len, stands), default=1)
    spelt = {word for texts in sentences.values() for text in texts for word in _words(text)}
    spelt |= {word for row in rows for phrase in row for word in phrase}
    subject, others = _phrases(words.subject), _phrases(words.others)
    draft = NearIndex({}, {}, subject, others, unread, stands, longest, tuple(sorted(spelt)))
    wordings = {
        one: tuple(frozenset(_terms(_words(text), draft)) for text in texts)
        for one, texts in sentences.items()
    }
    known = Counter(term for texts in wordings.values() for term in frozenset().union(*texts))
    weights = {term: log(1 + len(wordings) / count) for term, count in known.items()}
    return replace(draft, wordings=wordings, weights=weights)


def nearest(text: str, index: NearIndex) -> tuple[Near, ...]:
    """List the sentences a text is close to, the closest first and equals in their own order.

    A text about something else, such as another supplement, is close only to a sentence that says just that.
    """
    words = [_spelling(word, index) for word in _words(text)]
    asked = frozenset(_terms(words, index))
    whole = _total(asked, index)
    if not whole:
        return ()
    elsewhere = _names(words, index.others) and not _names(words, index.subject)
    found = [
        Near(one, _score(asked, whole, texts, index))
        for one, texts in index.wordings.items()
        if not elsewhere or asked in texts
    ]
    return tuple(sorted((one for one in found if one.score > 0), key=lambda one: -one.score))


def unread(text: str, found: Iterable[str], index: NearIndex) -> tuple[str, ...]:
    """List the words and phrases of a text that none of the sentences found knows, as they were typed."""
    words = _words(text)
    known = frozenset(term for one in found for wording in index.wordings[one] for term in wording)
    placed = _placed([_spelling(word, index) for word in words], index)
    left = (" ".join(words[at : at + size]) for term, at, size in placed if term not in known)
    return tuple(dict.fromkeys(filter(None, (*left, text[LONGEST:].strip()))))


def _phrases(texts: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(map(_stem, _words(text))) for text in texts)


def _names(words: list[str], phrases: frozenset[tuple[str, ...]]) -> bool:
    """Say whether one of the phrases stands among the words."""
    stems = [_stem(word) for word in words]
    return any(
        tuple(stems[place : place + len(one)]) == one for one in phrases for place in range(len(stems))
    )


def _score(asked: frozenset[str], whole: float, texts: tuple[frozenset[str], ...], index: NearIndex) -> float:
    """Weigh how much of the text a sentence knows, and how well its best wording fits; 0 where too little."""
    common = asked & frozenset().union(*texts)
    shared = _total(common, index) / whole
    telling = log(1 + 1 / TELLING)
    if shared < CLOSE or all(_weight(term, index) < telling for term in common):
        return 0.0
    fits = (2 * _total(asked & one, index) / (whole + _total(one, index)) for one in texts)
    return (shared + max(fits)) / 2


def _total(terms: frozenset[str], index: NearIndex) -> float:
    return sum(sorted(_weight(term, index) for term in terms))


def _weight(term: str, index: NearIndex) -> float:
    stranger = _STRANGER * log(1 + len(index.wordings))
    return index.weights.get(term, stranger)


def _words(text: str) -> list[str]:
    return _WORD.findall(plain_letters(text[:LONGEST].casefold().replace("'", "").replace("’", "")))


def _terms(words: list[str], index: NearIndex) -> list[str]:
    """Turn words into terms: a phrase into what stands for it, other words into their stems."""
    return [term for term, _, _ in _placed(words, index)]


def _placed(words: list[str], index: NearIndex) -> Iterator[tuple[str, int, int]]:
    """Give each term, the place of its first word, and of how many words it was made."""
    stems = [_stem(word) for word in words]
    place = 0
    while place < len(words):
        size = next(
            (n for n in range(index.longest, 0, -1) if tuple(stems[place : place + n]) in index.same), 0
        )
        if size:
            yield index.same[tuple(stems[place : place + size])], place, size
        elif words[place] not in index.ignored:
            yield stems[place], place, 1
        place += size or 1


def _stem(word: str) -> str:
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _SHORTEST_STEM:
        word = word[:-1]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def _spelling(word: str, index: NearIndex) -> str:
    """Correct a slip of one letter, of two in a long word, to the closest known word."""
    if len(word) < _MISSPELT_FROM or word in index.ignored or word in index.spelt or word.isdigit():
        return word
    slips = 2 if len(word) >= _TWO_SLIPS_FROM else 1
    alike = [one for one in index.spelt if one[0] == word[0] and len(one) >= _MISSPELT_FROM]
    if any(_stem(one) == _stem(word) for one in alike):
        return word
    close = process.extractOne(word, alike, scorer=OSA.distance, score_cutoff=slips)
    return close[0] if close else word
