"""Where the doses of magnesium go: into the free hours, awake, apart, at meals, and clear of every edge."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from magadvisor.engine.every_day import Span, awake, every_day, holds
from magadvisor.model.clock import MINUTES_A_DAY, clock
from magadvisor.model.record import Record

FEWEST_APART = 4 * 60
"""Minutes between two doses of magnesium; closer ones are not placed.

No source names a time between them: it is this project's choice, so that two parts are not taken as one.
"""


class Waking(Record):
    """Waking hours in minutes after midnight; sleep may lie past midnight.

    Those of a person who says none are the choice of this project.
    """

    wake: int = 7 * 60
    sleep: int = 23 * 60


def place(free: Sequence[Span], doses: int, waking: Waking, meals: Sequence[int] = ()) -> tuple[str, ...]:
    """Place as many of the doses as fit at times that are free every day, awake and four hours apart.

    Of such ways the one with most doses at a meal counts, then one that keeps clear of the edges
    of a window (nobody swallows a tablet to the minute), then the one with doses farthest apart.
    `free` are spans of the week, `meals` minutes after midnight; the times are written as HH:MM.
    """
    whole = every_day(free)
    hours = awake(whole, waking.wake, waking.sleep)
    at_meals = [minute for minute in meals if any(holds(one, minute) for one in hours)]
    choices = tuple(_times(hours, whole, at_meals, waking))
    for count in range(doses, 0, -1):
        for with_meal in range(count, -1, -1):
            for times in choices:
                chosen = _widest(_fixed(at_meals, with_meal, times), times, count)
                if chosen:
                    return tuple(map(time_of_day, sorted(chosen, key=lambda minute: _rank(minute, waking))))
    return ()


def time_of_day(minute: int) -> str:
    """Write a minute of the week as HH:MM, whatever its day."""
    return clock(minute % MINUTES_A_DAY)


# The choice of this project: nobody swallows a tablet to the minute.
_STEP = 30  # minutes between the times that are tried
_CLEAR = 60  # minutes from the edge of a window from which a time is clear of it


def _times(
    hours: Sequence[Span], whole: Sequence[Span], meals: Sequence[int], waking: Waking
) -> Iterator[tuple[int, ...]]:
    """Give the times that may be chosen: half hours clear of the edges, all half hours, all that matter.

    To fit most doses, each stands at the start of an hour or a meal, or as close as may be behind another.
    """
    halves = [_halves(one, waking) for one in hours]
    yield tuple(minute for each in halves for minute in _clear(each, whole))
    yield tuple(minute for each in halves for minute in each)
    firsts = (*(start for start, _ in hours), *meals)
    behind = (first + turn for first in firsts for turn in range(0, MINUTES_A_DAY, FEWEST_APART))
    exact = {minute % MINUTES_A_DAY for minute in behind if any(holds(one, minute) for one in hours)}
    yield tuple(sorted(exact, key=lambda minute: _rank(minute, waking)))


def _halves(hour: Span, waking: Waking) -> list[int]:
    """List the half hours of a span, counted from waking."""
    start, end = hour
    first = start + (waking.wake - start) % _STEP
    return [minute % MINUTES_A_DAY for minute in range(first, end + 1, _STEP)]


def _clear(times: Sequence[int], whole: Sequence[Span]) -> list[int]:
    """Keep the times an hour from both edges of the free hours; of short ones, the middle."""
    rooms = {minute: next(_room(one, minute) for one in whole if holds(one, minute)) for minute in times}
    most = max(rooms.values(), default=None)
    return [minute for minute in times if rooms[minute] == most]


def _room(hour: Span, minute: int) -> int:
    """Measure how far a time is from the edges of a span, up to an hour; a whole day has none."""
    length, inside = hour[1] - hour[0], (minute - hour[0]) % MINUTES_A_DAY
    return _CLEAR if length >= MINUTES_A_DAY else min(_CLEAR, inside, length - inside)


def _fixed(meals: Sequence[int], with_meal: int, times: Sequence[int]) -> list[tuple[int, ...]]:
    """List the meals that doses may stand at, or the time of a first dose where none does."""
    if with_meal:
        return list(combinations(sorted(meals), with_meal))
    return [(minute,) for minute in times]


def _widest(fixed: Sequence[tuple[int, ...]], times: Sequence[int], count: int) -> tuple[int, ...]:
    """Choose the times that are farthest apart; none where so many do not fit."""
    turns = sorted({turned for minute in times for turned in (minute, minute + MINUTES_A_DAY)})
    if not _first(fixed, turns, count, FEWEST_APART):
        return ()
    widths = (*range(MINUTES_A_DAY // count, FEWEST_APART, -_STEP), FEWEST_APART)
    return next(chosen for apart in widths if (chosen := _first(fixed, turns, count, apart)))


def _first(fixed: Iterable[tuple[int, ...]], turns: Sequence[int], count: int, apart: int) -> tuple[int, ...]:
    ways = (_filled(one, turns, count, apart) for one in fixed)
    return next((way for way in ways if way), ())


def _filled(fixed: tuple[int, ...], turns: Sequence[int], count: int, apart: int) -> tuple[int, ...]:
    """Fill up around fixed times, each dose as close as may be behind the last; none where it does not do."""
    chosen = list(fixed)
    for first, last in pairwise((*fixed, fixed[0] + MINUTES_A_DAY)):
        if last - first < apart:
            return ()
        at = first
        while len(chosen) < count:
            behind = bisect_left(turns, at + apart)
            if behind == len(turns) or turns[behind] > last - apart:
                break
            at = turns[behind]
            chosen.append(at % MINUTES_A_DAY)
    return tuple(chosen) if len(chosen) == count else ()


def _rank(minute: int, waking: Waking) -> int:
    return (minute - waking.wake) % MINUTES_A_DAY
