"""Tables of text: things across, facts down. The same cells serve every format."""

from collections.abc import Iterable

from magadvisor.model.knowledge import Knowledge
from magadvisor.model.record import Record
from magadvisor.render import phrases
from magadvisor.render.parts import Part


class Fact(Record):
    """One fact about every thing, in the order of the things; `about` is a name too long for a label."""

    key: str
    label: str
    cells: tuple[str, ...]
    about: str = ""

    @property
    def title(self) -> str:
        """Name the fact in one go."""
        return f"{self.label} {self.about}" if self.about else self.label


class Table(Record):
    """Facts about things; `listed` asks for one row a thing instead of one column."""

    corner: str
    things: tuple[str, ...]
    facts: tuple[Fact, ...]
    listed: bool = False


class Sheet(Record):
    """A page with a table: what to know first, the table, and what to know after it."""

    headline: str
    style: str
    subtitle: str
    first: tuple[Part, ...]
    table: Table
    after: tuple[Part, ...]
    caveat: str
    stamp: str


def sheet_with(
    table: Table,
    headline: str,
    known: Knowledge,
    *,
    style: str = "plain",
    subtitle: str = "",
    first: Iterable[Part] = (),
    after: Iterable[Part] = (),
) -> Sheet:
    """Make a sheet around a table, with the caveat of the knowledge."""
    stamp = phrases.knowledge_stamp(known)
    return Sheet(headline, style, subtitle, tuple(first), table, tuple(after), known.meta.caveat, stamp)


def grid(table: Table) -> list[list[str]]:
    """Give the table as rows of text, one thing a row, the titles first."""
    if not table.facts:
        return []
    head = [table.corner, *(fact.title for fact in table.facts)]
    things = enumerate(table.things)
    return [head, *([thing, *(fact.cells[place] for fact in table.facts)] for place, thing in things)]


def turned(table: Table) -> list[list[str]]:
    """Give a comparison with its facts down the side, a list with its things down the side."""
    rows = grid(table)
    return rows if table.listed else [list(column) for column in zip(*rows, strict=True)]
