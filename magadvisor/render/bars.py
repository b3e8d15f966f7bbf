"""Small drawings out of characters, with marks of plain ASCII where others cannot be shown."""

from magadvisor.model.advice import Day
from magadvisor.model.words import WEEKDAYS

TWO_CELLS_FROM = 72
"""Columns from which an hour has two cells."""

_EIGHTHS = " ▏▎▍▌▋▊▉"


def portion_bar(amount: float, need: float | None, width: int, ascii_only: bool) -> str:
    """Draw an amount against a day's need, which fills the width; without a need nothing is drawn."""
    if not need:
        return ""
    eighths = min(8 * width, max(1, round(8 * width * amount / need)))
    if ascii_only:
        return f"{'#' * max(1, round(eighths / 8)):.<{width}}"
    full, rest = divmod(eighths, 8)
    drawn = "█" * full + (_EIGHTHS[rest] if rest else "")
    return f"{drawn:·<{width}}"


def day_line(day: Day, width: int, ascii_only: bool) -> tuple[str, ...]:
    """Draw 24 hours: free, blocked, and M where a dose of magnesium is proposed.

    Where other hours are free on other weekdays there is one drawing for each kind of day.
    """
    per_hour = 2 if width >= TWO_CELLS_FROM else 1
    kinds: dict[str, list[str]] = {}
    for place, weekday in enumerate(WEEKDAYS):
        before = WEEKDAYS[place - 1]
        kinds.setdefault(_cells(day, weekday, before, per_hour, ascii_only), []).append(weekday)
    hours = "".join(f"{hour:<{3 * per_hour}}" for hour in range(0, 24, 3)).rstrip()
    if len(kinds) == 1:
        return hours, *kinds
    return hours, *(line for cells, on in kinds.items() for line in (f"on {', '.join(on)}:", cells))


def _cells(day: Day, weekday: str, before: str, per_hour: int, ascii_only: bool) -> str:
    free, blocked = (".", "#") if ascii_only else ("·", "█")
    starts = range(0, 1440, 60 // per_hour)
    cells = [free if _is_free(day, weekday, before, minute) else blocked for minute in starts]
    for dose in day.doses:
        cells[minutes(dose) * per_hour // 60] = "M"
    return "".join(cells)


def _is_free(day: Day, weekday: str, before: str, minute: int) -> bool:
    """Say whether a cell that starts at a minute lies in a window of this day, or of the night before."""
    for one in day.windows:
        start, end = minutes(one.from_), minutes(one.to)
        on = one.on or WEEKDAYS
        over_midnight = end <= start
        if weekday in on and start <= minute and (over_midnight or minute < end):
            return True
        if over_midnight and before in on and minute < end:
            return True
    return False


def minutes(clock: str) -> int:
    """Give the minute of the day of a time such as 08:00."""
    return int(clock[:2]) * 60 + int(clock[3:])
