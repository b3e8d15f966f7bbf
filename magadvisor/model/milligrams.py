"""Elemental milligrams in a sentence: no finer than anybody knows what they take.

From 10 mg on a figure is whole, or ends in the half that labels print (97.5 mg); below, tenths are told.
"""

from collections.abc import Callable
from math import ceil, floor

_WHOLE_FROM_MG = 10
_ALMOST = 1e-6


def taken(mg: float) -> str:
    """Write what is taken, 0 mg or more: rounded up, so that nobody takes more than is told."""
    return _written(mg, mg - _ALMOST, ceil)


def left(mg: float) -> str:
    """Write what may be added, 0 mg or more: rounded down, so that no limit is passed."""
    return _written(mg, mg + _ALMOST, floor)


def _written(mg: float, nearly: float, rounded: Callable[[float], int]) -> str:
    if mg < _WHOLE_FROM_MG:
        told = rounded(10 * nearly) / 10
    else:
        told = mg if (2 * mg).is_integer() else rounded(nearly)
    return f"{told:.1f}".removesuffix(".0")
