"""One record at a time: answers become a row or an advice document, a mistake becomes an error."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from magadvisor.advisor import profile_of
from magadvisor.documents import Json, advice_document
from magadvisor.engine.decide import decide
from magadvisor.model.answers import BadAnswer
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.printable import printable
from magadvisor.model.profile import Profile
from magadvisor.profiles import answers_of, profile_document
from magadvisor.remembering import RememberingDoor
from magadvisor.screening.cells import Cells
from magadvisor.screening.columns import ID
from magadvisor.screening.parts import Parts
from magadvisor.screening.rows import Noted, Row, Rows, bad_row
from magadvisor.version import __version__

ERROR_SCHEMA = "magadvisor.error/1"

Id = str | int | None
Document = dict[str, Json]

Said = tuple[str, ...] | dict[str, object]
"""What a record says: cells in the order of KEYS, or a profile document."""

_R = TypeVar("_R")
_A = TypeVar("_A")

Parting = Callable[[_R], tuple[Id, Said]]
"""Parts a record into its id and what it says."""

_LONGEST_TOLD = 200


class Screener:
    """Answers record after record from one knowledge base, and remembers what repeats."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Keep the knowledge and an empty memory."""
        self._knowledge = knowledge
        self._cells = Cells(knowledge.goals)
        self._door = RememberingDoor(knowledge)
        self._rows = Rows(knowledge)
        self._parts = Parts(self._said, self._rows.hear, knowledge.questions["kidney"].bands)

    def row(self, record: _R, part: "Parting[_R]") -> tuple[Row, Noted | None]:
        """Give the row of a record, and what of it is counted; nothing of one that is refused."""
        return self._each(record, part, self._row, self._bad_row)

    def document(self, record: _R, part: "Parting[_R]") -> tuple[Document, Noted | None]:
        """Give the advice document of a record as `recommend` does, or its error, and what is counted."""
        return self._each(record, part, self._document, self._bad_document)

    def _each(
        self,
        record: _R,
        part: "Parting[_R]",
        answer: Callable[[Said, Id], tuple[_A, Noted]],
        refuse: Callable[[BadAnswer, Id], _A],
    ) -> tuple[_A, Noted | None]:
        """Answer a record or refuse it; whatever happens to one, the next is answered."""
        id_: Id = None
        try:
            id_, said = part(record)
            return answer(said, id_)
        except BadAnswer as bad:
            return refuse(bad, id_), None
        except Exception as wrong:
            return refuse(_fault(wrong), id_), None

    def _row(self, said: Said, id_: Id) -> tuple[Row, Noted]:
        heard = self._parts.heard(said) if isinstance(said, tuple) else None
        if heard is None or not heard.reading.habits.goals:
            heard = self._rows.hear(self._profile(said))
        return self._rows.row(heard, _shown(id_))

    def _document(self, said: Said, id_: Id) -> tuple[Document, Noted]:
        advice = decide(self._profile(said), self._knowledge, __version__)
        noted = Noted(
            advice.outcome.value,
            tuple(str(one.severity) for one in advice.interactions),
            tuple(one.typed for one in advice.not_checked),
        )
        return _with_id(advice_document(advice), id_), noted

    def _bad_row(self, bad: BadAnswer, id_: Id) -> Row:
        said = f"{bad.code}: {_short(bad.message)}"
        return bad_row(_shown(id_), f"{said}; {bad.hint}" if bad.hint else said, self._knowledge.meta.caveat)

    def _bad_document(self, bad: BadAnswer, id_: Id) -> Document:
        document: Document = {"schema": ERROR_SCHEMA, "code": bad.code, "message": _short(bad.message)}
        caveat = self._knowledge.meta.caveat
        return _with_id({**document, "hint": bad.hint, "where": _short(bad.where), "caveat": caveat}, id_)

    def _profile(self, said: Said) -> Profile:
        profile = self._said(said)
        if profile.goals:
            return profile
        hint = f"one of {', '.join(self._knowledge.goals)}"
        raise BadAnswer("no-goal", "at least one goal is needed", hint, "goals")

    def _said(self, said: Said) -> Profile:
        """Give the profile of what a record says, with or without a goal."""
        if isinstance(said, tuple):
            answers = self._cells.answers(said)
        else:
            answers = answers_of(profile_document(said), self._knowledge.goals)
        return profile_of(answers, self._knowledge, self._door)


def part_id(record: Mapping[str, object]) -> tuple[Id, Said]:
    """Part a record into its id and its answers."""
    rest = dict(record)
    id_ = rest.pop(ID, None)
    if id_ is None or (isinstance(id_, str | int) and not isinstance(id_, bool)):
        return id_, rest
    raise BadAnswer("invalid-profile", "id must be text or a whole number", "", ID)


def _with_id(document: Document, id_: Id) -> Document:
    return document if id_ is None else {"schema": document["schema"], ID: id_, **document}


def _fault(wrong: Exception) -> BadAnswer:
    """Tell a fault of the program by its kind and place, without its message."""
    trace, place = wrong.__traceback__, "?"
    while trace is not None:
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return BadAnswer("fault", f"a fault of the program ({type(wrong).__name__} at {place})")


def _shown(id_: Id) -> str:
    return "" if id_ is None else str(id_)


def _short(text: str) -> str:
    shown = printable(text)
    return shown if len(shown) <= _LONGEST_TOLD else f"{shown[:_LONGEST_TOLD]}..."
