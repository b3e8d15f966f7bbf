"""Everything that must hold between the parts of the knowledge; every problem with its place."""

from collections.abc import Iterator, Mapping

from magadvisor.model.knowledge import Knowledge
from magadvisor.model.problem import Problem


def check(knowledge: Knowledge, places: Mapping[int, tuple[str, int]]) -> tuple[Problem, ...]:
    """List every problem between the parts."""
    return tuple(_problems(knowledge, places))


def _problems(knowledge: Knowledge, places: Mapping[int, tuple[str, int]]) -> Iterator[Problem]:
    return iter(())
