"""Which items of a list that was typed in one go nothing was recognised in, so that none is dropped."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from re import IGNORECASE
from re import compile as pattern

from magadvisor.names.hits import Hit
from magadvisor.names.item_of_list import LEADING, MOST_WORDS, TIME
from magadvisor.names.spelling import Words, words_of

_SHORTEST_BESIDE_OTHERS = 4
_JOINS = frozenset(("and", "plus"))
_BETWEEN = pattern(r"[^\w\s'`\u2018\u2019.-]|\n|\.(?=\s|$)|\b(?:and|plus)\b", IGNORECASE)


def unheard(words: Words, found: Iterable[Hit], numbers: Iterable[int]) -> tuple[str, ...]:
    """List the short items of a list in which no phrase stands, and no number at these places.

    A text of one item is no list, and one with a longer item is a sentence, which is heard as a whole.
    """
    items = [list(places) for places in _items(words)]
    if not items[1:] or max(map(len, items)) > MOST_WORDS:
        return ()
    heard = {*numbers, *(place for hit in found for place in range(hit.start, hit.end))}
    left = (item for item in items if heard.isdisjoint(item))
    texts = ([words.typed[place] for place in item] for item in left)
    return tuple(" ".join(text) for text in texts if _names_something(text))


def as_typed(parts: Iterable[str], text: str, marks: frozenset[str]) -> tuple[str, ...]:
    """Give parts of a text as they were typed; one that is not found again, as it was read."""
    typed: dict[str, str] = {}
    for one in _BETWEEN.split(text):
        typed.setdefault(" ".join(words_of(one, marks).typed), one.strip())
    return tuple(typed.get(part, part) for part in parts)


def _items(words: Words) -> Iterator[Iterable[int]]:
    """Part the places of the words where a mark or an "and" stands."""
    joins = [place for place, word in enumerate(words.typed) if word in _JOINS]
    places = (place for place in range(len(words.typed)) if place not in joins)
    for _, item in groupby(places, lambda at: (words.pieces[at], sum(join < at for join in joins))):
        yield item


def _names_something(item: list[str]) -> bool:
    shortest = _SHORTEST_BESIDE_OTHERS if len(item) > 1 else 2
    telling = any(len(word) >= shortest and word.isalpha() and word not in TIME for word in item)
    return telling and item[0] not in LEADING
