"""The stretches of a day laid on a week, minute by minute from Monday, so that they can be drawn."""

from collections.abc import Iterable

from magadvisor.model.clock import MINUTES_A_DAY, MINUTES_A_WEEK, minutes
from magadvisor.model.day import Block, Window
from magadvisor.model.words import WEEKDAYS

Marks = list[bool]
"""A mark for each minute of a week."""


def marked(stretches: Iterable[Window | Block]) -> Marks:
    """Mark the minutes of some stretches; one that ends before it begins goes on into the next day."""
    week = [False] * MINUTES_A_WEEK
    for one in stretches:
        start = minutes(one.from_)
        length = (minutes(one.to) - start) % MINUTES_A_DAY or MINUTES_A_DAY
        for on in one.on or WEEKDAYS:
            first = WEEKDAYS.index(on) * MINUTES_A_DAY + start
            for minute in range(first, first + length):
                week[minute % MINUTES_A_WEEK] = True
    return week


def of_day(weekday: int, week: Marks) -> Marks:
    """Give the marks of one day, Monday as 0."""
    return week[weekday * MINUTES_A_DAY : (weekday + 1) * MINUTES_A_DAY]
