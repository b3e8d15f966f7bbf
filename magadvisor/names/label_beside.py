"""What stands beside each amount on a line of a label."""

from collections.abc import Iterator, Sequence
from re import compile as pattern
from typing import NamedTuple

from magadvisor.names.quantity import OTHER_NUTRIENT, Mass

NAMED = pattern(r"\b(?:magnesium|mg2?)(?: (?:elemental|element|ions?|ionen))?\s*$")
"""Magnesium, named in front of an amount of it."""

OF_IT = pattern(r"^ (?:de |of )?(?:magnesium|mg2)\b")
"""Magnesium, named behind an amount of it."""

_NEXT_NAME = pattern(r"^(?:[a-z]+ )?(?:de |of )?magnesium$")


class Beside(NamedTuple):
    """An amount with the text in front of it, from the last amount on, and behind it, up to the next one."""

    mass: Mass
    start: int  # where the text in front begins
    before: str
    after: str


def beside(text: str, masses: Sequence[Mass]) -> Iterator[Beside]:
    """Give each amount of a tidy line, from left to right; a name between two amounts belongs to one of them.

    That is the next one where nothing else stands between them, or where the first is that of another
    nutrient, such as zinc; and the last one where it names magnesium.
    """
    start, named_behind = 0, False
    for place, mass in enumerate(masses):
        following = masses[place + 1].start if place + 1 < len(masses) else len(text)
        before, after = text[start : mass.start], text[mass.end : following]
        between = following < len(text)
        if between and (_NEXT_NAME.match(after.strip()) or OTHER_NUTRIENT.search(before)):
            after = ""
        if named_behind and NAMED.fullmatch(before.strip()):
            before = ""
        yield Beside(mass, start, before, after)
        start, named_behind = mass.end, bool(OF_IT.search(after))
