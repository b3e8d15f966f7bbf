"""Values of the model as plain JSON, and what is needed to make them again.

A shape says what a piece of JSON becomes: None is the value itself, a name is a record or a word of a
closed list, and a list is a container with the shapes inside it. A record is written as its values.
"""

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module

from magadvisor.knowledge.pack import Json
from magadvisor.model.closed import StrEnum

Make = Callable[[Json], object]
TUPLE, PAIR, SET, WORDS, PAIRS = "tuple", "pair", "set", "words", "pairs"
NO_FIELDS = "closed list"


class OtherShape(Exception):
    """A record or closed list that is no longer what it was when the pack was made."""


class Shapes:
    """The records and closed lists of a pack; what they are now must be what they were then."""

    def __init__(self, told: Mapping[str, Json]) -> None:
        """Remember what each name stood for."""
        self._told = told
        self._makes: dict[str, Make] = {}

    def make(self, shape: Json) -> Make | None:
        """Give the function that makes a value of a shape; None where JSON is the value."""
        match shape:
            case None:
                return None
            case str():
                return self._named(shape)
            case [str(kind), *inner]:
                return partial(_CONTAINERS[kind], *map(self.make, inner))
        raise OtherShape("a shape is not known")

    def _named(self, name: str) -> Make:
        known = self._makes.get(name)
        if known is None:
            # A record may hold records of its own kind, so it is known before its fields are.
            self._makes[name] = partial(self._later, name)
            known = self._makes[name] = self._made(name)
        return known

    def _later(self, name: str, value: Json) -> object:
        return self._makes[name](value)

    def kind(self, name: str) -> type:
        """Find the class of a record or closed list; OtherShape where its fields are others now."""
        module, _, kind_name = name.partition(":")
        kind = getattr(import_module(module), kind_name, None)
        if not isinstance(kind, type):
            raise OtherShape(f"{kind_name} is no more")
        told = self._told[name]
        if isinstance(told, list) and [field for field, _ in _fields(told)] != list(_names(kind)):
            raise OtherShape(f"{kind_name} has other fields now")
        return kind

    def _made(self, name: str) -> Make:
        kind, told = self.kind(name), self._told[name]
        if issubclass(kind, StrEnum):
            return partial(_word, {word.value: word for word in kind})
        makes = [self.make(shape) for _, shape in _fields(told)]
        return partial(_record, kind, makes)


def _fields(told: Json) -> list[tuple[str, Json]]:
    listed = told if isinstance(told, list) else []
    return [(str(field[0]), field[1]) for field in listed if isinstance(field, list)]


def _names(kind: type) -> tuple[str, ...]:
    names: tuple[str, ...] = getattr(kind, "__match_args__", ()) or getattr(kind, "_fields", ())
    return names


def _record(kind: Callable[..., object], makes: list[Make | None], value: Json) -> object:
    if not isinstance(value, list):
        return None
    return kind(*[one if make is None else make(one) for make, one in zip(makes, value, strict=True)])


def _word(words: Mapping[object, object], value: Json) -> object:
    return None if value is None else words[value]


def _tuple(make: Make | None, value: Json) -> object:
    if not isinstance(value, list):
        return None
    return tuple(value if make is None else map(make, value))


def _set(make: Make | None, value: Json) -> object:
    made = _tuple(make, value)
    return frozenset(made) if isinstance(made, tuple) else None


def _pair(first: Make | None, second: Make | None, value: Json) -> object:
    match value:
        case [one, other]:
            return (first(one) if first else one), (second(other) if second else other)
    return None


def _words(make: Make | None, value: Json) -> object:
    if not isinstance(value, dict) or make is None:
        return value
    return {key: make(one) for key, one in value.items()}


def _pairs(key: Make | None, make: Make | None, value: Json) -> object:
    if not isinstance(value, list):
        return None
    made = (_pair(key, make, one) for one in value)
    return dict(one for one in made if isinstance(one, tuple))


_CONTAINERS: dict[str, Callable[..., object]] = {
    TUPLE: _tuple,
    PAIR: _pair,
    SET: _set,
    WORDS: _words,
    PAIRS: _pairs,
}
