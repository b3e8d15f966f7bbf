"""The route that a typed text says."""

from collections.abc import Iterable, Iterator, Mapping

from magadvisor.model.words import Route
from magadvisor.names.find import Named
from magadvisor.names.name_index import Around, NameIndex
from magadvisor.names.tidy import is_number, is_per


def said_route(text: str, around: Around) -> Route | None:
    """Find the route of a tidy text: a local one before "by mouth", the longest phrase first.

    "IV, then by mouth" says two routes, so it settles none. "Both eyes" says where drops go; without
    a word for drops it may say where an illness is.
    """
    padded = f" {text} "
    said = _said(padded, around.routes)
    if any(f" {word} " in padded for word in around.dropped) or "% " in padded:
        said += _said(padded, around.places)
    if not said:
        return None
    route = min(said)[2]
    twice = route is Route.INJECTION and any(f" {phrase} " in padded for phrase in around.swallowed)
    return None if twice else route


def _said(padded: str, phrases: Mapping[str, Route]) -> list[tuple[bool, int, Route]]:
    return [
        (route is Route.ORAL, -len(phrase), route)
        for phrase, route in phrases.items()
        if phrase in padded and f" {phrase} " in padded  # first what is quick, and leaves hardly any
    ]


def said_beside(named: Named, part: str, start: int, names: NameIndex) -> Route | None:
    """Find the route said beside a name, in the part of a text that begins at word `start`.

    Behind "and" stands another thing: "levothyroxine and eye drops" says nothing of levothyroxine.
    A word inside the name counts if the medicine is taken so: Cream of Magnesia is swallowed.
    """
    words = part.split()
    before, behind = words[: named.start - start], words[named.end - start :]
    own = tuple(_until_join(behind, names.around))
    said = said_route(" ".join((*before, "~", *own)), names.around)
    if said is not None:
        return said
    inside = said_route(" ".join((*before, named.name, *own)), names.around)
    if named.entry is None or inside is None:
        return inside
    return inside if inside in names.medicines[named.entry].routes else None


def weak_route(text: str, around: Around, routes: Iterable[Route]) -> Route | None:
    """Find a route said by a word with other meanings, if the medicine is taken so."""
    taken, words = set(routes), set(text.split())
    return next(
        (route for route, said in around.weak_routes.items() if route in taken and words & said), None
    )


def _until_join(words: list[str], around: Around) -> Iterator[str]:
    """Give the words up to one that joins another thing; "20/12.5" is one, and so is "mg/ml"."""
    for place, word in enumerate(words):
        behind = next(iter(words[place + 1 :]), "")
        if word in around.joins and not (is_number(behind) or is_per(behind)):
            return
        yield word
