"""What each medicine asks of the hours, and the day between them."""

from collections.abc import Iterator

from magadvisor.model.advice import Advice, MetInteraction
from magadvisor.model.knowledge import Knowledge
from magadvisor.render import hours, phrases
from magadvisor.render.handout.day import pictures
from magadvisor.render.handout.sheet import Block, Items, Table
from magadvisor.render.parts import Numbers

_NOTHING = "none set"


def times(advice: Advice, known: Knowledge, cited: Numbers, for_doctor: bool) -> Iterator[Block]:
    """Tell the gaps, what else to know of each medicine, the day, and where sources differ."""
    met = advice.interactions
    if met:
        with_hours = any(one.spacing_helps is not None for one in met)
        head = ("Medicine", *(("Wait after it", "Keep free before it") if with_hours else ()), "What to know")
        yield Table(head, tuple(_row(one, known, cited, with_hours, for_doctor) for one in met))
    silence = phrases.silence(advice.medicines, met, known)
    checked = tuple(phrases.was_checked((name,), said) for names, said in silence for name in names)
    if checked:
        yield Items(checked)
    yield from _day(advice, known)
    differ = tuple(f"{', '.join(one.medicines)}: sources differ. {one.differ}" for one in met if one.differ)
    if differ:
        yield Items(differ, "notes")


def _row(
    one: MetInteraction, known: Knowledge, cited: Numbers, with_hours: bool, for_doctor: bool
) -> tuple[str, ...]:
    why = f" {one.because} ({phrases.certainty(one.certainty)})" if for_doctor else ""
    check = f" Check: {one.monitor}." if for_doctor and one.monitor else ""
    name = f"{', '.join(one.medicines)} ({phrases.severity(one)})"
    return (
        name,
        *(_hours(one, known) if with_hours else ()),
        f"{one.tell}{why}{check}{cited(one.sources)}",
    )


def _hours(one: MetInteraction, known: Knowledge) -> tuple[str, str]:
    after, before = one.magnesium_after_medicine_hours, one.magnesium_before_medicine_hours
    if after is not None and before is not None:
        return f"{after:g} h", f"{before:g} h"
    none = known.no_gap(one.severity) if one.spacing_helps is False else _NOTHING
    return none, none


def _day(advice: Advice, known: Knowledge) -> Iterator[Block]:
    """Draw the day and say what fits; the hours each medicine closes stand in the picture."""
    if advice.day is None:
        return
    yield from pictures(advice.day)
    yield Items(tuple(hours.day(advice.day, advice.interactions, known)))
