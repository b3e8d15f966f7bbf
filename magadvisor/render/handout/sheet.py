"""What a sheet of paper holds: sections of lists, tables, pairs and a picture of the day."""

from magadvisor.model.closed import StrEnum
from magadvisor.model.record import Record


class Reader(StrEnum):
    """For whom a sheet is written."""

    PATIENT = "patient"
    DOCTOR = "doctor"


class Items(Record):
    """Lines of a list: plain, `steps` in order, `signs`, `ticks` to tick off, or `notes` in small print."""

    lines: tuple[str, ...]
    style: str = "plain"
    title: str = ""
    kind: str = "items"


class Table(Record):
    """Rows under column heads; the first cell of a row names it."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kind: str = "table"


class Pairs(Record):
    """Short labels, each with what it says; `brief` ones stand in two columns."""

    rows: tuple[tuple[str, str], ...]
    brief: bool = False
    kind: str = "pairs"


class Span(Record):
    """A stretch of one day, in minutes after midnight."""

    start: int
    end: int


class Bar(Record):
    """One row of a picture: stretches that are free for magnesium, or closed by a medicine."""

    label: str
    free: bool
    spans: tuple[Span, ...]


class Picture(Record):
    """A day of 24 hours; `days` names the weekdays where days differ, `doses` are minutes."""

    days: str
    bars: tuple[Bar, ...]
    doses: tuple[int, ...]
    says: str
    kind: str = "picture"


Block = Items | Table | Pairs | Picture


class Section(Record):
    """Blocks under one title."""

    title: str
    blocks: tuple[Block, ...]
    careful: bool = False


class Sheet(Record):
    """A whole hand-out: the action first, the caveat for every printed page."""

    title: str
    outcome: str
    headline: str
    goals: str
    sections: tuple[Section, ...]
    stamp: str
    caveat: str
    large: bool = False
