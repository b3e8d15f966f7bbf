"""`magadvisor handout`: a page to print and take along."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from magadvisor.cli import flags
from magadvisor.cli.exits import Exit

if TYPE_CHECKING:
    from magadvisor.model.knowledge import Knowledge
    from magadvisor.render.handout.sheet import Sheet

For = Annotated[str, typer.Option("--for", help="Who reads it: patient or doctor.")]
Format = Annotated[
    str | None,
    typer.Option("--format", "-f", help="html unless you say plain, screen, json, markdown or csv."),
]
LargePrint = Annotated[bool, typer.Option("--large-print", help="Larger letters.")]


def handout(
    goal: flags.Goal = None,
    digestion: flags.Digestion = None,
    kidney: flags.Kidney = None,
    egfr: flags.Egfr = None,
    med: flags.Medicine = None,
    no_meds: flags.NoMedicines = False,
    age: flags.Age = None,
    sex: flags.Sex = None,
    life_stage: flags.LifeStage = None,
    pregnant: flags.Pregnant = False,
    breastfeeding: flags.Breastfeeding = False,
    condition: flags.Condition = None,
    symptom: flags.Symptom = None,
    taking: flags.Taking = None,
    diet: flags.Diet = None,
    avoid: flags.Avoid = None,
    region: flags.Region = None,
    profile: flags.Profile = None,
    for_: For = "patient",
    large_print: LargePrint = False,
    why: flags.Why = False,
    format_: Format = None,
    json_: flags.Json = False,
    output: flags.Output = None,
    force: flags.Force = False,
    knowledge: flags.Knowledge = None,
    exit_zero: flags.ExitZero = False,
    color: flags.Color = "auto",
    quiet: flags.Quiet = False,
) -> int:
    """Write a page for the answers on the command line."""
    from magadvisor.advisor import advise
    from magadvisor.cli.knowledge import knowledge_for
    from magadvisor.cli.options import Typed, answers
    from magadvisor.cli.output import COLOURS, FORMATS, one_of, read_format, write_file
    from magadvisor.cli.show import exit_code
    from magadvisor.inputs import read_word
    from magadvisor.render.handout.compose import Wanted, sheet
    from magadvisor.render.handout.sheet import Reader

    one_of(color, COLOURS, "--color", "unknown-color")
    written = read_format(format_, json_, FORMATS) or "html"
    wanted = Wanted(read_word(Reader, for_, "--for"), large_print, why, quiet)
    known = knowledge_for(knowledge)
    typed = Typed(
        goals=goal,
        digestion=digestion,
        kidney=kidney,
        egfr=egfr,
        medicines=med,
        no_medicines=no_meds,
        age=age,
        sex=sex,
        life_stage=life_stage,
        pregnant=pregnant,
        breastfeeding=breastfeeding,
        conditions=condition,
        symptoms=symptom,
        taking=taking,
        diet=diet,
        avoid=avoid,
        region=region,
    )
    given = answers(typed, profile, known)
    advice = advise(given, known)
    text = _written(sheet(advice, given, known, wanted), written, known)
    if output is not None:
        write_file(output, text, force)
    else:
        sys.stdout.write(text)
    return Exit.ANSWERED if exit_zero else exit_code(advice)


def _written(sheet: "Sheet", format_: str, known: "Knowledge") -> str:
    if format_ == "json":
        from magadvisor.documents import command_json

        return command_json("handout", sheet, known)
    if format_ == "html":
        from magadvisor.render.html import handout as paper

        return paper(sheet)
    from magadvisor.cli.pages import document
    from magadvisor.render.handout.page import page_of

    return document(page_of(sheet), format_)
