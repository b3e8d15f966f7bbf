"""Numbers for the sources of a sheet."""

from collections.abc import Iterable
from itertools import pairwise

from magadvisor.model.advice import CitedSource
from magadvisor.render import phrases


class Cited:
    """Gives each source its number when it is first cited; several in a row are told as a range."""

    def __init__(self, sources: Iterable[CitedSource]) -> None:
        """Know the sources that may be cited."""
        self._known = {source.id: source for source in sources}
        self._numbers: dict[str, int] = {}

    def __call__(self, sources: Iterable[str]) -> str:
        """Write the numbers of these sources, to stand behind a statement."""
        for one in sources:
            if one in self._known:
                self._numbers.setdefault(one, len(self._numbers) + 1)
        return _ranges(sorted({self._numbers[one] for one in sources if one in self._numbers}))

    def told(self) -> tuple[str, ...]:
        """List the sources that were cited, by their numbers."""
        return tuple(
            f"[{number}] {phrases.source(self._known[one])}" for one, number in self._numbers.items()
        )


def _ranges(numbers: list[int]) -> str:
    if not numbers:
        return ""
    breaks = [i for i, (one, following) in enumerate(pairwise(numbers), 1) if following != one + 1]
    cuts = [0, *breaks, len(numbers)]
    told = [numbers[start:end] for start, end in pairwise(cuts)]
    return " [" + ", ".join(_range(run) for run in told) + "]"


def _range(run: list[int]) -> str:
    if len(run) < _SHORTEST_RANGE:
        return ", ".join(map(str, run))
    return f"{run[0]}-{run[-1]}"


_SHORTEST_RANGE = 3
