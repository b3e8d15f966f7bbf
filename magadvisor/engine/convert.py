"""Compound mg and elemental mg, one into the other, for every compound of a form."""

from collections.abc import Iterable

from magadvisor.engine.amounts import compound_mg, elemental_fraction, elemental_mg
from magadvisor.model.form import Compound
from magadvisor.model.label import COMPOUND, Converted


def converted(compounds: Iterable[Compound], given: str, mg: float) -> tuple[Converted, ...]:
    """Convert mg for each compound, the usual one first; `given` says whether they are of the compound."""
    ordered = sorted(compounds, key=lambda one: not one.reference)
    return tuple(_one(compound, given, mg) for compound in ordered)


def _one(one: Compound, given: str, mg: float) -> Converted:
    is_compound = given == COMPOUND
    return Converted(
        compound=one.name,
        formula=one.formula,
        percent=round(100 * elemental_fraction(one.formula), 2),
        usual=one.reference,
        only_if_named=one.only_if_named,
        compound_mg=round(mg if is_compound else compound_mg(mg, one.formula), 2),
        elemental_mg=round(elemental_mg(mg, one.formula) if is_compound else mg, 2),
    )
