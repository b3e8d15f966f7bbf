"""Percentages on labels: which reference they fit, and what an amount is of each."""

from collections.abc import Sequence

from magadvisor.engine.shares import Span, above, below
from magadvisor.model.label import DailyShare, LabelLine
from magadvisor.model.limit import Reference

_US = "dv"
# The choice of this project, from labels it has read.
_POINTS = 1.5  # percent points within which a printed percentage fits
_ROUNDED = 0.501  # and within which it is the same, printed as a whole number


def daily(low: float | None, high: float | None, references: Sequence[Reference]) -> tuple[DailyShare, ...]:
    """Say what percent some elemental mg a day are of today's US and EU reference values."""
    if low is None or high is None:
        return ()
    return tuple(
        DailyShare(one.name, one.mg, round(100 * low / one.mg, 1), round(100 * high / one.mg, 1))
        for one in references
        if not one.old
    )


def printed_on(mg: float, line: LabelLine, references: Sequence[Reference]) -> str | None:
    """Name the reference that the printed percentage fits: one that it is when rounded, else the nearest."""
    for percent in line.percents:
        off = {
            one.name: abs(100 * mg / one.mg - percent.value)
            for one in references
            if fits_base(one, percent.base)
        }
        rounded = next((name for name, points in off.items() if points <= _ROUNDED), None)
        nearest = min(off, key=lambda name: off[name], default=None)
        if rounded or (nearest and off[nearest] <= _POINTS):
            return rounded or nearest
    return None


def bare_share(line: LabelLine, pure: Span | None) -> float | None:
    """Read a percentage that names no reference as the share in the salt, 0 to 1, where it can be that."""
    if pure is None:
        return None
    bare = (one.value / 100 for one in line.percents if one.base is None)
    return next((share for share in bare if not (below(share, pure) or above(share, pure))), None)


def fits_base(one: Reference, said: str | None) -> bool:
    """Say whether a reference may be meant by the word beside a percentage; any but DV is European."""
    return said is None or (said == _US) == (one.kind == _US)
