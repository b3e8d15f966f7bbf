"""Knowledge checked and compiled with every index a query needs; used while a wheel is built."""

from pathlib import Path

from magadvisor.indexes import prepare
from magadvisor.knowledge.compile import compiled
from magadvisor.knowledge.load import load


def compiled_knowledge(folder: Path) -> bytes:
    """Compile the knowledge of a folder; raise BadKnowledge with every problem where there is one."""
    knowledge = load(folder)
    return compiled(knowledge, prepare(knowledge), folder)
