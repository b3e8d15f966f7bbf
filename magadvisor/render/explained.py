"""An explanation as a page, and every source of the knowledge as one."""

from collections.abc import Iterator

from magadvisor.model.explained import Explained, Explanation, Listed, Sentence, Use, Work
from magadvisor.model.knowledge import Knowledge
from magadvisor.render import phrases
from magadvisor.render.lists import cited, numbered
from magadvisor.render.parts import Line, Page, Part, plain_page

MOST_NAMED = 12
"""So many users of one sort are named on a page; a document names them all."""

NOT_REVIEWED = "Nobody qualified has reviewed it."


def page_of_explanation(told: Explanation, known: Knowledge, quiet: bool = False) -> Page:
    """Lay out every entry that was named, or a list; `quiet` leaves out sources and what uses it."""
    parts = list(_listed(told.listed)) if told.listed else []
    parts += [part for entry in told.entries for part in _entry(entry, len(told.entries) > 1, quiet)]
    headline, subtitle = _heads(told)
    return plain_page(headline, subtitle, parts, known)


def _heads(told: Explanation) -> tuple[str, str]:
    """Name the one entry, or say how many there are and what was typed."""
    if len(told.entries) == 1:
        only = told.entries[0]
        return f"{only.kind.capitalize()} {only.id}", only.name
    return f"{len(told.entries) or len(told.listed)} entries", f"named: {told.typed}"


def _listed(listed: tuple[Listed, ...]) -> Iterator[Part]:
    """Name entries by kind, one a line."""
    for kind in dict.fromkeys(one.kind for one in listed):
        of_kind = [one for one in listed if one.kind == kind]
        yield Part(f"{kind.capitalize()}s", tuple(Line(_named(one)) for one in of_kind))
    yield Part("In full", (Line(f"magadvisor explain {listed[0].kind}:{listed[0].id}", "muted"),))


def _named(one: Listed) -> str:
    return one.id if one.name == one.id else f"{one.id}: {one.name}"


def _entry(one: Explained, several: bool, quiet: bool) -> Iterator[Part]:
    sources = () if quiet else one.sources
    numbers = numbered(work.id for work in sources)
    if several:
        yield Part(one.kind.capitalize(), (Line(f"{one.id}: {one.name}", "label"),))
    for section in one.sections:
        yield Part(section.label, tuple(_line(sentence, numbers) for sentence in section.lines))
    if one.certainty is not None:
        yield Part("How sure", (Line(phrases.sureness(one.certainty) + "."),))
    if one.sources_differ is not None:
        yield Part("They differ", (Line(one.sources_differ),))
    yield Part("Used by", () if quiet else tuple(_used_by(one.used_by)))
    yield Part("Sources", tuple(_work(number, work) for number, work in enumerate(sources, 1)))
    reviewed = f"Reviewed by {one.reviewed_by}." if one.reviewed_by else NOT_REVIEWED
    yield Part("Reviewed", (Line(reviewed),))


def _line(sentence: Sentence, numbers: dict[str, int]) -> Line:
    sure = f" ({phrases.sureness(sentence.certainty).lower()})" if sentence.certainty is not None else ""
    return Line(f"{sentence.text}{sure}{cited(sentence.sources, numbers)}")


def _used_by(uses: tuple[Use, ...]) -> Iterator[Line]:
    """Name what uses an entry, by kind and by how; of a long list the beginning."""
    groups: dict[tuple[str, str], list[str]] = {}
    for use in uses:
        places = f" ({'; '.join(use.at)})" if use.at else ""
        groups.setdefault((use.kind, use.how), []).append(f"{use.id}{places}")
    for (kind, how), names in groups.items():
        more = f"; and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
        plural = kind if len(names) == 1 else f"{kind}s"
        yield Line(f"{how} ({len(names)} {plural}): {'; '.join(names[:MOST_NAMED])}{more}")


def _work(number: int, one: Work) -> Line:
    places = f" At: {'; '.join(one.at)}." if one.at else ""
    says = f" It says: {'; '.join(one.says)}." if one.says else ""
    note = f" {one.note}" if one.note else ""
    year = "" if one.year else " No year given."
    return Line(
        f"[{number}] {phrases.source(one)}{year}{places}{says} {_read(one.read_on)}{note} ({one.id})", "muted"
    )


def _read(read_on: str | None) -> str:
    return f"Read on {read_on}." if read_on else "Not read again."
