"""The entries of `limits.yaml`: rows of intakes, upper levels and references, whose ids are all different."""

from collections.abc import Iterator

from magadvisor.knowledge.document import Path as Inside
from magadvisor.knowledge.reader import Reader
from magadvisor.model.limit import Intake, Limits, Reference, UpperLevel

LimitEntry = Intake | UpperLevel | Reference


def placed(reader: Reader, limits: Limits) -> tuple[LimitEntry, ...]:
    """List the entries of limits that a reader made, and let it remember where each stands."""
    for inside, entry in _inside(limits):
        reader.keep_within(limits, inside, entry)
    return tuple(entry for _, entry in _inside(limits))


def _inside(limits: Limits) -> Iterator[tuple[Inside, LimitEntry]]:
    for number, table in enumerate(limits.intake_tables):
        for place, row in enumerate(table.rows):
            yield ("intake_tables", number, "rows", place), row
    for place, upper in enumerate(limits.uppers):
        yield ("uppers", place), upper
    for place, reference in enumerate(limits.references):
        yield ("references", place), reference
