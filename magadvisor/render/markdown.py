"""A page as Markdown; what comes from data or people shows as itself."""

import re
from collections.abc import Iterable, Iterator, Sequence

from magadvisor.model.printable import printable
from magadvisor.render.parts import Line, Page, Part
from magadvisor.render.runs import runs

_MARKS = re.compile(r"([\\`*_\[<#|~$^&])")
_FIRST = re.compile(r"^([-+=>:])")
_NUMBER = re.compile(r"^(\d+)([.)])")


def markdown(page: Page) -> str:
    """Write a page as Markdown: the headline, a list under each label, the caveat quoted, the stamp."""
    blocks = [f"# {escaped(page.headline)}"]
    blocks += [escaped(page.subtitle)] if page.subtitle else []
    for part in page.parts:
        blocks += [f"## {escaped(part.label)}", *_blocks(part)]
    blocks += [f"> **{escaped(page.caveat)}**", escaped(page.stamp)]
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """Write a text so that a reader of Markdown shows it as it is, at the start of a line too."""
    shown = _MARKS.sub(r"\\\1", " ".join(printable(text).split()))
    return _NUMBER.sub(r"\1\\\2", _FIRST.sub(r"\\\1", shown))


def _blocks(part: Part) -> Iterator[str]:
    """Write lines as a list; drawings stand between lists, as they are."""
    for fixed, lines in runs(part):
        yield _drawing(lines) if fixed else "\n".join(_items(lines))


def _items(lines: Sequence[Line]) -> Iterator[str]:
    """Write lines as items of a list; one that belongs to the line before it is set in."""
    for place, line in enumerate(lines):
        yield f"{'  ' if line.under and place else ''}- {escaped(line.text)}"


def _drawing(lines: Iterable[Line]) -> str:
    return "\n".join(["```text", *(printable(line.text) for line in lines), "```"])
