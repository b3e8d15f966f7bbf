"""What is found of a line of a label on the way to its reading."""

from collections.abc import Sequence

from magadvisor.engine.percentages import fits_base
from magadvisor.engine.shares import Span, around
from magadvisor.engine.shelf import Shelf
from magadvisor.model.label import ELEMENTAL, Figure, LabelLine
from magadvisor.model.limit import Reference
from magadvisor.model.record import Record

_ELEMENTAL = frozenset({"elemental", "element", "elementary"})


class Found(Record):
    """A reading before its form, percentages and limits are told; mg a day.

    `low`, `high` and `usual` count the magnesium itself, `compound` the salt that holds it.
    """

    verdict: str
    low: float | None
    high: float | None
    compound: float | None = None
    because: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    impure: bool = False
    usual: float | None = None
    printed: str | None = None
    most: float | None = None  # the most a pure salt can hold, from 0 to 1


def by_percent(line: LabelLine, one: Figure, references: Sequence[Reference]) -> Found:
    """Take an amount that its own percentage contradicts as a compound, and work back from the percentage.

    An amount that is said to be elemental stays the higher reading.
    """
    amounts = worked_back(line, one.factor, references)
    said = [one.mg] if not _ELEMENTAL.isdisjoint(line.words) and one.role == ELEMENTAL else []
    compound = None if said else one.mg
    read = [*amounts, *said]
    return Found("impossible", min(read), max(read), compound, ("percent-contradicts",), ("label",))


def worked_back(line: LabelLine, factor: float, references: Sequence[Reference]) -> list[float]:
    """Work back from the first percentage: the mg that it is of each of today's values that it may name."""
    percent = line.percents[0]
    bases = (one.mg for one in references if fits_base(one, percent.base) and not one.old)
    return [factor * percent.value * base / 100 for base in bases]


def most_pure(line: LabelLine, shelf: Shelf) -> Span | None:
    """Give what the named salts can hold when pure."""
    return around(map(shelf.bounds, line.forms)) if line.forms else None


def by_form(compounds: Sequence[Figure]) -> dict[str, float]:
    """Add up the mg of different salts; the same salt named twice is one, the heavier weight."""
    found: dict[str, float] = {}
    for one in compounds:
        if one.form is not None:
            found[one.form] = max(one.mg, found.get(one.form, 0.0))
    return found


def sum_of(compounds: Sequence[Figure]) -> float | None:
    """Add up all compounds of a line; None where it names none."""
    return sum(by_form(compounds).values()) if compounds else None
