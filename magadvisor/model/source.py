"""Where statements come from."""

from magadvisor.model.record import Record
from magadvisor.model.words import Certainty


class Source(Record):
    """A work that statements cite; `read_on` is absent when it was cited without being read again."""

    id: str
    title: str
    publisher: str
    kind: str  # agency, guideline, label, monograph, trial, review, case-report, reference, secondary
    year: int | None = None
    url: str | None = None
    read_on: str | None = None  # ISO date
    note: str | None = None


class Citation(Record):
    """A place in a source; the hours are those the source itself gives for an interaction."""

    id: str
    at: str | None = None
    says: str | None = None
    says_after: float | None = None  # hours
    says_before: float | None = None  # hours


class Statement(Record):
    """One claim with how sure it is and who says so."""

    text: str
    certainty: Certainty
    sources: tuple[Citation, ...]
