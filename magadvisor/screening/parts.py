"""A line of cells is heard in parts; whole lines seldom come again, their parts do.

Each part holds every cell that bears on one thing: what is said of the kidneys may stand in the cells
of conditions, so these belong together, and a symptom may mean more beside a goal. A part is heard as a
line in which nothing else is said.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import itemgetter

from magadvisor.model.answers import BadAnswer
from magadvisor.model.profile import Profile
from magadvisor.remembering import LONGEST_KEPT
from magadvisor.screening.cells import MEDICINES, MEDICINES_PLACE, items
from magadvisor.screening.columns import KEYS
from magadvisor.screening.heard import Heard
from magadvisor.screening.reading import Reading

PERSON = ("age", "sex")
HEALTH = ("goals", "kidney", "egfr", "life_stage", "conditions", "symptoms")
HABITS = ("schema", "goals", "digestion", "taking", "diet", "avoid", "region")

_KEPT = 8_192

Part = Callable[[tuple[str, ...]], Heard | None]


class Parts:
    """Hears lines of cells part by part, and each part once."""

    def __init__(self, profile: Callable[[list[str]], Profile], hear: Callable[[Profile], Heard]) -> None:
        """Keep how a whole line becomes a profile and how that is heard; remember nothing yet."""
        self._profile = profile
        self._hear = hear
        self._person, self._person_of = self._part(PERSON)
        self._health, self._health_of = self._part(HEALTH)
        self._habits, self._habits_of = self._part(HABITS)
        self._listed, _ = self._part((MEDICINES,))

    def heard(self, cells: Sequence[str]) -> Heard | None:
        """Hear a line; nothing where it must be read as a whole, to say what is wrong with it."""
        if sum(map(len, cells)) - len(cells[MEDICINES_PLACE]) > LONGEST_KEPT:
            return None
        person = self._person(self._person_of(cells))
        health = self._health(self._health_of(cells))
        habits = self._habits(self._habits_of(cells))
        medicines = self._medicines(cells[MEDICINES_PLACE])
        if person is None or health is None or habits is None or medicines is None:
            return None
        return Heard(
            _reading(person.reading, health.reading, habits.reading, medicines.reading),
            medicines.meets,
            (*medicines.unchecked, *health.unchecked, *habits.unchecked),
        )

    def _part(self, keys: tuple[str, ...]) -> tuple[Part, Callable[[Sequence[str]], tuple[str, ...]]]:
        """Give how the cells of some keys are heard, and how they are picked out of a line."""
        places = tuple(KEYS.index(key) for key in keys)

        def hear(said: tuple[str, ...]) -> Heard | None:
            cells = [""] * len(KEYS)
            for place, cell in zip(places, said, strict=True):
                cells[place] = cell
            try:
                return self._hear(self._profile(cells))
            except BadAnswer:
                return None

        return lru_cache(_KEPT)(hear), itemgetter(*places)

    def _medicines(self, cell: str) -> Heard | None:
        """Hear medicines one by one: a list of several seldom repeats, its medicines do."""
        listed = items(cell)
        if len(listed) == 1:
            return self._listed((cell,)) if len(cell) <= LONGEST_KEPT else None
        each = []
        for item in listed:
            one = self._listed((item,)) if len(item) <= LONGEST_KEPT else None
            if one is None or not one.reading.lists_medicines:
                return None
            each.append(one)
        return _together(each)


def _together(each: list[Heard]) -> Heard:
    """Put medicines that were heard one by one into one list."""
    first = each[0].reading
    readings = [one.reading for one in each]
    interactions = {met for one in readings for met in one.interactions}
    takes = {name for one in readings for name in one.takes}
    return Heard(
        first._replace(
            all_checked=all(one.all_checked for one in readings),
            interactions=tuple(sorted(interactions)) if interactions else (),
            takes=tuple(sorted(takes)) if takes else (),
            holding=tuple([held for one in readings for held in one.holding]),
        ),
        tuple([met for one in each for met in one.meets]),
        tuple([item for one in each for item in one.unchecked]),
    )


def _reading(person: Reading, health: Reading, habits: Reading, medicines: Reading) -> Reading:
    """Take from each part what its cells bear on."""
    return Reading(
        goals=habits.goals,
        digestion=habits.digestion,
        kidney=health.kidney,
        age=person.age,
        age_band=person.age_band,
        sex=person.sex,
        life_stage=health.life_stage,
        region=habits.region,
        diet=habits.diet,
        avoid=habits.avoid,
        all_checked=medicines.all_checked and health.all_checked and habits.all_checked,
        lists_medicines=medicines.lists_medicines,
        interactions=medicines.interactions,
        takes=medicines.takes,
        holding=medicines.holding,
        answered=health.answered,
        conditions=health.conditions,
        symptoms=health.symptoms,
        taking=habits.taking,
    )
