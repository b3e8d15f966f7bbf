"""A question that is answered by typing, with the names that begin so beneath it."""

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import BufferControl, Window
from prompt_toolkit.layout.processors import BeforeInput

from magadvisor.ask.matching import matching
from magadvisor.ask.step import Step, Stopped
from magadvisor.ask.terminal import Look, Reply, columns, footing, heading, indent, leaving, run, text_window
from magadvisor.model.printable import shown

STOP = "q"
_AS_TYPED = -1


class Writing:
    """One line being typed; the pointer stands on it, or on one of the names beneath."""

    def __init__(self, step: Step, now: tuple[str, ...] | None, problem: str, look: Look) -> None:
        """Begin with what was typed before, if anything."""
        self._step = step
        self._problem = problem
        self._look = look
        self._place = _AS_TYPED
        text = now[0] if now else ""
        self._buffer = Buffer(document=Document(text), multiline=False, on_text_changed=self._changed)

    def ask(self) -> Reply:
        """Draw the question until a line is given."""
        head = text_window(lambda: heading(self._step, self._problem, columns(), self._look))
        before = BeforeInput(lambda: f"{indent(columns())[:-2]}> ", style="class:pointer")
        line = Window(BufferControl(self._buffer, input_processors=[before]), height=1)
        names = text_window(self._lines)
        foot = text_window(lambda: footing(self._keys(), columns()))
        return run((head, line, names, foot), self._bindings(), self._look, line)

    def _changed(self, _buffer: Buffer) -> None:
        self._place = _AS_TYPED

    def _names(self) -> tuple[str, ...]:
        return matching(self._buffer.text, self._step.names)

    def _keys(self) -> list[str]:
        choose = ["Down choose", "Tab complete"] if self._names() else []
        enter = (
            "Enter go on"
            if self._buffer.text.strip() or not self._step.blank
            else f"Enter: {self._step.blank}"
        )
        return [*choose, enter, "Shift-Tab back", "Ctrl-C stop, nothing is saved"]

    def _lines(self) -> StyleAndTextTuples:
        found: StyleAndTextTuples = []
        room = columns() - len(indent(columns())) - 3
        for place, name in enumerate(self._names()):
            here = place == self._place
            lead = f"{indent(columns())}{'> ' if here else '  '}"
            style = "class:pointer" if here else "class:muted"
            found.append((style, f"{lead}{shown(name, self._look.ascii_only)[:room]}\n"))
        return found

    def _bindings(self) -> KeyBindings:
        bindings = KeyBindings()
        leaving(bindings)

        @bindings.add("down", eager=True)
        def _down(_event: KeyPressEvent) -> None:
            self._place = min(self._place + 1, len(self._names()) - 1)

        @bindings.add("up", eager=True)
        def _up(_event: KeyPressEvent) -> None:
            self._place = max(self._place - 1, _AS_TYPED)

        @bindings.add("tab", eager=True)
        def _complete(_event: KeyPressEvent) -> None:
            names = self._names()
            if names:
                chosen = names[max(self._place, 0)]
                self._buffer.document = Document(chosen)

        @bindings.add("enter", eager=True)
        def _go_on(event: KeyPressEvent) -> None:
            text = self._names()[self._place] if self._place != _AS_TYPED else self._buffer.text.strip()
            if text.lower() == STOP:
                event.app.exit(exception=Stopped())
            else:
                event.app.exit(result=(text,) if text else ())

        return bindings
