"""A page as CSV: a row for each line, with its label; no cell starts a formula in a spreadsheet."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from magadvisor.model.printable import FORMULA_STARTS, printable
from magadvisor.render.parts import Page


def page_csv(page: Page) -> str:
    """Write a page as rows of part and text; drawings are left out, their facts stand in words."""
    rows = [("Headline", page.headline)]
    rows += [("Goal", page.subtitle)] if page.subtitle else []
    rows += [(part.label, line.text) for part in page.parts for line in part.lines if not line.fixed]
    return rows_csv(("part", "text"), [*rows, ("Caveat", page.caveat), ("Knowledge", page.stamp)])


def rows_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write rows as RFC 4180 says: quoted where needed, each ended by CR LF."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerows([cell(one) for one in row] for row in (head, *rows))
    return text.getvalue()


def cell(text: str) -> str:
    """Show a text in a spreadsheet as it is: an apostrophe goes before what would start a formula."""
    shown = printable(text)
    return f"'{shown}" if shown.lstrip().startswith(FORMULA_STARTS) else shown
