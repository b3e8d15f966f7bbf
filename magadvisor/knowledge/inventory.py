"""What a knowledge base is made of: how much of each kind, from where, and how old."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields
from itertools import repeat

from magadvisor.knowledge.citations import cited
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.record import Record


class SourceKind(Record):
    """One kind of source: how many, and how many of them were read again."""

    kind: str
    sources: int
    read_again: int


class Inventory(Record):
    """Version and review of the knowledge, how much it holds, and its sources by kind, year and reading."""

    version: str
    date: str
    digest: str
    reviewed_by: str | None
    counts: dict[str, int]
    sources: int
    sources_read_again: int
    statements: int
    statements_read_again: int
    oldest_year: int | None
    newest_year: int | None
    without_year: int
    kinds: tuple[SourceKind, ...]


class SourceLine(Record):
    """A source, and how many entries cite it."""

    id: str
    title: str
    publisher: str
    kind: str
    year: int | None
    url: str | None
    read_on: str | None
    cited_by: int


class Sources(Record):
    """Every source of the knowledge."""

    sources: tuple[SourceLine, ...]


def inventory(known: Knowledge) -> Inventory:
    """Count what the knowledge holds; a statement was read again when a source it cites was."""
    sources = known.sources.values()
    read = {one.id for one in sources if one.read_on is not None}
    statements = [ids for ids in _entries(known) if ids]
    years = [one.year for one in sources if one.year is not None]
    kinds = Counter(one.kind for one in sources)
    return Inventory(
        version=known.meta.version,
        date=known.meta.date,
        digest=known.digest,
        reviewed_by=known.meta.reviewed_by,
        counts=_counts(known),
        sources=len(sources),
        sources_read_again=len(read),
        statements=len(statements),
        statements_read_again=sum(bool(ids & read) for ids in statements),
        oldest_year=min(years, default=None),
        newest_year=max(years, default=None),
        without_year=len(sources) - len(years),
        kinds=tuple(
            SourceKind(kind, count, sum(one.id in read for one in sources if one.kind == kind))
            for kind, count in kinds.most_common()
        ),
    )


def source_lines(known: Knowledge) -> tuple[SourceLine, ...]:
    """List every source by its id, with how many entries cite it."""
    citing = Counter(source for ids in _entries(known) for source in ids)
    return tuple(
        SourceLine(one.id, one.title, one.publisher, one.kind, one.year, one.url, one.read_on, citing[one.id])
        for one in sorted(known.sources.values(), key=lambda one: one.id)
    )


def _counts(known: Knowledge) -> dict[str, int]:
    """Count the entries of every mapping; what a knowledge base holds beside them is not counted."""
    held = ((field.name, getattr(known, field.name)) for field in fields(known))
    counts = {name: len(value) for name, value in held if isinstance(value, Mapping)}
    words = known.vocabulary
    return {
        **counts,
        "intakes": sum(len(table.rows) for table in known.limits.intake_tables),
        "upper_levels": len(known.limits.uppers),
        "conditions": len(words.conditions),
        "symptoms": len(words.symptoms),
    }


def _entries(known: Knowledge) -> Iterator[frozenset[str]]:
    """Give of every entry of the knowledge the ids of the sources it cites."""
    for field in fields(known):
        held = getattr(known, field.name)
        if field.name in ("sources", "shipped"):
            continue
        if isinstance(held, Mapping):
            yield from map(cited, held.values())
    for table in known.limits.intake_tables:
        yield from repeat(cited(table), len(table.rows))
    yield from map(cited, known.limits.uppers)
    yield from map(cited, known.limits.references)
