"""The knowledge that commands answer from."""

from magadvisor.cli.exits import Exit, Failure
from magadvisor.knowledge.load import BadKnowledge, data_folder, load
from magadvisor.model.knowledge import Knowledge


def shipped() -> Knowledge:
    """Read the knowledge that came with the program; broken knowledge answers nothing."""
    try:
        return load(data_folder())
    except BadKnowledge as bad:
        first = str(bad.problems[0]) if bad.problems else "it is missing"
        raise Failure(
            Exit.KNOWLEDGE, "bad-knowledge", f"the knowledge base cannot be used: {first}"
        ) from None
