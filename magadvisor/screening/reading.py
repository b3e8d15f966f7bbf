"""What of a profile decides: the words rules ask for and the amounts, without how anything was typed.

People who typed different things often come to the same reading, and the same reading is always
decided the same, so that a decision can be remembered. A reading has parts, because parts of a line
are remembered too.
"""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from magadvisor.engine.account import all_checked
from magadvisor.engine.gate import from_interactions
from magadvisor.engine.timing import Met
from magadvisor.model.interaction import Interaction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import ListedMedicine, ListedWords, Profile
from magadvisor.model.words import AgeBand, Diet, Digestion, Kidney, LifeStage, Region, Sex
from magadvisor.screening.amount import Amount, held, holding, taken, taking

_Word = TypeVar("_Word", bound=str)

_SILENCE = ("none", "unknown")
"""What rules read where nothing was answered, or that there is nothing."""


class Person(NamedTuple):
    """Who somebody is; of the age only what limits and rules ask."""

    age: float | None
    age_band: AgeBand
    sex: Sex


class Health(NamedTuple):
    """Kidneys, life stage and illnesses; what was answered with nothing differs from what was not."""

    kidney: Kidney
    life_stage: LifeStage
    answered: tuple[bool, bool]
    conditions: tuple[str, ...]
    symptoms: tuple[str, ...]
    all_checked: bool


class Habits(NamedTuple):
    """What for, what is eaten, what is taken already, and where somebody lives."""

    goals: tuple[str, ...]
    digestion: tuple[Digestion, ...]
    region: Region | None
    diet: tuple[Diet, ...]
    avoid: tuple[str, ...]
    taking: tuple[Amount, ...] | None
    all_checked: bool


class Medicines(NamedTuple):
    """What medicines meet and hold; `any_listed` is None where the question was not answered."""

    any_listed: bool | None
    interactions: tuple[str, ...]
    takes: tuple[str, ...]
    holding: tuple[Amount, ...]
    all_checked: bool


class Reading(NamedTuple):
    """What decides, in parts; the sets of words in them are sorted."""

    person: Person
    health: Health
    habits: Habits
    medicines: Medicines

    @property
    def size(self) -> int:
        """Count the words and amounts of its lists that have no end."""
        _, health, habits, medicines = self
        meets = len(medicines.interactions) + len(medicines.takes) + len(medicines.holding)
        ill = len(health.conditions) + len(health.symptoms)
        return meets + ill + len(habits.avoid) + len(habits.taking or ())


class _Asked:
    """The words of one question that rules ask for; where one asks about silence, every word is an answer."""

    def __init__(self, listed: Iterable[Iterable[str] | None]) -> None:
        """Collect the words of the lines of rules that ask the question."""
        self._words = frozenset(word for words in listed for word in words or ())
        self._all = not self._words.isdisjoint(_SILENCE)

    def of(self, words: Iterable[_Word]) -> tuple[_Word, ...]:
        """Give those words that rules ask for."""
        return tuple(word for word in words if self._all or word in self._words)


