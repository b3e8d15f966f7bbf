"""`magadvisor claims`: popular claims, and what the evidence says."""

from typing import TYPE_CHECKING, Annotated

import typer

from magadvisor.cli import flags
from magadvisor.cli.exits import Exit
from magadvisor.model.answers import BadAnswer

if TYPE_CHECKING:
    from magadvisor.model.told import ClaimsTold


def claims(
    text: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TEXT]...", help="A claim as you heard it; without one every claim is listed."
        ),
    ] = None,
    verdict: Annotated[
        str | None,
        typer.Option("--verdict", help="supported, partly, not-supported, contradicted or unknown."),
    ] = None,
    format_: flags.Format = None,
    knowledge: flags.Knowledge = None,
    json_: flags.Json = False,
    output: flags.Output = None,
    force: flags.Force = False,
    exit_zero: flags.ExitZero = False,
    color: flags.Color = "auto",
    quiet: flags.Quiet = False,
) -> int:
    """Tell what the evidence says of a claim, or list every claim."""
    from dataclasses import replace

    from magadvisor.claims import all_claims, claims_near
    from magadvisor.cli.knowledge import knowledge_for
    from magadvisor.cli.pages import Look, show
    from magadvisor.inputs import read_word
    from magadvisor.model.claim import ClaimVerdict
    from magadvisor.render.claims import page_of_claims

    look = Look.chosen(format_, json_, color, output, force, quiet)
    only = None if verdict is None else read_word(ClaimVerdict, verdict, "--verdict")
    typed = None if text is None else " ".join(text)
    if typed is not None and not typed.strip():
        raise BadAnswer("blank-claim", "the claim is blank", "leave it out to list every claim", "TEXT")
    known = knowledge_for(knowledge)
    told = all_claims(known, only) if typed is None else claims_near(typed, known, only)
    shown = replace(told, sources=()) if look.quiet else told
    show("claims", told, page_of_claims(shown, known), known, look)
    return Exit.ANSWERED if exit_zero else _exit(told)


def _exit(told: "ClaimsTold") -> Exit:
    """Tell scripts whether a danger was named, and whether the claim was checked."""
    if told.actions:
        return Exit.NO_SUPPLEMENT
    return Exit.ANSWERED if told.assessed else Exit.NOT_ALL_CHECKED
