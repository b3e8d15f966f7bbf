"""`magadvisor forms`: every form, or one in full."""

from typing import TYPE_CHECKING, Annotated

import typer

from magadvisor.cli import flags
from magadvisor.cli.exits import Exit
from magadvisor.model.record import Record
from magadvisor.named_forms import forms_left_open, read_form

if TYPE_CHECKING:
    from magadvisor.model.comparison import Share
    from magadvisor.model.form import Form


class FormTold(Record):
    """One form as JSON tells it: the facts of its file and what is computed from its formulas."""

    form: "Form"
    computed: "tuple[Share, ...]"


class FormsTold(Record):
    """Every form that was asked for."""

    forms: tuple[FormTold, ...]


def forms(
    form: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="One form, by its id or a name on labels.")
    ] = None,
    format_: flags.Format = None,
    knowledge: flags.Knowledge = None,
    json_: flags.Json = False,
    output: flags.Output = None,
    force: flags.Force = False,
    color: flags.Color = "auto",
    quiet: flags.Quiet = False,
) -> int:
    """List the forms of magnesium, or tell one in full."""
    from magadvisor.cli.knowledge import knowledge_for
    from magadvisor.cli.sheets import Look, show
    from magadvisor.engine.shares import shares
    from magadvisor.render.forms import form_sheet, forms_sheet

    look = Look.chosen(format_, json_, color, output, force, quiet)
    known = knowledge_for(knowledge)
    listed = sorted(known.forms) if form is None else forms_left_open(form, known.forms)
    if form is None or listed:
        computed = {id_: shares(known.forms[id_]) for id_ in listed}
        told = FormsTold(tuple(FormTold(known.forms[name], each) for name, each in computed.items()))
        show("forms", told, forms_sheet(computed, known, form), known, look)
        return Exit.ANSWERED
    chosen = known.forms[read_form(form, known.forms, "ID")]
    told = FormsTold((FormTold(chosen, shares(chosen)),))
    show("forms", told, form_sheet(chosen, shares(chosen), known, look.quiet), known, look)
    return Exit.ANSWERED
