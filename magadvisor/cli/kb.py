"""`magadvisor kb`: the knowledge itself and folders laid over it; it answers nobody, so it has no caveat."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from magadvisor.cli import flags
from magadvisor.cli.commands import CONTEXT, Once
from magadvisor.cli.exits import Exit, Failure

if TYPE_CHECKING:
    from magadvisor.model.problem import Problem

LIST_FORMATS = ("plain", "json", "csv")
"""The formats of a list that carries no advice."""

app = typer.Typer(
    add_completion=False, context_settings=CONTEXT, pretty_exceptions_enable=False, rich_markup_mode=None
)

Json = Annotated[bool, typer.Option("--json", help="Write JSON.")]
Folder = Annotated[
    Path | None,
    typer.Argument(
        help="A knowledge folder; left out, the knowledge of the program.", show_default=False, readable=False
    ),
]
Format = Annotated[str | None, typer.Option("--format", "-f", help="plain, json or csv.", show_default=False)]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write to this place.", readable=False)]


@app.command(cls=Once)
def info(knowledge: flags.Knowledge = None, json_: Json = False) -> int:
    """Show version, digest, counts, and how old and of what kind the sources are."""
    from magadvisor.cli.kb_text import info_text
    from magadvisor.cli.knowledge import knowledge_for
    from magadvisor.documents import command_json
    from magadvisor.knowledge.inventory import inventory

    known = knowledge_for(knowledge)
    told = inventory(known)
    sys.stdout.write(command_json("kb-info", told, known) if json_ else info_text(told))
    return Exit.ANSWERED


@app.command(cls=Once)
def sources(knowledge: flags.Knowledge = None, format_: Format = None, json_: Json = False) -> int:
    """List every source with its title, publisher, year, kind and address, and how many entries cite it."""
    from magadvisor.cli.kb_text import sources_csv, sources_text
    from magadvisor.cli.knowledge import knowledge_for
    from magadvisor.cli.output import read_format
    from magadvisor.documents import command_json
    from magadvisor.knowledge.inventory import Sources, source_lines

    written = read_format(format_, json_, LIST_FORMATS) or "plain"
    known = knowledge_for(knowledge)
    told = Sources(source_lines(known))
    text = {"plain": sources_text, "csv": sources_csv}.get(written)
    sys.stdout.write(command_json("kb-sources", told, known) if text is None else text(told))
    return Exit.ANSWERED


@app.command(cls=Once)
def check(folder: Folder = None, json_: Json = False) -> int:
    """List every problem of a knowledge folder with its file and line."""
    from magadvisor.cli.kb_text import Checked, check_text
    from magadvisor.cli.proving import checked, hold
    from magadvisor.documents import command_json

    held = hold(folder)
    told = Checked(_reached(checked(held), held.folder))
    sys.stdout.write(command_json("kb-check", told, held.knowledge) if json_ else check_text(told))
    return Exit.KNOWLEDGE if told.problems else Exit.ANSWERED


@app.command(cls=Once)
def test(folder: Folder = None, json_: Json = False) -> int:
    """Tell every inline example, case and story of a knowledge folder."""
    from magadvisor.cli.kb_text import test_text
    from magadvisor.cli.proving import hold, proved
    from magadvisor.documents import command_json
    from magadvisor.model.record import replace

    held = hold(folder)
    found = proved(held)
    told = replace(found, problems=_reached(found.problems, held.folder))
    sys.stdout.write(command_json("kb-test", told, held.knowledge) if json_ else test_text(told))
    return Exit.KNOWLEDGE if told.problems else Exit.ANSWERED


@app.command(cls=Once)
def schema(folder: Folder = None, output: Output = None, force: flags.Force = False) -> int:
    """Write the JSON Schemas that editors complete knowledge files with, one for each kind of file."""
    import json

    from magadvisor.cli.knowledge import knowledge_for
    from magadvisor.cli.output import write_file
    from magadvisor.knowledge.schema import schema_text, schemas

    made = schemas(knowledge_for(None if folder is None else (folder,)))
    if output is None:
        sys.stdout.write(json.dumps(made, indent=2) + "\n")
        return Exit.ANSWERED
    _make_folder(output)
    for name, one in made.items():
        write_file(output / f"{name}.json", schema_text(one), force)
    return Exit.ANSWERED


@app.command(cls=Once)
def new(
    kind: Annotated[str, typer.Argument(help="interaction, rule, source, medicine or story.")],
    name: Annotated[str, typer.Argument(help="Its id, such as our-rule; a medicine's name.")] = "fill-in",
    output: Output = None,
    force: flags.Force = False,
) -> int:
    """Write a file to start a new entry from; `kb check` says what is still to fill in."""
    from magadvisor.cli.output import one_of, write_file
    from magadvisor.cli.starting import NAMED_BY_ID, STARTS, starting_file
    from magadvisor.knowledge.overlay import is_id

    started = one_of(kind, tuple(STARTS), "KIND", "unknown-kind")
    if started in NAMED_BY_ID and not is_id(name):
        hint = "write it like-this-1"
        raise Failure(Exit.USAGE, "bad-id", "an id is written in small letters", hint, "NAME")
    text = starting_file(started, name)
    if output is None:
        sys.stdout.write(text)
    else:
        _make_folder(output.parent)
        write_file(output, text, force)
    return Exit.ANSWERED


def _reached(problems: "tuple[Problem, ...]", folder: Path) -> "tuple[Problem, ...]":
    from magadvisor.cli.proving import as_typed

    return tuple(as_typed(one, folder) for one in problems)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        reason = wrong.strerror or "it cannot be made"
        message = f"the folder was not made: {reason}"
        raise Failure(Exit.INPUT_OUTPUT, "cannot-write", message, "", "--output") from None
