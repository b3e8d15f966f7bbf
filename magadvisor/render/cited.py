"""The numbers under which sources stand on a page, in the order they are first cited."""

from collections.abc import Iterable, Mapping

from magadvisor.model.source import Citation, Source
from magadvisor.render import phrases
from magadvisor.render.lists import marks
from magadvisor.render.parts import Line


class Cited:
    """Numbers sources as they are cited and lists them with the places named."""

    def __init__(self, known: Mapping[str, Source]) -> None:
        """Keep the sources that may be cited; any other is left out."""
        self._known = known
        self._places: dict[str, dict[str, None]] = {}

    def __call__(self, citations: Iterable[Citation]) -> str:
        """Cite sources with their places: [1-2]."""
        cited: dict[str, None] = {}
        for one in citations:
            if one.id not in self._known:
                continue
            places = self._places.setdefault(one.id, {})
            if one.at:
                places[one.at] = None
            cited[one.id] = None
        numbers = list(self._places)
        return marks(numbers.index(one) + 1 for one in cited)

    def ids(self, sources: Iterable[str]) -> str:
        """Cite sources whose places stand with the statement itself."""
        return self(Citation(one) for one in sources)

    def lines(self) -> tuple[Line, ...]:
        """List the sources that were cited: title, publisher, year, places."""
        return tuple(Line(text, "muted") for text in self._texts())

    def _texts(self) -> Iterable[str]:
        for number, (name, places) in enumerate(self._places.items(), 1):
            at = f" ({'; '.join(places)})" if places else ""
            yield f"[{number}] {phrases.source(self._known[name], at)}"
