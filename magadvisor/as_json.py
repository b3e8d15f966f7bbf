"""Values of the model as plain values of JSON."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]


def object_of(value: object) -> dict[str, Json]:
    """Write a dataclass as the object that JSON holds; a field named like a keyword loses its `_`."""
    if not is_dataclass(value):
        raise TypeError("only a dataclass becomes an object")
    named = ((field.name.rstrip("_"), getattr(value, field.name)) for field in fields(value))
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
