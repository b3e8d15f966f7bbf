"""The program's entry: commands, the one handler of everything that goes wrong, exit codes."""

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from magadvisor.cli.aside import aside, drop, have_errors_go_somewhere
from magadvisor.cli.commands import COMMANDS, CONTEXT, Commands
from magadvisor.cli.exits import Exit, Failure, refused
from magadvisor.inputs import did_you_mean
from magadvisor.model.answers import BadAnswer
from magadvisor.model.printable import printable
from magadvisor.model.problem import BadKnowledge

app = typer.Typer(
    name="magadvisor",
    cls=Commands,
    help="Which magnesium, how much at most, and when to stop and ask. Offline, with its sources.",
    context_settings=CONTEXT,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    suggest_commands=False,
    no_args_is_help=False,
    epilog="The help of each command ends with examples: magadvisor recommend --help",
)


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    version: bool = typer.Option(False, "--version", "-V", help="Show the version and stop."),
) -> int | None:
    """Answer --version; without a command ask on a terminal, else say how to go on."""
    if version:
        from magadvisor import __version__

        typer.echo(f"magadvisor {__version__}")
        raise typer.Exit()
    if context.invoked_subcommand is not None:
        return None
    from magadvisor.cli.ask import ask, on_a_terminal

    if on_a_terminal():
        return ask()
    hint = f"try: magadvisor recommend --goal sleep; the commands are {', '.join(COMMANDS)}; see --help"
    raise Failure(Exit.USAGE, "no-command", "no command was given", hint)


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit code."""
    have_errors_go_somewhere()
    _show_every_character()
    as_json = _wants_json(arguments)
    if sys.stdout is None:
        return _fail(Failure(Exit.INPUT_OUTPUT, "cannot-write", "there is no output to write to"), as_json)
    try:
        code = app(args=list(arguments), prog_name="magadvisor", standalone_mode=False)
        if code == Exit.STOPPED:  # typer has turned Ctrl-C into its code, without a word
            return _stopped(as_json)
        sys.stdout.flush()
        return code if isinstance(code, int) else Exit.ANSWERED
    except BadKnowledge as bad:
        # Compiled knowledge is read in parts, so a damaged part may be found late.
        return _fail(refused(bad), as_json)
    except BadAnswer as bad:
        return _fail(Failure(Exit.USAGE, bad.code, bad.message, bad.hint, bad.where), as_json)
    except Failure as failure:
        return _fail(failure, as_json)
    except typer.TyperException as wrong:
        return _fail(_usage(wrong), as_json)
    except (KeyboardInterrupt, typer.Abort):
        return _stopped(as_json)
    except BrokenPipeError:
        drop(sys.stdout)
        return Exit.INPUT_OUTPUT
    except OSError as wrong:
        drop(sys.stdout)
        message = f"the answer was not written: {wrong.strerror or 'the output failed'}"
        return _fail(Failure(Exit.INPUT_OUTPUT, "cannot-write", message), as_json)
    except Exception as fault:
        if os.environ.get("MAGADVISOR_DEBUG") == "1":
            raise
        return _fail(_fault(fault), as_json)


def _stopped(as_json: bool) -> int:
    """End because somebody said so; what is not written yet would be a part of an answer."""
    drop(sys.stdout)
    return _fail(Failure(Exit.STOPPED, "stopped", "stopped; nothing was saved"), as_json)


def _show_every_character() -> None:
    """Let a character that a stream cannot show become its escape."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _wants_json(arguments: Sequence[str]) -> bool:
    """Say whether an error is to be JSON, whatever else of the line cannot be read."""
    said = " ".join("_".join(one.lower().split()) for one in arguments)
    return re.search(r"(?:^| )(?:--json|(?:--format[= ]|-[qvh]*f ?)json)(?: |$)", said) is not None


def _usage(wrong: typer.TyperException) -> Failure:
    """Name a wrong or missing option or command; other words of the line are never repeated."""
    missing = _name(getattr(wrong, "param", None))
    said = getattr(wrong, "message", "") or (f"{missing} is missing" if missing else "")
    message = said or "the command line could not be read"
    if message.startswith("Got unexpected extra argument"):
        message = "a word stands where no word belongs; give each answer with its option"
    first, _, rest = message.partition("\n")
    command = getattr(getattr(wrong, "ctx", None), "command_path", "magadvisor")
    hint = _meant(first, wrong) or _shown(rest.strip()) or f"see {command} --help"
    return Failure(Exit.USAGE, "usage", _shown(first.rstrip(".")), hint, missing)


def _name(parameter: object) -> str:
    """Name an option or an argument as the help does."""
    option = next((one for one in getattr(parameter, "opts", ()) if one.startswith("--")), "")
    return option or getattr(parameter, "metavar", None) or (getattr(parameter, "name", "") or "").upper()


def _shown(message: str) -> str:
    """Show a message that may hold a mistyped word: as text, and no longer than two lines of a screen."""
    shown = printable(message)
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}..."


_LONGEST_SHOWN = 160


def _meant(message: str, wrong: typer.TyperException) -> str:
    """Ask whether the closest command or option was meant."""
    command = re.fullmatch(r"No such command '(.*)'\.", message)
    if command:
        return did_you_mean(command[1], COMMANDS)
    option = re.match(r"No such option: (-\S+)", message)
    command_of_it = getattr(getattr(wrong, "ctx", None), "command", None)
    known = (name for one in getattr(command_of_it, "params", ()) for name in one.opts)
    return did_you_mean(option[1], known) if option else ""


def _fault(fault: Exception) -> Failure:
    """Tell a fault of the program by its kind and place, without its message."""
    trace, place = fault.__traceback__, "?"
    while trace is not None:
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return Failure(
        Exit.FAULT,
        "fault",
        f"a fault of the program ({type(fault).__name__} at {place}); no advice was given",
    )


def _fail(failure: Failure, as_json: bool) -> int:
    if as_json:
        import json

        told = {"schema": "magadvisor.error/1", "code": failure.code, "message": failure.message}
        aside(json.dumps({**told, "hint": failure.hint, "where": failure.where}) + "\n")
    else:
        aside(f"magadvisor: {failure.message}\n")
        if failure.hint:
            aside(f"  {failure.hint}\n")
    return failure.exit
