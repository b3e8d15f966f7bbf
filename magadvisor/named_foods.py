"""Foods that a person leaves out, by the names of their kinds."""

from collections.abc import Collection
from difflib import get_close_matches
from itertools import chain

from magadvisor.model.food import Food
from magadvisor.model.profile import ListedWords
from magadvisor.names.phrase_index import Index
from magadvisor.names.phrases import ALLERGENS, find


def left_out(typed: str, foods: Collection[Food], allergens: Index) -> ListedWords:
    """Recognise allergens, or foods by their names; a list is checked only where each item of it is."""
    found = find(typed, allergens, lists=ALLERGENS)
    others = {one: foods_named(one, foods) for one in found.unheard}
    named = found.allergens or foods_named(typed, foods)
    matched = tuple(dict.fromkeys((*named, *chain.from_iterable(others.values()))))
    suggestions = found.suggestions if matched or found.suggestions else foods_close_to(typed, foods)
    return ListedWords(typed, bool(matched) and all(others.values()), matched, suggestions)


def foods_named(typed: str, foods: Collection[Food]) -> tuple[str, ...]:
    """Find the kinds of food that a word names."""
    tidy = "-".join(typed.lower().split()).rstrip("s")
    named = {food.kind for food in foods if tidy in (food.kind.rstrip("s"), food.id.rstrip("s"))}
    return tuple(sorted(named))


def foods_close_to(typed: str, foods: Collection[Food]) -> tuple[str, ...]:
    """Suggest the kinds of food whose names are close to a word that names none."""
    kinds = sorted({food.kind for food in foods})
    return tuple(get_close_matches("-".join(typed.lower().split()), kinds, n=2, cutoff=0.75))
