"""Which sources an entry cites and where in them, and which entries cite a source."""

from collections.abc import Iterable

from magadvisor.explain.shelf import Anything, Shelf
from magadvisor.knowledge.citations import citations
from magadvisor.model.explained import Use, Work
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.source import Citation


def works(entries: Iterable[Anything], known: Knowledge) -> tuple[Work, ...]:
    """List the sources of entries, each once, with every place they cite and every figure given there."""
    cited: dict[str, list[Citation]] = {}
    for entry in entries:
        for one in citations(entry):
            cited.setdefault(one.id, []).append(one)
    return tuple(_work(id_, places, known) for id_, places in cited.items())


def citing(shelves: Shelf) -> dict[str, tuple[Use, ...]]:
    """Collect for each source the entries that cite it, with the places."""
    found: dict[str, list[Use]] = {}
    for kind, entries in shelves.items():
        for id_, entry in entries.items():
            places: dict[str, list[str]] = {}
            for one in citations(entry):
                places.setdefault(one.id, []).extend(() if one.at is None else (one.at,))
            for source, at in places.items():
                found.setdefault(source, []).append(Use(kind, id_, "cites it", tuple(dict.fromkeys(at))))
    return {source: tuple(uses) for source, uses in found.items()}


def _work(id_: str, cited: list[Citation], known: Knowledge) -> Work:
    source = known.sources[id_]
    return Work(
        id=id_,
        title=source.title,
        publisher=source.publisher,
        kind=source.kind,
        year=source.year,
        url=source.url,
        read_on=source.read_on,
        note=source.note,
        at=tuple(dict.fromkeys(one.at for one in cited if one.at is not None)),
        says=tuple(dict.fromkeys(one.says for one in cited if one.says is not None)),
    )
