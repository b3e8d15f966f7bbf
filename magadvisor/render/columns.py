"""Tables as lines that fit a width: in columns where there is room, else as short records."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

from magadvisor.model.printable import shown
from magadvisor.render.parts import Line, Page, Part
from magadvisor.render.tables import Fact, Sheet, Table

SIDE_BY_SIDE_FROM = 72
"""Columns from which things stand beside each other; under it each becomes a short record."""

NARROWEST_LABEL = 15
NARROWEST_CELL = 19
NARROWEST_LAST = 14
WIDEST_NAME = 30
GAP = 2


def page_of(sheet: Sheet, width: int, ascii_only: bool) -> Page:
    """Lay a sheet out as a page for a width."""
    parts = (*sheet.first, *_parts(sheet.table, width, ascii_only), *sheet.after)
    return Page(
        headline=sheet.headline,
        style=sheet.style,
        subtitle=sheet.subtitle,
        parts=tuple(part for part in parts if part.lines),
        caveat=sheet.caveat,
        stamp=sheet.stamp,
    )


def _beside(table: Table) -> int:
    """Measure the column of labels that stands beside the cells."""
    labels = (table.corner, *(fact.label for fact in table.facts))
    return max(NARROWEST_LABEL, 2 + max(map(len, labels)))


def _parts(table: Table, width: int, ascii_only: bool) -> Iterator[Part]:
    """Lay a table out: side by side where there is room, else as a record a thing."""
    if not table.things or not table.facts:
        return
    if table.listed:
        yield Part(table.corner, tuple(_list(table, width, ascii_only)))
    elif len(table.things) == 1:
        yield from (Part(one.label, tuple(_single(one))) for one in table.facts)
    elif width < SIDE_BY_SIDE_FROM:
        yield from (Part(thing, tuple(_record(table, place))) for place, thing in enumerate(table.things))
    else:
        yield from _blocks(table, width, ascii_only)


def _single(fact: Fact) -> Iterator[Line]:
    if fact.about:
        yield Line(fact.about, "label")
    for text in fact.cells[0].split("\n"):
        if text:
            yield Line(text)


def _record(table: Table, place: int) -> Iterator[Line]:
    for fact in table.facts:
        if fact.cells[place]:
            yield Line(f"{fact.title}: {_one_line(fact.cells[place])}")


def _blocks(table: Table, width: int, ascii_only: bool) -> Iterator[Part]:
    """Put as many things beside each other as fit, then the rest below, evenly."""
    room = width - _beside(table)
    most = max(1, (room + GAP) // (NARROWEST_CELL + GAP))
    blocks = -(-len(table.things) // most)
    beside = -(-len(table.things) // blocks)
    for start in range(0, len(table.things), beside):
        places = range(start, min(start + beside, len(table.things)))
        cell = (room - GAP * (beside - 1)) // beside
        yield Part(
            table.corner, (Line(_row([table.things[place] for place in places], cell), "label", fixed=True),)
        )
        for fact in table.facts:
            if any(fact.cells[place] for place in places):
                yield Part(fact.label, tuple(_cells(fact, places, cell, ascii_only)))


def _cells(fact: Fact, places: Sequence[int], cell: int, ascii_only: bool) -> Iterator[Line]:
    if fact.about:
        yield Line(fact.about, "label")
    wrapped = [_wrapped(fact.cells[place] or "-", cell, ascii_only) for place in places]
    for row in range(max(map(len, wrapped))):
        yield Line(_row([text[row] if row < len(text) else "" for text in wrapped], cell), fixed=True)


def _row(texts: Sequence[str], cell: int) -> str:
    return (" " * GAP).join(f"{text:<{cell}}" for text in texts).rstrip()


def _list(table: Table, width: int, ascii_only: bool) -> Iterator[Line]:
    """Give each thing one row, its cells under each other; without room, one line of words."""
    head = ["", *(fact.title for fact in table.facts)]
    rows = [
        [thing, *(_one_line(fact.cells[place]) for fact in table.facts)]
        for place, thing in enumerate(table.things)
    ]
    rows = [[shown(text, ascii_only) for text in row] for row in (head, *rows)]
    wide = [max(len(row[place]) for row in rows) for place in range(len(head) - 1)]
    room = width - _beside(table)
    if sum(wide) + GAP * len(wide) + max(len(row[-1]) for row in rows) > room:
        wide[0] = min(wide[0], WIDEST_NAME)
    last = room - sum(wide) - GAP * len(wide)
    if last < min(NARROWEST_LAST, max(len(row[-1]) for row in rows)):
        yield from (Line(_sentence(table, place)) for place in range(len(table.things)))
        return
    for place, row in enumerate(rows):
        yield from _listed(row, wide, last, "plain" if place else "label")


def _listed(row: Sequence[str], wide: Sequence[int], last: int, style: str) -> Iterator[Line]:
    """Write one row; its name and its last cell may go on below."""
    names = wrap(row[0], wide[0], break_on_hyphens=False) or [""]
    texts = wrap(row[-1], last, break_on_hyphens=False) or [""]
    for number, (name, text) in enumerate(zip_longest(names, texts, fillvalue="")):
        cells = [name, *(row[1:-1] if not number else [""] * (len(wide) - 1))]
        line = "".join(f"{cell:<{size + GAP}}" for cell, size in zip(cells, wide, strict=True))
        yield Line(f"{line}{text}".rstrip(), style, fixed=True)


def _sentence(table: Table, place: int) -> str:
    told = [f"{fact.title} {_one_line(fact.cells[place])}" for fact in table.facts if fact.cells[place]]
    return f"{table.things[place]}: {'; '.join(told)}"


def _wrapped(text: str, width: int, ascii_only: bool) -> list[str]:
    """Wrap a cell; only a word longer than the cell is parted at its hyphens."""
    lines: list[str] = []
    for part in text.split("\n"):
        whole = shown(part, ascii_only)
        too_long = any(len(word) > width for word in whole.split())
        lines += wrap(whole, width, break_on_hyphens=too_long)
    return lines


def _one_line(text: str) -> str:
    return "; ".join(part.rstrip(".;") if "\n" in text else part for part in text.split("\n") if part)
