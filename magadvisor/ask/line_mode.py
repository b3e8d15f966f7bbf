"""Questions as plain lines: numbered choices, nothing drawn again, for pipes and screen readers."""

from collections.abc import Iterator
from typing import TextIO

from magadvisor.ask.matching import option_named
from magadvisor.ask.step import NobodyThere, Option, Said, Step, Stopped, Turn
from magadvisor.ask.wording import because, fitted
from magadvisor.model.printable import shown

BACK = ("back", "b", "\x02", "\x1b[Z")
STOP = ("q", "quit", "stop", "exit")
REMOVE = "remove"
LONGEST = 10_000
"""Characters of an answer; a longer one is asked for again, and no more of it is kept."""


class LineMode:
    """Asks in lines on one stream and reads answers from another, one a line."""

    def __init__(self, read_from: TextIO, write_to: TextIO, width: int, *, ascii_only: bool) -> None:
        """Keep the streams; lines are broken at `width`."""
        self._in = read_from
        self._out = write_to
        self._width = width
        self._ascii = ascii_only
        self._begun = False

    def ask(self, step: Step, now: tuple[str, ...] | None, problem: str) -> tuple[str, ...] | Said | Turn:
        """Ask one step until the line that is read can be understood."""
        if problem:
            self._say(problem)
            now = None
        else:
            self._put(step, now)
        while True:
            line = self._line()
            if line.lower() in STOP:
                raise Stopped
            if line.lower() in BACK or line in BACK:
                return Turn.BACK
            if len(line) > LONGEST:
                self._say(f"Write at most {LONGEST:,} characters.")
                continue
            value = _chosen(step, line, now) if step.options else _written(line, now)
            if value is not None:
                return value
            if step.hears and any(sign.isalpha() for sign in line):
                return Said(line)
            self._say(_unusable(step))

    def _put(self, step: Step, now: tuple[str, ...] | None) -> None:
        self._say("")
        place = f"Question {step.number} of {step.total}. " if step.number else ""
        self._say(f"{place}{step.asks}")
        if step.why:
            self._say(because(step.why))
        for told in step.told:
            self._say(f"On your list: {told}")
        for number, option in enumerate(step.options, 1):
            self._say(f"{number}. {option.says}{' (your answer)' if option.word in (now or ()) else ''}")
        self._say(_how(step, now))

    def _line(self) -> str:
        self._out.write("Your answer: ")
        self._out.flush()
        try:
            line = read = self._in.readline(LONGEST + 1)
            while len(read) > LONGEST and not read.endswith("\n"):
                read = self._in.readline(LONGEST + 1)
        except KeyboardInterrupt:  # what is said next stands on a line of its own
            self._out.write("\n")
            raise Stopped from None
        if not self._in.isatty():  # a terminal has moved to the next line itself
            self._out.write("\n")
        if not line:
            raise Stopped if self._begun or self._in.isatty() else NobodyThere
        self._begun = True
        return line.strip()

    def _say(self, text: str) -> None:
        for line in fitted(text, self._width):
            self._out.write(shown(line, self._ascii) + "\n")


def _how(step: Step, now: tuple[str, ...] | None) -> str:
    """Say how to answer, in one line."""
    return " ".join(_ways(step, now))


def _ways(step: Step, now: tuple[str, ...] | None) -> Iterator[str]:
    words = ", or say it in words" if step.hears else ""
    if step.options and step.several:
        yield f"Write a number, or several with spaces{words}."
    elif step.options:
        yield f"Write a number{words}."
    if now:
        kept = "" if step.options else f' "{now[0]}"'
        yield f"An empty line keeps your answer{kept}."
        yield from () if step.options else (f"{REMOVE} takes it away.",)
    elif step.blank:
        yield f"An empty line: {step.blank}."
    yield "back goes back, q stops and saves nothing."


def _unusable(step: Step) -> str:
    if not step.options:
        return "Write an answer."
    last = len(step.options)
    return f"Write a number from 1 to {last}{', or several with spaces' if step.several else ''}."


def _written(line: str, now: tuple[str, ...] | None) -> tuple[str, ...]:
    if line.lower() == REMOVE and now:
        return ()
    return (line,) if line else (now or ())


def _chosen(step: Step, line: str, now: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """Read the numbers or the words of options; None where that is not possible."""
    if not line:
        return now or None
    whole = _option(step.options, line)
    if whole is not None:
        return (whole.word,)
    parts = line.replace(",", " ").split()
    options = [_option(step.options, part) for part in parts]
    found = [option for option in options if option is not None]
    if len(found) < len(parts) or (len(found) > 1 and not step.several):
        return None
    if len(found) > 1 and any(option.alone for option in found):
        return None
    return tuple(dict.fromkeys(option.word for option in found))


def _option(options: tuple[Option, ...], text: str) -> Option | None:
    """Find the option of a number, of its word, of what it says, or of another word for it."""
    if text.isdecimal():
        place = int(text) - 1
        return options[place] if 0 <= place < len(options) else None
    return option_named(options, text)
