"""A part as runs of text and of drawings, for formats that have no columns."""

from collections.abc import Iterator
from itertools import groupby

from magadvisor.render.parts import Line, Part


def runs(part: Part) -> Iterator[tuple[bool, tuple[Line, ...]]]:
    """Part the lines, in their order, into stretches that are drawn and stretches that are read."""
    for fixed, lines in groupby(part.lines, _is_fixed):
        yield fixed, tuple(lines)


def _is_fixed(line: Line) -> bool:
    return line.fixed
