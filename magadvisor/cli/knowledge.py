"""The knowledge that commands answer from."""

from pathlib import Path

from magadvisor.cli.exits import Exit, Failure, refused
from magadvisor.knowledge import shipped as knowledge_shipped
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.problem import BadKnowledge


def knowledge_for(folder: Path | None) -> Knowledge:
    """Read the shipped knowledge and, where one is named, the additional folder."""
    if folder is not None:
        hint = "leave it out"
        raise Failure(Exit.USAGE, "not-available", "--knowledge is not available yet", hint, "--knowledge")
    return shipped()


def shipped() -> Knowledge:
    """Read the knowledge that came with the program; broken knowledge answers nothing."""
    try:
        return knowledge_shipped.shipped()
    except BadKnowledge as bad:
        raise refused(bad) from None
