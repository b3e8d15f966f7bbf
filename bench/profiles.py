"""Profiles to measure with: made by chance from what the knowledge knows, the same in every run."""

import random
from collections.abc import Sequence

from magadvisor.advisor import profile_of
from magadvisor.door import Door
from magadvisor.model.answers import Answers, TypedMedicine
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import Profile
from magadvisor.model.words import Digestion, Kidney, LifeStage, Region, Sex

MOST_MEDICINES = 3


def profiles(knowledge: Knowledge, count: int, seed: int = 1) -> list[Profile]:
    """Make and recognise profiles, with at most three medicines, two conditions and one symptom each."""
    chance = random.Random(seed)
    door = Door(knowledge)
    return [profile_of(_answers(knowledge, chance), knowledge, door) for _ in range(count)]


def _answers(knowledge: Knowledge, chance: random.Random) -> Answers:
    words = knowledge.vocabulary
    medicines = _some(list(knowledge.medicines), MOST_MEDICINES, chance)
    return Answers(
        goals=_some(list(knowledge.goals), 2, chance) or ("sleep",),
        kidney=chance.choice((Kidney.NONE, Kidney.NONE, *Kidney)),
        medicines=tuple(TypedMedicine(name) for name in medicines),
        age=chance.choice((None, float(chance.randint(1, 99)))),
        sex=chance.choice(list(Sex)),
        life_stage=chance.choice(list(LifeStage)),
        digestion=(chance.choice(list(Digestion)),),
        conditions=_some([entry.name for entry in words.conditions], 2, chance),
        symptoms=_some([entry.name for entry in words.symptoms], 1, chance),
        region=chance.choice((None, *Region)),
    )


def _some(known: Sequence[str], most: int, chance: random.Random) -> tuple[str, ...]:
    return tuple(chance.sample(known, chance.randint(0, most)))
