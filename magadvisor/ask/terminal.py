"""What every drawn question shares: its frame, its keys, and how it leaves the screen."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

from prompt_toolkit.application import Application, get_app
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.output import ColorDepth, create_output
from prompt_toolkit.styles import Style

from magadvisor.ask.step import Said, Step, Stopped, Turn
from magadvisor.ask.wording import because, fitted
from magadvisor.model.printable import shown
from magadvisor.model.record import Record
from magadvisor.stopping import POLITE, heard_by

Reply = tuple[str, ...] | Said | Turn

_STYLE = Style.from_dict(
    {
        "question": "bold",
        "pointer": "bold ansicyan",
        "problem": "ansiyellow",
        "muted": "",
        "number": "ansicyan",
    }
)
_BESIDE_FROM = 60
"""Columns from which the number of the question stands beside it, not above it."""
_NUMBER_WIDTH = 11


class Look(Record):
    """How a terminal can draw: in colour or not, and with which marks."""

    colour: bool
    ascii_only: bool


def indent(width: int) -> str:
    """Give the blanks in front of everything below a question; a narrow screen has none to spare."""
    return " " * _NUMBER_WIDTH if width >= _BESIDE_FROM else " "


def heading(step: Step, problem: str, width: int, look: Look) -> StyleAndTextTuples:
    """Write the number of the question, the question, why it is asked, and what was understood."""
    margin = indent(width)
    room = width - len(margin) - 1
    place = f"{step.number} of {step.total}" if step.number else ""
    found: StyleAndTextTuples = []
    lead = f" {place}"
    if width < _BESIDE_FROM and place:
        found.append(("class:number", f"{lead}\n"))
        lead = ""
    for line in fitted(step.asks, room):
        found.append(("class:number", f"{lead:<{len(margin)}}"))
        found.append(("class:question", f"{shown(line, look.ascii_only)}\n"))
        lead = ""
    for text, style in _beneath(step, problem):
        for line in fitted(text, room, "  " if style == "class:told" else ""):
            found.append((style, f"{margin}{shown(line, look.ascii_only)}\n"))
    return found


def _beneath(step: Step, problem: str) -> list[tuple[str, str]]:
    lines = [(because(step.why), "class:muted")] if step.why else []
    lines += [(f"- {told}", "class:told") for told in step.told]
    return [*lines, (problem, "class:problem")] if problem else lines


def footing(keys: Sequence[str], width: int) -> StyleAndTextTuples:
    """Write what the keys do, never breaking one off from what it does."""
    margin = indent(width)
    lines = [""]
    for key in keys:
        joined = f"{lines[-1]}   {key}" if lines[-1] else key
        if len(margin) + len(joined) < width:
            lines[-1] = joined
        else:
            lines.append(key)
    return [("class:muted", "\n".join(margin + line for line in lines))]


def leaving(bindings: KeyBindings) -> None:
    """Add the keys that go back and the keys that stop."""

    @bindings.add("s-tab", eager=True)
    @bindings.add("c-b", eager=True)
    def _back(event: KeyPressEvent) -> None:
        event.app.exit(result=Turn.BACK)

    @bindings.add("c-c", eager=True)
    @bindings.add("c-d", eager=True)
    @bindings.add("<sigint>", eager=True)
    def _stop(event: KeyPressEvent) -> None:
        event.app.exit(exception=Stopped())


def text_window(text: Callable[[], StyleAndTextTuples]) -> Window:
    """Make a window as high as its text."""
    return Window(FormattedTextControl(text), dont_extend_height=True, always_hide_cursor=True)


def run(windows: Sequence[Window], bindings: KeyBindings, look: Look, focus: Window) -> Reply:
    """Draw on the error stream until there is a reply, and leave nothing behind."""
    application: Application[Reply] = Application(
        layout=Layout(HSplit(windows), focused_element=focus),
        key_bindings=bindings,
        style=_STYLE,
        color_depth=None if look.colour else ColorDepth.DEPTH_1_BIT,
        output=create_output(stdout=sys.stderr),
        erase_when_done=True,
    )
    with _given_back(), _stoppable(application) as stopped:
        try:
            return application.run(pre_run=stopped)
        except EOFError:  # the terminal is gone
            raise Stopped from None


@contextmanager
def _stoppable(application: "Application[Reply]") -> Iterator[Callable[[], None]]:
    """Let a polite end leave the question through its event loop; give what looks for an early one.

    An exception out of a signal handler may come up wherever the loop happens to be, and Python drops
    it where nothing can be told, as while a weak reference is cleared: the question would wait on.
    """
    heard: list[int] = []

    def leave() -> None:
        if heard and application.future is not None and not application.is_done:
            application.exit(exception=Stopped())

    def stop(number: int, _frame: object) -> None:
        heard.append(number)
        if application.loop is not None:
            application.loop.call_soon_threadsafe(leave)

    try:
        with heard_by(stop, POLITE):
            yield leave
    except Exception:  # a terminal that has gone away cannot be tidied
        if not heard:
            raise
    if heard:
        raise Stopped


@contextmanager
def _given_back() -> Iterator[None]:
    """Leave the terminal as it was, also when a signal comes while it is being changed."""
    if sys.platform == "win32":
        yield
        return
    import termios

    try:
        modes = termios.tcgetattr(sys.stdin)
    except (OSError, ValueError, termios.error):  # no terminal
        yield
        return
    try:
        yield
    finally:
        with suppress(termios.error):  # it is gone
            termios.tcsetattr(sys.stdin, termios.TCSANOW, modes)


def columns() -> int:
    """Give the columns to draw in now; a line is never longer than reads well."""
    return max(20, min(100, get_app().output.get_size().columns))
