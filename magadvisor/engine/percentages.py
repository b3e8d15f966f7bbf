"""Percentages on labels: which reference they fit, and what an amount is of each."""

from collections.abc import Sequence

from magadvisor.model.label import DailyShare, LabelLine
from magadvisor.model.limit import Reference

_US = "dv"
_POINTS = 1.5  # percent points within which a printed percentage fits


def daily(low: float | None, high: float | None, references: Sequence[Reference]) -> tuple[DailyShare, ...]:
    """Say what an amount is of today's US and EU reference values."""
    if low is None or high is None:
        return ()
    return tuple(
        DailyShare(one.name, one.mg, round(100 * low / one.mg, 1), round(100 * high / one.mg, 1))
        for one in references
        if not one.old
    )


def printed_on(mg: float, line: LabelLine, references: Sequence[Reference]) -> str | None:
    """Name the reference that the printed percentage fits."""
    for percent in line.percents:
        for one in references:
            if fits_base(one, percent.base) and abs(100 * mg / one.mg - percent.value) <= _POINTS:
                return one.name
    return None


def fits_base(one: Reference, said: str | None) -> bool:
    """Say whether a reference may be meant by the word beside a percentage; any but DV is European."""
    return said is None or (said == _US) == (one.kind == _US)
