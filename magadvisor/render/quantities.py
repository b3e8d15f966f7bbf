"""How much: the amounts of an advice, in sentences."""

from collections.abc import Iterator, Sequence

from magadvisor.model.advice import Advice, AppliedLimit, RecommendedIntake
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.milligrams import left, taken
from magadvisor.render.words import limits, region

_USE = {"short-term-medicine": " (a medicine for a short time)", "medicine": " (a medicine)"}


def how_much(advice: Advice, known: Knowledge, bodies: bool = True) -> Iterator[str]:
    """Say the most that may be added a day, what sets it, and what others say; every body if wanted."""
    dose, form = advice.dose, advice.form
    if dose is None or form is None:
        return
    if dose.limit_mg is None:
        yield known.sentences["dose-no-figure"]
        return
    if dose.at_most_mg is None:
        yield known.sentences["dose-open"]
        yield f"The limit is {dose.limit_mg:g} mg, what you already take included."
    else:
        compound = dose.compound_mg
        salt = "" if compound is None else f" (about {compound:g} mg of {form.name.lower()})"
        yield f"At most {left(dose.at_most_mg)} mg of magnesium a day from supplements and medicines{salt}."
    if dose.already_mg:
        yield f"The limit is {dose.limit_mg:g} mg; you already take {taken(dose.already_mg)} mg."
    yield from (reason.says for reason in advice.reasons if reason.rule in dose.by)
    if bodies:
        yield f"Limits here: {limits(dose.limits)}."
        if dose.elsewhere:
            yield f"Elsewhere: {limits(dose.elsewhere)}."
        if advice.intake and dose.limit_mg is not None and advice.intake.recommended_mg > dose.limit_mg:
            yield known.sentences["dose-food-apart"].format(mg=f"{advice.intake.recommended_mg:g}")
    elif dose.region is None:
        yield f"Bodies differ, from {_range(dose.limits)}; the strictest limit counts."
    else:
        yield f"The limit where you live: {_in_short(dose.limits)}; elsewhere {_range(dose.elsewhere)}."


def ledger(advice: Advice) -> Iterator[str]:
    """List what is taken already, in elemental mg a day."""
    for line in advice.ledger:
        amount = "amount not known" if line.elemental_mg is None else f"{taken(line.elemental_mg)} mg a day"
        yield f"{line.typed}: {amount}{_USE.get(line.use, '')}"


def intake(one: RecommendedIntake, bars: bool = False, kidney: object = "none") -> str:
    """Say what a day should hold, which is what a full bar stands for, and for which kidneys that is."""
    whose = one.body if kidney in ("none", "unknown") else f"{one.body}, with healthy kidneys"
    if bars:
        return f"A full bar is a day: {one.recommended_mg:g} mg, {one.counts} ({whose})."
    return f"A day should hold about {one.recommended_mg:g} mg in all, {one.counts} ({whose})."


def _in_short(told: Sequence[AppliedLimit]) -> str:
    """Say limits by region, each figure once, without the bodies; one of a single country under its name."""
    by_place: dict[str, dict[str, None]] = {}
    for one in told:
        figure, place = f"{one.at_most_mg:g}", region(one.region)
        if one.country is not None and figure not in by_place.get(place, {}):
            place = one.country
        by_place.setdefault(place, {})[figure] = None
    return ", ".join(f"{where} {' or '.join(figures)} mg" for where, figures in by_place.items())


def _range(told: Sequence[AppliedLimit]) -> str:
    """Say the lowest and the highest of some limits, with where they count."""
    lowest = min(told, key=lambda one: one.at_most_mg)
    highest = max(told, key=lambda one: one.at_most_mg)
    if lowest.at_most_mg == highest.at_most_mg:
        return f"{lowest.at_most_mg:g} mg"
    return " to ".join(f"{one.at_most_mg:g} mg ({region(one.region)})" for one in (lowest, highest))
