"""A line of cells is heard in parts; whole lines seldom come again, their parts do.

Each part holds every cell that bears on one thing: what is said of the kidneys may stand in the cells
of conditions, so these belong together, and a symptom may mean more beside a goal. A part is heard as a
line in which nothing else is said.
"""

from collections.abc import Callable
from functools import lru_cache
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from magadvisor.inputs import read_egfr
from magadvisor.model.account import NotChecked
from magadvisor.model.answers import BadAnswer
from magadvisor.model.profile import Profile
from magadvisor.model.question import Band
from magadvisor.remembering import LONGEST_KEPT, MOST_KEPT
from magadvisor.screening.cells import items
from magadvisor.screening.columns import KEYS
from magadvisor.screening.heard import Heard, Meeting
from magadvisor.screening.reading import Medicines, Reading, together

PERSON = ("age", "sex")
HEALTH = ("kidney", "egfr", "life_stage", "conditions", "symptoms", "goals")
HABITS = ("schema", "goals", "digestion", "taking", "diet", "avoid", "region")
MEDICINES = ("medicines",)

_KEPT = 8_192
_NO_ILLNESS = frozenset(("", "none"))

_Read = TypeVar("_Read")


class Part(NamedTuple, Generic[_Read]):
    """What was heard of one part of a line."""

    read: _Read
    meets: tuple[Meeting, ...]
    unchecked: tuple[NotChecked, ...]
    short: bool


Hears = Callable[..., Part[_Read] | None]
"""Hears the cells of a part; nothing where the line must be read as a whole, to say what is wrong with it."""


class Parts:
    """Hears lines of cells part by part, and each part once."""

    def __init__(
        self,
        profile: Callable[[tuple[str, ...]], Profile],
        hear: Callable[[Profile], Heard],
        stages: tuple[Band, ...],
    ) -> None:
        """Keep how a whole line becomes a profile, how that is heard, and the kidney stage of an eGFR."""
        self._profile = profile
        self._hear = hear
        self._stages = stages
        self._healthy = hear(profile(("",) * len(KEYS))).reading.health
        self._person = self._part(PERSON, lambda reading: reading.person)
        self._health = self._part(HEALTH, lambda reading: reading.health)
        self._habits = self._part(HABITS, lambda reading: reading.habits)
        self._medicine = self._part(MEDICINES, lambda reading: reading.medicines)
        self._same_stage = lru_cache(_KEPT)(self._lowest_of_stage)
        self._together = lru_cache(_KEPT)(together)

    def heard(self, cells: tuple[str, ...]) -> Heard | None:
        """Hear a line; nothing where it must be read as a whole, to say what is wrong with it."""
        schema, goals, kidney, egfr, listed, age, sex, stage, conditions, symptoms, *rest = cells
        digestion, taking, diet, avoid, region = rest
        if sum(map(len, cells)) - len(listed) > LONGEST_KEPT:
            return None
        # A goal means more only beside an illness.
        beside = "" if conditions in _NO_ILLNESS and symptoms in _NO_ILLNESS else goals
        person = self._person(age, sex)
        health = self._health(kidney, self._same_stage(egfr), stage, conditions, symptoms, beside)
        habits = self._habits(schema, goals, digestion, taking, diet, avoid, region)
        medicines = self._medicines(listed)
        if person is None or health is None or habits is None or medicines is None:
            return None
        return Heard(
            Reading(person.read, health.read, habits.read, medicines.read),
            medicines.meets,
            (*medicines.unchecked, *health.unchecked, *habits.unchecked),
            medicines.short and health.short and habits.short,
        )

    def _part(self, keys: tuple[str, ...], pick: Callable[[Reading], _Read]) -> Hears[_Read]:
        """Give how the cells of some keys are heard, and what they bear on is picked out.

        An illness may stand where it does not belong, among medicines: then the whole line is read.
        """
        places = tuple(KEYS.index(key) for key in keys)

        def hear(*said: str) -> Part[_Read] | None:
            cells = [""] * len(KEYS)
            for place, cell in zip(places, said, strict=True):
                cells[place] = cell
            try:
                heard = self._hear(self._profile(tuple(cells)))
            except BadAnswer:
                return None
            if keys is not HEALTH and heard.reading.health != self._healthy:
                return None
            return Part(pick(heard.reading), heard.meets, heard.unchecked, heard.short)

        return lru_cache(_KEPT)(hear)

    def _lowest_of_stage(self, egfr: str) -> str:
        """Give the lowest eGFR of the same stage: nothing but the stage bears on a row."""
        if not egfr:
            return egfr
        try:
            value = read_egfr(egfr, "egfr")
        except BadAnswer:
            return egfr
        return f"{max(band.at_least for band in self._stages if band.at_least <= value):g}"

    def _medicines(self, cell: str) -> Part[Medicines] | None:
        """Hear medicines one by one: a list of several seldom repeats, its medicines do."""
        listed = items(cell)
        if len(listed) == 1:
            return self._medicine(cell) if len(cell) <= LONGEST_KEPT else None
        if max(map(len, listed)) > LONGEST_KEPT:
            return None
        each = [one for one in map(self._medicine, listed) if one]
        if len(each) < len(listed):
            return None
        reads, meets, unchecked, shorts = zip(*each, strict=True)
        short = len(each) <= MOST_KEPT and all(shorts)
        read = self._together(reads) if short else together(reads)
        return read and Part(
            read, tuple(chain.from_iterable(meets)), tuple(chain.from_iterable(unchecked)), short
        )
