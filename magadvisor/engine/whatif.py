"""What would change this? Single answers that could be found out, or a medicine that could be stopped.

Nothing that is known of a person is ever changed: only an unknown may become an answer, and only a
medicine may leave the list, with its prescriber.
"""

from collections.abc import Iterator
from dataclasses import replace

from magadvisor.engine.settle import settle
from magadvisor.model.advice import Change
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import Profile
from magadvisor.model.question import Band
from magadvisor.model.words import AgeBand, Digestion, Kidney, LifeStage, Outcome, Region, Sex

Variant = tuple[dict[str, str | list[str]], Profile]


def changes(profile: Profile, knowledge: Knowledge) -> tuple[Change, ...]:
    """List every single change of an answer that changes outcome, form or amount.

    Where no supplement is suggested now, no amount is told for other answers either.
    """
    now = settle(profile, knowledge).core
    withheld = now[0].care > Outcome.ASK_FIRST.care
    found = []
    for answers, changed in _variants(profile, knowledge):
        outcome, form, at_most_mg = core = settle(changed, knowledge).core
        if core != now:
            found.append(Change(answers, outcome, form, None if withheld else at_most_mg))
    return tuple(found)


def _variants(profile: Profile, knowledge: Knowledge) -> Iterator[Variant]:
    yield from _kidneys(profile)
    yield from _ages(profile, knowledge.questions["age"].bands)
    yield from _words(profile)
    yield from _lists(profile)
    yield from _without_a_medicine(profile)


def _kidneys(profile: Profile) -> Iterator[Variant]:
    if profile.kidney not in (Kidney.UNKNOWN, Kidney.DIAGNOSED):
        return
    stages = (Kidney.G2, Kidney.G3A, Kidney.G3B, Kidney.G4)
    for word in stages if profile.kidney is Kidney.DIAGNOSED else (Kidney.NONE, *stages):
        yield {"kidney": word.value}, replace(profile, kidney=word)


def _ages(profile: Profile, bands: tuple[Band, ...]) -> Iterator[Variant]:
    if profile.age is not None:
        return
    for band in bands:
        word = AgeBand(band.word)
        yield {"age": word.value}, replace(profile, age=band.at_least, age_band=word)


def _words(profile: Profile) -> Iterator[Variant]:
    if profile.digestion == (Digestion.UNKNOWN,):
        for word in (Digestion.NORMAL, Digestion.SENSITIVE, Digestion.LOOSE):
            yield {"digestion": [word.value]}, replace(profile, digestion=(word,))
    if profile.life_stage is LifeStage.UNKNOWN and profile.sex is not Sex.MALE:
        for stage in (LifeStage.NONE, LifeStage.PREGNANT, LifeStage.BREASTFEEDING):
            yield {"life_stage": stage.value}, replace(profile, life_stage=stage)
    if profile.region is None:
        for region in Region:
            yield {"region": region.value}, replace(profile, region=region)


def _lists(profile: Profile) -> Iterator[Variant]:
    if profile.medicines is None:
        yield {"medicines": []}, replace(profile, medicines=())
    if profile.taking is None:
        yield {"taking": []}, replace(profile, taking=())


def _without_a_medicine(profile: Profile) -> Iterator[Variant]:
    listed = profile.medicines or ()
    for place in range(len(listed)):
        left = (*listed[:place], *listed[place + 1 :])
        yield {"medicines": [item.typed for item in left]}, replace(profile, medicines=left)
