"""The shipped stories, as the program itself reads them."""

from pathlib import Path

from magadvisor.cli.stories import Story, read_stories

CASES = Path(__file__).parent.parent / "cases"


def stories() -> tuple[Story, ...]:
    """Read every story of tests/cases."""
    told, problems = read_stories(CASES, "*.yaml")
    assert not problems, problems
    return tuple(one.story for one in told)
