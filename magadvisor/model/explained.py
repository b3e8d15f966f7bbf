"""One entry of the knowledge in plain words, before it is laid out."""

from magadvisor.model.record import Record


class Sentence(Record):
    """One statement, how sure it is where that is said, and the ids of the sources that say so."""

    text: str
    certainty: str | None = None
    sources: tuple[str, ...] = ()


class Section(Record):
    """Statements under one label."""

    label: str
    lines: tuple[Sentence, ...]


class Work(Record):
    """A source, the places in it that the entry cites, and what it says there in its own figures.

    `read_on` is absent where the work was cited without being read again.
    """

    id: str
    title: str
    publisher: str
    kind: str
    year: int | None
    url: str | None
    read_on: str | None
    note: str | None
    at: tuple[str, ...]
    says: tuple[str, ...]


class Use(Record):
    """An entry that uses another one, and how; `at` are the places it cites of a source."""

    kind: str
    id: str
    how: str
    at: tuple[str, ...] = ()


class Explained(Record):
    """An entry: what it says, when and why, how sure, who says so, where they differ, and what uses it."""

    kind: str
    id: str
    name: str
    sections: tuple[Section, ...]
    certainty: str | None
    sources: tuple[Work, ...]
    sources_differ: str | None
    used_by: tuple[Use, ...]
    reviewed_by: str | None


class Listed(Record):
    """An entry that is only named: its kind, its id, and one line."""

    kind: str
    id: str
    name: str


class Explanation(Record):
    """What was typed and every entry it names; entries of a whole kind or of one maker are only listed."""

    typed: str
    entries: tuple[Explained, ...]
    listed: tuple[Listed, ...] = ()
