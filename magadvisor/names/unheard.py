"""Which items of a list that was typed in one go nothing was recognised in, so that none is dropped."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from magadvisor.names.hits import Hit
from magadvisor.names.spelling import Words

_MOST_WORDS = 3
_SHORTEST_BESIDE_OTHERS = 4
_JOINS = frozenset(("and", "plus"))

# An item that begins so says more of the one in front of it: when, how bad, how treated.
_LEADING = frozenset(
    word
    for line in (
        "after all also always at because before both but by chronic controlled currently daily diagnosed",
        "diet during dx eg especially etc ever every first for from had have history hx ie if in is it just",
        "last left mainly mild mildly mostly never no none not now occasionally often ok old on once only",
        "past pmh pmhx possible possibly previous previously probably recently right severe since so",
        "sometimes stable still suspected takes taking then though to today treated type under untreated",
        "until very was well when which while who with without worse yesterday",
    )
    for word in line.split()
)


def unheard(words: Words, found: Iterable[Hit], numbers: Iterable[int]) -> tuple[str, ...]:
    """List the short items of a list in which no phrase stands, and no number at these places.

    A text of one item is no list, and one with a longer item is a sentence, which is heard as a whole.
    """
    items = [list(places) for places in _items(words)]
    if not items[1:] or max(map(len, items)) > _MOST_WORDS:
        return ()
    heard = {*numbers, *(place for hit in found for place in range(hit.start, hit.end))}
    left = (item for item in items if heard.isdisjoint(item))
    texts = ([words.typed[place] for place in item] for item in left)
    return tuple(" ".join(text) for text in texts if _names_something(text))


def _items(words: Words) -> Iterator[Iterable[int]]:
    """Part the places of the words where a mark or an "and" stands."""
    joins = [place for place, word in enumerate(words.typed) if word in _JOINS]
    places = (place for place in range(len(words.typed)) if place not in joins)
    for _, item in groupby(places, lambda at: (words.pieces[at], sum(join < at for join in joins))):
        yield item


def _names_something(item: list[str]) -> bool:
    shortest = _SHORTEST_BESIDE_OTHERS if len(item) > 1 else 2
    telling = any(len(word) >= shortest and word.isalpha() for word in item)
    return telling and item[0] not in _LEADING
