"""A sheet as Markdown and as CSV; the cells are those of the screen."""

from collections.abc import Sequence

from magadvisor.render.csv import rows_csv
from magadvisor.render.markdown import escaped
from magadvisor.render.parts import Part
from magadvisor.render.tables import Sheet, grid, turned


def markdown(sheet: Sheet) -> str:
    """Write a sheet as Markdown."""
    lines = [f"# {escaped(sheet.headline)}", ""]
    lines += [escaped(sheet.subtitle), ""] if sheet.subtitle else []
    lines += _sections(sheet.first)
    rows = turned(sheet.table)
    if rows:
        lines += [f"| {' | '.join(_cell(text) for text in rows[0])} |", "|" + " --- |" * len(rows[0])]
        lines += [f"| {' | '.join(_cell(text) for text in row)} |" for row in rows[1:]]
        lines.append("")
    lines += _sections(sheet.after)
    return "\n".join([*lines, f"> {escaped(sheet.caveat)}", "", escaped(sheet.stamp)]) + "\n"


def csv(sheet: Sheet) -> str:
    """Write a sheet as CSV, one thing a row; no cell can be taken for a formula."""
    told = [[part.label, line.text] for part in (*sheet.first, *sheet.after) for line in part.lines]
    ends = [["caveat", sheet.caveat], ["knowledge", sheet.stamp]]
    rows = [*grid(sheet.table), [], ["headline", sheet.headline], *told, *ends]
    head, *rest = ([_one_line(text) for text in row] for row in rows)
    return rows_csv(head, rest)


def _sections(parts: Sequence[Part]) -> list[str]:
    lines: list[str] = []
    for part in parts:
        if part.lines:
            lines += [f"**{escaped(part.label)}**", "", *(f"- {escaped(one.text)}" for one in part.lines), ""]
    return lines


def _cell(text: str) -> str:
    return "<br>".join(escaped(part) for part in text.split("\n"))


def _one_line(text: str) -> str:
    return "; ".join(text.split("\n"))
