"""How a file of profiles is to be read: as one document a line, or as a table."""

from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from magadvisor.screening.columns import read_columns
from magadvisor.screening.desk import Task, read_head
from magadvisor.screening.lines import Record, csv_records, filled, physical_lines


def opened(stream: BinaryIO, how: str | None, as_csv: bool) -> tuple[Iterator[Record], Task]:
    """Make records of a file; where nobody says `how` it is to be read, its first character does."""
    lines = filled(physical_lines(stream))
    first = next(lines, None)
    if first is None:
        return iter(()), Task(None, as_csv)
    if (how or _guess(first)) == "jsonl":
        return chain([first], lines), Task(None, as_csv)
    columns = read_columns(read_head(first))
    return csv_records(lines, columns), Task(columns, as_csv)


def _guess(first: Record) -> str:
    return "jsonl" if first[1].lstrip().startswith(b"{") else "csv"
