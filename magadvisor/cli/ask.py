"""`magadvisor ask`: guided questions, then the advice."""

import os
import shlex
import sys
from io import BufferedReader, TextIOWrapper
from pathlib import Path
from select import select
from typing import TYPE_CHECKING, Annotated

import typer

from magadvisor.cli import flags
from magadvisor.cli.aside import aside
from magadvisor.cli.exits import Exit, Failure

if TYPE_CHECKING:
    from magadvisor.ask.step import Front
    from magadvisor.model.answers import Answers


def ask(
    save: Annotated[
        Path | None, typer.Option("--save", help="Save your answers to this file.", readable=False)
    ] = None,
    accessible: Annotated[
        bool,
        typer.Option(
            "--accessible",
            help="Plain lines and words, for screen readers too. MAGADVISOR_ACCESSIBLE=1 does so everywhere.",
        ),
    ] = False,
    why: Annotated[
        bool, typer.Option("--why", help="Show the rules that applied, and those that did not.")
    ] = False,
    format_: flags.Format = None,
    knowledge: flags.Knowledge = None,
    json_: flags.Json = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write the advice to a file.", readable=False)
    ] = None,
    force: flags.Force = False,
    exit_zero: flags.ExitZero = False,
    color: flags.Color = "auto",
    quiet: flags.Quiet = False,
) -> int:
    """Ask, then give the advice; questions go to the error stream, the advice to the output."""
    from magadvisor.advisor import advise
    from magadvisor.ask.plan import SAVE, Plan
    from magadvisor.ask.saved import profile_text
    from magadvisor.ask.session import converse
    from magadvisor.ask.step import NobodyThere, Stopped
    from magadvisor.cli.knowledge import knowledge_for
    from magadvisor.cli.output import writable, write_file
    from magadvisor.cli.show import View, exit_code, show
    from magadvisor.model.words import Outcome

    view = View.chosen(format_, json_, color, why=why, quiet=quiet, in_words=accessible)
    for path, option in ((save, "--save"), (output, "--output")):
        if path is not None:
            writable(path, force, option)
    known = knowledge_for(knowledge)
    plan = Plan(known, may_save=save is None)
    try:
        state = converse(
            plan, _front(view.in_words, color), lambda path, given: _keep(_path(path), given, force)
        )
    except NobodyThere:
        hint = "run it in a terminal, pipe answers into it, or try: magadvisor recommend --goal sleep"
        raise Failure(Exit.USAGE, "nobody-to-ask", "there is no terminal to ask questions on", hint) from None
    except (Stopped, KeyboardInterrupt):
        raise Failure(Exit.STOPPED, "stopped", "stopped. Nothing was saved") from None
    answers = plan.answers(state)
    advice = advise(answers, known, why)
    show(advice, known, view, output, force)
    sys.stdout.flush()
    if save is not None:
        write_file(save, profile_text(answers), force, "--save")
    written = save or (_path(state.given[SAVE][0]) if state.given.get(SAVE) else None)
    if written is not None or advice.outcome is not Outcome.URGENT:
        aside(_next_time(written))
    return Exit.ANSWERED if exit_zero else exit_code(advice)


def on_a_terminal() -> bool:
    """Say whether a person sits there: typing on a terminal, and reading the advice on one."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def _front(in_words: bool, color: str) -> "Front":
    """Choose arrow keys on a terminal that can draw, else plain lines."""
    from magadvisor.ask.line_mode import LineMode
    from magadvisor.ask.step import NobodyThere
    from magadvisor.cli.output import width

    if sys.stdin is None or sys.stdin.closed:
        raise NobodyThere
    if isinstance(sys.stdin, TextIOWrapper):
        # A byte that is no text must not end the questions: it is read as its escape.
        sys.stdin.reconfigure(errors="backslashreplace")
        if _at_end(sys.stdin):
            raise NobodyThere
    draws = sys.stdin.isatty() and sys.stderr.isatty() and os.environ.get("TERM", "dumb") != "dumb"
    marks = "utf" not in (sys.stderr.encoding or "").lower()
    if in_words or not draws:
        return LineMode(sys.stdin, sys.stderr, width(), ascii_only=marks)
    from magadvisor.ask.arrow_keys import ArrowKeys

    return ArrowKeys(colour=color != "never" and not os.environ.get("NO_COLOR"), ascii_only=marks)


def _at_end(stream: TextIOWrapper) -> bool:
    """Say whether it is certain already that no line will come, without waiting for one."""
    if stream.isatty() or not isinstance(stream.buffer, BufferedReader):
        return False
    try:
        ready, _, _ = select([stream], [], [], 0)
    except (OSError, ValueError):  # what cannot be asked is found out when the first line is read
        return False
    return bool(ready) and not stream.buffer.peek(1)


def _path(typed: str) -> Path:
    """Read the name of a file; a home that nobody has is a name like another."""
    try:
        return Path(typed).expanduser()
    except RuntimeError:
        return Path(typed)


def _keep(path: Path, answers: "Answers", force: bool) -> None:
    """Write the answers as a profile document that only its owner may read."""
    from magadvisor.ask.saved import profile_text
    from magadvisor.cli.output import write_file
    from magadvisor.model.answers import BadAnswer

    try:
        write_file(path, profile_text(answers), force, "--save")
    except Failure as failure:
        raise BadAnswer(failure.code, failure.message, failure.hint, "--save") from None


def _next_time(written: Path | None) -> str:
    """Say how to get the same advice without questions; answers never stand on a command line."""
    from magadvisor.ask.wording import fitted
    from magadvisor.cli.output import width

    if written is not None:
        file = shlex.quote(str(written))
        told = "Next time, without questions; with --why for the reasons; or as a page to print:"
        commands = (
            f"magadvisor recommend --profile {file}",
            f"magadvisor handout --profile {file} -o page.html",
        )
    else:
        told = "Your answers were not saved. To save them, and to ask without questions next time:"
        commands = ("magadvisor ask --save me.yaml", "magadvisor recommend --profile me.yaml")
    return "\n".join(("", *fitted(told, width()), *(f"  {command}" for command in commands), ""))
