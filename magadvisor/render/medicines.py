"""Sentences about medicines and what they do with magnesium."""

from collections.abc import Iterable, Iterator

from magadvisor.model.account import MedicineAnswer
from magadvisor.model.advice import Advice, Reason
from magadvisor.model.interaction import Least, MetInteraction
from magadvisor.model.knowledge import Knowledge

_SEVERITY = {"contraindicated": "DO NOT COMBINE", "major": "MAJOR", "moderate": "MODERATE", "minor": "NOTE"}


def severity(one: MetInteraction) -> str:
    """Say the severity as a word."""
    return _SEVERITY[one.severity]


def style(one: MetInteraction) -> str:
    """Choose the meaning under which an interaction is coloured."""
    return "careful" if one.severity in ("contraindicated", "major") else "label"


def whose(one: MetInteraction, medicines: Iterable[MedicineAnswer]) -> str:
    """Name the medicines of an interaction; of a name that may mean several, that it holds for some."""
    unsettled = {item.typed for item in medicines if not item.checked}
    return ", ".join(
        f"{name} (if it is one of these)" if name in unsettled else name for name in one.medicines
    )


def interaction(one: MetInteraction, known: Knowledge, said: bool = False) -> str:
    """Say the gap on each side, or that spacing does not help, and what to know unless it was said."""
    after, before = one.magnesium_after_medicine_hours, one.magnesium_before_medicine_hours
    tell = "" if said else f" {one.tell}"
    if after is not None and before is not None:
        return f"magnesium at least {after:g} h after it, or {before:g} h before it.{tell}"
    if one.spacing_helps is False:
        return f"{known.no_gap(one.severity)}.{tell}"
    return "ask first, as said above." if said else one.tell


def about(one: MetInteraction, known: Knowledge, differ: bool = True) -> Iterator[str]:
    """Say what else belongs to an interaction: the shortest gap accepted, what to check, disagreement."""
    if one.least is not None and _shorter(one.least, one):
        yield known.sentences["least-gap"].format(gap=_least(one.least))
    if one.monitor:
        yield f"Check: {one.monitor}."
    if one.differ:
        yield f"Sources differ: {one.differ}" if differ else "Sources differ; --why says how."


def silent(
    medicines: Iterable[MedicineAnswer], met: Iterable[MetInteraction], ruled: Iterable[str]
) -> tuple[str, ...]:
    """Name what was checked although no rule speaks of it; of several names typed in one go, each.

    `ruled` are the medicines that rules name, by INN.
    """
    by_rules = {*ruled}
    spoken_of = by_rules.union(*(one.medicines for one in met))
    names: dict[str, None] = {}
    for item in medicines:
        if item.checked and not item.interactions and by_rules.isdisjoint(item.matched):
            names[item.typed] = None
        elif item.checked and len(item.matched) > 1:
            names |= dict.fromkeys(name for name in item.matched if name not in spoken_of)
    return tuple(names)


def by_rules(advice: Advice, known: Knowledge) -> Iterator[tuple[tuple[str, ...], Reason]]:
    """Give each reason that names listed medicines, with these; a card or an action may say more of them."""
    listed = dict.fromkeys(name for item in advice.medicines for name in item.matched)
    for reason in advice.reasons:
        rule = known.rules.get(reason.rule)
        wanted = rule.medicines if rule else frozenset()
        if named := tuple(name for name in listed if name in wanted):
            yield named, reason


def nothing_applies(*names: str) -> str:
    """Say which medicines were checked although no rule speaks of them."""
    return f"{', '.join(names)}: checked; none of our rules applies."


def _least(one: Least) -> str:
    """Say the shortest accepted gap on each side that an authority names."""
    after = None if one.after is None else f"{one.after:g} h after it"
    before = None if one.before is None else f"{one.before:g} h before it"
    return " or ".join(side for side in (after, before) if side)


def _shorter(least: Least, one: MetInteraction) -> bool:
    """Say whether an authority accepts less than the gap that is told."""
    told = (one.magnesium_after_medicine_hours, one.magnesium_before_medicine_hours)
    return (least.after, least.before) != told
