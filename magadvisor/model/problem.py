"""A problem in a file or an answer: where, what, and what to do."""

from collections.abc import Sequence

from magadvisor.model.record import Record


class Problem(Record):
    """One thing that is wrong; `line` counts from 1, 0 when no line is known."""

    file: str
    line: int
    what: str
    instead: str = ""

    def __str__(self) -> str:
        """Write the problem as `file:line: what; what to write instead`."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.what}" + (f"; {self.instead}" if self.instead else "")


class BadKnowledge(Exception):
    """Knowledge that must not answer anybody, and why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep every problem."""
        super().__init__("the knowledge base has problems")
        self.problems = tuple(problems)
