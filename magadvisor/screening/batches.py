"""Batches of records in, batches of answers out, for whatever carries them."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from magadvisor.documents import Json
from magadvisor.knowledge.shipped import shipped
from magadvisor.model.answers import BadAnswer
from magadvisor.model.knowledge import Knowledge
from magadvisor.screening.columns import ID, KEYS, unknown_column
from magadvisor.screening.screener import Id, Parting, Said, Screener, part_id

Record = Mapping[str, object]


def screen_rows(
    records: Iterable[Record], *, cells: bool = False, knowledge: Knowledge | None = None
) -> Iterator[dict[str, str | float | None]]:
    """Give for each record the flat row that `screen` writes, in order; a bad one gives its error.

    A record holds the keys of a profile document and may hold an `id`. With `cells` every value is
    the text of a CSV cell instead, and None is an empty one.
    """
    screener = _shared() if knowledge is None else Screener(knowledge)
    parts = _parts(cells)
    for record in records:
        yield screener.row(record, parts)[0]._asdict()


def screen_documents(
    records: Iterable[Record], *, cells: bool = False, knowledge: Knowledge | None = None
) -> Iterator[dict[str, Json]]:
    """Give for each record its advice document, in order; a bad record gives its error.

    A record holds the keys of a profile document and may hold an `id`. With `cells` every value is
    the text of a CSV cell instead, and None is an empty one.
    """
    screener = _shared() if knowledge is None else Screener(knowledge)
    parts = _parts(cells)
    for record in records:
        yield screener.document(record, parts)[0]


@lru_cache(1)
def _shared() -> Screener:
    """Keep one screener a process, so that the next batch finds what the last one remembered."""
    return Screener(shipped())


def _parts(cells: bool) -> Parting[Record]:
    return _cells_of if cells else part_id


def _cells_of(record: Record) -> tuple[Id, Said]:
    for name in record:
        if name not in (ID, *KEYS):
            raise unknown_column(name)
    texts = tuple(_text(record, key) for key in KEYS)
    return _text(record, ID) or None, texts


def _text(record: Record, key: str) -> str:
    value = record.get(key)
    if value is None or isinstance(value, str):
        return value or ""
    raise BadAnswer("invalid-profile", f"{key} must be text", "give the text of a cell", key)
