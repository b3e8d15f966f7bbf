"""What of a profile decides: the words rules read and the amounts, without how anything was typed.

People who typed different names often come to the same reading, and the same reading is always
decided the same, so that a decision can be remembered.
"""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from magadvisor.engine.account import all_checked
from magadvisor.engine.gate import from_interactions
from magadvisor.engine.timing import Met
from magadvisor.model.interaction import Interaction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import ListedMagnesium, ListedMedicine, ListedWords, Profile
from magadvisor.model.words import AgeBand, Diet, Digestion, Kidney, LifeStage, Region, Sex


class Amount(NamedTuple):
    """Magnesium that is taken already: which, as what, and how much a day."""

    form: str | None
    use: str
    counts: bool
    elemental_mg: float | None


class Reading(NamedTuple):
    """What decides; sets are sorted, and what was answered with nothing differs from what was not."""

    goals: tuple[str, ...]
    digestion: tuple[Digestion, ...]
    kidney: Kidney
    age: float | None
    age_band: AgeBand
    sex: Sex
    life_stage: LifeStage
    region: Region | None
    diet: tuple[Diet, ...]
    avoid: tuple[str, ...]
    all_checked: bool
    lists_medicines: bool | None
    interactions: tuple[str, ...]
    takes: tuple[str, ...]
    holding: tuple[Amount, ...]
    answered: tuple[bool, bool]
    conditions: tuple[str, ...]
    symptoms: tuple[str, ...]
    taking: tuple[Amount, ...] | None

    @property
    def size(self) -> int:
        """Count the words and amounts of its lists that have no end."""
        lists = len(self.interactions) + len(self.takes) + len(self.holding) + len(self.taking or ())
        return lists + len(self.conditions) + len(self.symptoms) + len(self.avoid)


class Reader:
    """Reads profiles for what decides, by what rules ask and at which ages limits change."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Collect what rules name, the interactions that decide, and the ages at which a limit changes."""
        asked = [found for rule in knowledge.rules.values() for found in rule.when.every()]
        named = frozenset(one for when in asked for one in when.interactions or ())
        self._decide = frozenset(
            one.id for one in knowledge.interactions.values() if one.id in named or _is_ground(one)
        )
        self._takes = frozenset(name for when in asked for name in when.takes or ())
        self._asks_sex = any(when.sex is not None for when in asked)
        uppers = knowledge.limits.uppers
        ends = {0.0, *(one.from_age for one in uppers), *(one.to_age or 0.0 for one in uppers)}
        self._ages = sorted(ends)

    def read(self, profile: Profile) -> Reading:
        """Read a profile for what decides."""
        medicines, taking, avoid = profile.medicines, profile.taking, profile.avoid
        listed = medicines or ()
        return Reading(
            goals=profile.goals,
            digestion=profile.digestion,
            kidney=profile.kidney,
            age=None if profile.age is None else self._ages[bisect_right(self._ages, profile.age) - 1],
            age_band=profile.age_band,
            sex=profile.sex if self._asks_sex else Sex.UNKNOWN,
            life_stage=profile.life_stage,
            region=profile.region,
            diet=profile.diet,
            avoid=_set(word for item in avoid for word in item.matched) if avoid else (),
            all_checked=all_checked(profile),
            lists_medicines=None if medicines is None else bool(listed),
            interactions=_set(met for item in listed for met in item.interactions if met in self._decide),
            takes=_set(name for item in listed for name in item.matched if name in self._takes),
            holding=tuple(
                Amount(item.form, "", True, item.elemental_mg) for item in listed if item.has_magnesium
            ),
            answered=(profile.conditions is not None, profile.symptoms is not None),
            conditions=_set(profile.condition_ids) if profile.condition_ids else (),
            symptoms=_set(profile.symptom_ids) if profile.symptom_ids else (),
            taking=None if taking is None else tuple(_amount(item) for item in taking),
        )


def profile_from(reading: Reading) -> Profile:
    """Give a profile that has this reading; everything typed is blank in it."""
    one = reading
    return Profile(
        goals=one.goals,
        digestion=one.digestion,
        kidney=one.kidney,
        egfr=None,
        age=one.age,
        age_band=one.age_band,
        sex=one.sex,
        life_stage=one.life_stage,
        medicines=_medicines(one),
        conditions=() if one.answered[0] else None,
        symptoms=() if one.answered[1] else None,
        condition_ids=one.conditions,
        symptom_ids=one.symptoms,
        taking=None if one.taking is None else tuple(_taken(amount) for amount in one.taking),
        avoid=(ListedWords("", one.all_checked, one.avoid, ()),),
        diet=one.diet,
        region=one.region,
        remarks=(),
    )


def _medicines(one: Reading) -> tuple[ListedMedicine, ...] | None:
    """Give one medicine that meets everything, and those that hold magnesium."""
    if not one.lists_medicines:
        return None if one.lists_medicines is None else ()
    met = ListedMedicine("", True, one.takes, None, (), one.interactions, (), None, None, False)
    return (met, *(_holding(amount) for amount in one.holding))


def _holding(one: Amount) -> ListedMedicine:
    return ListedMedicine("", True, (), None, (), (), (), one.form, one.elemental_mg, True)


def _amount(item: ListedMagnesium) -> Amount:
    return Amount(item.form, item.use, item.counts, item.elemental_mg)


def _taken(one: Amount) -> ListedMagnesium:
    return ListedMagnesium("", True, one.form or "", one.use, one.counts, one.elemental_mg, (), ())


def _set(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words)))


def _is_ground(interaction: Interaction) -> bool:
    """Say whether an interaction can raise the outcome or close a form; others are only told."""
    return any(from_interactions((Met(interaction, ()),), True))
