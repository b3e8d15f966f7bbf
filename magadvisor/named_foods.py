"""Foods that a person leaves out, by the names of their kinds."""

from collections.abc import Collection
from difflib import get_close_matches
from itertools import chain
from re import split

from magadvisor.model.food import Food
from magadvisor.model.profile import ListedWords
from magadvisor.names.phrase_index import Index
from magadvisor.names.phrases import ALLERGENS, find
from magadvisor.names.tidy import tidy


def left_out(typed: str, foods: Collection[Food], allergens: Index) -> ListedWords:
    """Recognise allergens, or foods by their names; a list is checked only where each item of it is."""
    found = find(typed, allergens, lists=ALLERGENS)
    named = found.allergens or foods_named(typed, foods)
    others = {one: foods_named(one, foods) for one in (found.unheard if named else _items(typed))}
    matched = tuple(dict.fromkeys((*named, *chain.from_iterable(others.values()))))
    suggestions = found.suggestions if matched or found.suggestions else foods_close_to(typed, foods)
    return ListedWords(typed, bool(matched) and all(others.values()), matched, suggestions)


def foods_named(typed: str, foods: Collection[Food]) -> tuple[str, ...]:
    """Find the kinds of food that a word names."""
    word = _as_id(typed).rstrip("s")
    named = {food.kind for food in foods if word in (food.kind.rstrip("s"), food.id.rstrip("s"))}
    return tuple(sorted(named))


def foods_close_to(typed: str, foods: Collection[Food]) -> tuple[str, ...]:
    """Suggest the kinds of food whose names are close to a word that names none."""
    kinds = sorted({food.kind for food in foods})
    return tuple(get_close_matches(_as_id(typed), kinds, n=2, cutoff=0.75))


def _items(typed: str) -> list[str]:
    """Part a text where a mark or an "and" stands."""
    return split(r" (?:/|and|plus) ", tidy(typed))


def _as_id(typed: str) -> str:
    return "-".join(tidy(typed).split())
