"""The knowledge that commands answer from."""

from pathlib import Path

from magadvisor.cli.exits import Exit, Failure
from magadvisor.knowledge.load import BadKnowledge, data_folder, load
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.printable import printable


def knowledge_for(folder: Path | None) -> Knowledge:
    """Read the knowledge that came with the program, with a folder laid over it where one is named."""
    known = shipped()
    if folder is None:
        return known
    from magadvisor.folder import with_folder

    try:
        return with_folder(folder, known)
    except BadKnowledge as bad:
        first = printable(f"{folder}/{bad.problems[0]}")
        hint = "`magadvisor kb check` with the folder lists every problem"
        message = f"the added knowledge cannot be used: {first}"
        raise Failure(Exit.KNOWLEDGE, "bad-knowledge", message, hint, "--knowledge") from None


def shipped() -> Knowledge:
    """Read the knowledge that came with the program; broken knowledge answers nothing."""
    try:
        return load(data_folder())
    except BadKnowledge as bad:
        first = str(bad.problems[0]) if bad.problems else "it is missing"
        raise Failure(
            Exit.KNOWLEDGE, "bad-knowledge", f"the knowledge base cannot be used: {first}"
        ) from None
