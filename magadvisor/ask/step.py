"""One thing to ask, what a front end gives back, and where a person stands."""

from collections.abc import Mapping
from enum import Enum, auto
from typing import Protocol

from magadvisor.model.record import Record

Given = Mapping[str, tuple[str, ...]]
"""What was answered, by the key of its step: the words chosen, or one text; nothing for an empty line."""


class Option(Record):
    """One line to choose; `also` are other words for it, `alone` says that no other line goes with it."""

    word: str
    says: str
    also: tuple[str, ...] = ()
    alone: bool = False


class Step(Record):
    """One thing to ask; without options something is typed, and `names` complete it."""

    key: str
    page: str
    asks: str
    why: str = ""
    options: tuple[Option, ...] = ()
    several: bool = False
    numbered: bool = False
    names: tuple[str, ...] = ()
    told: tuple[str, ...] = ()  # what was understood so far
    blank: str = ""  # what an empty line means
    start: str | None = None  # the word the pointer stands on first
    number: int = 0
    total: int = 0
    hears: bool = False  # words may be written in place of choosing a line


class Turn(Enum):
    """What a person may do instead of answering."""

    BACK = auto()


class Said(Record):
    """Words that were written where a line was to be chosen."""

    words: str


class Stopped(Exception):
    """The person stopped; nothing is saved."""


class NobodyThere(Exception):
    """No terminal and no answers in a pipe: there is nobody to ask."""


class Front(Protocol):
    """A way to put questions: it shows one step and gives back the answer."""

    def ask(self, step: Step, now: tuple[str, ...] | None, problem: str) -> tuple[str, ...] | Said | Turn:
        """Ask one step; `now` is the answer it had, `problem` why the last one could not be used."""
