"""A chunk of lines in, the same number of lines out: the work that cores share."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from magadvisor.knowledge.document import Value
from magadvisor.knowledge.strict_json import read_json
from magadvisor.model.answers import BadAnswer
from magadvisor.model.knowledge import Knowledge
from magadvisor.profiles import key_path
from magadvisor.screening.columns import Columns
from magadvisor.screening.lines import LONGEST, Record, csv_cells
from magadvisor.screening.rows import Row, csv_line
from magadvisor.screening.screener import Id, Said, Screener, part_id
from magadvisor.screening.tally import Tally

HEAD = (*Row._fields[:1], "line", *Row._fields[1:])
"""The columns of a CSV that is written."""

_FAULTS = {
    "too-long": BadAnswer(
        "too-long", f"the line is longer than {LONGEST:,} bytes", "write one profile a line"
    ),
    "open-quote": BadAnswer("open-quote", "a quote is opened and not closed", "close it, or leave it out"),
}
_NOT_JSON = BadAnswer(
    "invalid-profile", "the line is not a profile", 'write {"goals": ["sleep"]} on one line'
)


class Task(NamedTuple):
    """How the lines are to be read and written; without columns they are read as JSON."""

    columns: Columns | None
    as_csv: bool


class Done(NamedTuple):
    """What a chunk became: its lines, how many records that were, and what they came to."""

    text: bytes
    records: int
    tally: Tally


class Desk:
    """Screens chunks of lines; a bad line becomes an error and leaves its neighbours alone."""

    def __init__(self, knowledge: Knowledge, task: Task) -> None:
        """Keep what every chunk needs."""
        self._task = task
        self._screener = Screener(knowledge)

    def screen(self, chunk: Sequence[Record]) -> Done:
        """Screen the records of a chunk, in their order."""
        tally = Tally()
        if self._task.as_csv:
            written = [self._row(record, tally) for record in chunk]
        else:
            written = [self._line(record, tally) for record in chunk]
        return Done("".join(written).encode("utf-8", "backslashreplace"), len(chunk), tally)

    def _row(self, record: Record, tally: Tally) -> str:
        row, noted = self._screener.row(record, self._parts)
        tally.note(noted)
        return csv_line(row, record[0])

    def _line(self, record: Record, tally: Tally) -> str:
        document, noted = self._screener.document(record, self._parts)
        tally.note(noted)
        told = {"schema": document["schema"], "line": record[0], **document}
        return json.dumps(told) + "\n"

    def _parts(self, record: Record) -> tuple[Id, Said]:
        """Part a line into its id and what it says."""
        text = _text(record)
        if self._task.columns is not None:
            id_, said = self._task.columns.sort(csv_cells(text))
            return id_ or None, said
        return part_id(_object(text))


def head(task: Task) -> bytes:
    """Give the line that stands above all others; a list of documents has none."""
    return f"{','.join(HEAD)}\n".encode() if task.as_csv else b""


def read_head(record: Record) -> Sequence[str]:
    """Read the names of the columns."""
    return csv_cells(_text(record))


def _text(record: Record) -> str:
    """Read a line as text, or say why it cannot be read."""
    _, raw, fault = record
    if fault:
        raise _FAULTS[fault]
    if b"\0" in raw:
        raise BadAnswer("nul-byte", "the line holds a byte that no text has", "save the file as UTF-8 text")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        raise BadAnswer("not-utf-8", "the line is not UTF-8 text", "save the file as UTF-8") from None


def _object(text: str) -> dict[str, Value]:
    """Read a line as one JSON object."""
    document = read_json(text, "line")
    if document.problems:
        problem = document.problems[0]
        raise BadAnswer("invalid-profile", problem.what, problem.instead, key_path(document.wrong_at))
    if not isinstance(document.value, dict):
        raise _NOT_JSON
    return document.value
