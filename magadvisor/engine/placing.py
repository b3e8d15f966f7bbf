"""Where the doses of magnesium go: into the free hours, awake, apart, and clear of every edge."""

from collections.abc import Mapping, Sequence

from magadvisor.model.record import dataclass

MINUTES_A_DAY = 24 * 60
MINUTES_A_WEEK = 7 * MINUTES_A_DAY

Span = tuple[int, int]  # start in 0..MINUTES_A_WEEK, end after it; may pass the week's end


@dataclass(frozen=True, slots=True)
class Waking:
    """Waking hours in minutes after midnight; sleep may lie past midnight."""

    wake: int = 7 * 60
    sleep: int = 23 * 60


def place(free: Sequence[Span], doses: int, waking: Waking) -> tuple[str, ...]:
    """Place doses at times that are free every day, awake, and as far apart as they can be.

    A window's edge is kept clear where that costs no dose: nobody swallows a tablet to the minute.
    """
    rooms = {minute: room for minute in _awake(waking) if (room := _room(minute, free)) is not None}
    chosen = _apart(_clear(rooms), doses, waking)
    if len(chosen) < doses:
        chosen = max(chosen, _apart(list(rooms), doses, waking), key=len)
    return tuple(clock(minute) for minute in sorted(chosen, key=lambda m: _rank(m, waking)))


def clock(minute: int) -> str:
    """Write a minute of the week as HH:MM."""
    hours, minutes = divmod(minute % MINUTES_A_DAY, 60)
    return f"{hours:02d}:{minutes:02d}"


_STEP = 30
_CLEAR = 60
_FEWEST_APART = 4 * 60


def _awake(waking: Waking) -> list[int]:
    length = (waking.sleep - waking.wake) % MINUTES_A_DAY or MINUTES_A_DAY
    return [(waking.wake + step) % MINUTES_A_DAY for step in range(0, length + 1, _STEP)]


def _rank(minute: int, waking: Waking) -> int:
    return (minute - waking.wake) % MINUTES_A_DAY


def _apart(times: Sequence[int], doses: int, waking: Waking) -> list[int]:
    """Choose the earliest time, then again and again the one that is farthest from all chosen."""
    chosen: list[int] = []
    while times and len(chosen) < doses:
        best = max(times, key=lambda minute: (_distance(minute, chosen), -_rank(minute, waking)))
        if chosen and _distance(best, chosen) < _FEWEST_APART:
            break
        chosen.append(best)
    return chosen


def _clear(rooms: Mapping[int, int]) -> list[int]:
    """Keep of each stretch of times those an hour from its edges; of a short one, the middle."""
    kept: list[int] = []
    stretch: list[int] = []
    for minute in rooms:
        if stretch and minute != (stretch[-1] + _STEP) % MINUTES_A_DAY:
            kept += _clearest(stretch, rooms)
            stretch = []
        stretch.append(minute)
    return kept + _clearest(stretch, rooms)


def _clearest(stretch: Sequence[int], rooms: Mapping[int, int]) -> list[int]:
    most = max((rooms[minute] for minute in stretch), default=0)
    return [minute for minute in stretch if rooms[minute] == most]


def _room(minute: int, free: Sequence[Span]) -> int | None:
    """Measure how far a time of day is from the nearest edge on any day, up to an hour; None if closed."""
    room = _CLEAR
    for day in range(7):
        found = _to_edge(day * MINUTES_A_DAY + minute, free)
        if found is None:
            return None
        room = min(room, found)
    return room


def _to_edge(minute: int, free: Sequence[Span]) -> int | None:
    for start, end in free:
        for turn in (minute, minute + MINUTES_A_WEEK):
            if start <= turn <= end:
                return MINUTES_A_WEEK if end - start >= MINUTES_A_WEEK else min(turn - start, end - turn)
    return None


def _distance(minute: int, chosen: Sequence[int]) -> int:
    """Measure the shortest way around the day to a chosen dose; far when none is chosen."""
    ways = [abs(minute - other) % MINUTES_A_DAY for other in chosen]
    return min((min(way, MINUTES_A_DAY - way) for way in ways), default=MINUTES_A_DAY)
