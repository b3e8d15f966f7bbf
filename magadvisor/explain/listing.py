"""What a text stands for without naming one entry: a kind, a word of names, a publisher."""

from collections.abc import Iterable, Iterator

from magadvisor.explain.limits import for_whom
from magadvisor.explain.shelf import KINDS, Anything, Shelf
from magadvisor.model.claim import Claim
from magadvisor.model.explained import Listed
from magadvisor.model.limit import IntakeTable, UpperLevel
from magadvisor.model.rule import Rule
from magadvisor.model.source import Source

LEAST_INITIALS = 3
"""Letters from which a word may be the initials of a name: FDA, EFSA, NICE."""


def of_kind(typed: str, shelves: Shelf) -> tuple[Listed, ...]:
    """List every entry of a kind, named as one or as many: rule, rules."""
    word = typed.strip().lower()
    kind = word if word in KINDS else word.removesuffix("s")
    return tuple(_listed(kind, id_, entry) for id_, entry in shelves.get(kind, {}).items())


def by_words(text: str, kinds: Iterable[str], shelves: Shelf) -> tuple[Listed, ...]:
    """List the entries with every word in id, name or publisher, or with such initials of a publisher."""
    wanted = frozenset(_words(text))
    if not wanted:
        return ()
    letters = text.lower() if text.isalpha() and len(text) >= LEAST_INITIALS else ""
    return tuple(
        _listed(kind, id_, entry)
        for kind in kinds
        for id_, entry in shelves[kind].items()
        if wanted <= words_of(kind, id_, entry) or (letters and letters in _initials(_maker(entry)))
    )


def words_of(kind: str, id_: str, entry: Anything) -> frozenset[str]:
    """Give the words by which an entry is listed; one and many are the same word."""
    return frozenset(_words(f"{kind} {id_} {name_of(entry)} {_maker(entry)}"))


def name_of(entry: Anything) -> str:
    """Name an entry in one line."""
    match entry:
        case Rule():
            return entry.says
        case Claim():
            return f'"{entry.claim}"'
        case Source():
            return entry.title
        case IntakeTable():
            (row,) = entry.rows
            return f"{entry.body}: {row.recommended_mg:g} mg a day in all. {for_whom(row)}"
        case UpperLevel():
            return f"{entry.body}: at most {entry.at_most_mg:g} mg a day from supplements. {for_whom(entry)}"
        case _:
            return entry.name


def _listed(kind: str, id_: str, entry: Anything) -> Listed:
    if not isinstance(entry, Source):
        return Listed(kind, id_, name_of(entry))
    year = f", {entry.year}" if entry.year is not None and str(entry.year) not in entry.title else ""
    read = "" if entry.read_on else " (not read again)"
    return Listed(kind, id_, f"{entry.title}. {entry.publisher}{year}{read}")


def _maker(entry: Anything) -> str:
    if isinstance(entry, Source):
        return entry.publisher
    return entry.body if isinstance(entry, IntakeTable | UpperLevel) else ""


def _initials(maker: str) -> Iterator[str]:
    """Write the first letters of each part of a name, also without its small words and its country."""
    for part in maker.replace("(", ",").split(","):
        words = "".join(one if one.isalnum() else " " for one in part).split()
        large = [one for one in words if one[0].isupper()]
        for run in (words, large, words[1:], large[1:]):
            yield "".join(one[0] for one in run).lower()


def _words(text: str) -> list[str]:
    words = "".join(one if one.isalnum() else " " for one in text.lower()).split()
    return [word.removesuffix("s") or word for word in words]
