"""Foods that a person leaves out, by the names of their kinds."""

from collections.abc import Collection
from difflib import get_close_matches

from magadvisor.model.food import Food


def foods_named(typed: str, foods: Collection[Food]) -> tuple[str, ...]:
    """Find the kinds of food that a word names."""
    tidy = "-".join(typed.lower().split()).rstrip("s")
    named = {food.kind for food in foods if tidy in (food.kind.rstrip("s"), food.id.rstrip("s"))}
    return tuple(sorted(named))


def foods_close_to(typed: str, foods: Collection[Food]) -> tuple[str, ...]:
    """Suggest the kinds of food whose names are close to a word that names none."""
    kinds = sorted({food.kind for food in foods})
    return tuple(get_close_matches("-".join(typed.lower().split()), kinds, n=2, cutoff=0.75))
