"""`magadvisor explain`: one entry of the knowledge in plain words."""

from pathlib import Path
from typing import Annotated

import typer

from magadvisor.cli.exits import Exit
from magadvisor.cli.flags import Knowledge


def explain(
    id_: Annotated[
        list[str],
        typer.Argument(
            metavar="ID",
            help="An id, such as digoxin-antacid; behind its kind, such as form:citrate; or a plain name.",
            show_default=False,
        ),
    ],
    format_: Annotated[str | None, typer.Option("--format", "-f", help="screen, plain or json.")] = None,
    knowledge: Knowledge = None,
    json_: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to a file.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    color: Annotated[str, typer.Option("--color", help="auto, always or never.")] = "auto",
) -> int:
    """Explain a rule, interaction, form, goal, food, limit, claim, medicine, product or source."""
    from magadvisor.cli.knowledge import knowledge_for
    from magadvisor.cli.pages import Look, show
    from magadvisor.explain.explain import explain as explained
    from magadvisor.render.explained import page_of_explanation

    look = Look.chosen(format_, json_, color, output, force)
    known = knowledge_for(knowledge)
    told = explained(" ".join(id_), known)
    show("explain", told, page_of_explanation(told, known), known, look)
    return Exit.ANSWERED
