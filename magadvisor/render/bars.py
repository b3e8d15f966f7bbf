"""Small drawings out of characters, with marks of plain ASCII where others cannot be shown."""

from collections.abc import Iterable

from magadvisor.model.clock import minutes
from magadvisor.model.day import Day
from magadvisor.model.words import WEEKDAYS
from magadvisor.render.week import Marks, marked, of_day

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
    free = marked(day.windows)
    kinds: dict[str, list[str]] = {}
    for place, weekday in enumerate(WEEKDAYS):
        cells = _cells(of_day(place, free), day.doses, per_hour, ascii_only)
        kinds.setdefault(cells, []).append(weekday)
    hours = "".join(f"{hour:<{3 * per_hour}}" for hour in range(0, 24, 3)).rstrip()
    if len(kinds) == 1:
        return hours, *kinds
    return hours, *(line for cells, on in kinds.items() for line in (f"on {', '.join(on)}:", cells))


def _cells(free: Marks, doses: Iterable[str], per_hour: int, ascii_only: bool) -> str:
    """Draw a day; a cell is free where its first minute is."""
    clear, blocked = (".", "#") if ascii_only else ("·", "█")
    cells = [clear if is_free else blocked for is_free in free[:: 60 // per_hour]]
    for dose in doses:
        cells[minutes(dose) * per_hour // 60] = "M"
    return "".join(cells)
