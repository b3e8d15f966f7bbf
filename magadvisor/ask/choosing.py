"""A question with lines to choose from, by arrow keys and ticks."""

from prompt_toolkit.data_structures import Point
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, ScrollOffsets, Window

from magadvisor.ask.line_mode import LONGEST
from magadvisor.ask.step import Option, Said, Step, Stopped
from magadvisor.ask.terminal import Look, Reply, columns, footing, heading, indent, leaving, run, text_window
from magadvisor.ask.wording import fitted
from magadvisor.model.printable import printable, shown

_MANY = 10
"""Lines from which a list may not fit the screen, so that its last one is out of sight."""

_TYPED = "Words are not read here, and nothing was chosen. Up/Down move to a line; Enter takes it."


class Choosing:
    """One question being answered: where the pointer stands and what is ticked, in the order of ticking."""

    def __init__(self, step: Step, now: tuple[str, ...] | None, problem: str, look: Look) -> None:
        """Stand on the answer that was given before, if any."""
        words = [option.word for option in step.options]
        start = (now or (step.start or words[0],))[0]
        self._step = step
        self._problem = problem
        self._look = look
        self._place = words.index(start) if start in words else 0
        self._ticked = [word for word in now or () if word in words] if step.several else []
        self._said = ""

    def ask(self) -> Reply:
        """Draw the question until it is answered."""
        control = FormattedTextControl(
            self._lines, focusable=True, show_cursor=False, get_cursor_position=lambda: Point(0, self._row())
        )
        offsets = ScrollOffsets(top=1, bottom=3)
        options = Window(control, dont_extend_height=True, scroll_offsets=offsets, always_hide_cursor=True)
        head = text_window(lambda: heading(self._step, self._problem, columns(), self._look))
        foot = text_window(lambda: footing(self._keys(), columns()))
        return run((head, options, foot), self._bindings(), self._look, options)

    def _keys(self) -> list[str]:
        several = ["Space tick"] if self._step.several else []
        last = len(self._step.options)
        place = f"line {self._place + 1} of {last}" + ("; End goes to the last" if last > _MANY else "")
        words = ["or write it"] if self._step.hears else []
        return [
            "Up/Down move",
            *several,
            "Enter go on",
            *words,
            "Shift-Tab back",
            "q stop, nothing is saved",
            place,
        ]

    def _lines(self) -> StyleAndTextTuples:
        found: StyleAndTextTuples = []
        for place, option in enumerate(self._step.options):
            here = place == self._place
            mark = self._mark(option, place)
            lead = f"{indent(columns())[:-2]}{'> ' if here else '  '}{mark}"
            first, *more = self._broken(option, len(lead))
            style = "class:pointer" if here else ""
            found.append((style, f"{lead}{first}\n"))
            found += [(style, f"{' ' * len(lead)}{line}\n") for line in more]
        return found

    def _mark(self, option: Option, place: int) -> str:
        """Draw a box or a number; among goals the box says which was ticked first."""
        if self._step.numbered:
            return f"{place + 1:>2} "
        if not self._step.several:
            return ""
        if option.word not in self._ticked:
            return "[ ] "
        return "[x] " if self._step.key != "goals" else f"[{self._ticked.index(option.word) + 1}] "

    def _broken(self, option: Option, taken: int) -> list[str]:
        room = max(10, columns() - taken - 1)
        return [shown(line, self._look.ascii_only) for line in fitted(option.says, room)]

    def _row(self) -> int:
        """Count the rows above the line that is pointed at."""
        before = enumerate(self._step.options[: self._place])
        margin = len(indent(columns()))
        return sum(
            len(self._broken(option, margin + len(self._mark(option, place)))) for place, option in before
        )

    def _bindings(self) -> KeyBindings:
        bindings = KeyBindings()
        leaving(bindings)
        self._add_moves(bindings)
        self._add_letters(bindings)

        @bindings.add(" ", filter=Condition(lambda: not self._said))
        def _tick(_event: KeyPressEvent) -> None:
            if self._step.several:
                self._toggle()

        @bindings.add("enter")
        def _go_on(event: KeyPressEvent) -> None:
            if self._said:  # what was meant is not the line that happens to be pointed at
                said, self._said = self._said, ""
                if self._step.hears:
                    event.app.exit(result=Said(said.strip()))
                return
            if self._step.several and not self._ticked and not self._points_at_the_answer():
                return
            event.app.exit(result=tuple(self._ticked) if self._step.several else (self._option().word,))

        return bindings

    def _add_moves(self, bindings: KeyBindings) -> None:
        """Add the keys that move the pointer."""
        last = len(self._step.options) - 1

        @bindings.add("up")
        def _up(_event: KeyPressEvent) -> None:
            self._point((self._place - 1) % (last + 1))

        @bindings.add("down")
        @bindings.add("tab")
        def _down(_event: KeyPressEvent) -> None:
            self._point((self._place + 1) % (last + 1))

        @bindings.add("home")
        @bindings.add("pageup")
        def _first(_event: KeyPressEvent) -> None:
            self._point(0)

        @bindings.add("end")
        @bindings.add("pagedown")
        def _last(_event: KeyPressEvent) -> None:
            self._point(last)

    def _add_letters(self, bindings: KeyBindings) -> None:
        """Add what every other sign does: somebody writes an answer, so that Enter may not take a line."""

        @bindings.add("q", filter=Condition(lambda: not self._said))
        @bindings.add("Q", filter=Condition(lambda: not self._said))
        def _stop(event: KeyPressEvent) -> None:
            event.app.exit(exception=Stopped())

        @bindings.add("backspace")
        def _shorter(_event: KeyPressEvent) -> None:
            if self._said:
                self._write(self._said[:-1])

        @bindings.add(Keys.Any)
        @bindings.add(Keys.BracketedPaste)
        def _letter(event: KeyPressEvent) -> None:
            if self._step.numbered and event.data in self._numbers():
                self._point(int(event.data) - 1)
            elif event.data.strip() or self._said:
                self._write(self._said + " ".join(event.data.splitlines() or [event.data]))

    def _write(self, said: str) -> None:
        """Keep what is written so far, and show it where it is read."""
        self._said = said[:LONGEST]
        read = f"You write: {printable(said)}" if self._step.hears else _TYPED
        self._problem = read if said else ""

    def _numbers(self) -> list[str]:
        """List the lines that a key of their own can point at."""
        return [str(place) for place in range(1, min(len(self._step.options), 9) + 1)]

    def _point(self, place: int) -> None:
        """Point at a line; whoever moves is not writing."""
        if self._said:
            self._write("")
        self._place = place

    def _points_at_the_answer(self) -> bool:
        """Say whether Enter without a tick answers; else say what to do, for pointing alone is no answer.

        Where a line stands for none of the others, what is pointed at is not even ticked: the pointer
        starts on a sign of danger.
        """
        if self._option().alone:
            self._toggle()
            return True
        if any(option.alone for option in self._step.options):
            last = self._step.options[-1].says
            self._problem = f'Nothing is ticked. Space ticks the line; End goes to "{last}".'
        else:
            self._toggle()
            self._problem = "Ticked. Space ticks more; Enter goes on."
        return False

    def _option(self) -> Option:
        return self._step.options[self._place]

    def _toggle(self) -> None:
        """Tick or untick the line; a line that stands alone takes the others away, and they take it away."""
        option = self._option()
        self._problem = ""
        if option.word in self._ticked:
            self._ticked.remove(option.word)
            return
        alone = {one.word for one in self._step.options if one.alone}
        kept = [] if option.alone else [word for word in self._ticked if word not in alone]
        self._ticked = [*kept, option.word]
