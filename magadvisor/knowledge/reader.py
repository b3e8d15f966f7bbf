"""Reads the files of a knowledge folder one kind at a time and keeps every problem and place."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from magadvisor.knowledge.document import Document
from magadvisor.knowledge.document import Path as Inside
from magadvisor.knowledge.files import contents, everything
from magadvisor.knowledge.place import digest
from magadvisor.knowledge.shapes import Shape
from magadvisor.knowledge.strict_yaml import read_yaml
from magadvisor.model.problem import Problem

T = TypeVar("T")
Place = tuple[str, int]


_NAMED = re.compile(r"`([^`]+)`")


class Reader:
    """Reads values out of a folder; `problems` and `places` fill as it goes."""

    def __init__(self, folder: Path) -> None:
        """Remember the folder that file names are told from."""
        self.folder = folder
        self.problems: list[Problem] = []
        self.places: dict[int, Place] = {}  # the identity of a value -> where it stands
        self._texts: dict[str, list[str]] = {}
        self._inside: dict[int, tuple[Mapping[Inside, int], Inside]] = {}

    def each(self, pattern: str, kind: type[T]) -> list[T]:
        """Read every file that fits the pattern as a list of values."""
        shape, made = Shape(kind), []
        for name, document in self._documents(pattern):
            items = document.value
            if not isinstance(items, list):
                self.problems.append(
                    Problem(name, 1, "a list must stand here", "begin each item with a dash")
                )
                continue
            for place, item in enumerate(items):
                value, problems = shape.make(item, name, document.lines, (place,))
                self.problems += problems
                if isinstance(value, kind):
                    self.places[id(value)] = (name, document.lines.get((place,), 1))
                    self._inside[id(value)] = (document.lines, (place,))
                    made.append(value)
        return made

    def one_each(self, pattern: str, kind: type[T]) -> list[T]:
        """Read every file that fits the pattern as one value."""
        shape, made = Shape(kind), []
        for name, document in self._documents(pattern):
            value, problems = shape.make(document.value, name, document.lines)
            self.problems += problems
            if isinstance(value, kind):
                self.places[id(value)] = (name, 1)
                self._inside[id(value)] = (document.lines, ())
                made.append(value)
        return made

    def keep_within(self, whole: object, inside: Inside, part: object) -> None:
        """Remember where a part of a value stands."""
        (file, line), (lines, root) = self.places[id(whole)], self._inside[id(whole)]
        self.places[id(part)] = (file, lines.get((*root, *inside), line))
        self._inside[id(part)] = (lines, (*root, *inside))

    def place_of(self, value: object, what: str) -> Place:
        """Find the line of an entry that holds the first word in backticks, else where the entry begins."""
        file, line = self.places.get(id(value), ("data", 0))
        lines, root = self._inside.get(id(value), ({}, ()))
        last = root[-1] if root else None
        end = lines.get((*root[:-1], last + 1)) if isinstance(last, int) else None
        held = self._texts.get(file, [])[: end - 1 if end else None]
        for word in _NAMED.findall(what):
            whole = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
            found = next((place for place in range(line - 1, len(held)) if whole.search(held[place])), None)
            if found is not None and line:
                return file, found + 1
        return file, line

    def problem(self, value: object, key: str, what: str, instead: str) -> Problem:
        """Tell a problem of a value at the line of one of its keys."""
        file, line = self.places.get(id(value), (".", 0))
        lines, root = self._inside.get(id(value), ({}, ()))
        return Problem(file, lines.get((*root, key), line), what, instead)

    def unread(self, wrong: OSError) -> Problem:
        """Say which file or folder was not read, and why."""
        place = os.path.relpath(str(wrong.filename or self.folder), self.folder)
        return Problem(place, 0, f"this cannot be read: {wrong.strerror or 'the system does not say why'}")

    def digest(self) -> str:
        """Compute the digest of the folder; a part that cannot be read is a problem, and leaves none."""
        try:
            list(everything(self.folder))
            return digest(self.folder)
        except OSError as wrong:
            self.problems.append(self.unread(wrong))
            return ""

    def one(self, name: str, kind: type[T]) -> T | None:
        """Read one file as one value; a missing file is a problem."""
        found = self.one_each(name, kind)
        if not (self.folder / name).is_file():
            self.problems.append(Problem(name, 0, "the file is missing"))
        return found[0] if found else None

    def words(self, name: str) -> dict[str, str]:
        """Read one file as words by name."""
        for file, document in self._documents(name):
            if isinstance(document.value, dict):
                return {key: str(value) for key, value in document.value.items()}
            self.problems.append(Problem(file, 1, "names and their sentences must stand here"))
        return {}

    def texts(self, name: str) -> tuple[str, ...]:
        """Read one file as a list of texts."""
        for _, document in self._documents(name):
            if isinstance(document.value, list) and all(isinstance(one, str) for one in document.value):
                return tuple(str(one) for one in document.value)
            self.problems.append(Problem(name, 1, "a list of texts must stand here"))
        return ()

    def pairs(self, name: str) -> tuple[tuple[str, str], ...]:
        """Read one file as a list of pairs of texts."""
        found = []
        for file, document in self._documents(name):
            for place, pair in enumerate(document.value if isinstance(document.value, list) else ()):
                if isinstance(pair, list) and [type(one) for one in pair] == [str, str]:
                    found.append((str(pair[0]), str(pair[1])))
                else:
                    line = document.lines.get((place,), 1)
                    self.problems.append(
                        Problem(file, line, "two names must stand here", "write [one, other]")
                    )
        return tuple(found)

    def _documents(self, pattern: str) -> list[tuple[str, Document]]:
        found: list[tuple[str, Document]] = []
        try:
            paths = sorted(self.folder.glob(pattern))
        except OSError as wrong:
            self.problems.append(self.unread(wrong))
            return found
        for path in paths:
            name = path.relative_to(self.folder).as_posix()
            try:
                text = contents(path).decode("utf-8")
            except OSError as wrong:
                self.problems.append(self.unread(wrong))
                continue
            except UnicodeDecodeError:
                self.problems.append(Problem(name, 0, "the file cannot be read as UTF-8 text"))
                continue
            if text.startswith("\ufeff"):
                self.problems.append(Problem(name, 1, "a byte order mark stands in front", "save without it"))
            self._texts[name] = text.splitlines()
            document = read_yaml(text.removeprefix("\ufeff"), name)
            self.problems += document.problems
            found.append((name, document))
        return found
