"""A name with several meanings: settled by what else was typed, or every reading counts."""

from magadvisor.model.medicine import AmbiguousName, Reading
from magadvisor.model.words import Route
from magadvisor.names.name_index import NameIndex
from magadvisor.names.tidy import has_amount, parted, tidy


def settle(name: AmbiguousName, text: str, route: Route | None, names: NameIndex) -> tuple[Reading, ...]:
    """Keep the readings that a typed word fits; else those of the route said, or of a strength by mouth.

    A reading that is no medicine here stays, whatever the route.
    """
    padded = f" {parted(text)} "
    fitting = tuple(one for one in name.readings if any(_stands(fit, padded) for fit in one.fits))
    if len(fitting) == 1 and fitting[0].medicine is not None:
        return fitting
    likely = route or (Route.ORAL if has_amount(text) else None)
    if likely is None:
        return name.readings
    taken = tuple(one for one in name.readings if _may_be_taken(one, likely, names))
    known = any(one.medicine is not None for one in taken)
    return taken if known else name.readings


def fits_of(name: AmbiguousName) -> frozenset[str]:
    """Give every phrase that fits a reading, as phrases are compared."""
    return frozenset(parted(tidy(fit)) for one in name.readings for fit in one.fits)


def _stands(fit: str, padded: str) -> bool:
    return f" {parted(tidy(fit))} " in padded


def _may_be_taken(reading: Reading, route: Route, names: NameIndex) -> bool:
    return reading.medicine is None or route in names.medicines[reading.medicine].routes
