"""Times of day, in minutes after midnight, as they are written."""

MINUTES_A_DAY = 24 * 60
MINUTES_A_WEEK = 7 * MINUTES_A_DAY


def clock(minute: int) -> str:
    """Write a minute of the day, 0 to 1440, as HH:MM; the end of the day is 24:00."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def minutes(time: str) -> int:
    """Read a time that was written as HH:MM, 00:00 to 24:00."""
    return int(time[:2]) * 60 + int(time[3:])
