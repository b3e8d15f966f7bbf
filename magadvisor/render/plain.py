"""A page as plain text."""

from textwrap import wrap

from magadvisor.render.layout import box, rows
from magadvisor.render.parts import Page


def plain(page: Page, width: int, ascii_only: bool) -> str:
    """Write a page as text without colour, each row no longer than `width`."""
    told = [row.column + row.text for row in rows(page, width, ascii_only)]
    lines = [*told, "", *box(page, width, ascii_only), *wrap(page.stamp, width)]
    return "\n".join(line.rstrip() for line in lines) + "\n"
