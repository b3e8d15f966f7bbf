"""A text as the values it holds, with what is wrong with it."""

from magadvisor.model.problem import Problem
from magadvisor.model.record import Record

Value = str | int | float | bool | None | list["Value"] | dict[str, "Value"]
Path = tuple[str | int, ...]
"""The keys and places that lead to a value."""


class Document(Record):
    """What a text holds, the line of every key and item, what is wrong with it, and where first."""

    value: Value
    lines: dict[Path, int]
    problems: tuple[Problem, ...]
    wrong_at: Path = ()
