"""The cells of a CSV line become answers; what a cell says is remembered, because cells repeat."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from magadvisor.inputs import read_age, read_egfr, read_medicine
from magadvisor.model.answers import Answers, BadAnswer, TypedMedicine
from magadvisor.model.goal import Goal
from magadvisor.profiles import answers_of, profile_document
from magadvisor.remembering import LONGEST_KEPT
from magadvisor.screening.columns import KEYS

BETWEEN = ";"
"""What stands between the items of a list in a cell."""

_KEPT_CELLS = 4_096
_KEPT_MEDICINES = 8_192
_LISTS = frozenset(("goals", "digestion", "conditions", "symptoms", "taking", "diet", "avoid"))
_NOTHING = Answers(goals=())
MEDICINES = "medicines"
MEDICINES_PLACE = KEYS.index(MEDICINES)


class Cells:
    """Reads the cells of one line after another, each as `answers_of` reads the same key of a document."""

    def __init__(self, goals: Mapping[str, Goal]) -> None:
        """Keep the goals, and remember nothing yet."""
        self._goals = goals
        self._remembered = lru_cache(_KEPT_CELLS)(self._read)
        self._medicine = lru_cache(_KEPT_MEDICINES)(_read_medicine)

    def answers(self, cells: Sequence[str]) -> Answers:
        """Read cells in the order of KEYS; an empty one is not answered."""
        _, goals, kidney, egfr, _, age, sex, stage, *lists = map(self._cell, KEYS, cells)
        conditions, symptoms, digestion, taking, diet, avoid, region = lists
        return Answers(
            goals.goals,
            kidney.kidney,
            egfr.egfr,
            self._medicines(cells[MEDICINES_PLACE]),
            age.age,
            sex.sex,
            stage.life_stage,
            conditions.conditions,
            symptoms.symptoms,
            digestion.digestion,
            taking.taking,
            diet.diet,
            avoid.avoid,
            region.region,
        )

    def _cell(self, key: str, cell: str) -> Answers:
        """Give the answers that hold only what one cell says."""
        if not cell or key == MEDICINES or cell.isspace():
            return _NOTHING
        found = self._remembered(key, cell) if len(cell) <= LONGEST_KEPT else self._read(key, cell)
        if isinstance(found, BadAnswer):
            raise found.with_traceback(None)
        return found

    def _medicines(self, cell: str) -> tuple[TypedMedicine, ...] | None:
        """Read medicines one by one: a list of several seldom repeats, its medicines do."""
        if not cell or cell.isspace():
            return None
        listed = items(cell)
        typed = [
            one
            for one in (self._medicine(item) for item in listed if len(item) <= LONGEST_KEPT)
            if one is not None
        ]
        if len(typed) == len(listed):
            return tuple(typed)
        return answers_of(profile_document({MEDICINES: list(listed)}), self._goals).medicines

    def _read(self, key: str, cell: str) -> Answers | BadAnswer:
        """Read one cell as a document with that one key; a mistake is remembered too."""
        try:
            if key == "age":
                return Answers(goals=(), age=read_age(cell, key))
            if key == "egfr":
                return Answers(goals=(), egfr=read_egfr(cell, key))
            value: object = list(items(cell)) if key in _LISTS else cell.strip()
            if key == "diet" and value == ["none"]:
                value = []
            return answers_of(profile_document({key: value}), self._goals)
        except BadAnswer as bad:
            return bad


def items(cell: str) -> tuple[str, ...]:
    """Part a cell into items; of marks with nothing between them one blank stays, to be refused."""
    parts = [item.strip() for item in cell.split(BETWEEN)]
    return tuple(filter(None, parts)) or (parts[0],)


def _read_medicine(text: str) -> TypedMedicine | None:
    """Read a medicine, or nothing where the list as a whole must say what it means."""
    if not text or text.lower() == "none":
        return None
    try:
        return read_medicine(text)
    except BadAnswer:
        return None
