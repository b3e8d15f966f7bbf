"""The day as a picture: one bar for what is free, and one for each medicine that closes hours."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from magadvisor.model.advice import Block, Day
from magadvisor.model.words import WEEKDAYS
from magadvisor.render.bars import minutes
from magadvisor.render.handout.sheet import Bar, Picture, Span

DAY = 24 * 60
WEEK = 7 * DAY
SHORTEST_WINDOW = 30
"""Free minutes below which a stretch is drawn closed, as it is not offered."""

_Week = list[bool]  # a mark for each minute, from Monday


def pictures(day: Day) -> tuple[Picture, ...]:
    """Draw one day; where other hours are free on other weekdays, one for each kind of day."""
    closed = _closed(day.blocked)
    free = _offered([not any(marks) for marks in zip(*closed.values(), strict=True)] or [True] * WEEK)
    kinds: dict[tuple[bool, ...], list[int]] = {}
    for weekday in range(7):
        kinds.setdefault(tuple(_on(weekday, free)), []).append(weekday)
    doses = tuple(minutes(dose) for dose in day.doses)
    return tuple(_picture(marks, weekdays, closed, doses) for marks, weekdays in kinds.items())


def _closed(blocked: Iterable[Block]) -> dict[str, _Week]:
    """Mark the minutes that each medicine closes."""
    closed: dict[str, _Week] = {}
    for block in blocked:
        week = closed.setdefault(block.by, [False] * WEEK)
        start = minutes(block.from_)
        length = (minutes(block.to) - start) % DAY or DAY
        for on in block.on or WEEKDAYS:
            first = WEEKDAYS.index(on) * DAY + start
            for minute in range(first, first + length):
                week[minute % WEEK] = True
    return closed


def _offered(free: _Week) -> _Week:
    """Keep the free stretches that are long enough to be offered, also around the end of the week."""
    if all(free):
        return free
    turn = free.index(False)
    kept: _Week = []
    for is_free, run in groupby(free[turn:] + free[:turn]):
        length = len(list(run))
        kept += [is_free and length >= SHORTEST_WINDOW] * length
    return kept[-turn:] + kept[:-turn] if turn else kept


def _on(weekday: int, week: _Week) -> list[bool]:
    return week[weekday * DAY : (weekday + 1) * DAY]


def _picture(
    free: Sequence[bool], weekdays: Sequence[int], closed: Mapping[str, _Week], doses: tuple[int, ...]
) -> Picture:
    """Draw the weekdays on which the same hours are free."""
    days = _named(weekdays).capitalize()
    bars = (_bar("Magnesium fits", True, free), *_medicines(weekdays, closed))
    told = "; ".join(bar.label for bar in bars)
    return Picture(days, bars, doses, f"{days}: {told}." if days else f"{told}.")


def _medicines(weekdays: Sequence[int], closed: Mapping[str, _Week]) -> Iterator[Bar]:
    """Draw what each medicine closes on any of these weekdays, and name them where it is not all."""
    for name, week in closed.items():
        on = [weekday for weekday in weekdays if any(_on(weekday, week))]
        if on:
            marks = [any(same) for same in zip(*(_on(weekday, week) for weekday in on), strict=True)]
            days = "" if on == list(weekdays) else f" ({_named(on)})"
            yield _bar(f"{name}{days}: no magnesium", False, marks)


def _named(weekdays: Sequence[int]) -> str:
    return "" if len(weekdays) == len(WEEKDAYS) else ", ".join(WEEKDAYS[day] for day in weekdays)


def _bar(name: str, free: bool, marks: Sequence[bool]) -> Bar:
    spans = tuple(_spans(marks))
    told = ", ".join(f"{_clock(one.start)}-{_clock(one.end)}" for one in spans) or "at no time"
    return Bar(f"{name} {told}", free, spans)


def _spans(marks: Sequence[bool]) -> Iterator[Span]:
    start = 0
    for marked, run in groupby(marks):
        end = start + len(list(run))
        if marked:
            yield Span(start, end)
        start = end


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
