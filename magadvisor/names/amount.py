"""One amount with its unit, as typed: 500mg, 0.5 g, 10 mmol, 20 mEq, 400 mcg."""

from collections.abc import Iterable
from re import compile as pattern
from typing import NamedTuple

from magadvisor.model.answers import BadAnswer
from magadvisor.model.printable import plain_letters
from magadvisor.names.measures import GRAMS, KIND, MG, MICROGRAMS, MILLILITRES, OF_MAGNESIUM
from magadvisor.names.quantity import Quantity, read_quantity
from magadvisor.names.quantity_text import tidy

LONGEST = 200
"""Characters of an amount; what is longer is none, and is not searched for one."""

MOST_MG = 1_000_000.0
MAGNESIUM = "magnesium"
_ELEMENTAL = frozenset(("elemental", "element", MAGNESIUM, "pure", "ion", "ions"))
_ABOUT = "a about an approximately as circa compound daily day each every from in of one per salt the"
_UNITS = pattern("|".join((*MG, *MILLILITRES, *(f"{word}s?" for word in KIND))))
_PART = pattern(r"\d[\d.,]*|[^\W\d_]+|%")
_MICRO = str.maketrans("µμ", "uu")
_SYMBOL = pattern(r"(?<=[A-Za-z]) +Mg\b")
_NUMBER = pattern(r"\s*\d+(?:\.\d+)?\s*")
_SEPARATOR = pattern(r"^[^\d]*[1-9]\d?\.\d{3} ?m(?:g|illi)")


class Amount(NamedTuple):
    """An amount in mg, and what is known of it."""

    mg: float
    elemental: bool
    by_charge: bool  # given in mmol or mEq, which count the magnesium itself
    micrograms: bool


def read_amount(text: str, names: Iterable[str] = (), where: str = "AMOUNT") -> Amount:
    """Read exactly one amount above 0; a number alone counts mg. Anything else is refused, never repeated.

    In front of one of `names`, those of what is converted, the word magnesium belongs to the compound.
    """
    if _SEPARATOR.search(text.lower()):
        hint = "write 1000mg for a thousand, 1mg or 1.0mg for one"
        raise BadAnswer("bad-amount", f"{where}: a point may mean a thousand or one", hint, where)
    written = f"{text} mg" if _NUMBER.fullmatch(text) else text
    said = tidy(_SYMBOL.sub(" magnesium", written) if len(text) <= LONGEST else "")
    quantity = read_quantity(said)
    masses = () if _is_several(quantity) else quantity.masses
    if len(masses) != 1 or text.strip().startswith("-") or not 0 < masses[0].mg <= MOST_MG:
        hint = "write 500mg, 0.5g, 400mcg, 10mmol or 20mEq; say elemental for the magnesium itself"
        raise BadAnswer("bad-amount", f"{where} must be one amount above 0", hint, where)
    only = masses[0]
    by_charge = only.unit.startswith(OF_MAGNESIUM)
    micrograms = only.unit.startswith(MICROGRAMS)
    itself = only.elemental or not _ELEMENTAL.isdisjoint(_alone(said, names))
    return Amount(
        only.mg / 1000 if micrograms else only.mg,
        by_charge or itself,
        by_charge,
        micrograms,
    )


def unread(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """List what stands beside an amount and is no part of it; `names` are those of what is converted."""
    own = {word for name in names for word in _PART.findall(_plain(name))}
    known = own | _ELEMENTAL | {*_ABOUT.split()}
    parts = _PART.findall(_plain(text))
    numbers = [part for part in parts if part[0].isdigit() and part != "1"]
    words = (part for part in parts if not (part[0].isdigit() or part in known or _UNITS.fullmatch(part)))
    return (*words, *numbers[1:])


def _alone(said: str, names: Iterable[str]) -> list[str]:
    """List the words of a tidy amount, without a magnesium that only begins the name of a compound."""
    own = {word for name in names for word in tidy(name).split()} - _ELEMENTAL
    words = said.split()
    behind = (*words[1:], "")
    return [one for one, after in zip(words, behind, strict=True) if one != MAGNESIUM or after not in own]


def _plain(text: str) -> str:
    return plain_letters(text.translate(_MICRO)).lower().replace("sulph", "sulf")


def _is_several(quantity: Quantity) -> bool:
    """Say whether a text counts an amount more than once: "500 mg x2", "2 tablets of 500 mg", twice a day."""
    counts = [amount for kind, amount in quantity.measures.items() if kind != GRAMS]
    return any(one not in (None, 1) for one in (*counts, quantity.number, quantity.bare, quantity.times))
