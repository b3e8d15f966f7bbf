"""Rules and interactions in plain words."""

from collections.abc import Iterator

from magadvisor.engine.meet import applies
from magadvisor.explain.words import effect_lines, when_lines
from magadvisor.model.explained import Section, Sentence
from magadvisor.model.interaction import Interaction
from magadvisor.model.joining import either
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.rule import Rule
from magadvisor.model.words import Action, Salts

_DIRECTION = {
    "magnesium-lowers-medicine": "Magnesium lowers what the medicine does.",
    "magnesium-raises-medicine": "Magnesium raises what the medicine does.",
    "medicine-lowers-magnesium": "The medicine lowers magnesium.",
    "medicine-raises-magnesium": "The medicine raises magnesium.",
    "additive": "Both act in the same direction, and it adds up.",
    "mutual": "Each lowers the other.",
    "low-magnesium-harmful": "Low magnesium makes the medicine more harmful.",
}
ROUTES = {
    "oral": "by mouth",
    "sublingual": "under the tongue",
    "injection": "by injection",
    "inhaled": "inhaled",
    "eye": "in the eye",
    "ear": "in the ear",
    "nose": "in the nose",
    "skin": "on the skin",
    "vaginal": "in the vagina",
    "rectal": "in the rectum",
}
_FIT = {
    "label-exact": "The source speaks of this very medicine.",
    "label-class": "The source speaks of this class of medicines.",
    "inferred": "It is inferred from medicines like it.",
}


def rule_sections(rule: Rule, known: Knowledge) -> Iterator[Section]:
    """Tell a rule: what it says, when it holds, what follows, and why."""
    yield plain_section("It says", rule.says)
    yield plain_section("When", *when_lines(rule.when, known))
    yield plain_section("Then", *effect_lines(rule.then, known))
    yield plain_section("Why", rule.because)
    yield plain_section("How it acts", "Every rule is tried alone. Where two meet, the stricter wins.")


def interaction_sections(one: Interaction, known: Knowledge) -> Iterator[Section]:
    """Tell an interaction: what to do, for which medicines and salts, and why."""
    yield plain_section("It says", one.tell)
    yield plain_section("When", *_when(one, known))
    yield plain_section("What to do", *_action(one, known))
    yield plain_section("Why", one.because, f"How: {one.mechanism}. {_DIRECTION[one.direction]}")
    yield plain_section("How serious", f"{one.severity.value.capitalize()}. {_FIT[one.fit]}")


def plain_section(label: str, *texts: str) -> Section:
    """Make a section of texts that carry no source of their own; a blank one is left out."""
    return Section(label, tuple(Sentence(text) for text in texts if text))


def hours(after: float | None, before: float | None) -> str:
    """Say a gap on each side, or on the one side that is known."""
    if after == 0 and before == 0:
        return "no gap at all"
    sides = (
        None if after is None else f"{after:g} h after the medicine",
        None if before is None else f"{before:g} h before it",
    )
    return either([side for side in sides if side is not None])


def _when(one: Interaction, known: Knowledge) -> Iterator[str]:
    routes = either([ROUTES[route] for route in one.routes])
    members = sum(applies(one, medicine) for medicine in known.medicines.values())
    which = f"one of its {members} medicines" if members > 1 else "its one medicine"
    yield f"You take {which} {routes}."
    target = one.applies_to
    if target.atc:
        yield f"ATC codes, or how they begin: {', '.join(target.atc)}."
    if target.medicines:
        yield f"By name: {', '.join(target.medicines)}."
    if target.except_:
        yield f"Not: {', '.join(target.except_)}."
    alkaline = ", ".join(form.id for form in known.forms.values() if form.alkaline)
    salts = f"Only for salts that neutralise acid: {alkaline}." if one.salts is Salts.ALKALINE else ""
    yield salts or "It holds for every form of magnesium by mouth."


def _action(one: Interaction, known: Knowledge) -> Iterator[str]:
    gap = hours(one.magnesium_after_medicine_hours, one.magnesium_before_medicine_hours)
    yield {
        Action.AVOID: f"Do not combine them; {known.no_gap(one.severity)}.",
        Action.ASK: f"Ask {known.whom(one.who)} first.",
        Action.SEPARATE: f"Keep them apart: magnesium at least {gap}.",
        Action.MONITOR: "Have something checked.",
        Action.INFORM: "Know about it.",
    }[one.action]
    if one.least is not None:
        yield known.sentences["least-gap"].format(gap=hours(one.least.after, one.least.before))
    if one.monitor is not None:
        yield f"To check: {one.monitor}."
