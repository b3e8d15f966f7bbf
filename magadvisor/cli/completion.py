"""What the shell may complete: goals, forms and names of medicines; read only when the shell asks."""

from collections.abc import Iterable, Iterator

FROM_LETTERS = 2
MOST_NAMES = 50


def goals(incomplete: str) -> list[str]:
    """Complete a goal by its id."""
    from magadvisor.cli.knowledge import shipped

    return list(_beginning(incomplete, shipped().goals))


def forms(incomplete: str) -> list[str]:
    """Complete a form by its id."""
    from magadvisor.cli.knowledge import shipped

    return list(_beginning(incomplete, shipped().forms))


def medicines(incomplete: str) -> list[str]:
    """Complete the name of a medicine, also a brand; nothing before two letters, no times."""
    from magadvisor.cli.knowledge import shipped

    if len(incomplete.strip()) < FROM_LETTERS:
        return []
    listed = shipped().medicines.values()
    names = (name for one in listed for name in (one.name, one.us_name or "", *one.brands, *one.also))
    return sorted(set(_beginning(incomplete, names)))[:MOST_NAMES]


def _beginning(incomplete: str, words: Iterable[str]) -> Iterator[str]:
    start = incomplete.lower()
    return (word for word in words if word.lower().startswith(start))
