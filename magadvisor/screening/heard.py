"""What of a profile a row is made from."""

from typing import NamedTuple

from magadvisor.model.account import NotChecked
from magadvisor.screening.reading import Reading

Meeting = tuple[str, tuple[str, ...]]
"""The id of an interaction, and the names under which one medicine meets it."""


class Heard(NamedTuple):
    """What decides, which medicines meet what, in the order typed, and what was not checked."""

    reading: Reading
    meets: tuple[Meeting, ...]
    unchecked: tuple[NotChecked, ...]
    short: bool  # whether it is short enough for what it comes to to be remembered
