"""Plain values become the types of the model, and what does not fit is told by file and line."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from typing import TypeVar, get_args, get_type_hints

from pydantic import TypeAdapter, ValidationError

from magadvisor.knowledge.document import Path, Value
from magadvisor.model.problem import Problem

T = TypeVar("T")


class Shape:
    """Makes values of one model type; extra keys and values of another kind are refused."""

    def __init__(self, kind: type[T]) -> None:
        """Prepare the type and every type inside it; `not_` is written `not` in the data."""
        self._kinds = tuple(_within(kind))
        for inner in self._kinds:
            inner.__pydantic_config__ = {"extra": "forbid", "alias_generator": _written}  # type: ignore[attr-defined]
        self._adapter = TypeAdapter(kind)
        self._keys = sorted({_written(field.name) for inner in self._kinds for field in fields(inner)})

    def make(
        self, value: Value, file: str, lines: Mapping[Path, int], root: Path = ()
    ) -> tuple[object | None, list[Problem]]:
        """Make one value, or list every problem with its line."""
        try:
            return self._adapter.validate_json(json.dumps(value), strict=True), []
        except ValidationError as wrong:
            found = wrong.errors(include_url=False, include_input=False)
        return None, [
            Problem(
                file,
                _line((*root, *error["loc"]), lines),
                *self._told(error["type"], error["msg"], error["loc"]),
            )
            for error in found
        ]

    def _told(self, error: str, message: str, place: tuple[str | int, ...]) -> tuple[str, str]:
        name = next((part for part in reversed(place) if isinstance(part, str)), "this")
        if error == "unexpected_keyword_argument":
            close = get_close_matches(name, self._keys, n=1)
            return f"`{name}` is not a key here", f"did you mean {close[0]}?" if close else "leave it out"
        if error in ("missing", "missing_argument"):
            return f"`{name}` is missing", "add it"
        return f"`{name}`: {message[:1].lower()}{message[1:]}", ""


def _written(name: str) -> str:
    return name.rstrip("_")


def _within(kind: object) -> dict[type, None]:
    """Find every dataclass that a type is made of, each once."""
    found: dict[type, None] = {}
    waiting = [kind]
    while waiting:
        one = waiting.pop()
        waiting += get_args(one)
        if isinstance(one, type) and is_dataclass(one) and one not in found:
            found[one] = None
            waiting += get_type_hints(one).values()
    return found


def _line(place: Path, lines: Mapping[Path, int]) -> int:
    """Find the line of a place, or of the nearest place that holds it."""
    return next((lines[place[:end]] for end in range(len(place), -1, -1) if place[:end] in lines), 0)
