"""A page as rows of text that fit a width; the same rows serve every text format."""

from collections.abc import Iterator
from textwrap import wrap

from magadvisor.model.printable import shown
from magadvisor.model.record import Record
from magadvisor.render.parts import Line, Page, Part

NARROW = 60
"""Columns under which a label stands on a row of its own."""


class Row(Record):
    """One row: its first column, a padded label or nothing, and text whose beginning is under a style."""

    column: str
    text: str
    style: str
    styled: int  # how many characters of the text are under the style


def rows(page: Page, width: int, ascii_only: bool) -> Iterator[Row]:
    """Lay out the headline and the parts; under 60 columns labels stand on rows of their own."""
    yield from _broken(Line(page.headline, page.style), width, ascii_only, hanging="")
    if page.subtitle:
        yield from _broken(Line(page.subtitle, "muted"), width, ascii_only, hanging="")
    beside = 2 + max((len(part.label) for part in page.parts), default=0)
    for place, part in enumerate(page.parts):
        if width < NARROW or not part.joins or not place:
            yield Row("", "", "plain", 0)
        if width < NARROW:
            yield from _stacked(part, width, ascii_only)
        else:
            yield from _beside(part, beside, width, ascii_only)


def box(page: Page, width: int, ascii_only: bool) -> Iterator[str]:
    """Draw the caveat in its box, the only one there is."""
    top, side, bottom = ("+-+", "|", "+-+") if ascii_only else ("╭─╮", "│", "╰─╯")
    inner = width - 4
    yield top[0] + top[1] * (inner + 2) + top[2]
    for text in wrap(page.caveat, inner):
        yield f"{side} {text:<{inner}} {side}"
    yield bottom[0] + bottom[1] * (inner + 2) + bottom[2]


def _beside(part: Part, beside: int, width: int, ascii_only: bool) -> Iterator[Row]:
    label = part.label
    for line in part.lines:
        for row in _broken(line, width - beside, ascii_only):
            yield Row(f"{label:<{beside}}", row.text, row.style, row.styled)
            label = ""


def _stacked(part: Part, width: int, ascii_only: bool) -> Iterator[Row]:
    yield Row("", part.label.upper(), "label", len(part.label))
    for line in part.lines:
        yield from _broken(line, width, ascii_only)


def _broken(line: Line, width: int, ascii_only: bool, hanging: str = "  ") -> Iterator[Row]:
    """Break a line into rows, further ones set in; a drawing is left whole."""
    if line.fixed:
        yield Row("", line.text, line.style, len(line.text))
        return
    first = hanging if line.under else ""
    left = len(shown(line.lead or line.text, ascii_only))
    text = shown(line.text, ascii_only)
    broken = wrap(
        text, width, initial_indent=first, subsequent_indent=first + hanging, break_on_hyphens=False
    )
    for row in broken or [""]:
        indent = len(row) - len(row.lstrip())
        yield Row("", row, line.style, min(len(row), indent + left) if left > 0 else 0)
        left -= len(row) - indent + 1  # the blank at which it was broken counts too
