"""`magadvisor compare`: forms side by side."""

from typing import Annotated

import typer

from magadvisor.cli import flags
from magadvisor.cli.exits import Exit
from magadvisor.inputs import did_you_mean, read_amount_mg
from magadvisor.model.answers import BadAnswer
from magadvisor.named_forms import read_form

HUNDRED_MG = "100"


def compare(
    forms: Annotated[list[str] | None, typer.Argument(metavar="[FORM]...", help="Forms to compare.")] = None,
    goal: flags.Goal = None,
    med: flags.Medicine = None,
    every: Annotated[bool, typer.Option("--all", help="Compare every form.")] = False,
    amount: Annotated[str, typer.Option("--amount", help="Elemental mg to count in units.")] = HUNDRED_MG,
    sort: Annotated[str, typer.Option("--sort", help="given, name, magnesium, gut or fit.")] = "given",
    columns: Annotated[
        str | None, typer.Option("--columns", help="The facts to show, with commas; all for every one.")
    ] = None,
    digestion: flags.Digestion = None,
    kidney: flags.Kidney = None,
    egfr: flags.Egfr = None,
    no_meds: flags.NoMedicines = False,
    age: flags.Age = None,
    sex: flags.Sex = None,
    life_stage: flags.LifeStage = None,
    pregnant: flags.Pregnant = False,
    breastfeeding: flags.Breastfeeding = False,
    condition: flags.Condition = None,
    symptom: flags.Symptom = None,
    taking: flags.Taking = None,
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
    """Compare forms of magnesium."""
    from dataclasses import replace

    from magadvisor.cli.knowledge import knowledge_for
    from magadvisor.cli.options import Typed, says_something, some_answers
    from magadvisor.cli.output import one_of
    from magadvisor.cli.sheets import Look, show
    from magadvisor.cli.show import exit_code
    from magadvisor.comparing import POPULAR_GOAL, chosen
    from magadvisor.comparing import compare as compared
    from magadvisor.render.compare import SORTS, sheet_of, sorted_sides

    look = Look.chosen(format_, json_, color, output, force, quiet)
    mg = read_amount_mg(amount, "--amount")
    order = one_of(sort, SORTS, "--sort", "unknown-sort")
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
        region=region,
    )
    answers = some_answers(typed, profile, known)
    asked = says_something(answers)
    named = [read_form(text, known.forms, "FORM") for text in forms or ()]
    shown = chosen(named, answers.goals, every, known)
    if not named and not every and not answers.goals:
        answers = replace(answers, goals=(POPULAR_GOAL,))
    told = compared(answers, shown, mg, known)
    told = replace(told, forms=sorted_sides(told.forms, order))
    facts = _columns(columns, answers.region is not None, asked)
    show("compare", told, sheet_of(told, facts, asked, known, look.quiet), known, look)
    return Exit.ANSWERED if exit_zero else exit_code(told)


def _columns(text: str | None, of_one_region: bool, asked: bool) -> tuple[str, ...]:
    """Read which facts to show; by default the short ones, and the law of one region in full."""
    from magadvisor.render.compare import COLUMNS, UNUSUAL

    if text is None:
        left_out = {*UNUSUAL}
        if of_one_region:
            left_out = left_out - {"status"} | {"sold"}
        left_out |= set() if asked else {"you"}
        return tuple(one for one in COLUMNS if one not in left_out)
    words = [word.strip().lower() for word in text.split(",") if word.strip()]
    if words == ["all"]:
        return COLUMNS
    for place, word in enumerate(words, 1):
        if word not in COLUMNS:
            hint = did_you_mean(word, COLUMNS) or f"use {', '.join(COLUMNS)}, or all"
            what = f"--columns: word {place} is not a fact we show"
            raise BadAnswer("unknown-columns", what, hint, "--columns")
    if not words:
        raise BadAnswer("unknown-columns", "--columns is blank", f"use {', '.join(COLUMNS)}", "--columns")
    return tuple(dict.fromkeys(words))
