"""What may have been meant where a text names no entry."""

from collections.abc import Iterator
from difflib import get_close_matches

from magadvisor.explain.listing import words_of
from magadvisor.explain.shelf import Shelf, names_of
from magadvisor.inputs import MOST_NEAR
from magadvisor.model.answers import BadAnswer
from magadvisor.model.joining import either

CLOSE = 0.75
"""How alike two words must be, of 1, for one to be what was meant."""


def unknown(word: str, kinds: tuple[str, ...], shelves: Shelf) -> BadAnswer:
    """Refuse a word that names nothing, with the entries that come nearest and how to list them all."""
    what = kinds[0] if len(kinds) == 1 else "entry"
    near = tuple(dict.fromkeys(_near(word, kinds, shelves)))[:MOST_NEAR] if word else ()
    meant = f"did you mean {either(near)}? " if near else ""
    every = f"{kinds[0]}s" if len(kinds) == 1 else "rules (or forms, goals, foods, sources ...)"
    hint = f"{meant}list them all: magadvisor explain {every}"
    return BadAnswer("unknown-id", f"no {what} has that id or name", hint, "ID")


def _near(word: str, kinds: tuple[str, ...], shelves: Shelf) -> Iterator[str]:
    """Give ids that are spelt nearly so, or whose names are; then words by which entries are listed."""
    ids = {
        name.lower(): id_
        for kind in kinds
        for id_, entry in shelves[kind].items()
        for name in (*names_of(entry), id_)
    }
    for text in (word, word.replace(" ", "-")):
        yield from (ids[one] for one in get_close_matches(text, ids, n=MOST_NEAR, cutoff=CLOSE))
    held = {
        one for kind in kinds for id_, entry in shelves[kind].items() for one in words_of(kind, id_, entry)
    }
    yield from get_close_matches(word, sorted(held), n=MOST_NEAR, cutoff=CLOSE)
