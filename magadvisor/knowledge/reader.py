"""Reads the files of a knowledge folder one kind at a time and keeps every problem and place."""

from pathlib import Path
from typing import TypeVar

from magadvisor.knowledge.shapes import Shape
from magadvisor.knowledge.strict_yaml import Document, read_yaml
from magadvisor.model.problem import Problem

T = TypeVar("T")
Place = tuple[str, int]


class Reader:
    """Reads values out of a folder; `problems` and `places` fill as it goes."""

    def __init__(self, folder: Path) -> None:
        """Remember the folder that file names are told from."""
        self.folder = folder
        self.problems: list[Problem] = []
        self.places: dict[int, Place] = {}  # the identity of a value -> where it stands

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
                made.append(value)
        return made

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
        found = []
        for path in sorted(self.folder.glob(pattern)):
            name = path.relative_to(self.folder).as_posix()
            try:
                text = path.read_bytes().decode("utf-8")
            except (OSError, UnicodeDecodeError):
                self.problems.append(Problem(name, 0, "the file cannot be read as UTF-8 text"))
                continue
            if text.startswith("\ufeff"):
                self.problems.append(Problem(name, 1, "a byte order mark stands in front", "save without it"))
            document = read_yaml(text.removeprefix("\ufeff"), name)
            self.problems += document.problems
            found.append((name, document))
        return found
