"""What was heard of one typed item at the door."""

from collections.abc import Iterable
from typing import TypeVar

from magadvisor.model.profile import ListedMagnesium, ListedMedicine, ListedWords
from magadvisor.model.record import Record
from magadvisor.model.words import Kidney, LifeStage

_T = TypeVar("_T")


class HeardMedicine(Record):
    """A medicine that was listened to, with what to say about how it was read."""

    item: ListedMedicine
    remarks: tuple[str, ...]


class HeardWords(Record):
    """A condition or symptom that was listened to: the ids, kidney words and life stages found.

    `remarks` say how it was read, `asks` are those of them that a person can settle. `beside` and `signs`
    are words that mean something only with another item; the signs also with a goal or a life stage.
    """

    item: ListedWords
    conditions: tuple[str, ...]
    symptoms: tuple[str, ...]
    kidney: tuple[Kidney, ...]
    life_stages: tuple[LifeStage, ...]
    remarks: tuple[str, ...]
    asks: tuple[str, ...] = ()
    beside: frozenset[tuple[str, ...]] = frozenset()
    signs: frozenset[tuple[str, ...]] = frozenset()


class HeardMagnesium(Record):
    """Magnesium already taken that was listened to, with what to ask about it."""

    item: ListedMagnesium
    remarks: tuple[str, ...]


def with_more(heard: Iterable[_T], more: Iterable[_T]) -> tuple[_T, ...]:
    """Put more behind what was heard, each once; what was heard stays first."""
    return tuple(dict.fromkeys((*heard, *more)))
