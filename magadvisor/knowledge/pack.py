"""Many small pieces of JSON in one file, each read and checked only when it is needed.

The first line names the format, the length of the directory, its checksum and the length of the
whole file; the directory says where each piece stands and what its checksum is.
"""

import json
from collections.abc import Mapping
from mmap import ACCESS_READ, mmap
from pathlib import Path
from zlib import crc32

from magadvisor.model.problem import BadKnowledge, Problem

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
Piece = tuple[int, int, int]  # where it starts behind the directory, its length, its checksum

_LONGEST_HEAD = 200

FORMAT = "magadvisor.compiled/1"


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
        length, checksum, whole = map(int, words[1:])
        if len(self._bytes) != whole:
            raise self.broken("it is not as long as it was made")
        start = len(line) + 1
        self._start = start + length
        self.directory: dict[str, Json] = {}
        directory = self._piece((-length, length, checksum))
        if isinstance(directory, dict):
            self.directory = directory

    def piece(self, place: int) -> Json:
        """Read one piece by its number."""
        pieces = self.directory["pieces"]
        found = pieces[place] if isinstance(pieces, list) else None
        match found:
            case [int(start), int(length), int(checksum)]:
                return self._piece((start, length, checksum))
        raise self.broken("its directory is damaged")

    def broken(self, what: str) -> BadKnowledge:
        """Say that this file must not answer anybody."""
        return BadKnowledge([Problem(self.path.name, 0, what, "install the program anew")])

    def _piece(self, place: Piece) -> Json:
        start, length, checksum = place
        text = self._bytes[self._start + start : self._start + start + length]
        if crc32(text) != checksum:
            raise self.broken("it is not what it was when it was made")
        value: Json = json.loads(text)
        return value


_HEAD = ("format", "length of the directory", "checksum of the directory", "length of the file")


def packed(directory: Mapping[str, Json], pieces: list[Json]) -> bytes:
    """Pack pieces under a directory; the same values give the same bytes."""
    places: list[Json] = []
    start = 0
    texts = [written(piece) for piece in pieces]
    for text in texts:
        places.append([start, len(text), crc32(text)])
        start += len(text)
    head = written({**directory, "pieces": places})
    # The length of the whole stands in the first line, so the line is as long as its own number makes it.
    whole = len(head) + start
    line = b""
    while len(line) + len(head) + start != whole or not line:
        whole = len(line) + len(head) + start
        line = f"{FORMAT} {len(head)} {crc32(head)} {whole}\n".encode("ascii")
    return b"".join((line, head, *texts))


def written(value: Json) -> bytes:
    """Write one value as compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
