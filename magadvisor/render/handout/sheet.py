"""What a sheet of paper holds: sections of lists, tables, pairs and a picture of the day."""

from magadvisor.model.closed import StrEnum
from magadvisor.model.record import dataclass


class Reader(StrEnum):
    """For whom a sheet is written."""

    PATIENT = "patient"
    DOCTOR = "doctor"


@dataclass(frozen=True, slots=True)
class Items:
    """Lines of a list: plain, `steps` in order, `signs`, `ticks` to tick off, or `notes` in small print."""

    lines: tuple[str, ...]
    style: str = "plain"
    title: str = ""
    kind: str = "items"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column heads; the first cell of a row names it."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kind: str = "table"


@dataclass(frozen=True, slots=True)
class Pairs:
    """Short labels, each with what it says; `brief` ones stand in two columns."""

    rows: tuple[tuple[str, str], ...]
    brief: bool = False
    kind: str = "pairs"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one day, in minutes after midnight."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a picture: stretches that are free for magnesium, or closed by a medicine."""

    label: str
    free: bool
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A day of 24 hours; `days` names the weekdays where days differ, `doses` are minutes."""

    days: str
    bars: tuple[Bar, ...]
    doses: tuple[int, ...]
    says: str
    kind: str = "picture"


Block = Items | Table | Pairs | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under one title."""

    title: str
    blocks: tuple[Block, ...]
    careful: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole hand-out: the action first, the caveat for every printed page."""

    title: str
    outcome: str
    headline: str
    goals: str
    sections: tuple[Section, ...]
    stamp: str
    caveat: str
    large: bool = False
