"""How much at most? The smallest limit wins; a rule lowers a limit and never supplies one."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from magadvisor.engine.examine import ruled
from magadvisor.engine.intake import ADULT_AGE, of_age
from magadvisor.model.account import LedgerLine
from magadvisor.model.advice import AppliedLimit, DoseLimit
from magadvisor.model.form import Form
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.limit import Limits, UpperLevel
from magadvisor.model.profile import Profile
from magadvisor.model.record import Record
from magadvisor.model.words import Region

FRACTIONS = "fractions"
"""The name under which compiled knowledge brings the elemental fractions of the usual compounds ready."""


class Fractions(Record):
    """Magnesium's share of a compound's mass, above 0 and at most 1, by formula."""

    by_formula: Mapping[str, float]


class Already(Record):
    """Elemental mg a day that is taken already: what is known, and whether that is all of it."""

    known_mg: float
    complete: bool


class Uppers(Record):
    """The upper levels for an age: those that count in a region, and those of other regions."""

    applied: tuple[UpperLevel, ...]
    elsewhere: tuple[UpperLevel, ...]
    figures: tuple[tuple[float, str], ...]  # elemental mg a day, and the id of the binding level
    told_applied: tuple[AppliedLimit, ...]
    told_elsewhere: tuple[AppliedLimit, ...]


class Limit(Record):
    """The limit that counts, elemental mg a day, and what sets it; None where none is known."""

    mg: float | None
    by: tuple[str, ...]
    figure: bool  # whether a figure may be given at all
    uppers: Uppers


def already(lines: Iterable[LedgerLine]) -> Already:
    """Add up a ledger, in elemental mg a day; an amount that is not known leaves the sum incomplete."""
    amounts = [line.elemental_mg for line in lines]
    known = [amount for amount in amounts if amount is not None]
    return Already(sum(known), len(known) == len(amounts))


@lru_cache(maxsize=4096)
def limit(knowledge: Knowledge, age: float | None, region: Region | None, setting: int) -> Limit:
    """Find the smallest limit for an age in years and a region, or of every region when it is not known.

    `setting` are the rules that hold and set an amount, or forbid a figure, as bits of the index.
    """
    uppers = _uppers(knowledge, age, region)
    figures = list(uppers.figures)
    figure = True
    for rule in ruled(knowledge, setting):
        figure = figure and not rule.then.no_figure
        if rule.then.at_most_mg is not None and uppers.figures:
            figures.append((rule.then.at_most_mg, rule.id))
    smallest = min(figures)[0] if figures else None
    return Limit(
        smallest,
        tuple(one for mg, one in figures if mg == smallest),
        figure,
        uppers,
    )


@lru_cache(maxsize=4096)
def _uppers(knowledge: Knowledge, age: float | None, region: Region | None) -> Uppers:
    """Find the upper levels for an age in a region; they are the same for everybody there."""
    reaching = [one for one in knowledge.limits.uppers if of_age(one.from_age, one.to_age, age)]
    applied = tuple(one for one in reaching if region in (None, one.region))
    elsewhere = tuple(one for one in reaching if region not in (None, one.region))
    return Uppers(
        applied,
        elsewhere,
        tuple((one.at_most_mg, one.id) for one in applied if one.binding),
        _as_told(applied),
        _as_told(elsewhere),
    )


def nothing_left(found: Limit, taken: Already) -> bool:
    """Say whether what is taken already reaches the limit."""
    return found.mg is not None and taken.known_mg >= found.mg


def dose(found: Limit, taken: Already, form: Form, profile: Profile, knowledge: Knowledge) -> DoseLimit:
    """Tell how much of a supplement may be added a day, elemental mg."""
    figure = found.mg if found.figure else None
    at_most = figure - taken.known_mg if figure is not None and taken.complete else None
    return DoseLimit(
        at_most_mg=_tidy(at_most),
        limit_mg=_tidy(figure),
        already_mg=_tidy(taken.known_mg) if taken.complete else None,
        compound_mg=_compound_mg(at_most, _reference(form), knowledge),
        region=profile.region,
        limits=found.uppers.told_applied if found.figure else (),
        elsewhere=found.uppers.told_elsewhere if found.figure else (),
        by=found.by if found.figure else (),
    )


def adult_limits(limits: Limits) -> tuple[AppliedLimit, ...]:
    """List every body's limit for an adult, each once."""
    adult = [one for one in limits.uppers if one.from_age <= ADULT_AGE < (one.to_age or float("inf"))]
    return tuple(dict.fromkeys(_as_told(adult)))


def _as_told(uppers: Iterable[UpperLevel]) -> tuple[AppliedLimit, ...]:
    """Tell upper levels with whose they are and where they count."""
    return tuple(AppliedLimit(one.body, one.region, one.at_most_mg, one.country) for one in uppers)


def fractions(forms: Iterable[Form]) -> Fractions:
    """Work out the elemental fractions of the usual compounds, once for everybody."""
    return Fractions({formula: _fraction(formula) for formula in map(_reference, forms)})


def _compound_mg(at_most: float | None, formula: str, knowledge: Knowledge) -> float | None:
    if at_most is None:
        return None
    ready = knowledge.prepared.get(FRACTIONS)
    fraction = ready.by_formula[formula] if isinstance(ready, Fractions) else _fraction(formula)
    return float(round(at_most / fraction))


@lru_cache(maxsize=256)
def _fraction(formula: str) -> float:
    # Reading a formula is most of the work of a decision, and there are few of them.
    from magadvisor.engine.amounts import elemental_fraction

    return elemental_fraction(formula)


def _reference(form: Form) -> str:
    return next(compound.formula for compound in form.compounds if compound.reference)


def _tidy(mg: float | None) -> float | None:
    return None if mg is None else round(mg, 1)
