"""`magadvisor foods`: foods by magnesium, and portions that close a gap."""

from typing import Annotated

import typer

from magadvisor.cli import flags
from magadvisor.cli.exits import Exit
from magadvisor.inputs import read_amount_mg

MOST_SHOWN = 25
MOST_BESIDE_PLANS = 8


def foods(
    query: Annotated[str | None, typer.Argument(metavar="[QUERY]", help="Words of a food's name.")] = None,
    target: Annotated[
        str | None,
        typer.Option("--target", help="Put two or three portions together that bring this many mg."),
    ] = None,
    diet: flags.Diet = None,
    avoid: flags.Avoid = None,
    group: Annotated[str | None, typer.Option("--group", help="A group, such as legumes.")] = None,
    potassium: Annotated[
        str | None, typer.Option("--potassium", help="At most this class: low, medium, high or very-high.")
    ] = None,
    sort: Annotated[
        str,
        typer.Option(
            "--sort", help="magnesium, per-100g, potassium, energy, group, diet, allergens or name."
        ),
    ] = "magnesium",
    every: Annotated[bool, typer.Option("--all", help="Show every food that fits.")] = False,
    med: flags.Medicine = None,
    no_meds: flags.NoMedicines = False,
    kidney: flags.Kidney = None,
    egfr: flags.Egfr = None,
    age: flags.Age = None,
    sex: flags.Sex = None,
    life_stage: flags.LifeStage = None,
    pregnant: flags.Pregnant = False,
    breastfeeding: flags.Breastfeeding = False,
    condition: flags.Condition = None,
    symptom: flags.Symptom = None,
    region: flags.Region = None,
    profile: flags.Profile = None,
    format_: flags.Format = None,
    knowledge: flags.Knowledge = None,
    json_: flags.Json = False,
    output: flags.Output = None,
    force: flags.Force = False,
    exit_zero: flags.ExitZero = False,
    color: flags.Color = "auto",
    quiet: flags.Quiet = False,
) -> int:
    """Find foods by magnesium, and put portions together."""
    from magadvisor.cli.knowledge import knowledge_for
    from magadvisor.cli.options import Typed, some_answers
    from magadvisor.cli.output import one_of
    from magadvisor.cli.sheets import Look, show
    from magadvisor.eating import CLASSES, SORTS, Wanted, find, groups
    from magadvisor.render.foods import foods_sheet

    look = Look.chosen(format_, json_, color, output, force, quiet)
    mg = None if target is None else read_amount_mg(target, "--target")
    order = one_of(sort, SORTS, "--sort", "unknown-sort")
    highest = None if potassium is None else one_of(potassium, CLASSES, "--potassium", "unknown-potassium")
    known = knowledge_for(knowledge)
    of_group = None if group is None else one_of(group, groups(known), "--group", "unknown-group")
    typed = Typed(
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
        diet=diet,
        avoid=avoid,
        region=region,
    )
    most = MOST_SHOWN if mg is None else MOST_BESIDE_PLANS
    wanted = Wanted(query, of_group, highest, order, mg, None if every else most)
    told = find(some_answers(typed, profile, known), wanted, known)
    show("foods", told, foods_sheet(told, known), known, look)
    if exit_zero:
        return Exit.ANSWERED
    if told.actions:
        return Exit.NO_SUPPLEMENT
    return Exit.NOT_ALL_CHECKED if told.not_checked else Exit.ANSWERED
