"""A page that answers a command, in the format that was asked for."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from magadvisor.cli.output import NARROWEST, ascii_only, format_and_colour, spoken, width, write_file
from magadvisor.model.record import Record

if TYPE_CHECKING:
    from magadvisor.model.knowledge import Knowledge
    from magadvisor.render.parts import Page


class Look(Record):
    """How to show a page, and where."""

    format: str
    colour: bool
    output: Path | None
    force: bool
    quiet: bool

    @classmethod
    def chosen(
        cls,
        format_: str | None,
        as_json: bool,
        colour: str,
        output: Path | None,
        force: bool,
        quiet: bool,
    ) -> "Look":
        """Check the words of the options; the format falls back to what the output can show.

        A document is whole, also when little is wanted.
        """
        chosen, colours = format_and_colour(format_, as_json, colour, in_words=spoken())
        return cls(chosen, colours, output, force, quiet and chosen != "json")

    @property
    def columns(self) -> int:
        """Give the room for drawings: that of the terminal, or little in a format without columns."""
        return width() if self.format in ("screen", "plain") else NARROWEST


def show(command: str, told: object, page: "Page", known: "Knowledge", look: Look) -> None:
    """Write a page to a file, or to the output in colour where that is wanted."""
    if look.quiet:
        from dataclasses import replace

        from magadvisor.render.parts import in_short

        page = replace(page, parts=in_short(page.parts))

    def written() -> str:
        if look.format == "json":
            from magadvisor.documents import command_json

            return command_json(command, told, known)
        return document(page, look.format)

    put(look, page, written)


def put(look: Look, page: "Page", written: Callable[[], str]) -> None:
    """Put a page on the screen in colour, or what is written of it where that was asked for."""
    if look.output is not None:
        write_file(look.output, written(), look.force)
    elif look.format == "screen" and look.colour:
        from magadvisor.render.screen import console, screen

        text = screen(page, width(), ascii_only())
        console(width()).print(text, end="", soft_wrap=True)
    else:
        sys.stdout.write(written())


def document(page: "Page", format_: str) -> str:
    """Write a page in a format; every format holds the same facts and the caveat."""
    if format_ == "markdown":
        from magadvisor.render.markdown import markdown

        return markdown(page)
    if format_ == "csv":
        from magadvisor.render.csv import page_csv

        return page_csv(page)
    if format_ == "html":
        from magadvisor.render.html import html

        return html(page)
    from magadvisor.render.plain import plain

    return plain(page, width(), ascii_only(), drawn=not spoken())
