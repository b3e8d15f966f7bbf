"""The statements of an advice that every channel must carry."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from magadvisor.model.advice import Advice
from magadvisor.model.words import Outcome


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement: its value as a document holds it, and the ways a text may say it."""

    kind: str
    value: str | float
    said: tuple[str, ...]


def facts(advice: Advice) -> Iterator[Fact]:
    """List what must be told; of an urgent advice only what to do and what was not checked."""
    yield _text("headline", advice.headline)
    yield _text("caveat", advice.caveat)
    yield _text("knowledge", advice.knowledge.version)
    soon = ("emergency", "same-day")  # where help is needed now, what can wait is in the document alone
    yield from (
        _text("action", one.text)
        for one in advice.actions
        if advice.outcome is not Outcome.URGENT or one.urgency in soon
    )
    yield from (_text("not checked", one.typed) for one in advice.not_checked)
    yield from (_text("suggestion", name) for one in advice.not_checked for name in one.suggestions)
    if advice.outcome is not Outcome.URGENT:
        yield from _forms(advice)
        yield from _amounts(advice)
        yield from _medicines(advice)
        yield from _around(advice)


def _text(kind: str, text: str) -> Fact:
    return Fact(kind, text, (text,))


def _number(kind: str, number: float, unit: str) -> Fact:
    return Fact(kind, number, (f"{number:g} {unit}", f"{number:.0f} {unit}"))


def _taken(kind: str, mg: float) -> Fact:
    return Fact(kind, mg, (f"{mg:g} mg", f"{math.ceil(mg)} mg"))


def _left(kind: str, mg: float) -> Fact:
    return Fact(kind, mg, (f"{mg:g} mg", f"{math.floor(mg)} mg"))


def _forms(advice: Advice) -> Iterator[Fact]:
    if advice.form is not None:
        yield Fact("form", advice.form.id, (advice.form.name, advice.form.id))
        yield _text("why the form", advice.form.because)
    for one in advice.alternatives:
        yield Fact("alternative", one.id, (one.id, one.name))
        yield _text("why another form", one.because)
    for aside in advice.set_aside:
        yield Fact("set aside", aside.id, (aside.id, f"Magnesium {aside.id}"))
        yield _text("why set aside", aside.because)


def _amounts(advice: Advice) -> Iterator[Fact]:
    dose = advice.dose
    if dose is not None and dose.limit_mg is not None:
        yield _number("limit", dose.limit_mg, "mg")
        if dose.at_most_mg is not None:
            yield _left("at most", dose.at_most_mg)
        if dose.already_mg:
            yield _taken("already", dose.already_mg)
        if dose.compound_mg is not None:
            yield _number("compound", dose.compound_mg, "mg")
        for limit in (*dose.limits, *dose.elsewhere):
            yield _number("limit", limit.at_most_mg, "mg")
            yield _text("body", limit.body)
    if advice.intake is not None and advice.foods:
        yield _number("intake", advice.intake.recommended_mg, "mg")
        yield _text("intake body", advice.intake.body)
    for line in advice.ledger:
        yield _text("taken", line.typed)
        if line.elemental_mg is not None:
            yield _taken("taken amount", line.elemental_mg)
    for food in advice.foods:
        yield Fact("food", food.name, (food.name.split(",", maxsplit=1)[0],))
        yield _number("food amount", food.magnesium_mg, "mg")


def _medicines(advice: Advice) -> Iterator[Fact]:
    for one in advice.interactions:
        yield from (_text("medicine", name) for name in one.medicines)
        yield _text("tell", one.tell)
        if one.monitor:
            yield _text("monitor", one.monitor)
        if one.differ:
            yield _text("sources differ", one.differ)
        for hours in (one.magnesium_after_medicine_hours, one.magnesium_before_medicine_hours):
            if hours is not None:
                yield _number("hours", hours, "h")
    for item in advice.medicines:
        if item.checked and not item.interactions:
            yield _text("nothing applies", item.typed)
        elif item.checked:
            yield from (_text("one of several", name) for name in item.matched if len(item.matched) > 1)
    if advice.day is not None:
        for window in advice.day.windows:
            yield from (_text("window", end) for end in (window.from_, window.to, *window.on))
        for block in advice.day.blocked:
            yield from (_text("blocked", text) for text in (block.by, block.from_, block.to))
        yield from (_text("conflict", name) for name in advice.day.conflict)


def _around(advice: Advice) -> Iterator[Fact]:
    yield from (_text("watch", one.text) for one in advice.watch)
    yield from (_text("supporting", one.text) for one in advice.supporting)
    for flag in advice.red_flags:
        yield Fact("red flag", flag.text, (flag.text, flag.text[:1].lower() + flag.text[1:]))
    yield from (_text("not answered", one.could_change) for one in advice.unanswered)
