"""The stretches of a day laid on a week, minute by minute from Monday, so that they can be drawn."""

from collections.abc import Iterable

from magadvisor.model.clock import minutes
from magadvisor.model.day import Block, Window
from magadvisor.model.words import WEEKDAYS

DAY = 24 * 60
WEEK = len(WEEKDAYS) * DAY

Marks = list[bool]
"""A mark for each minute of a week."""


def marked(stretches: Iterable[Window | Block]) -> Marks:
    """Mark the minutes of some stretches; one that ends before it begins goes on into the next day."""
    week = [False] * WEEK
    for one in stretches:
        start = minutes(one.from_)
        length = (minutes(one.to) - start) % DAY or DAY
        for on in one.on or WEEKDAYS:
            first = WEEKDAYS.index(on) * DAY + start
            for minute in range(first, first + length):
                week[minute % WEEK] = True
    return week


def of_day(weekday: int, week: Marks) -> Marks:
    """Give the marks of one day, Monday as 0."""
    return week[weekday * DAY : (weekday + 1) * DAY]
