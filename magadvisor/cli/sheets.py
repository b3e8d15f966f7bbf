"""A sheet in the format that was asked for."""

from typing import TYPE_CHECKING

from magadvisor.cli.output import NARROWEST, ascii_only, spoken, width
from magadvisor.cli.pages import Look, document, put

if TYPE_CHECKING:
    from magadvisor.model.knowledge import Knowledge
    from magadvisor.render.tables import Sheet

__all__ = ["Look", "show"]


def show(command: str, told: object, sheet: "Sheet", known: "Knowledge", look: Look) -> None:
    """Write a sheet to a file, or to the output in colour where that is wanted."""
    from dataclasses import replace

    from magadvisor.render.columns import page_of
    from magadvisor.render.parts import in_short

    if look.quiet:
        sheet = replace(sheet, first=in_short(sheet.first), after=in_short(sheet.after))
    page = page_of(sheet, NARROWEST if spoken() else width(), ascii_only())

    def written() -> str:
        if look.format == "json":
            from magadvisor.documents import command_json

            return command_json(command, told, known, sheet.table)
        if look.format == "html":
            from magadvisor.render.html import table

            return table(sheet)
        if look.format in ("markdown", "csv"):
            from magadvisor.render.table_formats import csv, markdown

            return csv(sheet) if look.format == "csv" else markdown(sheet)
        return document(page, look.format)

    put(look, page, written)
