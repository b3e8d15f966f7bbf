"""A page as rows of text that fit a width; the same rows serve every text format."""

from collections.abc import Iterator
from textwrap import wrap

from magadvisor.model.printable import in_ascii, printable
from magadvisor.model.record import dataclass
from magadvisor.render.page import Line, Page, Part

NARROW = 60
"""Columns under which a label stands on a row of its own."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its first column, a padded label or nothing, and text under a style of the theme."""

    column: str
    text: str
    style: str


def rows(page: Page, width: int, ascii_only: bool) -> Iterator[Row]:
    """Lay out the headline and the parts; under 60 columns labels stand on rows of their own."""
    yield from (Row("", text, page.style) for text in _wrapped(page.headline, width, ascii_only))
    if page.subtitle:
        yield from (Row("", text, "muted") for text in _wrapped(page.subtitle, width, ascii_only))
    beside = 2 + max((len(part.label) for part in page.parts), default=0)
    for place, part in enumerate(page.parts):
        if width < NARROW or not part.joins or not place:
            yield Row("", "", "plain")
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
        for text in _broken(line, width - beside, ascii_only):
            yield Row(f"{label:<{beside}}", text, line.style)
            label = ""


def _stacked(part: Part, width: int, ascii_only: bool) -> Iterator[Row]:
    yield Row("", part.label.upper(), "label")
    for line in part.lines:
        yield from (Row("", text, line.style) for text in _broken(line, width, ascii_only))


def _broken(line: Line, width: int, ascii_only: bool) -> list[str]:
    """Wrap a line, its further rows set in by two; a drawing is left whole."""
    if line.fixed:
        return [line.text]
    if not line.under:
        return _wrapped(line.text, width, ascii_only, "  ")
    return [f"  {text}" for text in _wrapped(line.text, width - 2, ascii_only)]


def _wrapped(text: str, width: int, ascii_only: bool, indent: str = "") -> list[str]:
    """Wrap a text whose unseen characters are made visible first."""
    shown = in_ascii(printable(text)) if ascii_only else printable(text)
    return wrap(shown, width, subsequent_indent=indent, break_on_hyphens=False) or [""]
