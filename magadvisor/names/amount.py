"""One amount with its unit, as typed: 500mg, 0.5 g, 10 mmol, 20 mEq, 400 mcg."""

from re import compile as pattern
from typing import NamedTuple

from magadvisor.model.answers import BadAnswer
from magadvisor.names.measures import GRAMS, MICROGRAMS, OF_MAGNESIUM
from magadvisor.names.quantity import Quantity, read_quantity
from magadvisor.names.quantity_text import tidy

LONGEST = 200
"""Characters of an amount; what is longer is none, and is not searched for one."""

MOST_MG = 1_000_000.0
_ELEMENTAL = frozenset(("elemental", "element", "magnesium", "pure", "ion", "ions"))
_NUMBER = pattern(r"\s*\d+(?:\.\d+)?\s*")
_SEPARATOR = pattern(r"^[^\d]*[1-9]\d?\.\d{3} ?m(?:g|illi)")


class Amount(NamedTuple):
    """An amount in mg, and what is known of it."""

    mg: float
    elemental: bool
    by_charge: bool  # given in mmol or mEq, which count the magnesium itself
    micrograms: bool


def read_amount(text: str, where: str = "AMOUNT") -> Amount:
    """Read exactly one amount above 0; a number alone counts mg. Anything else is refused, never repeated."""
    if _SEPARATOR.search(text.lower()):
        hint = "write 1000mg for a thousand, 1mg or 1.0mg for one"
        raise BadAnswer("bad-amount", f"{where}: a point may mean a thousand or one", hint, where)
    written = f"{text} mg" if _NUMBER.fullmatch(text) else text
    quantity = read_quantity(tidy(written if len(text) <= LONGEST else ""))
    masses = () if _is_several(quantity) else quantity.masses
    if len(masses) != 1 or text.strip().startswith("-") or not 0 < masses[0].mg <= MOST_MG:
        hint = "write 500mg, 0.5g, 400mcg, 10mmol or 20mEq; say elemental for the magnesium itself"
        raise BadAnswer("bad-amount", f"{where} must be one amount above 0", hint, where)
    only = masses[0]
    by_charge = only.unit.startswith(OF_MAGNESIUM)
    micrograms = only.unit.startswith(MICROGRAMS)
    said = only.elemental or not _ELEMENTAL.isdisjoint(tidy(text).split())
    return Amount(
        only.mg / 1000 if micrograms else only.mg,
        by_charge or said,
        by_charge,
        micrograms,
    )


def _is_several(quantity: Quantity) -> bool:
    """Say whether a text counts an amount more than once: "500 mg x2", "2 tablets of 500 mg", twice a day."""
    counts = [amount for kind, amount in quantity.measures.items() if kind != GRAMS]
    return any(one not in (None, 1) for one in (*counts, quantity.number, quantity.bare, quantity.times))
