"""A page in a terminal, coloured by meaning; data is printed as text, never as markup."""

from rich.console import Console
from rich.text import Text

from magadvisor.render.layout import box, rows
from magadvisor.render.parts import Page
from magadvisor.render.theme import THEME


def console(width: int) -> Console:
    """Make the one console: in colour, without markup, emoji or highlighting.

    Whether to colour was decided before, so nothing of the surroundings decides it again.
    """
    return Console(
        theme=THEME,
        markup=False,
        emoji=False,
        highlight=False,
        width=width,
        force_terminal=True,
        no_color=False,
        color_system="standard",
    )


def screen(page: Page, width: int, ascii_only: bool) -> Text:
    """Write a page as styled text, with the rows of the plain format."""
    text = Text()
    for row in rows(page, width, ascii_only):
        styled, rest = row.text[: row.styled], row.text[row.styled :]
        text.append(row.column, "label").append(styled, row.style).append(f"{rest}\n", "plain")
    text.append("\n")
    for line in box(page, width, ascii_only):
        text.append(line + "\n", "label")
    return text.append(page.stamp + "\n", "muted")
