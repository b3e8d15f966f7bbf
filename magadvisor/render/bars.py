"""Small drawings out of characters, with marks of plain ASCII where others cannot be shown."""

from magadvisor.model.advice import Day

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
    """Draw 24 hours: free, blocked, and M where a dose of magnesium is proposed."""
    per_hour = 2 if width >= TWO_CELLS_FROM else 1
    free, blocked = (".", "#") if ascii_only else ("·", "█")
    cells = [free if _is_free(day, cell * 60 // per_hour) else blocked for cell in range(24 * per_hour)]
    for dose in day.doses:
        cells[_minutes(dose) * per_hour // 60] = "M"
    hours = "".join(f"{hour:<{3 * per_hour}}" for hour in range(0, 24, 3))
    return hours.rstrip(), "".join(cells)


def _is_free(day: Day, minute: int) -> bool:
    """Say whether a whole cell of the line lies in a window."""
    return any(_covers(_minutes(one.from_), _minutes(one.to), minute) for one in day.windows)


def _covers(start: int, end: int, minute: int) -> bool:
    length = (end - start) % 1440 or 1440
    return (minute - start) % 1440 < length


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])
