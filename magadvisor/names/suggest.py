"""Names that may have been meant; shown, never substituted."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice, takewhile

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract, extractOne

from magadvisor.names.name_index import SHORTEST_BARE, NameIndex
from magadvisor.names.tidy import is_number

MOST = 5
SHORTEST = 5
"""Letters under which a name is compared exactly or not at all."""

_LONG = 8
_VERY_LONG = 11
_MOST_WORDS = 4
_SHORTEST_BEGINNING = 6


def suggest(loose: Iterable[str], names: NameIndex) -> tuple[str, ...]:
    """Suggest at most five medicines whose names are one to three slips away, the nearest first."""
    words = tuple(word for word in loose if not is_number(word))[:_MOST_WORDS]
    close: dict[str, int] = {}
    for text in dict.fromkeys((" ".join(words), *words)):
        for key, slips in _near(text, names):
            for entry in _entries(key, names):
                close[entry] = min(slips, close.get(entry, slips))
    return tuple(sorted(close, key=lambda entry: close[entry]))[:MOST]


def slip_of(name: str, names: NameIndex) -> str | None:
    """Find a known name that differs in one letter, or in two that changed places; none for a short name."""
    if len(name) < SHORTEST_BARE:
        return None
    close = extractOne(name, _keys(names), scorer=OSA.distance, score_cutoff=1)
    return close[0] if close else None


def _near(typed: str, names: NameIndex) -> list[tuple[str, int]]:
    """List the names near a typed one, with how many slips lie between."""
    if len(typed) < SHORTEST:
        return []
    slips = 1 + (len(typed) >= _LONG) + (len(typed) >= _VERY_LONG)
    before, behind = _stems(typed, names)
    keys = _of_length(names, len(typed), slips)
    found = extract(typed, keys, scorer=OSA.distance, score_cutoff=slips, limit=None)
    near = [(key, int(far)) for key, far, _ in found if key.startswith(before) and key.endswith(behind)]
    near = near[: 4 * MOST]
    begun = [key for key in _begun(typed, names) if key.endswith(behind)]
    return [*near, *_look_alikes(typed, near, slips, names), *((key, slips + 1) for key in begun[:MOST])]


@lru_cache(maxsize=4)
def _keys(names: NameIndex) -> tuple[str, ...]:
    """List the names that are compared at all, a to z: among equally near ones no file decides."""
    return tuple(sorted({key for key in (*names.by_name, *names.ambiguous) if len(key) >= SHORTEST}))


@lru_cache(maxsize=256)
def _of_length(names: NameIndex, length: int, slips: int) -> tuple[str, ...]:
    """List the names whose length alone does not put them too far away."""
    return tuple(key for key in _keys(names) if abs(len(key) - length) <= slips)


def _begun(typed: str, names: NameIndex) -> list[str]:
    """List the names that begin with what was typed, from a to z."""
    if len(typed) < _SHORTEST_BEGINNING:
        return []
    keys = _keys(names)
    following = islice(keys, bisect_left(keys, typed), None)
    return list(takewhile(lambda key: key.startswith(typed), following))


def _look_alikes(
    typed: str, near: list[tuple[str, int]], slips: int, names: NameIndex
) -> list[tuple[str, int]]:
    """List the look-alikes of near names that are hardly further away: two suggestions, never one answer."""
    partners = {partner for key, _ in near for partner in names.look_alikes.get(key, ())}
    away = {partner: OSA.distance(typed, partner) for partner in sorted(partners)}
    return [(partner, distance) for partner, distance in away.items() if distance <= slips + 1]


def _stems(typed: str, names: NameIndex) -> tuple[str, str]:
    """Give the longest beginning and end that a suggestion must keep; empty where there is none."""
    before, behind = names.stems
    begins = [stem for stem in before if typed.startswith(stem)]
    ends = [stem for stem in behind if typed.endswith(stem)]
    return max(begins, key=len, default=""), max(ends, key=len, default="")


def _entries(key: str, names: NameIndex) -> tuple[str, ...]:
    if key in names.ambiguous:
        return tuple(one.medicine for one in names.ambiguous[key].readings if one.medicine is not None)
    return (names.by_name[key],) if key in names.by_name else ()
