"""YAML without its surprises: what looks like something else is refused, with its line.

Refused: duplicate keys, anchors and aliases, tags, several documents, tabs, bytes that are not UTF-8,
and unquoted words that YAML 1.1 reads as something else (`no`, `1:30`, `012`, `1_000`, dates).
"""

import re
from collections.abc import Iterator

import yaml

from magadvisor.knowledge.document import Document, Path, Value
from magadvisor.model.problem import Problem

DEEPEST = 60
LONGEST = 20_000_000
"""More characters than any document needs; a longer one is refused unread."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str, file: str, echo: bool = True) -> Document:
    """Read one YAML document; `echo` says whether a problem may repeat a word of the text."""
    if len(text) > LONGEST:
        return Document(None, {}, (Problem(file, 0, "the text is too long"),))
    reader = _Reader(file, echo)
    try:
        value = reader.document(iter(yaml.parse(text, Loader=_Loader)))
    except yaml.YAMLError as wrong:
        mark = getattr(wrong, "problem_mark", None)
        what = getattr(wrong, "problem", None) or "this is not YAML"
        reader.problems.append(
            Problem(file, mark.line + 1 if mark else 0, what if echo else "this is not YAML")
        )
        value = None
    except _Stop:
        value = None
    return Document(value, reader.lines, tuple(reader.problems), reader.wrong_at)


class _Stop(Exception):
    """Reading cannot go on."""


class _Reader:
    """Builds values out of YAML events and notes what is wrong."""

    def __init__(self, file: str, echo: bool) -> None:
        self.lines: dict[Path, int] = {}
        self.problems: list[Problem] = []
        self.wrong_at: Path = ()
        self._file = file
        self._echo = echo

    def document(self, events: Iterator[yaml.Event]) -> Value:
        value: Value = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._note(event, (), "a second document starts here", "keep one document in a file")
                    break
                value = self._value(next(events), events, ())
        return value

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> Value:
        self.lines[path] = _line(event)
        if len(path) > DEEPEST:
            self._note(event, path, "this is nested too deeply", "")
            raise _Stop
        if isinstance(event, yaml.AliasEvent):
            self._note(event, path, "an alias stands here", "write the value out")
            return None
        if getattr(event, "anchor", None) is not None:
            self._note(event, path, "an anchor stands here", "write the value out where it is needed")
        if getattr(event, "tag", None) is not None:
            self._note(event, path, "a tag stands here", "leave it out")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        return self._mapping(events, path)

    def _sequence(self, events: Iterator[yaml.Event], path: Path) -> Value:
        items: list[Value] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(event, events, (*path, len(items))))
        return items

    def _mapping(self, events: Iterator[yaml.Event], path: Path) -> Value:
        found: dict[str, Value] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, events, path)
            if key in found:
                self._note(event, (*path, key), f"{self._word(key)} stands twice", "keep one")
            value = self._value(next(events), events, (*path, key))
            self.lines[(*path, key)] = _line(event)
            found[key] = value
        return found

    def _key(self, event: yaml.Event, events: Iterator[yaml.Event], path: Path) -> str:
        begins = self.lines[path]  # a mapping stands where it begins, not where its last key does
        value = self._value(event, events, path)
        self.lines[path] = begins
        if isinstance(value, str):
            return value
        self._note(event, path, "a key must be a word", "quote it")
        return str(value)

    def _scalar(self, event: yaml.ScalarEvent, path: Path) -> Value:
        text = event.value
        if not event.implicit[0]:
            return text
        if surprise := _SURPRISE.fullmatch(text):
            reading = _SURPRISES[(surprise.lastindex or 1) - 1][1]
            instead = f'write "{text}" in quotes' if self._echo else "put it in quotes"
            self._note(event, path, f"{self._word(text)} would be read as {reading}", instead)
            return text
        return _plain(text)

    def _word(self, text: str) -> str:
        return f"`{text}`" if self._echo else "this"

    def _note(self, event: yaml.Event, path: Path, what: str, instead: str) -> None:
        self.wrong_at = self.wrong_at if self.problems else path
        self.problems.append(Problem(self._file, _line(event), what, instead))


_SURPRISES = (
    (r"yes|no|on|off|y|n", "true or false"),
    (r"[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?", "a number to the base 60"),
    (r"[-+]?0\d+", "an octal number"),
    (r"[-+]?0[xbo][\da-f_]+", "a number in another base"),
    (r"[-+]?\d+(?:_\d+)+(?:\.\d+)?", "a number with its underscores dropped"),
    (r"\d{4}-\d{1,2}-\d{1,2}.*", "a date"),
    (r"[-+]?\.(?:inf|nan)", "a number that is not finite"),
    (r"[-+]?\d+(?:\.\d*)?e\d+", "a number with an exponent"),
    (r"=|<<", "a merge"),
)
_SURPRISE = re.compile("|".join(f"({pattern})" for pattern, _ in _SURPRISES), re.IGNORECASE)
"""Has one group for each surprise, so the group that matched says which it is."""

_NAMED = {"true": True, "false": False, "null": None, "": None, "~": None}
_INTEGER = re.compile(r"-?(0|[1-9]\d{0,17})")  # with more digits it is no number that anything counts
_DECIMAL = re.compile(r"-?(0|[1-9]\d{0,17})\.\d+")


def _line(event: yaml.Event) -> int:
    """Give the line an event stands in, from 1; 0 where the reader does not know it."""
    return event.start_mark.line + 1 if event.start_mark is not None else 0


def _plain(text: str) -> Value:
    """Read an unquoted word: a number, true, false, null or text."""
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    return _NAMED.get(text, text)
