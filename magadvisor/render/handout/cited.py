"""Numbers for the sources of a sheet."""

from collections.abc import Iterable

from magadvisor.model.advice import CitedSource
from magadvisor.render import phrases
from magadvisor.render.lists import marks


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
        return marks(self._numbers[one] for one in sources if one in self._numbers)

    def told(self) -> tuple[str, ...]:
        """List the sources that were cited, by their numbers."""
        return tuple(
            f"[{number}] {phrases.source(self._known[one])}" for one, number in self._numbers.items()
        )
