"""The knowledge that commands answer from."""

from magadvisor.cli.exits import refused
from magadvisor.knowledge import shipped as knowledge_shipped
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.problem import BadKnowledge


def shipped() -> Knowledge:
    """Read the knowledge that came with the program; broken knowledge answers nothing."""
    try:
        return knowledge_shipped.shipped()
    except BadKnowledge as bad:
        raise refused(bad) from None
