"""Times of day, in minutes after midnight, as they are written."""


def clock(minute: int) -> str:
    """Write a minute of the day as HH:MM; the end of the day is 24:00."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def minutes(time: str) -> int:
    """Read a time that was written as HH:MM."""
    return int(time[:2]) * 60 + int(time[3:])
