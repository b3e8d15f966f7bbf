"""`magadvisor explain`: one entry of the knowledge in plain words."""

from typing import Annotated

import typer

from magadvisor.cli import flags
from magadvisor.cli.exits import Exit


def explain(
    id_: Annotated[
        list[str],
        typer.Argument(
            metavar="ID",
            help="An id, such as digoxin-antacid; behind its kind, such as form:citrate; a plain name; "
            "or a kind, a word or a publisher to list, such as rules, kidney or EFSA.",
            show_default=False,
        ),
    ],
    format_: flags.Format = None,
    knowledge: flags.Knowledge = None,
    json_: flags.Json = False,
    output: flags.Output = None,
    force: flags.Force = False,
    color: flags.Color = "auto",
    quiet: flags.Quiet = False,
) -> int:
    """Explain a rule, interaction, form, goal, food, limit, claim, medicine, product or source."""
    from magadvisor.cli.knowledge import knowledge_for
    from magadvisor.cli.pages import Look, show
    from magadvisor.explain.explain import explain as explained
    from magadvisor.render.explained import page_of_explanation

    look = Look.chosen(format_, json_, color, output, force, quiet)
    known = knowledge_for(knowledge)
    told = explained(" ".join(id_), known)
    show("explain", told, page_of_explanation(told, known, look.quiet), known, look)
    return Exit.ANSWERED
