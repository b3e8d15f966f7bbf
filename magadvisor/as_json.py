"""Values of the model as plain values of JSON."""

from collections.abc import Mapping
from enum import StrEnum

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


def object_of(value: object) -> dict[str, Json]:
    """Write a record as the object that JSON holds; a field named like a keyword loses its `_`."""
    names: tuple[str, ...] = getattr(value, "__match_args__", ())
    if not names:
        raise TypeError("only a record becomes an object")
    named = ((name.rstrip("_"), getattr(value, name)) for name in names)
    return {name: _plain(inner) for name, inner in named if name != "on" or inner}


def _plain(value: object) -> Json:
    """Turn a value of the model into what JSON holds; a whole number loses its point."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    return object_of(value)
