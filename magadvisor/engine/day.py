"""When magnesium fits between timed doses: a circular week, and gaps that differ on each side.

A dose at t closes magnesium in the open interval (t - before, t + after); the end points are
allowed. Days may differ, so the circle is a week of minutes, and a week whose days are alike
is told as one day.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from magadvisor.engine.every_day import Span, between
from magadvisor.engine.placing import Waking, place, time_of_day
from magadvisor.model.clock import MINUTES_A_DAY, MINUTES_A_WEEK
from magadvisor.model.day import Block, Day, LeastDay, Window
from magadvisor.model.profile import Dose
from magadvisor.model.record import Record
from magadvisor.model.words import WEEKDAYS


class Gap(Record):
    """Minutes to wait after a medicine, and minutes to keep free before it."""

    after: int
    before: int


class Timed(Record):
    """A medicine with its doses, the gap that is used and the least one that is accepted."""

    name: str
    doses: tuple[Dose, ...]
    gap: Gap
    least: Gap


def plan(
    medicines: Sequence[Timed],
    doses: int,
    waking: Waking,
    left_out: tuple[str, ...] = (),
    meals: Sequence[int] = (),
) -> Day:
    """Find the free windows, place so many doses of magnesium, and say what clashes when nothing fits.

    `meals` are minutes after midnight.
    """
    free = windows(medicines)
    return Day(
        windows=_tell_windows(free),
        blocked=_blocks(medicines),
        doses=place(free, doses, waking, meals),
        conflict=() if free else conflict(medicines),
        least=LeastDay(_tell_windows(windows([_at_least(medicine) for medicine in medicines]))),
        left_out=left_out,
    )


def windows(medicines: Iterable[Timed]) -> tuple[Span, ...]:
    """List the usable free spans of the week; one under 30 minutes is not offered."""
    closed = [span for medicine in medicines for span in _closed(medicine)]
    return tuple(sorted(between(closed, MINUTES_A_WEEK))) if closed else ((0, MINUTES_A_WEEK),)


def conflict(medicines: Sequence[Timed]) -> tuple[str, ...]:
    """Name a smallest set of medicines that leaves no window, in the order listed."""
    for size, _ in enumerate(medicines, 1):
        group = _closing((), medicines, size)
        if group is not None:
            return tuple(medicine.name for medicine in medicines if medicine in group)
    return ()


def _tell_windows(spans: Sequence[Span]) -> tuple[Window, ...]:
    """Write spans as times of day; those alike on every day are told once."""
    return tuple(
        Window(time_of_day(start), _clock_end(start, length), on) for start, length, on in _by_day(spans)
    )


def _clock_end(start: int, length: int) -> str:
    """Write the end of a span; a whole day ends at 24:00."""
    return "24:00" if length >= MINUTES_A_DAY and start % MINUTES_A_DAY == 0 else time_of_day(start + length)


def _closing(chosen: tuple[Timed, ...], medicines: Sequence[Timed], more: int) -> tuple[Timed, ...] | None:
    """Extend a group by at most `more` medicines until it closes the week.

    One of the medicines that reach into an open window must be in the group, so only those are tried.
    """
    free = windows(chosen)
    if not free:
        return chosen
    if not more:
        return None
    for medicine in medicines:
        group = (*chosen, medicine)
        if free[0] not in windows(group):
            closing = _closing(group, medicines, more - 1)
            if closing is not None:
                return closing
    return None


def _at_least(medicine: Timed) -> Timed:
    return Timed(medicine.name, medicine.doses, medicine.least, medicine.least)


def _closed(medicine: Timed) -> Iterable[Span]:
    length = medicine.gap.before + medicine.gap.after
    if not length:
        return
    for minute in _minutes(medicine.doses):
        start = (minute - medicine.gap.before) % MINUTES_A_WEEK
        yield start, start + length


def _minutes(doses: Iterable[Dose]) -> list[int]:
    return sorted({day * MINUTES_A_DAY + dose.minute for dose in doses for day in dose.days or range(7)})


def _by_day(spans: Sequence[Span]) -> list[tuple[int, int, tuple[str, ...]]]:
    """Group spans that start at the same time of day and last as long."""
    days: dict[tuple[int, int], list[int]] = {}
    for start, end in chain.from_iterable(map(_daily, spans)):
        day, minute = divmod(start % MINUTES_A_WEEK, MINUTES_A_DAY)
        days.setdefault((minute, end - start), []).append(day)
    return [
        (minute, length, () if len(on) == len(WEEKDAYS) else tuple(WEEKDAYS[day] for day in on))
        for (minute, length), on in sorted(days.items())
    ]


def _daily(span: Span) -> Iterator[Span]:
    """Cut a span that is longer than a day at each midnight, so that no clock time stands for two days."""
    start, end = span
    if end - start <= MINUTES_A_DAY:
        yield span
        return
    while start < end:
        midnight = (start // MINUTES_A_DAY + 1) * MINUTES_A_DAY
        yield start, min(midnight, end)
        start = midnight


def _blocks(medicines: Iterable[Timed]) -> tuple[Block, ...]:
    return tuple(
        Block(time_of_day(start), time_of_day(start + length), medicine.name, on)
        for medicine in medicines
        for start, length, on in _by_day(tuple(_closed(medicine)))
    )
