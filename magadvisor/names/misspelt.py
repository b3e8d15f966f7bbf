"""Other readings of a word: the singular, the plural, a range that holds a number, a misspelling."""

from collections.abc import Iterable, Mapping

from magadvisor.names.hits import Hit
from magadvisor.names.phrase_index import Index, Kind
from magadvisor.names.spelling import Words

# A longer text is searched for exact phrases only.
LONGEST_CORRECTED = 2_000
MOST_SUGGESTIONS = 5

_SHORTEST_PLURAL = 4
_SHORTEST_CORRECTED = 5
_LONGEST_ONE_EDIT = 8
_SHORT = range(3, 6)
_SHORT_MEANT = range(4, 6)
_TELLING = 4  # letters of a word that says what a phrase is about
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


def short_slips(words: Words, known: Index, kept: Iterable[Hit]) -> dict[int, frozenset[str]]:
    """Give each short word that no phrase has the words it may be a slip of: "chest pian", "heart blok".

    A short word is close to many others, so it may have one slip behind its first letter, and what it
    becomes counts only in a phrase whose other words are all spelt right (`holds_by_others`).
    """
    covered = {place for hit in kept for place in range(hit.start, hit.end)}
    unknown = {
        place: word
        for place, word in enumerate(words.compared)
        if place not in covered and word.isalpha() and len(word) in _SHORT and word not in known.words
    }
    if not unknown:
        return {}
    targets = sorted(word for word in known.words if len(word) in _SHORT_MEANT and word.isalpha())
    meant = {
        word: _meant(word, [one for one in targets if _is_short_slip(word, one)], known.opposites)
        for word in set(unknown.values())
    }
    return {place: meant[word] for place, word in unknown.items() if meant[word]}


def holds_by_others(words: Words, hit: Hit, short: Mapping[int, frozenset[str]]) -> bool:
    """Say whether a phrase that a short slip completes is spelt right in every other word."""
    wanted = dict(zip(range(hit.start, hit.end), hit.phrase.words, strict=True))
    slips = [place for place, word in wanted.items() if words.compared[place] != word]
    if not any(wanted[place] in short.get(place, ()) for place in slips):
        return True
    telling = any(len(words.typed[place]) >= _TELLING for place in wanted if place not in slips)
    return len(slips) == 1 and telling and hit.phrase.kind is not Kind.NOT_THIS


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


def _is_short_slip(word: str, target: str) -> bool:
    """Say whether a slip from one word to the other is left to short words."""
    return target[0] == word[0] and min(len(word), len(target)) < _SHORTEST_CORRECTED


def _may_be_misspelt(word: str) -> bool:
    return len(word) >= _SHORTEST_CORRECTED and word.isalpha()