class Reader:
    """Reads profiles for what decides, by what rules ask and at which ages limits change."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Collect what rules name, the interactions that decide, and the ages at which a limit changes."""
        asked = [found for rule in knowledge.rules.values() for found in rule.when.every()]
        named = frozenset(one for when in asked for one in when.interactions or ())
        self._decide = frozenset(
            one.id for one in knowledge.interactions.values() if one.id in named or _is_ground(one)
        )
        self._takes = _Asked(when.takes for when in asked)
        self._conditions = _Asked(when.conditions for when in asked)
        self._symptoms = _Asked(when.symptoms for when in asked)
        self._digestion = _Asked(when.digestion for when in asked)
        self._diet = _Asked(when.diet for when in asked)
        self._avoid = _Asked(when.avoid for when in asked)
        self._asks_sex = any(when.sex is not None for when in asked)
        uppers = knowledge.limits.uppers
        ends = {0.0, *(one.from_age for one in uppers), *(one.to_age or 0.0 for one in uppers)}
        self._ages = sorted(ends)

    def read(self, profile: Profile) -> Reading:
        """Read a profile for what decides."""
        return Reading(
            self.person(profile), self.health(profile), self.habits(profile), self.medicines(profile)
        )

    def person(self, profile: Profile) -> Person:
        """Read who somebody is."""
        age = None if profile.age is None else self._ages[bisect_right(self._ages, profile.age) - 1]
        return Person(age, profile.age_band, profile.sex if self._asks_sex else Sex.UNKNOWN)

    def health(self, profile: Profile) -> Health:
        """Read kidneys, life stage and illnesses."""
        conditions, symptoms = profile.conditions, profile.symptoms
        return Health(
            profile.kidney,
            profile.life_stage,
            (conditions is not None, symptoms is not None),
            _set(self._conditions.of(profile.condition_ids)),
            _set(self._symptoms.of(profile.symptom_ids)),
            all_checked(Profile(goals=(), conditions=conditions, symptoms=symptoms)),
        )

    def habits(self, profile: Profile) -> Habits:
        """Read goals, food, what is taken already, and the region."""
        return Habits(
            profile.goals,
            self._digestion.of(profile.digestion),
            profile.region,
            self._diet.of(profile.diet),
            _set(self._avoid.of(word for item in profile.avoid or () for word in item.matched)),
            None if profile.taking is None else tuple(taken(item) for item in profile.taking),
            all_checked(Profile(goals=(), taking=profile.taking, avoid=profile.avoid)),
        )

    def medicines(self, profile: Profile) -> Medicines:
        """Read what medicines meet and hold."""
        listed = profile.medicines or ()
        return Medicines(
            None if profile.medicines is None else bool(listed),
            _set(met for item in listed for met in item.interactions if met in self._decide),
            _set(self._takes.of(name for item in listed for name in item.matched)),
            tuple(held(item) for item in listed if item.has_magnesium or item.b6_share != 0),
            all_checked(Profile(goals=(), medicines=profile.medicines)),
        )


def together(each: tuple[Medicines, ...]) -> Medicines | None:
    """Put medicines that were read one by one into one list; nothing where one says that there are none."""
    if not all(one.any_listed for one in each):
        return None
    return Medicines(
        any_listed=True,
        interactions=_set(word for one in each for word in one.interactions),
        takes=_set(word for one in each for word in one.takes),
        holding=tuple(held for one in each for held in one.holding),
        all_checked=all(one.all_checked for one in each),
    )


def profile_from(reading: Reading) -> Profile:
    """Give a profile that has this reading; everything typed is blank in it."""
    person, health, habits, medicines = reading
    checked = health.all_checked and habits.all_checked and medicines.all_checked
    return Profile(
        goals=habits.goals,
        digestion=habits.digestion,
        kidney=health.kidney,
        egfr=None,
        age=person.age,
        age_band=person.age_band,
        sex=person.sex,
        life_stage=health.life_stage,
        medicines=_medicines(medicines),
        conditions=() if health.answered[0] else None,
        symptoms=() if health.answered[1] else None,
        condition_ids=health.conditions,
        symptom_ids=health.symptoms,
        taking=None if habits.taking is None else tuple(map(taking, habits.taking)),
        avoid=(ListedWords("", checked, habits.avoid),),
        diet=habits.diet,
        region=habits.region,
        remarks=(),
    )


def _medicines(one: Medicines) -> tuple[ListedMedicine, ...] | None:
    """Give one medicine that meets everything, and those that hold magnesium or vitamin B6."""
    if not one.any_listed:
        return None if one.any_listed is None else ()
    met = ListedMedicine("", True, matched=one.takes, interactions=one.interactions)
    return (met, *map(holding, one.holding))


def _set(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words)))


def _is_ground(interaction: Interaction) -> bool:
    """Say whether an interaction can raise the outcome or close a form; others are only told."""
    return any(from_interactions((Met(interaction, ()),), True))
