"""The day as a picture: one bar for what is free, and one for each medicine that closes hours."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from magadvisor.model.clock import clock, minutes
from magadvisor.model.day import Day
from magadvisor.model.words import WEEKDAYS
from magadvisor.render.handout.sheet import Bar, Picture, Span
from magadvisor.render.week import Marks, marked, of_day


def pictures(day: Day) -> tuple[Picture, ...]:
    """Draw one day; where other hours are free on other weekdays, one for each kind of day."""
    names = dict.fromkeys(block.by for block in day.blocked)
    closed = {name: marked(block for block in day.blocked if block.by == name) for name in names}
    free = marked(day.windows)
    kinds: dict[tuple[bool, ...], list[int]] = {}
    for weekday in range(len(WEEKDAYS)):
        kinds.setdefault(tuple(of_day(weekday, free)), []).append(weekday)
    doses = tuple(minutes(dose) for dose in day.doses)
    return tuple(_picture(marks, weekdays, closed, doses) for marks, weekdays in kinds.items())


def _picture(
    free: Sequence[bool], weekdays: Sequence[int], closed: Mapping[str, Marks], doses: tuple[int, ...]
) -> Picture:
    """Draw the weekdays on which the same hours are free."""
    days = _named(weekdays).capitalize()
    bars = (_bar("Magnesium fits", True, free), *_medicines(weekdays, closed))
    told = "; ".join(bar.label for bar in bars)
    return Picture(days, bars, doses, f"{days}: {told}." if days else f"{told}.")


def _medicines(weekdays: Sequence[int], closed: Mapping[str, Marks]) -> Iterator[Bar]:
    """Draw what each medicine closes on any of these weekdays, and name them where it is not all."""
    for name, week in closed.items():
        on = [weekday for weekday in weekdays if any(of_day(weekday, week))]
        if on:
            marks = [any(same) for same in zip(*(of_day(weekday, week) for weekday in on), strict=True)]
            days = "" if on == list(weekdays) else f" ({_named(on)})"
            yield _bar(f"{name}{days}: no magnesium", False, marks)


def _named(weekdays: Sequence[int]) -> str:
    return "" if len(weekdays) == len(WEEKDAYS) else ", ".join(WEEKDAYS[day] for day in weekdays)


def _bar(name: str, free: bool, marks: Sequence[bool]) -> Bar:
    spans = tuple(_spans(marks))
    told = ", ".join(f"{clock(one.start)}-{clock(one.end)}" for one in spans) or "at no time"
    return Bar(f"{name} {told}", free, spans)


def _spans(marks: Sequence[bool]) -> Iterator[Span]:
    start = 0
    for is_marked, run in groupby(marks):
        end = start + len(list(run))
        if is_marked:
            yield Span(start, end)
        start = end
