"""`magadvisor recommend`: one shot, from options and a profile document."""

from pathlib import Path
from typing import Annotated

import typer

from magadvisor.cli.exits import Exit
from magadvisor.cli.folder import KnowledgeFolder

Texts = list[str] | None


def recommend(
    goal: Annotated[Texts, typer.Option("--goal", "-g", help="What for; the first is the main one.")] = None,
    digestion: Annotated[
        Texts, typer.Option("--digestion", help="normal, sensitive, loose, constipated or unknown.")
    ] = None,
    kidney: Annotated[
        str | None,
        typer.Option(
            "--kidney",
            help="none, unknown, diagnosed, g1, g2, g3a, g3b, g4, g5, dialysis, transplant or acute.",
        ),
    ] = None,
    egfr: Annotated[
        str | None, typer.Option("--egfr", help="Kidney value in mL/min/1.73 m2, 0 to 200.")
    ] = None,
    med: Annotated[
        Texts,
        typer.Option(
            "--med", "-m", help='A medicine as you would write it; with times: "cipro@08:00,20:00".'
        ),
    ] = None,
    no_meds: Annotated[bool, typer.Option("--no-meds", help="You take no medicine.")] = False,
    age: Annotated[str | None, typer.Option("--age", help="Years, 0 to 120.")] = None,
    sex: Annotated[str | None, typer.Option("--sex", help="female or male.")] = None,
    life_stage: Annotated[
        str | None, typer.Option("--life-stage", help="none, pregnant, breastfeeding or unknown.")
    ] = None,
    pregnant: Annotated[bool, typer.Option("--pregnant", help="Short for --life-stage pregnant.")] = False,
    breastfeeding: Annotated[
        bool, typer.Option("--breastfeeding", help="Short for --life-stage breastfeeding.")
    ] = False,
    condition: Annotated[
        Texts, typer.Option("--condition", help="An illness or condition; none if none.")
    ] = None,
    symptom: Annotated[Texts, typer.Option("--symptom", help="A symptom you have now; none if none.")] = None,
    taking: Annotated[
        Texts, typer.Option("--taking", help='Magnesium you already take: "milk of magnesia 30 ml".')
    ] = None,
    diet: Annotated[
        Texts,
        typer.Option("--diet", help="vegan, vegetarian, pescatarian, gluten-free, dairy-free or low-fodmap."),
    ] = None,
    avoid: Annotated[Texts, typer.Option("--avoid", help="A food or allergen to leave out.")] = None,
    region: Annotated[str | None, typer.Option("--region", help="us, eu, uk, ca, jp or anz.")] = None,
    profile: Annotated[
        str | None, typer.Option("--profile", "-p", help="A profile document, or - for standard input.")
    ] = None,
    why: Annotated[
        bool, typer.Option("--why", help="Show the rules that applied, and those that did not.")
    ] = False,
    format_: Annotated[str | None, typer.Option("--format", "-f", help="screen, plain or json.")] = None,
    json_: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to a file.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    knowledge: KnowledgeFolder = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Leave with 0 instead of 3 or 4.")] = False,
    color: Annotated[str, typer.Option("--color", help="auto, always or never.")] = "auto",
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Only what must be said; the caveat stays.")
    ] = False,
) -> int:
    """Give one advice for the answers on the command line."""
    from magadvisor.advisor import advise
    from magadvisor.cli.knowledge import knowledge_for
    from magadvisor.cli.options import Typed, answers
    from magadvisor.cli.show import View, exit_code, show

    view = View.chosen("json" if json_ else format_, color, why=why, quiet=quiet)
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
    advice = advise(answers(typed, profile, known), known)
    show(advice, view, output, force)
    return Exit.ANSWERED if exit_zero else exit_code(advice)
