"""Knowledge becomes the bytes that an installed program reads; only used while a wheel is built."""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Union, get_args, get_origin, get_type_hints

from magadvisor.knowledge.coding import NO_FIELDS, PAIR, PAIRS, SET, TUPLE, WORDS
from magadvisor.knowledge.compiled import PREPARED
from magadvisor.knowledge.pack import Json, packed, written
from magadvisor.knowledge.place import stamps
from magadvisor.knowledge.table import shard_of
from magadvisor.model.claim import Claim, ClaimWords
from magadvisor.model.closed import StrEnum
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.vocabulary import Vocabulary

SHARD_BYTES = 1024
"""About how long a shard is: as much as is parsed to reach one item."""

_IMPORTED_LATER = {one.__name__: one for one in (Claim, ClaimWords, Vocabulary)}
"""What `Knowledge` names without importing it."""


def compiled(knowledge: Knowledge, prepared: Mapping[str, object], folder: Path) -> bytes:
    """Compile knowledge that was read from `folder`; the same knowledge always gives the same bytes."""
    writing = _Writing()
    writing.record("", knowledge)
    writing.records(PREPARED, prepared)
    directory: dict[str, Json] = {
        "digest": knowledge.digest,
        "files": {name: size for name, (size, _) in sorted(stamps(folder).items())},
        "shapes": dict(sorted(writing.shapes.items())),
        "parts": writing.parts,
    }
    return packed(directory, writing.pieces)


class _Writing:
    """Collects the pieces of a pack and what they are."""

    def __init__(self) -> None:
        self.shapes: dict[str, Json] = {}
        self.parts: dict[str, Json] = {}
        self.pieces: list[Json] = []
        self._names: dict[int, str] = {}  # the identity of a value -> the part it is

    def record(self, name: str, value: object) -> None:
        """Write a record part by part."""
        kind = type(value)
        before = f"{name}." if name else ""
        hints = _hints(kind)
        for field in kind.__match_args__:  # type: ignore[attr-defined]
            self._part(before + field, getattr(value, field), hints[field])
        self.parts[name] = {"record": _name(kind), "of": before}
        self.shape(kind)

    def records(self, name: str, values: Mapping[str, object]) -> None:
        """Write several records, each under its name."""
        for one, value in values.items():
            self.record(f"{name}.{one}", value)
        self.parts[name] = {"records": {one: self.parts[f"{name}.{one}"] for one in values}}

    def shape(self, hint: object) -> Json:
        """Say what values of a type become, and note every record and closed list in it."""
        origin, inner = get_origin(hint), get_args(hint)
        if origin in (Union, types.UnionType):
            shapes = [self.shape(one) for one in inner if one is not type(None)]
            if shapes.count(shapes[0]) != len(shapes):
                raise TypeError(f"{hint} may be too many things")
            return shapes[0]
        if origin is tuple:
            if inner[1:] == (...,):
                return [TUPLE, self.shape(inner[0])]
            return [PAIR, *(self.shape(one) for one in inner)]
        if origin is frozenset:
            return [SET, self.shape(inner[0])]
        if isinstance(origin, type) and issubclass(origin, Mapping):
            key, value = map(self.shape, inner)
            return [PAIRS, key, value] if key is not None else [WORDS, value]
        if isinstance(hint, type) and (issubclass(hint, StrEnum) or hasattr(hint, "__match_args__")):
            return self._named(hint)
        if hint in (str, int, float, bool, object):
            return None
        raise TypeError(f"{hint} cannot be compiled")

    def _named(self, kind: type) -> Json:
        name = _name(kind)
        if name not in self.shapes:
            self.shapes[name] = NO_FIELDS
            if not issubclass(kind, StrEnum):
                hints = _hints(kind)
                names: tuple[str, ...] = getattr(kind, "__match_args__", ())
                self.shapes[name] = [[field, self.shape(hints[field])] for field in names]
        return name

    def _part(self, name: str, value: object, hint: object) -> None:
        if id(value) in self._names:
            self.parts[name] = {"same": self._names[id(value)]}
        elif isinstance(value, Mapping) and all(isinstance(one, str) for one in value):
            self._names[id(value)] = name
            self.parts[name] = self._table(value, self.shape(get_args(hint)[1]))
        else:
            self.parts[name] = {"value": self.shape(hint), "piece": len(self.pieces)}
            self.pieces.append(_plain(value))

    def _table(self, value: Mapping[str, object], shape: Json) -> Json:
        """Spread a mapping over shards, each item with its place in the whole."""
        told: dict[str, Json] = {
            name: [place, _plain(one)] for place, (name, one) in enumerate(value.items())
        }
        count = max(1, len(written(told)) // SHARD_BYTES)
        shards: list[dict[str, Json]] = [{} for _ in range(count)]
        for name, one in told.items():
            shards[shard_of(name, count)][name] = one
        first = len(self.pieces)
        self.pieces += shards
        return {"table": shape, "first": first, "shards": count, "size": len(told)}


def _plain(value: object) -> Json:
    """Write a value as JSON holds it; a record becomes the list of its values."""
    if isinstance(value, StrEnum):
        return str(value.value)
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Mapping):
        if all(type(key) is str for key in value):
            return {str(key): _plain(inner) for key, inner in value.items()}
        return [[_plain(key), _plain(inner)] for key, inner in value.items()]
    if isinstance(value, frozenset):
        return [_plain(inner) for inner in sorted(value)]
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    if is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    raise TypeError(f"a {type(value).__name__} cannot be compiled")


def _hints(kind: type) -> dict[str, object]:
    """Give the types of the fields of a record."""
    return get_type_hints(kind, localns=_IMPORTED_LATER)


def _name(kind: type) -> str:
    return f"{kind.__module__}:{kind.__qualname__}"
