"""The knowledge that commands answer from."""

from pathlib import Path

from magadvisor.cli.exits import Exit, Failure
from magadvisor.knowledge.load import BadKnowledge, data_folder, load
from magadvisor.model.knowledge import Knowledge


def knowledge_for(folder: Path | None) -> Knowledge:
    """Read the shipped knowledge and, where one is named, the additional folder."""
    if folder is not None:
        hint = "leave it out"
        raise Failure(Exit.USAGE, "not-available", "--knowledge is not available yet", hint, "--knowledge")
    return shipped()


def shipped() -> Knowledge:
    """Read the knowledge that came with the program; broken knowledge answers nothing."""
    try:
        return load(data_folder())
    except BadKnowledge as bad:
        first = str(bad.problems[0]) if bad.problems else "it is missing"
        raise Failure(
            Exit.KNOWLEDGE, "bad-knowledge", f"the knowledge base cannot be used: {first}"
        ) from None
