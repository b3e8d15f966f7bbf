"""Text as it fits the terminal."""

from textwrap import wrap


def fitted(text: str, width: int, indent: str = "") -> list[str]:
    """Break a text into lines of at most `width`; an empty text is one empty line."""
    return wrap(text, width, subsequent_indent=indent, break_on_hyphens=False) or [""]


def because(why: str) -> str:
    """Put the reason of a question into a sentence of its own."""
    return f"We ask because {why[:1].lower()}{why[1:]}"
