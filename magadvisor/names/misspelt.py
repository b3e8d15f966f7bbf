"""Other readings of a word: the singular, the plural, a range that holds a number, a misspelling."""

from collections.abc import Iterable

from magadvisor.names.hits import Hit
from magadvisor.names.phrase_index import Index
from magadvisor.names.spelling import Words

# A longer text is searched for exact phrases only.
LONGEST_CORRECTED = 2_000
MOST_SUGGESTIONS = 5

_SHORTEST_PLURAL = 4
_SHORTEST_CORRECTED = 5
_LONGEST_ONE_EDIT = 8
_CLOSE_ENOUGH = 80


def other_readings(words: Words, known: Index) -> dict[int, frozenset[str]]:
    """Give each word its singular or plural, and each number the ranges around it, that a phrase has."""
    also: dict[int, frozenset[str]] = {}
    for place, word in enumerate(words.compared):
        if word[0].isdigit() and (around := _ranges_around(word, known)):
            also[place] = around
        if len(word) < _SHORTEST_PLURAL:
            continue
        forms = {word[:-1]} if word.endswith("s") else {f"{word}s"}
        if meant := forms & known.words:
            also[place] = frozenset(meant)
    return also


def corrections(words: Words, known: Index, kept: Iterable[Hit]) -> dict[int, frozenset[str]]:
    """Give each word that no phrase has the words it may be a misspelling of.

    One edit in a word of 5 to 8 letters, two in a longer one; a swap of two letters is one edit.
    """
    covered = {place for hit in kept for place in range(hit.start, hit.end)}
    unknown = {
        place: word
        for place, word in enumerate(words.compared)
        if place not in covered and _may_be_misspelt(word) and word not in known.words
    }
    if not unknown:
        return {}
    targets = sorted(word for word in known.words if _may_be_misspelt(word))
    meant = {word: _meant(word, targets, known.opposites) for word in set(unknown.values())}
    return {place: meant[word] for place, word in unknown.items() if meant[word]}


def suggestions(text: str, known: Index, lists: frozenset[str]) -> tuple[str, ...]:
    """Name at most five entries that read like the text."""
    from rapidfuzz import process
    from rapidfuzz.fuzz import ratio

    named = sorted((phrase, meaning.name) for phrase, meaning in known.names if meaning.list in lists)
    close = process.extract(
        text.lower(),
        [phrase for phrase, _ in named],
        scorer=ratio,
        score_cutoff=_CLOSE_ENOUGH,
        limit=MOST_SUGGESTIONS * 4,
    )
    return tuple(dict.fromkeys(named[place][1] for _, _, place in close))[:MOST_SUGGESTIONS]


def _ranges_around(word: str, known: Index) -> frozenset[str]:
    if not all(sign.isdigit() or sign == "." for sign in word):
        return frozenset()
    return frozenset(name for name, low, high in known.ranges if low <= float(word) <= high)


def _meant(word: str, targets: list[str], opposites: tuple[tuple[str, str], ...]) -> frozenset[str]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    near = process.extract(
        word, targets, scorer=OSA.distance, processor=_as_typed, score_cutoff=2, limit=None
    )
    close = {target for target, edits, _ in near if edits <= (1 if len(target) <= _LONGEST_ONE_EDIT else 2)}
    pairs = [pair for one, other in opposites for pair in ((one, other), (other, one))]
    bridged = {
        target
        for target in close
        for one, other in pairs
        if target.startswith(other) and (word.startswith(one) or any(near.startswith(one) for near in close))
    }
    return frozenset(close - bridged)


def _as_typed(word: str) -> str:
    """Undo the one spelling that words are compared in where it would count as a slip: "diaylsis"."""
    return word.replace("lyz", "lys")


def _may_be_misspelt(word: str) -> bool:
    return len(word) >= _SHORTEST_CORRECTED and word.isalpha()
