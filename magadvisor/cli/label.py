"""`magadvisor label`: a line of a label, worked out again."""

from typing import Annotated

import typer

from magadvisor.cli import about_you as you
from magadvisor.cli.exits import Exit
from magadvisor.cli.flags import Knowledge
from magadvisor.model.answers import BadAnswer

LONGEST_LINE = 2_000
"""Characters beyond which a text is no line of a label."""


def label(
    text: Annotated[str, typer.Argument(help="The line, in quotes.", show_default=False)],
    format_: you.Format = None,
    knowledge: Knowledge = None,
    json_: you.AsJson = False,
    output: you.OutputFile = None,
    force: you.Force = False,
    color: you.Colour = "auto",
) -> int:
    """Read a line of a label and work it out again."""
    from magadvisor.cli.knowledge import knowledge_for
    from magadvisor.cli.sheets import Look, show
    from magadvisor.labels import label as read
    from magadvisor.render.label import label_sheet

    look = Look.chosen(format_, json_, color, output, force)
    if not text.strip():
        raise BadAnswer("blank-item", "TEXT is blank", "write the line of the label in quotes", "TEXT")
    if len(text) > LONGEST_LINE:
        hint = "write only the line that names the magnesium"
        raise BadAnswer("too-long", f"TEXT is longer than {LONGEST_LINE:,} characters", hint, "TEXT")
    known = knowledge_for(knowledge)
    told = read(text, known)
    show("label", told, label_sheet(told, known), known, look)
    return Exit.NOT_ALL_CHECKED if told.verdict == "unread" else Exit.ANSWERED
