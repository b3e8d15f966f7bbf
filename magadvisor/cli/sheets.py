"""A sheet in the format that was asked for."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from magadvisor.cli.output import ascii_only, coloured, width, write_file
from magadvisor.inputs import did_you_mean
from magadvisor.model.answers import BadAnswer
from magadvisor.model.record import dataclass

if TYPE_CHECKING:
    from magadvisor.model.knowledge import Knowledge
    from magadvisor.render.tables import Sheet

FORMATS = ("screen", "plain", "json", "markdown", "html", "csv")
COLOURS = ("auto", "always", "never")


@dataclass(frozen=True, slots=True)
class Look:
    """How to show a sheet, and where."""

    format: str
    colour: bool
    output: Path | None
    force: bool

    @classmethod
    def chosen(
        cls, format_: str | None, as_json: bool, colour: str, output: Path | None, force: bool
    ) -> "Look":
        """Check the words of the options; the format falls back to what the output can show."""
        usual = "screen" if sys.stdout.isatty() else "plain"
        format_ = "json" if as_json else format_ or usual
        _one_of(format_, FORMATS, "--format", "unknown-format")
        _one_of(colour, COLOURS, "--color", "unknown-color")
        return cls(format_, coloured(colour), output, force)


def show(command: str, told: object, sheet: "Sheet", known: "Knowledge", look: Look) -> None:
    """Write a sheet to a file, or to the output in colour where that is wanted."""
    if look.output is None and look.format == "screen" and look.colour:
        from magadvisor.render.screen import console, screen
        from magadvisor.render.tables import page_of

        marks = ascii_only()
        text = screen(page_of(sheet, width(), marks), width(), marks)
        console(width()).print(text, end="", soft_wrap=True)
        return
    text_ = written(command, told, sheet, known, look.format)
    if look.output is not None:
        write_file(look.output, text_, look.force)
    else:
        sys.stdout.write(text_)


def written(command: str, told: object, sheet: "Sheet", known: "Knowledge", format_: str) -> str:
    """Write a sheet in a format; every format holds the same facts and the caveat."""
    if format_ == "json":
        from magadvisor.documents import command_json

        return command_json(command, told, known, sheet.table)
    if format_ in ("markdown", "html", "csv"):
        from magadvisor.render.table_formats import csv, html, markdown

        return {"markdown": markdown, "html": html, "csv": csv}[format_](sheet)
    from magadvisor.render.plain import plain
    from magadvisor.render.tables import page_of

    marks = ascii_only()
    return plain(page_of(sheet, width(), marks), width(), marks)


def _one_of(word: str, words: tuple[str, ...], where: str, code: str) -> None:
    if word not in words:
        hint = did_you_mean(word, words) or f"use one of {', '.join(words)}"
        raise BadAnswer(code, f"{where}: that is not available", hint, where)
