"""Many small pieces of JSON in one file, each read and checked only when it is needed.

The first line names the format, the length and the checksum of the directory, the same of the places
of the pieces, and the length of the whole file. The directory is JSON and says what the pieces are.
The place of a piece is three numbers of four bytes, so that one can be read without the others: where
it starts behind the places, how long it is, and its checksum.
"""

import json
from collections.abc import Mapping
from itertools import accumulate, chain
from mmap import ACCESS_READ, mmap
from pathlib import Path
from zlib import crc32

from magadvisor.model.problem import BadKnowledge, Problem

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]

_LONGEST_HEAD = 200
_READER = json.JSONDecoder()

FORMAT = "magadvisor.compiled/2"
_NUMBER = 4  # bytes
_PLACE = 3 * _NUMBER


class Pack:
    """The pieces of a file that was packed."""

    def __init__(self, path: Path) -> None:
        """Read the directory; a file that is cut short or of another format is refused."""
        self.path = path
        try:
            with path.open("rb") as file:
                self._bytes = mmap(file.fileno(), 0, access=ACCESS_READ)
        except (OSError, ValueError):
            raise self.broken("it is missing or cannot be read") from None
        line, _, _ = self._bytes[:_LONGEST_HEAD].partition(b"\n")
        words = line.decode("ascii", "replace").split(" ")
        if words[0] != FORMAT:
            raise self.broken("it was made for another version of the program")
        if len(words) != len(_HEAD) or not all(word.isdecimal() for word in words[1:]):
            raise self.broken("its first line is damaged")
        length, checksum, size, sum_of_places, whole = map(int, words[1:])
        if len(self._bytes) != whole:
            raise self.broken("it is not as long as it was made")
        start = len(line) + 1
        self._places = self._checked(start + length, size, sum_of_places)
        self._start = start + length + size
        self.directory: dict[str, Json] = {}
        directory = self._value(start, length, checksum)
        if isinstance(directory, dict):
            self.directory = directory

    def piece(self, number: int) -> Json:
        """Read one piece by its number."""
        place = self._places[_PLACE * number : _PLACE * (number + 1)]
        if number < 0 or len(place) != _PLACE:
            raise self.broken("its directory is damaged")
        start, length, checksum = (
            int.from_bytes(place[at : at + _NUMBER], "little") for at in range(0, _PLACE, _NUMBER)
        )
        return self._value(self._start + start, length, checksum)

    def broken(self, what: str) -> BadKnowledge:
        """Say that this file must not answer anybody."""
        return BadKnowledge([Problem(self.path.name, 0, what, "install the program anew")])

    def _value(self, start: int, length: int, checksum: int) -> Json:
        # What is as it was written holds one value and nothing around it, so none is looked for.
        value: Json = _READER.raw_decode(self._checked(start, length, checksum).decode("utf-8"))[0]
        return value

    def _checked(self, start: int, length: int, checksum: int) -> bytes:
        text = self._bytes[start : start + length]
        if crc32(text) != checksum:
            raise self.broken("it is not what it was when it was made")
        return text


_HEAD = (
    "format",
    *("length of the directory", "checksum of the directory"),
    *("length of the places", "checksum of the places"),
    "length of the file",
)


def packed(directory: Mapping[str, Json], pieces: list[Json]) -> bytes:
    """Pack pieces under a directory; the same values give the same bytes."""
    texts = [written(piece) for piece in pieces]
    starts = accumulate(map(len, texts), initial=0)
    numbers = chain.from_iterable(
        (start, len(text), crc32(text)) for start, text in zip(starts, texts, strict=False)
    )
    places = b"".join(number.to_bytes(_NUMBER, "little") for number in numbers)
    head = written({**directory})
    behind = len(head) + len(places) + sum(map(len, texts))
    # The length of the whole stands in the first line, so the line is as long as its own number makes it.
    whole = behind
    line = b""
    while len(line) + behind != whole or not line:
        whole = len(line) + behind
        line = f"{FORMAT} {len(head)} {crc32(head)} {len(places)} {crc32(places)} {whole}\n".encode("ascii")
    return b"".join((line, head, places, *texts))


def written(value: Json) -> bytes:
    """Write one value as compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
