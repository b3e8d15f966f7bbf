"""What somebody wants explained: an id, an id behind its kind, or an everyday name."""

from collections.abc import Iterable
from functools import lru_cache

from magadvisor.door import Door
from magadvisor.explain.shelf import KINDS, Shelf, names_of
from magadvisor.model.answers import BadAnswer, TypedMedicine
from magadvisor.model.knowledge import Knowledge

Found = tuple[tuple[str, str], ...]  # kinds and ids

MOST_AT_ONCE = 3
"""A name of more entries than this is too unclear to explain them all."""

_MOST_NAMED = 8


def find(word: str, kinds: tuple[str, ...], shelves: Shelf, known: Knowledge) -> Found:
    """Find the entries that a word names, an id before every name; refuse what names too many."""
    by_id = tuple((one, word) for one in kinds if word in shelves[one])
    if any(one != "medicine" for one, _ in by_id):
        return by_id
    # The id of a medicine is its name, and a form or product may have that name too.
    named = tuple(dict.fromkeys((*_named(word, kinds, shelves), *by_id)))
    if by_id and len(named) > MOST_AT_ONCE:
        return by_id
    named = named or _ambiguous(word, kinds, known) or _medicine(word, kinds, known)
    if len(named) > MOST_AT_ONCE:
        listed = ", ".join(f"{one}:{id_}" for one, id_ in named[:_MOST_NAMED])
        raise BadAnswer("unclear-id", "that name stands for several entries", f"use one of {listed}", "ID")
    return named


def parted(typed: str) -> tuple[tuple[str, ...], str]:
    """Part a kind from what stands behind it (rule:..., form:...); without one every kind is meant."""
    word = " ".join(typed.lower().split())
    kind, colon, rest = word.partition(":")
    return ((kind,), rest.strip()) if colon and kind in KINDS else (KINDS, word)


def _named(word: str, kinds: Iterable[str], shelves: Shelf) -> Found:
    plain = _plain(word)
    return tuple(
        (kind, id_)
        for kind in kinds
        for id_, entry in shelves[kind].items()
        if any(_plain(name) == plain for name in names_of(entry))
    )


def _ambiguous(word: str, kinds: Iterable[str], known: Knowledge) -> Found:
    """Give every medicine that an ambiguous name may mean."""
    if "medicine" not in kinds:
        return ()
    plain = _plain(word)
    readings = (
        reading.medicine
        for one in known.medicine_words.ambiguous
        if any(_plain(name) == plain for name in one.names)
        for reading in one.readings
    )
    return tuple(("medicine", name) for name in dict.fromkeys(readings) if name is not None)


def _medicine(word: str, kinds: Iterable[str], known: Knowledge) -> Found:
    """Read the text as a medicine with its strength, as people type one."""
    if "medicine" not in kinds:
        return ()
    item = Door(known).medicine(TypedMedicine(word)).item
    return tuple(("medicine", name) for name in item.matched if name in known.medicines and item.checked)


@lru_cache(maxsize=1 << 16)
def _plain(name: str) -> str:
    return " ".join(name.lower().replace("-", " ").replace(".", " ").split())
