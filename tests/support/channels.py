"""Every channel of an advice, read back as words.

Checks as many profiles as you like: python -m tests.support.channels 2000
"""

import csv
import json
import random
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html.parser import HTMLParser
from io import StringIO

from markdown_it import MarkdownIt
from markdown_it.token import Token

from magadvisor.advisor import Advisor
from magadvisor.documents import advice_json
from magadvisor.knowledge.load import data_folder, load
from magadvisor.model.advice import Advice
from magadvisor.model.answers import Answers
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import Dose
from magadvisor.render.csv import page_csv
from magadvisor.render.html import html
from magadvisor.render.markdown import markdown
from magadvisor.render.page import page
from magadvisor.render.parts import Choices, Page
from magadvisor.render.plain import plain
from magadvisor.render.screen import console, screen
from tests.support.asking import shipped
from tests.support.facts import Fact, facts
from tests.test_laws import SEED, answers

WIDTHS = (40, 80)
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_UNSEEN = re.compile(r"[\s│|╭╮╰╯─]")


def channels(advice: Advice, why: bool = True) -> dict[str, str]:
    """Read every text channel back: its words, without spaces and frames."""
    told: dict[str, str] = {}
    for width in WIDTHS:
        laid = page(advice, shipped(), Choices(why=why, width=width))
        told[f"plain {width}"] = plain(laid, width, ascii_only=False)
        told[f"screen {width}"] = on_screen(laid, width)
    laid = narrow(advice, why)
    told["markdown"] = from_markdown(markdown(laid))
    told["html"] = from_html(html(laid))
    told["csv"] = from_csv(page_csv(laid))
    return {name: squeezed(text) for name, text in told.items()}


def narrow(advice: Advice, why: bool) -> Page:
    """Lay an advice out as the formats without columns do."""
    return page(advice, shipped(), Choices(why=why, width=20))


def lacking(advice: Advice) -> list[str]:
    """Say which channel lacks which statement; nothing when all carry the same."""
    told = channels(advice)
    words, numbers = document(advice)
    return [
        f"{name}: {fact.kind}: {fact.value}"
        for fact in facts(advice)
        for name in _without(fact, told, words, numbers)
    ]


def _without(fact: Fact, told: Mapping[str, str], words: str, numbers: set[float]) -> Iterator[str]:
    ways = [squeezed(way) for way in fact.said]
    yield from (name for name, text in told.items() if not any(way in text for way in ways))
    held = squeezed(fact.value) in words if isinstance(fact.value, str) else fact.value in numbers
    if not held:
        yield "json"


def squeezed(text: str) -> str:
    """Leave out what only lays a text out."""
    return _UNSEEN.sub("", text)


def on_screen(laid: Page, width: int) -> str:
    """Show a page in a terminal and take the colours away."""
    terminal = console(width)
    with terminal.capture() as captured:
        terminal.print(screen(laid, width, ascii_only=False), end="", soft_wrap=True)
    return _COLOUR.sub("", captured.get())


def from_markdown(text: str) -> str:
    """Read Markdown as a reader shows it."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return "\n".join(_shown(token) for token in reader.parse(text) if token.type in ("inline", "fence"))


def _shown(token: Token) -> str:
    if token.type == "fence":
        return token.content
    parts = [
        one.content for one in token.children or () if one.type in ("text", "text_special", "code_inline")
    ]
    return "".join(parts)


class _Text(HTMLParser):
    """Collects the text of a body."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self._head = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._head = self._head and tag != "body"
        self.told += [value for name, value in attrs if name == "aria-label" and value]

    def handle_data(self, data: str) -> None:
        if not self._head:
            self.told.append(data)


def from_html(text: str) -> str:
    """Read the body of a page."""
    reader = _Text()
    reader.feed(text)
    return "\n".join(reader.told)


def from_csv(text: str) -> str:
    """Read the cells of a spreadsheet."""
    rows = csv.reader(StringIO(text, newline=""))
    return "\n".join(cell.removeprefix("'") for row in rows for cell in row)


def document(advice: Advice) -> tuple[str, set[float]]:
    """Read the words and the numbers of the advice document."""
    words: list[str] = []
    numbers: set[float] = set()

    def walk(value: object) -> None:
        if isinstance(value, dict):
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)
        elif isinstance(value, str):
            words.append(value)
        elif isinstance(value, int | float):
            numbers.add(float(value))

    walk(json.loads(advice_json(advice)))
    return squeezed("\n".join(words)), numbers


def profiles(knowledge: Knowledge, how_many: int, seed: int = SEED) -> Iterator[Answers]:
    """Draw profiles; half of the medicines have times."""
    draw = random.Random(seed)
    for one in answers(knowledge, how_many, seed):
        timed = tuple(
            replace(medicine, doses=_doses(draw)) if draw.random() < 1 / 2 else medicine
            for medicine in one.medicines or ()
        )
        yield one if one.medicines is None else replace(one, medicines=timed)


def _doses(draw: random.Random) -> tuple[Dose, ...]:
    days = (draw.randrange(7),) if draw.random() < 1 / 5 else ()
    return tuple(Dose(60 * draw.randrange(24), days) for _ in range(draw.randint(1, 2)))


def main(how_many: int) -> int:
    """Check this many profiles and tell what is lacking."""
    knowledge = load(data_folder())
    advisor = Advisor(knowledge)
    found: dict[str, None] = {}
    for one in profiles(knowledge, how_many):
        found.update(dict.fromkeys(lacking(advisor.advise(one, why=True))))
    print("\n".join(found) or f"{how_many} profiles: every channel carries the same statements")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
