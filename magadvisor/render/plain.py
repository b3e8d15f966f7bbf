"""A page as plain text."""

from textwrap import wrap

from magadvisor.model.record import replace
from magadvisor.render.layout import box, rows
from magadvisor.render.parts import Page


def plain(page: Page, width: int, ascii_only: bool, drawn: bool = True) -> str:
    """Write a page as text without colour, each row no longer than `width`; words alone unless `drawn`."""
    if not drawn:
        page = _in_words(page)
    told = [row.column + row.text for row in rows(page, width, ascii_only)]
    caveat = box(page, width, ascii_only) if drawn else wrap(page.caveat, width)
    lines = [*told, "", *caveat, *wrap(page.stamp, width)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _in_words(page: Page) -> Page:
    """Leave out what is drawn: a screen reader would spell it out, and words beside it say the same."""
    parts = (replace(part, lines=tuple(line for line in part.lines if not line.fixed)) for part in page.parts)
    return replace(page, parts=tuple(part for part in parts if part.lines))
