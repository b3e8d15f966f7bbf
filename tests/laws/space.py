"""The answer space: every combination that the laws are tried on, as profiles the engine reads."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, product

from magadvisor.door import Door
from magadvisor.model.answers import TypedMagnesium, TypedMedicine
from magadvisor.model.profile import ListedMagnesium, ListedMedicine, ListedWords, Profile
from magadvisor.model.question import word_for
from magadvisor.model.words import AgeBand, Digestion, Kidney, LifeStage, Region, Route, Sex
from tests.support.asking import shipped

AGES = (None, 0.5, 10.0, 30.0, 70.0)
REGIONS = (None, *Region)
PAIRED_KIDNEYS = (Kidney.NONE, Kidney.UNKNOWN, Kidney.G3A, Kidney.G4)
TAKEN = ("glycinate 100 mg", "magnesium oxide 50 mg", "milk of magnesia 30 ml", "citrate", "Zemtal powder")


@dataclass(frozen=True, slots=True)
class Case:
    """A profile, and the same profile with one thing less where there is one: the milder of two."""

    profile: Profile
    milder: Profile | None = None


def cases() -> Iterator[Case]:
    """Enumerate every case, always in the same order."""
    yield from answers()
    yield from words()
    yield from products()
    yield from interactions()
    yield from pairs()


def answers() -> Iterator[Case]:
    """Combine all answers with closed words; each unknown stands beside its healthy answer."""
    for goal, kidney, age, stage, sex, region, digestion in product(
        shipped().goals, Kidney, AGES, LifeStage, Sex, REGIONS, Digestion
    ):
        one = replace(
            base(goal, kidney, age), life_stage=stage, sex=sex, region=region, digestion=(digestion,)
        )
        yield Case(one, _known(one))


def words() -> Iterator[Case]:
    """Add each condition and each symptom to each goal, kidney word and two ages."""
    vocabulary = shipped().vocabulary
    for goal, kidney, age in product(shipped().goals, Kidney, (30.0, 70.0)):
        bare = base(goal, kidney, age)
        for entry in vocabulary.conditions:
            yield Case(with_condition(bare, entry.id), bare)
        for entry in vocabulary.symptoms:
            for taking in (None, ()):
                mild = replace(bare, taking=taking)
                yield Case(with_symptom(mild, entry.id), mild)


def products() -> Iterator[Case]:
    """Add magnesium that is taken already."""
    for goal, kidney, age, region in product(shipped().goals, Kidney, AGES, REGIONS):
        bare = replace(base(goal, kidney, age), region=region)
        for typed in TAKEN:
            yield Case(replace(bare, taking=(taken(typed),)), bare)


def interactions() -> Iterator[Case]:
    """Add each interaction alone, by every route its medicine is taken, to each goal and kidney word."""
    for goal, kidney in product(shipped().goals, Kidney):
        bare = base(goal, kidney, 30.0)
        for medicine in medicines().values():
            yield Case(replace(bare, medicines=(medicine,)), bare)


def pairs() -> Iterator[Case]:
    """Add each pair of interactions; the milder profile has the first alone."""
    for goal, kidney in product(shipped().goals, PAIRED_KIDNEYS):
        bare = base(goal, kidney, 30.0)
        for one, other in combinations(representatives(), 2):
            first = replace(bare, medicines=(one,))
            yield Case(replace(bare, medicines=(one, other)), first)


def base(goal: str, kidney: Kidney, age: float | None) -> Profile:
    """Make a profile in which every list was answered with none."""
    band = AgeBand.UNKNOWN if age is None else AgeBand(word_for(age, shipped().questions["age"].bands))
    return Profile(
        goals=(goal,),
        kidney=kidney,
        age=age,
        age_band=band,
        life_stage=LifeStage.NONE,
        sex=Sex.FEMALE,
        digestion=(Digestion.NORMAL,),
        medicines=(),
        conditions=(),
        symptoms=(),
        taking=(),
        region=Region.US,
    )


def with_condition(profile: Profile, one: str) -> Profile:
    """Add a condition."""
    listed = (*(profile.conditions or ()), ListedWords(one, True, (one,)))
    return replace(profile, conditions=listed, condition_ids=(*profile.condition_ids, one))


def with_symptom(profile: Profile, one: str) -> Profile:
    """Add a symptom."""
    listed = (*(profile.symptoms or ()), ListedWords(one, True, (one,)))
    return replace(profile, symptoms=listed, symptom_ids=(*profile.symptom_ids, one))


@cache
def taken(typed: str) -> ListedMagnesium:
    """Recognise magnesium that is taken already."""
    return _door().taken(TypedMagnesium(typed)).item


@cache
def medicines() -> Mapping[str, ListedMedicine]:
    """Give for each interaction and route a medicine that meets it so; routes that meet nothing count too."""
    found: dict[str, ListedMedicine] = {}
    for name, medicine in shipped().medicines.items():
        for route in (None, *medicine.routes, Route.EYE):
            heard = _door().medicine(TypedMedicine(name, route=route)).item
            for met in heard.interactions or ("nothing",):
                found.setdefault(f"{met} {route}", heard)
    return found


@cache
def representatives() -> tuple[ListedMedicine, ...]:
    """Give one medicine for each interaction, taken in its usual way."""
    usual = {key: medicine for key, medicine in medicines().items() if key.endswith(" None")}
    return tuple(dict.fromkeys(usual.values()))


@cache
def _door() -> Door:
    return Door(shipped())


def _known(one: Profile) -> Profile | None:
    """Answer the unknowns of a profile with their healthy words: what unknown must not be milder than."""
    known = replace(
        one,
        kidney=Kidney.NONE if one.kidney is Kidney.UNKNOWN else one.kidney,
        digestion=(Digestion.NORMAL,) if one.digestion == (Digestion.UNKNOWN,) else one.digestion,
        life_stage=LifeStage.NONE if one.life_stage is LifeStage.UNKNOWN else one.life_stage,
        region=Region.CA if one.region is None else one.region,
    )
    if one.age is None:
        known = replace(known, age=30.0, age_band=AgeBand.ADULT)
    return None if known == one else known
