"""The hours of a day, or of each weekday: free for magnesium, or closed by a medicine."""

from magadvisor.model.record import Record


class Window(Record):
    """A stretch of the day as HH:MM; `on` names weekdays when days differ."""

    from_: str
    to: str
    on: tuple[str, ...] = ()


class Block(Record):
    """A stretch of the day that a medicine closes."""

    from_: str
    to: str
    by: str
    on: tuple[str, ...] = ()


class LeastDay(Record):
    """The windows that the shortest accepted gaps would leave; for the pharmacist to judge."""

    windows: tuple[Window, ...]


class Day(Record):
    """When magnesium fits; `conflict` is a smallest set of medicines that leaves no window.

    `left_out` names medicines whose hours are not in it: not checked, or without a time that they need.
    """

    windows: tuple[Window, ...]
    blocked: tuple[Block, ...]
    doses: tuple[str, ...]
    conflict: tuple[str, ...]
    least: LeastDay
    left_out: tuple[str, ...]
