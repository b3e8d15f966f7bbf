"""A page that answers a command, in the format that was asked for."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from magadvisor.cli.output import ascii_only, coloured, width, write_file
from magadvisor.inputs import did_you_mean
from magadvisor.model.answers import BadAnswer
from magadvisor.model.record import dataclass

if TYPE_CHECKING:
    from magadvisor.model.knowledge import Knowledge
    from magadvisor.render.page import Page

FORMATS = ("screen", "plain", "json")
COLOURS = ("auto", "always", "never")


@dataclass(frozen=True, slots=True)
class Look:
    """How to show a page, and where."""

    format: str
    colour: bool
    output: Path | None
    force: bool

    @classmethod
    def chosen(
        cls, format_: str | None, as_json: bool, colour: str, output: Path | None, force: bool
    ) -> "Look":
        """Check the words of the options; the format falls back to what the output can show."""
        format_ = "json" if as_json else format_ or ("screen" if sys.stdout.isatty() else "plain")
        one_of(format_, FORMATS, "--format", "unknown-format")
        one_of(colour, COLOURS, "--color", "unknown-color")
        return cls(format_, coloured(colour), output, force)


def show(command: str, told: object, page: "Page", known: "Knowledge", look: Look) -> None:
    """Write a page to a file, or to the output in colour where that is wanted."""
    if look.output is not None:
        write_file(look.output, _text(command, told, page, known, look.format), look.force)
    elif look.format == "screen" and look.colour:
        from magadvisor.render.screen import console, screen

        text = screen(page, width(), ascii_only())
        console(width()).print(text, end="", soft_wrap=True)
    else:
        sys.stdout.write(_text(command, told, page, known, look.format))


def one_of(word: str, words: tuple[str, ...], where: str, code: str) -> None:
    """Refuse a word that is none of these, and say which was meant or which there are."""
    if word not in words:
        hint = did_you_mean(word, words) or f"use one of {', '.join(words)}"
        raise BadAnswer(code, f"{where}: that is not available", hint, where)


def _text(command: str, told: object, page: "Page", known: "Knowledge", format_: str) -> str:
    if format_ == "json":
        from magadvisor.documents import command_json

        return command_json(command, told, known)
    from magadvisor.render.plain import plain

    return plain(page, width(), ascii_only())
