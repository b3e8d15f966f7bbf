"""The commands, each imported only when it is called."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from magadvisor.cli.examples import epilog
from magadvisor.inputs import read_one
from magadvisor.model.record import Record

if TYPE_CHECKING:
    from typer._click import Context


class Home(Record):
    """Where a command lives: the name of a function, or of an app for a command that has commands itself."""

    module: str
    name: str
    help: str


COMMANDS = {
    "ask": Home("ask", "ask", "Guided questions, then the advice."),
    "recommend": Home("recommend", "recommend", "One answer from the options you give; never prompts."),
    "handout": Home("handout", "handout", "A page to print and take along, as HTML."),
    "interactions": Home("interactions", "interactions", "What each medicine does with magnesium."),
    "compare": Home("compare", "compare", "Forms of magnesium side by side."),
    "forms": Home("forms", "forms", "Every form of magnesium, or one in full."),
    "foods": Home("foods", "foods", "Foods by magnesium; --target puts portions together."),
    "convert": Home("convert", "convert", "Compound mg to elemental mg, and back."),
    "label": Home("label", "label", "Reads a line of a label and works it out again."),
    "plan": Home("interactions", "plan", "When magnesium fits into the day between timed medicines."),
    "claims": Home("claims", "claims", "Popular claims and what the evidence says."),
    "explain": Home("explain", "explain", "One rule, interaction, form, goal or source in plain words."),
    "kb": Home("kb", "app", "The knowledge: what it holds, checks, tests, schemas, starting files."),
    "screen": Home("screen", "screen", "Many profiles (JSONL, CSV), one advice line each."),
}


class _Formatter(Protocol):
    """What of a help page is used here."""

    def section(self, name: str) -> AbstractContextManager[None]:
        """Open a section."""

    def write_dl(self, rows: list[tuple[str, str]]) -> None:
        """Write a list of words and what they mean."""


class Once(TyperCommand):
    """A command that drops nothing of its line: an option that holds one answer is not given with two."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Read the line; of two answers that differ none is dropped, so neither is taken."""
        if not ctx.resilient_parsing:  # a line that is still being typed
            self._refuse_two_answers(ctx, args)
        return super().parse_args(ctx, args)

    def _refuse_two_answers(self, ctx: "Context", args: list[str]) -> None:
        options = (one for one in self.params if isinstance(one, TyperOption) and not one.is_flag)
        single = {one.name or "": one for one in options if not one.multiple}
        parser = self.make_parser(ctx)
        for name, option in single.items():
            parser.add_option(option, option.opts, name, action="append")
        said, _, _ = parser.parse_args([*args])
        for name, option in single.items():
            read_one(said.get(name), next(one for one in option.opts if one.startswith("--")))


class Commands(TyperGroup):
    """The program's commands; one that is not called is never imported."""

    def list_commands(self, ctx: object) -> list[str]:  # noqa: ARG002
        """List the names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: object, cmd_name: str) -> TyperCommand | TyperGroup | None:  # noqa: ARG002
        """Make the command of a name, or nothing."""
        return _made(cmd_name, COMMANDS[cmd_name]) if cmd_name in COMMANDS else None

    def format_commands(self, ctx: object, formatter: _Formatter) -> None:  # noqa: ARG002
        """Write the names with one line each, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, home.help) for name, home in COMMANDS.items()])


CONTEXT = {"help_option_names": ["-h", "--help"]}


def _made(name: str, home: Home) -> TyperCommand | TyperGroup:
    found = getattr(import_module(f"magadvisor.cli.{home.module}"), home.name)
    made = get_command(found if isinstance(found, typer.Typer) else _app(name, home, found))
    if not isinstance(made, TyperCommand | TyperGroup):
        raise TypeError("a command is a function or an app")
    made.epilog = epilog(name)
    return made


def _app(name: str, home: Home, function: Callable[..., int]) -> typer.Typer:
    app = typer.Typer(
        add_completion=False, context_settings=CONTEXT, pretty_exceptions_enable=False, rich_markup_mode=None
    )
    app.command(name, cls=Once, help=home.help)(function)
    return app
