"""A sheet as a page, for the formats that have no paper."""

from collections.abc import Iterator

from magadvisor.render.handout.sheet import Block, Items, Pairs, Picture, Sheet
from magadvisor.render.parts import Line, Page, Part


def page_of(sheet: Sheet) -> Page:
    """Tell a sheet as labelled lines; a table's row is one line, a picture its words."""
    return Page(
        headline=sheet.headline,
        style=sheet.outcome,
        subtitle=sheet.goals,
        parts=tuple(
            Part(
                section.title,
                tuple(
                    Line(text, "careful" if section.careful else "plain")
                    for block in section.blocks
                    for text in _texts(block)
                ),
            )
            for section in sheet.sections
        ),
        caveat=sheet.caveat,
        stamp=sheet.stamp,
    )


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Items):
        yield from ((f"{block.title}:",) if block.title else ())
        yield from block.lines
    elif isinstance(block, Pairs):
        yield from (f"{label}: {said}" for label, said in block.rows)
    elif isinstance(block, Picture):
        yield block.says
    else:
        for name, *cells in block.rows:
            told = zip(block.head[1:], cells, strict=True)
            yield f"{name}. " + "; ".join(f"{head}: {cell}" for head, cell in told)
