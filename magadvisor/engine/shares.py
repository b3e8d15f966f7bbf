"""How much magnesium a form holds, compound by compound, and what a product's units come to."""

from collections.abc import Iterable, Sequence
from math import ceil

from magadvisor.engine.amounts import compound_mg, elemental_fraction
from magadvisor.model.comparison import Pieces, Share
from magadvisor.model.form import Compound, Form, Unit
from magadvisor.model.record import Record

ABOVE, BELOW = 1.03, 0.97
"""Beyond the driest or the wettest salt by more than this, no pure salt is possible."""

_ALMOST = 1e-9


class Span(Record):
    """A range of elemental shares, from 0 to 1."""

    least: float
    most: float


def shares(form: Form) -> tuple[Share, ...]:
    """Compute the elemental share of every compound of a form, the usual one first."""
    ordered = sorted(form.compounds, key=lambda one: not one.reference)
    return tuple(
        Share(
            one.name,
            one.formula,
            round(100 * elemental_fraction(one.formula), 2),
            float(round(compound_mg(100, one.formula))),
            one.reference,
            one.only_if_named,
        )
        for one in ordered
    )


def span(compounds: Sequence[Compound]) -> Span:
    """Give the shares between which a pure compound must lie, the wettest and the driest."""
    fractions = [elemental_fraction(one.formula) for one in compounds]
    return Span(min(fractions), max(fractions))


def around(spans: Iterable[Span]) -> Span:
    """Give the range that holds some ranges, of which there is at least one."""
    listed = tuple(spans)
    return Span(min(one.least for one in listed), max(one.most for one in listed))


def above(share: float, pure: Span) -> bool:
    """Say whether a share, from 0 to 1, is more than a pure salt can hold."""
    return share > ABOVE * pure.most


def below(share: float, pure: Span) -> bool:
    """Say whether a share, from 0 to 1, is less than a pure salt holds."""
    return share < BELOW * pure.least


def plain(form: Form) -> tuple[Compound, ...]:
    """List the compounds that the form's plain name may mean."""
    return tuple(one for one in form.compounds if not one.only_if_named)


def usual_compound(listed: Sequence[Compound]) -> Compound:
    """Give the compound that usually stands for some that may be meant."""
    return next((one for one in listed if one.reference), listed[0])


def pieces(unit: Unit, amount_mg: float) -> Pieces:
    """Count the whole units that hold some elemental mg, where products hold the most and the least."""
    fewest, most = (max(1, ceil(amount_mg / mg - _ALMOST)) for mg in (unit.high_mg, unit.low_mg))
    return Pieces(unit.text, unit.low_mg, unit.high_mg, fewest, most)
