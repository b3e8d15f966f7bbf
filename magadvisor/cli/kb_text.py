"""What `kb` says, as plain lines; what comes from files is made printable."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from magadvisor.knowledge.inventory import Inventory, SourceLine, Sources
from magadvisor.model.printable import printable
from magadvisor.model.problem import Problem
from magadvisor.model.record import Record

if TYPE_CHECKING:
    from magadvisor.cli.proving import Proved


class Checked(Record):
    """Every problem of a knowledge folder."""

    problems: tuple[Problem, ...]


def info_text(told: Inventory) -> str:
    """Write what the knowledge holds."""
    return _text(_info(told))


def sources_text(told: Sources) -> str:
    """Write every source in three lines."""
    return _text(line for source in told.sources for line in _source(source))


def sources_csv(told: Sources) -> str:
    """Write every source as a row, no cell of which starts a formula."""
    from magadvisor.render.csv import rows_csv

    head = ("id", "title", "publisher", "kind", "year", "url", "read_on", "cited_by")
    rows = ([str(getattr(one, key) or "") for key in head[:-1]] + [str(one.cited_by)] for one in told.sources)
    return rows_csv(head, rows)


def check_text(told: Checked) -> str:
    """Write every problem on a line of its own, or that there is none."""
    if told.problems:
        return _problems(told.problems)
    return _text(["No problem was found."])


def test_text(told: "Proved") -> str:
    """Write what did not come out as it is written, or how much did."""
    if told.problems:
        return _problems(told.problems)
    counted = (
        _many(told.examples, "example"),
        _many(told.cases, "case"),
        _many(told.stories, "story", "stories"),
    )
    return _text([f"{', '.join(counted)}: all came out as they are written."])


def _problems(problems: tuple[Problem, ...]) -> str:
    return _text([*map(str, problems), _many(len(problems), "problem")])


def _info(told: Inventory) -> Iterator[str]:
    yield f"Knowledge      {told.version} of {told.date}"
    yield f"Digest         {told.digest}"
    yield f"Reviewed by    {told.reviewed_by or 'no clinician yet'}"
    yield ""
    for name, count in told.counts.items():
        yield f"{count:>7}  {name.replace('_', ' ')}"
    yield ""
    unread = told.sources - told.sources_read_again
    yield f"{told.sources_read_again} of {told.sources} sources were read again; {unread} are cited unread."
    yield f"{told.statements_read_again} of {told.statements} entries with a source cite one read again."
    if told.oldest_year is not None:
        years = f"{told.oldest_year} to {told.newest_year}"
        yield f"The sources are of {years}; {told.without_year} carry no year."
    yield ""
    for kind in told.kinds:
        yield f"{kind.sources:>7}  {kind.kind}, {kind.read_again} read again"


def _source(one: SourceLine) -> Iterator[str]:
    year = one.year or "no year"
    read = f"read on {one.read_on}" if one.read_on else "cited unread"
    yield f"{one.id}"
    yield f"  {one.title}. {one.publisher}, {year}."
    cited = _many(one.cited_by, "entry cites it", "entries cite it")
    yield f"  {one.kind}; {read}; {cited}; {one.url or 'no address'}"


def _many(count: int, one: str, more: str = "") -> str:
    return f"{count} {one if count == 1 else more or f'{one}s'}"


def _text(lines: Iterator[str] | list[str]) -> str:
    return "".join(f"{printable(line)}\n" for line in lines)
