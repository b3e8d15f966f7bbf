"""Elemental mg a day: from units of a product, or from the masses that a text states."""

from magadvisor.model.medicine import Product
from magadvisor.names.magnesium import Unit
from magadvisor.names.measures import FEWEST_BARE_MG, GRAMS, ML
from magadvisor.names.quantity import NO_PIECE, Mass, Quantity, measures_taken

ABOUT = 0.02


def units_at_a_time(unit: Unit, quantity: Quantity) -> float | None:
    """Count the units of a product that are taken at a time; None where the text does not say.

    A number that is too high for a count is a strength.
    """
    said = [
        amount / unit.measures[kind] for kind, amount in quantity.measures.items() if kind in unit.measures
    ]
    if said:
        return max(said) * (quantity.number or 1.0)
    number = quantity.number or quantity.bare
    if number is None or number >= FEWEST_BARE_MG or quantity.measures or not unit.measures:
        return None
    pieces = [amount for kind, amount in unit.measures.items() if kind not in (ML, GRAMS)]
    return number / min(pieces or unit.measures.values())


def by_units(product: Product, unit: Unit, quantity: Quantity) -> float | None:
    """Multiply the units a day by what the product holds at most; None where one is not known."""
    units = units_at_a_time(unit, quantity)
    return None if units is None or product.high_mg is None else units * quantity.times * product.high_mg


def stated_beside(product: Product, unit: Unit, quantity: Quantity, *, counted: bool) -> float | None:
    """Read mg stated beside a product; once units are counted, only what is said to be elemental.

    A number of the product's name that is not its magnesium is a strength, and no amount.
    """
    masses = tuple(mass for mass in quantity.masses if _is_amount(mass, product, unit, counted=counted))
    return by_mass(quantity._replace(masses=masses)) if masses else None


def by_mass(quantity: Quantity, fraction: float = 1.0) -> float | None:
    """Read mg a day from the masses: those said to be elemental, else those of magnesium, else any.

    `fraction` is the share of magnesium in a mass of compound; 1 reads it as elemental.
    """
    number = max(quantity.bare or 0.0, quantity.number or 0.0)
    if not quantity.masses and number >= FEWEST_BARE_MG:
        return number * _count(quantity) * quantity.times * _pieces(quantity)
    elemental = [mass for mass in quantity.masses if mass.elemental]
    magnesium = [mass for mass in quantity.masses if not mass.other]
    amounts = [
        mass.mg * factor * quantity.times * (1.0 if mass.elemental else fraction)
        for mass in elemental or magnesium or quantity.masses
        if (factor := _factor(mass, quantity)) is not None
    ]
    return max(amounts, default=None)


def counts_each(quantity: Quantity) -> bool:
    """Say whether an amount stands beside several pieces, so that it is counted for each of them."""
    beside = any(mass.per is None and not mass.other for mass in quantity.masses)
    return beside and _pieces(quantity) > 1


def _pieces(quantity: Quantity) -> float:
    return max((amount for kind, amount in quantity.measures.items() if kind not in NO_PIECE), default=1.0)


def _factor(mass: Mass, quantity: Quantity) -> float | None:
    """Say how many times a mass is taken at a time; None where it is for a measure that is not stated."""
    if mass.per is None:
        return _pieces(quantity) * _count(quantity)
    taken = measures_taken(mass, quantity)
    if taken is None:
        return None if mass.per_amount is None else 1.0
    return taken / (mass.per_amount or 1.0)


def _count(quantity: Quantity) -> float:
    """Give the number of "x 2" or "2 a day"; one that is too high for a count is none."""
    count = quantity.number or 1.0
    return count if count < FEWEST_BARE_MG else 1.0


def _is_amount(mass: Mass, product: Product, unit: Unit, *, counted: bool) -> bool:
    one_unit = product.high_mg is not None and abs(mass.mg - product.high_mg) <= ABOUT * product.high_mg
    if counted:
        return mass.elemental and not one_unit
    return mass.elemental or one_unit or mass.mg not in unit.strengths
