"""An advice in the format that was asked for."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from magadvisor.cli.exits import Exit
from magadvisor.cli.output import NARROWEST, ascii_only, format_and_colour, spoken, width, write_file
from magadvisor.model.advice import Advice
from magadvisor.model.record import Record

if TYPE_CHECKING:
    from magadvisor.model.comparison import Comparison
    from magadvisor.model.knowledge import Knowledge


class View(Record):
    """How to show an advice."""

    format: str
    colour: bool
    why: bool
    quiet: bool
    in_words: bool

    @classmethod
    def chosen(
        cls,
        format_: str | None,
        as_json: bool,
        colour: str,
        *,
        why: bool,
        quiet: bool,
        in_words: bool = False,
    ) -> "View":
        """Check the words of the options; the format falls back to what the output can show."""
        words = in_words or spoken()
        return cls(*format_and_colour(format_, as_json, colour, in_words=words), why, quiet, words)


def show(advice: Advice, known: "Knowledge", view: View, output: Path | None, force: bool) -> None:
    """Write an advice to a file, or to the output in colour where that is wanted."""
    if output is not None:
        write_file(output, _text(advice, known, view), force)
    elif view.format == "screen" and view.colour:
        _coloured(advice, known, view)
    else:
        sys.stdout.write(_text(advice, known, view))


def exit_code(told: "Advice | Comparison") -> Exit:
    """Tell scripts whether a supplement may be thought of, and whether everything was checked."""
    if told.outcome.closed:
        return Exit.NO_SUPPLEMENT
    return Exit.NOT_ALL_CHECKED if told.not_checked else Exit.ANSWERED


def _text(advice: Advice, known: "Knowledge", view: View) -> str:
    if view.format == "json":
        from magadvisor.documents import advice_json

        return advice_json(advice)
    from magadvisor.render.page import page
    from magadvisor.render.parts import Choices

    if view.format in ("screen", "plain"):
        from magadvisor.render.plain import plain

        marks = ascii_only()
        columns = NARROWEST if view.in_words else width()
        told = page(advice, known, Choices(view.why, view.quiet, marks, columns))
        return plain(told, width(), marks, drawn=not view.in_words)
    from magadvisor.cli.pages import document

    return document(page(advice, known, Choices(view.why, view.quiet, width=NARROWEST)), view.format)


def _coloured(advice: Advice, known: "Knowledge", view: View) -> None:
    from magadvisor.render.page import page
    from magadvisor.render.parts import Choices
    from magadvisor.render.screen import console, screen

    marks = ascii_only()
    told = page(advice, known, Choices(view.why, view.quiet, marks, width()))
    console(width()).print(screen(told, width(), marks), end="", soft_wrap=True)
