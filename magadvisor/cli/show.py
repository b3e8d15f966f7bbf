"""An advice in the format that was asked for."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from magadvisor.cli.exits import Exit
from magadvisor.cli.output import NARROWEST, ascii_only, coloured, width, write_file
from magadvisor.inputs import did_you_mean
from magadvisor.model.advice import Advice
from magadvisor.model.answers import BadAnswer
from magadvisor.model.record import dataclass
from magadvisor.model.words import Outcome

if TYPE_CHECKING:
    from magadvisor.render.page import Page

FORMATS = ("screen", "plain", "json", "markdown", "html", "csv")
COLOURS = ("auto", "always", "never")


@dataclass(frozen=True, slots=True)
class View:
    """How to show an advice."""

    format: str
    colour: bool
    why: bool
    quiet: bool

    @classmethod
    def chosen(cls, format_: str | None, colour: str, *, why: bool, quiet: bool) -> "View":
        """Check the words of the options; the format falls back to what the output can show."""
        checked_colour(colour)
        usual = "screen" if sys.stdout.isatty() else "plain"
        format_ = format_ or usual
        _one_of(format_, FORMATS, "--format", "unknown-format")
        return cls(format_, coloured(colour), why, quiet)


def checked_colour(word: str) -> None:
    """Refuse a word of --color that is none."""
    _one_of(word, COLOURS, "--color", "unknown-color")


def show(advice: Advice, view: View, output: Path | None, force: bool) -> None:
    """Write an advice to a file, or to the output in colour where that is wanted."""
    if output is not None:
        write_file(output, _text(advice, view), force)
    elif view.format == "screen" and view.colour:
        _coloured(advice, view)
    else:
        sys.stdout.write(_text(advice, view))


def exit_code(advice: Advice) -> Exit:
    """Tell scripts whether a supplement is suggested, and whether everything was checked."""
    if advice.outcome in (Outcome.WITHHOLD, Outcome.URGENT):
        return Exit.NO_SUPPLEMENT
    return Exit.NOT_ALL_CHECKED if advice.not_checked else Exit.ANSWERED


def _text(advice: Advice, view: View) -> str:
    if view.format == "json":
        from magadvisor.documents import advice_json

        return advice_json(advice)
    from magadvisor.render.page import Choices, page

    if view.format in ("screen", "plain"):
        from magadvisor.render.plain import plain

        marks = ascii_only()
        return plain(page(advice, Choices(view.why, view.quiet, marks, width())), width(), marks)
    return _document(page(advice, Choices(view.why, view.quiet, width=NARROWEST)), view.format)


def _document(page: "Page", format_: str) -> str:
    """Write a page in a format that has no columns; it is laid out without drawings of amounts."""
    if format_ == "markdown":
        from magadvisor.render.markdown import markdown

        return markdown(page)
    if format_ == "csv":
        from magadvisor.render.csv import page_csv

        return page_csv(page)
    from magadvisor.render.html import html

    return html(page)


def _coloured(advice: Advice, view: View) -> None:
    from magadvisor.render.page import Choices, page
    from magadvisor.render.screen import console, screen

    marks = ascii_only()
    told = page(advice, Choices(view.why, view.quiet, marks, width()))
    console(width()).print(screen(told, width(), marks), end="", soft_wrap=True)


def _one_of(word: str, words: tuple[str, ...], where: str, code: str) -> None:
    if word not in words:
        hint = did_you_mean(word, words) or f"use one of {', '.join(words)}"
        raise BadAnswer(code, f"{where}: that is not available", hint, where)
