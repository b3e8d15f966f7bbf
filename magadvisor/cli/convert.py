"""`magadvisor convert`: compound mg to elemental mg, and back."""

from typing import TYPE_CHECKING, Annotated

import typer

from magadvisor.cli import completion, flags
from magadvisor.cli.exits import Exit
from magadvisor.named_forms import compounds_named, forms_left_open, read_form

if TYPE_CHECKING:
    from magadvisor.model.knowledge import Knowledge
    from magadvisor.model.label import Conversion

WAYS = ("elemental", "compound")


def convert(
    amount: Annotated[
        list[str],
        typer.Argument(
            metavar="AMOUNT", help='Such as 500mg, "200 mg elemental", 10mmol, 20mEq.', show_default=False
        ),
    ],
    form: Annotated[
        str,
        typer.Option(
            "--form",
            help="The form or compound, by its id or a name on labels.",
            autocompletion=completion.forms,
        ),
    ],
    to: Annotated[
        str | None, typer.Option("--to", help="elemental or compound: what the amount is turned into.")
    ] = None,
    format_: flags.Format = None,
    knowledge: flags.Knowledge = None,
    json_: flags.Json = False,
    output: flags.Output = None,
    force: flags.Force = False,
    color: flags.Color = "auto",
    quiet: flags.Quiet = False,
) -> int:
    """Convert an amount of a form, for each of its compounds."""
    from magadvisor.cli.knowledge import knowledge_for
    from magadvisor.cli.output import one_of
    from magadvisor.cli.sheets import Look, show
    from magadvisor.render.label import conversion_sheet

    look = Look.chosen(format_, json_, color, output, force, quiet)
    way = None if to is None else one_of(to, WAYS, "--to", "unknown-to")
    known = knowledge_for(knowledge)
    told = _converted(" ".join(amount), form, way, known)
    show("convert", told, conversion_sheet(told, known), known, look)
    return Exit.ANSWERED


def _converted(amount: str, form: str, to: str | None, known: "Knowledge") -> "Conversion":
    """Convert for the form that is named, or for every form that a marketing name leaves open."""
    from magadvisor.labels import convert as converted
    from magadvisor.labels import convert_open

    if left_open := forms_left_open(form, known.forms):
        return convert_open(amount, form, [known.forms[one] for one in left_open], to, known)
    chosen = known.forms[read_form(form, known.forms)]
    return converted(amount, chosen, to, known, named=compounds_named(form, chosen))
