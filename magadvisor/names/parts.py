"""The parts of an entry in one text whose other parts may stand in another answer."""

from collections.abc import Collection, Iterable, Mapping

from magadvisor.model.record import Record
from magadvisor.names.clauses import Cancelled
from magadvisor.names.hits import Hit
from magadvisor.names.phrase_index import Kind

Part = tuple[str, ...]
"""The words of a part, which means something only beside the other parts of its entry."""


class Parts(Record):
    """What a text says half: `beside` counts with another item, `signs` also with a goal or a life stage."""

    beside: frozenset[Part] = frozenset()
    signs: frozenset[Part] = frozenset()


def parts_of(found: Iterable[Hit], kept: Iterable[Hit], gone: Cancelled) -> dict[Part, int]:
    """Find the parts of entries that count, each where it first stands."""
    other = [hit for hit in kept if hit.phrase.kind is Kind.NOT_THIS]
    silent = {place for hit in other for place in range(hit.start, hit.end)}
    places: dict[Part, int] = {}
    for hit in found:
        if hit.phrase.kind is Kind.PART and hit.start not in silent and not gone.owns(hit):
            places.setdefault(hit.phrase.words, hit.start)
    return places


def beside_others(found: Collection[Hit], kept: Iterable[Hit], places: Mapping[Part, int]) -> Parts:
    """Say which parts count beside other answers, given where each stands.

    A part in the name of another condition does not: nobody with irritable bowel speaks of a bowel. With a
    goal or a life stage no name of a condition does: blood pressure that was high before is no sign in
    pregnancy.
    """
    spans = {part: (start, start + len(part)) for part, start in places.items()}
    names = [hit for hit in kept if any(one.list == "conditions" for one in hit.phrase.meanings)]
    own = {part: _ids(hit for hit in found if (hit.start, hit.end) == span) for part, span in spans.items()}
    held = {part: [hit for hit in names if _holds(hit, span)] for part, span in spans.items()}
    beside = frozenset(part for part in spans if _ids(held[part]) <= own[part])
    return Parts(beside, frozenset(part for part in beside if not held[part]))


def _holds(hit: Hit, span: tuple[int, int]) -> bool:
    return hit.start <= span[0] and span[1] <= hit.end


def _ids(hits: Iterable[Hit]) -> set[str]:
    return {meaning.id for hit in hits for meaning in hit.phrase.meanings}
