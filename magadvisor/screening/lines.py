"""A stream of bytes becomes records, one after another; whatever is wrong with one, its neighbours stay."""

import csv
from collections import deque
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import count
from typing import BinaryIO

from magadvisor.model.answers import BadAnswer
from magadvisor.screening.columns import Columns

Record = tuple[int, bytes, str]
"""The number of a record's first line, from 1; its bytes without the line's end; why it cannot be read."""

LONGEST = 1_000_000
"""Bytes of a line, and of a record over several lines, beyond which it is not read."""

MOST_LINES = 100
"""Lines a quoted cell may go over; a quote that is open for longer was forgotten, not meant."""

TOO_LONG = "too-long"
OPEN_QUOTE = "open-quote"
BAD_QUOTE = "bad-quote"

_BOM = b"\xef\xbb\xbf"
_QUOTE = b'"'


def physical_lines(stream: BinaryIO) -> Iterator[Record]:
    """Read lines in little memory: of a line that is too long only its place is kept."""
    for number in count(1):
        raw = stream.readline(LONGEST)
        if not raw:
            return
        if len(raw) == LONGEST and not raw.endswith(b"\n"):
            _skip_line(stream)
            yield number, b"", TOO_LONG
        else:
            bare = raw.removesuffix(b"\n").removesuffix(b"\r")
            yield number, bare.removeprefix(_BOM) if number == 1 else bare, ""


def filled(lines: Iterator[Record]) -> Iterator[Record]:
    """Leave out lines that hold nothing."""
    return (one for one in lines if one[1].strip() or one[2])


def csv_records(lines: Iterator[Record], columns: Columns) -> Iterator[Record]:
    """Join the lines of a quoted cell; where a quote stays open only its own line is lost."""
    again: deque[Record] = deque()
    while True:
        first = again.popleft() if again else next(lines, None)
        if first is None:
            return
        if _QUOTE not in first[1] or not _left_open(first[1], False):
            yield first
            continue
        joined, read = _joined(first, again, lines)
        if joined is not None and _is_whole(joined, columns):
            yield first[0], joined, ""
        else:
            again.extendleft(reversed(read))
            yield first[0], b"", OPEN_QUOTE


def csv_cells(text: str) -> Sequence[str]:
    """Part a record into its cells; a quote that does not fit is refused."""
    if '"' not in text:
        return text.split(",")
    try:
        return next(csv.reader(StringIO(text, newline="\n"), strict=True))
    except csv.Error:
        message = "the quotes of this line do not fit, or a cell is too long"
        raise BadAnswer(BAD_QUOTE, message, "write a quote inside a quoted cell twice") from None


def _skip_line(stream: BinaryIO) -> None:
    while True:
        raw = stream.readline(LONGEST)
        if not raw or raw.endswith(b"\n"):
            return


def _joined(
    first: Record, again: deque[Record], lines: Iterator[Record]
) -> tuple[bytes | None, list[Record]]:
    """Read on to the line that closes the quote; give what was read too, if it must be read again."""
    read: list[Record] = []
    size, is_open = len(first[1]), True
    while is_open and len(read) < MOST_LINES and size <= LONGEST:
        line = again.popleft() if again else next(lines, None)
        if line is None:
            return None, read
        read.append(line)
        if line[2]:
            return None, read
        size += len(line[1])
        is_open = _left_open(line[1], True)
    return (None if is_open else b"\n".join([first[1], *(one[1] for one in read)])), read


def _is_whole(joined: bytes, columns: Columns) -> bool:
    """Say whether joined lines are one record; otherwise a forgotten quote met one of its neighbours'."""
    try:
        return columns.fit(csv_cells(joined.decode("utf-8")))
    except (BadAnswer, UnicodeDecodeError):
        return False


def _left_open(line: bytes, is_open: bool) -> bool:
    """Say whether a quoted cell is still open at the end of a line, as it was at the start or not."""
    place = 0
    while True:
        if not is_open:
            if line[place : place + 1] != _QUOTE:
                place = line.find(b",", place) + 1
                if not place:
                    return False
                continue
            place += 1
        place = _closed(line, place)
        if not place:
            return True
        is_open = False
        place = line.find(b",", place) + 1
        if not place:
            return False


def _closed(line: bytes, place: int) -> int:
    """Find the place behind the quote that closes a cell, 0 where none does; two quotes are one in it."""
    while True:
        place = line.find(_QUOTE, place) + 1
        if not place or line[place : place + 1] != _QUOTE:
            return place
        place += 1
