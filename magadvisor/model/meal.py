"""A meal that was named for a day, and whether magnesium goes with it."""

from magadvisor.model.record import Record


class Meal(Record):
    """A meal: free of every gap on all days, within waking hours, and with a dose placed at it."""

    at: str
    free: bool
    awake: bool
    dose: bool
