"""The hours that are free on every day of the week, and those of them when a person is up."""

from collections.abc import Iterable, Iterator, Sequence

from magadvisor.model.clock import MINUTES_A_DAY, MINUTES_A_WEEK

SHORTEST_WINDOW = 30
"""Minutes below which a free span is not offered: too short to be met, as this project chose."""

Span = tuple[int, int]  # start in 0..MINUTES_A_WEEK, end after it; may pass the end of the circle


def every_day(free: Sequence[Span]) -> tuple[Span, ...]:
    """Lay the days of a week upon each other and keep what is free on all of them, as spans of one day."""
    return tuple(between(_closed(free), MINUTES_A_DAY)) if free else ()


def between(closed: Iterable[Span], circle: int) -> Iterator[Span]:
    """Walk once around a day or a week, from the first closed span, and keep what is free for 30 minutes.

    There must be a closed span; `circle` is the length of the day or the week in minutes.
    """
    turned = sorted((start % circle, end - start) for start, end in closed)
    first = turned[0][0]
    reached = max(first, *(start + length - circle for start, length in turned))
    for start, length in (*turned, (first + circle, 0)):
        if start - reached >= SHORTEST_WINDOW:
            yield reached % circle, reached % circle + start - reached
        reached = max(reached, start + length)


def awake(hours: Iterable[Span], wake: int, sleep: int) -> tuple[Span, ...]:
    """Cut spans of a day to the time from waking to sleep, in minutes after midnight, both included."""
    length = (sleep - wake) % MINUTES_A_DAY or MINUTES_A_DAY
    if length == MINUTES_A_DAY:
        return tuple(hours)
    cut = []
    for start, end in hours:
        for turn in (-MINUTES_A_DAY, 0, MINUTES_A_DAY):
            first, last = max(start + turn, wake), min(end + turn, wake + length)
            if last >= first:
                cut.append((first, last))
    return tuple(sorted(cut))


def holds(hours: Span, minute: int) -> bool:
    """Say whether a time of day lies in a span; both ends are in it."""
    return (minute - hours[0]) % MINUTES_A_DAY <= hours[1] - hours[0]


def _closed(free: Sequence[Span]) -> Iterator[Span]:
    """List what lies between the free spans of a week; nothing lasts no time."""
    for place, (_, end) in enumerate(free):
        start = free[place + 1][0] if place + 1 < len(free) else free[0][0] + MINUTES_A_WEEK
        yield end, start
