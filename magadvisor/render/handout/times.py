"""What each medicine asks of the hours, and the day between them."""

from collections.abc import Iterator

from magadvisor.model.advice import Advice, Reason
from magadvisor.model.interaction import MetInteraction
from magadvisor.model.knowledge import Knowledge
from magadvisor.render import hours, medicines, phrases
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
        yield Table(head, tuple(_row(one, advice, known, cited, with_hours, for_doctor) for one in met))
    ruled = tuple(medicines.by_rules(advice, known))
    if ruled:
        yield Items(tuple(_ruled(names, reason, cited) for names, reason in ruled))
    spoken_of = (name for names, _ in ruled for name in names)
    silent = medicines.silent(advice.medicines, met, spoken_of)
    if silent:
        yield Items(tuple(map(medicines.nothing_applies, silent)))
    yield from _day(advice, known)
    differ = tuple(f"{', '.join(one.medicines)}: sources differ. {one.differ}" for one in met if one.differ)
    if differ:
        yield Items(differ, "notes")


def _ruled(names: tuple[str, ...], reason: Reason, cited: Numbers) -> str:
    sure = phrases.graded(reason.says, reason.certainty) + cited(reason.sources)
    return f"{', '.join(names)}: checked. {sure}"


def _row(
    one: MetInteraction, advice: Advice, known: Knowledge, cited: Numbers, with_hours: bool, for_doctor: bool
) -> tuple[str, ...]:
    why = f" {phrases.graded(one.because, one.certainty)}" if for_doctor else ""
    check = f" Check: {one.monitor}." if for_doctor and one.monitor else ""
    name = f"{medicines.whose(one, advice.medicines)} ({medicines.severity(one)})"
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
