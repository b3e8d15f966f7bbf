"""Vitamin B6 beside magnesium: how much a text, or the product that it names, brings a day."""

from re import compile as pattern

from magadvisor.model.record import replace
from magadvisor.names.magnesium import TakingIndex, find, without
from magadvisor.names.measures import NUMBER
from magadvisor.names.pieces import pieces_in
from magadvisor.names.quantity import read_quantity
from magadvisor.names.quantity_text import tidy
from magadvisor.names.taken import Taken

_NAME = r"(?:vitamine? )?(?:b ?6|pyridoxine?|p5p|p 5 p)(?: hydrochloride| hcl)?"
_MASS = rf"{NUMBER} (mg|mcg|ug)"
_NAMED = pattern(rf"\b{_NAME}\b|\bb complex\b|\bb vitamins\b")
_AMOUNT = pattern(rf"\b{_NAME} {_MASS}\b|\b{_MASS} (?:of )?{_NAME}\b(?! \d)")
_MICRO = 1000.0


def with_b6(found: Taken, known: TakingIndex) -> Taken:
    """Add the vitamin B6 of an item that is taken; what a product holds counts with its pieces.

    Of several products, or several that one name may mean, each counts as if all the magnesium were of it:
    no less than it can be.
    """
    words = tidy(found.typed).split()
    hits = find(words, known.products)
    products = dict.fromkeys(one for hit in hits for one in hit.found)
    held = (_held(one.notable or "", one.high_mg, found) for one in products)
    amounts = [b6_mg(" ".join(without(words, hits))), *held]
    known_mg = [mg for mg in amounts if mg is not None]
    return replace(found, b6_mg=sum(known_mg) if len(known_mg) == len(amounts) else None)


def b6_mg(text: str) -> float | None:
    """Read mg of vitamin B6 a day; 0 when a tidy text names none, None when it does not say how much."""
    if not _NAMED.search(text):
        return 0.0
    said = [_mg(*(part for part in one.groups() if part)) for one in _AMOUNT.finditer(text)]
    if not said:
        return None
    return max(said) * read_quantity(text).times * pieces_in(text).factor


def _held(notable: str, magnesium_mg: float | None, found: Taken) -> float | None:
    """Give what the pieces taken of a product hold: as many as make up its magnesium."""
    each = b6_mg(tidy(notable.partition(":")[0]))
    if not each:
        return each
    return each * found.elemental_mg / magnesium_mg if found.elemental_mg and magnesium_mg else None


def _mg(amount: str, unit: str) -> float:
    return float(amount) / (1.0 if unit == "mg" else _MICRO)
