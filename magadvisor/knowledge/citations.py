"""Which sources a value cites, and where in them, anywhere inside it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from magadvisor.model.food import Food
from magadvisor.model.medicine import Product
from magadvisor.model.source import Citation


def citations(value: object) -> Iterator[Citation]:
    """Give every citation inside a value, in its order."""
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, Food):
        yield Citation(value.source, value.source_ref)
    elif isinstance(value, Product):
        yield Citation(value.source)
    elif isinstance(value, tuple):
        for inner in value:
            yield from citations(inner)
    elif is_dataclass(value):
        for field in fields(value):
            yield from citations(getattr(value, field.name))


def cited(value: object) -> frozenset[str]:
    """Collect the ids of the sources that a value cites."""
    return frozenset(one.id for one in citations(value))
