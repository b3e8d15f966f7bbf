"""A sheet as Markdown, as HTML and as CSV; the cells are those of the screen."""

import csv as writer
import io
from collections.abc import Iterator, Sequence
from html import escape

from magadvisor.model.printable import printable
from magadvisor.render.csv import cell
from magadvisor.render.markdown import escaped
from magadvisor.render.parts import Part
from magadvisor.render.tables import Sheet, Table

_STYLE = (
    "body{font:1rem/1.5 sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}"
    "table{border-collapse:collapse}th,td{border:1px solid #767676;padding:.3rem .5rem;"
    "text-align:left;vertical-align:top}aside{border:2px solid;padding:.5rem 1rem;margin:1rem 0}"
)


def grid(table: Table) -> list[list[str]]:
    """Give the table as rows of text, one thing a row, the titles first."""
    if not table.facts:
        return []
    head = [table.corner, *(fact.title for fact in table.facts)]
    return [head, *([thing, *cells] for thing, cells in _rows(table))]


def markdown(sheet: Sheet) -> str:
    """Write a sheet as Markdown."""
    lines = [f"# {escaped(sheet.headline)}", ""]
    lines += [escaped(sheet.subtitle), ""] if sheet.subtitle else []
    lines += _sections(sheet.first)
    rows = _turned(sheet.table)
    if rows:
        lines += [f"| {' | '.join(_cell(text) for text in rows[0])} |", "|" + " --- |" * len(rows[0])]
        lines += [f"| {' | '.join(_cell(text) for text in row)} |" for row in rows[1:]]
        lines.append("")
    lines += _sections(sheet.after)
    return "\n".join([*lines, f"> {escaped(sheet.caveat)}", "", escaped(sheet.stamp)]) + "\n"


def html(sheet: Sheet) -> str:
    """Write a sheet as one HTML page that asks for nothing outside itself."""
    title = _escaped(sheet.headline)
    body = [f"<h1>{title}</h1>"]
    body += [f"<p>{_escaped(sheet.subtitle)}</p>"] if sheet.subtitle else []
    body += _html_parts(sheet.first)
    rows = _turned(sheet.table)
    if rows:
        head = "".join(f'<th scope="col">{_escaped(text)}</th>' for text in rows[0])
        body.append(f"<table><thead><tr>{head}</tr></thead><tbody>")
        body += [_html_row(row) for row in rows[1:]]
        body.append("</tbody></table>")
    body += _html_parts(sheet.after)
    body += [f"<aside><p>{_escaped(sheet.caveat)}</p></aside>", f"<p>{_escaped(sheet.stamp)}</p>"]
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body><main>\n"
        + "\n".join(body)
        + "\n</main></body></html>\n"
    )


def csv(sheet: Sheet) -> str:
    """Write a sheet as CSV, one thing a row; no cell can be taken for a formula."""
    out = io.StringIO()
    rows = writer.writer(out, lineterminator="\r\n")
    for row in grid(sheet.table):
        rows.writerow([_plain(text) for text in row])
    rows.writerow([])
    rows.writerow(["headline", _plain(sheet.headline)])
    for part in (*sheet.first, *sheet.after):
        for line in part.lines:
            rows.writerow([_plain(part.label), _plain(line.text)])
    rows.writerow(["caveat", _plain(sheet.caveat)])
    rows.writerow(["knowledge", _plain(sheet.stamp)])
    return out.getvalue()


def _rows(table: Table) -> Iterator[tuple[str, list[str]]]:
    for place, thing in enumerate(table.things):
        yield thing, [fact.cells[place] for fact in table.facts]


def _turned(table: Table) -> list[list[str]]:
    """Give a comparison with its facts down the side, a list with its things down the side."""
    rows = grid(table)
    return rows if table.listed else [list(column) for column in zip(*rows, strict=True)]


def _sections(parts: Sequence[Part]) -> list[str]:
    lines: list[str] = []
    for part in parts:
        if part.lines:
            lines += [f"**{escaped(part.label)}**", "", *(f"- {escaped(one.text)}" for one in part.lines), ""]
    return lines


def _html_parts(parts: Sequence[Part]) -> list[str]:
    told = []
    for part in parts:
        if part.lines:
            items = "".join(f"<li>{_escaped(one.text)}</li>" for one in part.lines)
            told.append(f"<h2>{_escaped(part.label)}</h2><ul>{items}</ul>")
    return told


def _html_row(row: Sequence[str]) -> str:
    cells = "".join(f"<td>{_escaped(text)}</td>" for text in row[1:])
    return f'<tr><th scope="row">{_escaped(row[0])}</th>{cells}</tr>'


def _escaped(text: str) -> str:
    return "<br>".join(escape(printable(part)) for part in text.split("\n"))


def _cell(text: str) -> str:
    return "<br>".join(escaped(part) for part in text.split("\n"))


def _plain(text: str) -> str:
    return cell("; ".join(text.split("\n")))
