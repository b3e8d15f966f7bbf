"""`magadvisor label`: a line of a label, worked out again."""

from typing import Annotated

import typer

from magadvisor.cli import flags
from magadvisor.cli.exits import Exit
from magadvisor.model.answers import BadAnswer

LONGEST_LINE = 2_000
"""Characters beyond which a text is no line of a label."""


def label(
    text: Annotated[
        list[str], typer.Argument(metavar="TEXT", help="The line, in quotes.", show_default=False)
    ],
    format_: flags.Format = None,
    knowledge: flags.Knowledge = None,
    json_: flags.Json = False,
    output: flags.Output = None,
    force: flags.Force = False,
    exit_zero: flags.ExitZero = False,
    color: flags.Color = "auto",
    quiet: flags.Quiet = False,
) -> int:
    """Read a line of a label and work it out again."""
    from magadvisor.cli.knowledge import knowledge_for
    from magadvisor.cli.sheets import Look, show
    from magadvisor.labels import label as read
    from magadvisor.render.label import label_sheet

    look = Look.chosen(format_, json_, color, output, force, quiet)
    line = " ".join(text)
    if not line.strip():
        raise BadAnswer("blank-item", "TEXT is blank", "write the line of the label in quotes", "TEXT")
    if len(line) > LONGEST_LINE:
        hint = "write only the line that names the magnesium"
        raise BadAnswer("too-long", f"TEXT is longer than {LONGEST_LINE:,} characters", hint, "TEXT")
    known = knowledge_for(knowledge)
    told = read(line, known)
    show("label", told, label_sheet(told, known), known, look)
    return Exit.NOT_ALL_CHECKED if told.verdict == "unread" and not exit_zero else Exit.ANSWERED
