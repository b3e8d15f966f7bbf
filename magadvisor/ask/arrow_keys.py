"""Questions drawn on a terminal, answered with arrow keys, ticks and type-ahead."""

from magadvisor.ask.choosing import Choosing
from magadvisor.ask.step import Step
from magadvisor.ask.terminal import Look, Reply
from magadvisor.ask.writing import Writing


class ArrowKeys:
    """Draws one question at a time in the same place."""

    def __init__(self, *, colour: bool, ascii_only: bool) -> None:
        """Keep how the terminal can draw."""
        self._look = Look(colour, ascii_only)

    def ask(self, step: Step, now: tuple[str, ...] | None, problem: str) -> Reply:
        """Ask one step: choose where there are options, else type."""
        asked = Choosing if step.options else Writing
        return asked(step, now, problem, self._look).ask()
