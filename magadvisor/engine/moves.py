"""Answers that may turn out otherwise without anybody lying.

An unknown may be found out, a medicine may be stopped with its prescriber, and what ends will end:
a pregnancy, kidneys that have just got worse, an illness of days. Nothing else that a person said is
ever taken back. The answers are the closed words of each question; an open list may only turn out empty.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TypeVar

from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import ListedWords, Profile
from magadvisor.model.question import Band
from magadvisor.model.record import Record, replace
from magadvisor.model.words import CAREFUL_STAGES, AgeBand, Digestion, Kidney, LifeStage, Region, Sex

_Item = TypeVar("_Item")
Answer = dict[str, str | list[str]]


class Move(Record):
    """One answer that may turn out otherwise: its new word, or the place of an item that goes."""

    question: str
    word: str | None = None
    years: float | None = None  # the age that stands for a band
    leaves: int | None = None  # the place of a listed item that is stopped or ends

    def goes_with(self, other: "Move") -> bool:
        """Say whether two moves can both happen: one question has one answer, but two items may go."""
        return self.question != other.question or None not in (self.leaves, other.leaves)


def moves(profile: Profile, knowledge: Knowledge) -> Iterator[Move]:
    """List every move that is open to a person, question by question."""
    yield from _words("kidney", _kidneys(profile.kidney))
    yield from _ages(profile, knowledge.questions["age"].bands)
    yield from _words("sex", (Sex.FEMALE, Sex.MALE) if profile.sex is Sex.UNKNOWN else ())
    yield from _words("life_stage", _stages(profile))
    yield from _words("digestion", _digestions(profile))
    yield from _words("region", () if profile.region else Region)
    for question in ("medicines", "conditions", "symptoms", "taking"):
        if getattr(profile, question) is None:
            yield Move(question)
    yield from (Move("medicines", leaves=place) for place in range(len(profile.medicines or ())))
    for question in ("conditions", "symptoms"):
        yield from _endings(question, _listed(profile, question), knowledge)


def moved(profile: Profile, made: Iterable[Move]) -> Profile:
    """Give the profile after these moves."""
    for question, group in _by_question(made).items():
        profile = _after(profile, question, group)
    return profile


def answers(profile: Profile, made: Iterable[Move]) -> Answer:
    """Write moves as the answers a profile document would hold."""
    told: Answer = {}
    for question, group in _by_question(made).items():
        word = group[0].word
        if question == "digestion" and word is not None:
            told[question] = [word]
        else:
            told[question] = word if word is not None else _typed(profile, question, group)
    return told


def _typed(profile: Profile, question: str, group: list[Move]) -> list[str]:
    if question == "medicines":
        return [item.typed for item in _without(profile.medicines or (), group)]
    return [item.typed for item in _without(_listed(profile, question), group)]


def _kidneys(now: Kidney) -> Iterator[Kidney]:
    """List what may be found out of kidneys: a stage; also none, where no disease was named."""
    if now in (Kidney.UNKNOWN, Kidney.ACUTE):
        yield Kidney.NONE
    if now in (Kidney.UNKNOWN, Kidney.ACUTE, Kidney.DIAGNOSED):
        yield from (Kidney.G1, Kidney.G2, Kidney.G3A, Kidney.G3B, Kidney.G4, Kidney.G5)
    if now is Kidney.UNKNOWN:
        yield from (Kidney.DIALYSIS, Kidney.TRANSPLANT, Kidney.ACUTE)


def _ages(profile: Profile, bands: Iterable[Band]) -> Iterator[Move]:
    if profile.age is None:
        yield from (Move("age", band.word, band.at_least) for band in bands)


def _stages(profile: Profile) -> tuple[LifeStage, ...]:
    if profile.life_stage in CAREFUL_STAGES:
        return (LifeStage.NONE,)
    if profile.life_stage is LifeStage.UNKNOWN and profile.sex is not Sex.MALE:
        return (LifeStage.NONE, *CAREFUL_STAGES)
    return ()


def _digestions(profile: Profile) -> Iterator[Digestion]:
    if profile.digestion == (Digestion.UNKNOWN,):
        yield from (word for word in Digestion if word is not Digestion.UNKNOWN)


def _words(question: str, words: Iterable[str]) -> Iterator[Move]:
    return (Move(question, str(word)) for word in words)


def _endings(question: str, items: Iterable[ListedWords], knowledge: Knowledge) -> Iterator[Move]:
    """List the items that speak of nothing but what ends."""
    for place, item in enumerate(items):
        if item.matched and _ending(knowledge).issuperset(item.matched):
            yield Move(question, leaves=place)


@lru_cache(maxsize=4)
def _ending(knowledge: Knowledge) -> frozenset[str]:
    words = knowledge.vocabulary
    return frozenset(entry.id for entry in (*words.conditions, *words.symptoms) if entry.ends)


def _listed(profile: Profile, question: str) -> tuple[ListedWords, ...]:
    return (profile.conditions if question == "conditions" else profile.symptoms) or ()


def _by_question(made: Iterable[Move]) -> Mapping[str, list[Move]]:
    grouped: dict[str, list[Move]] = {}
    for move in made:
        grouped.setdefault(move.question, []).append(move)
    return grouped


def _without(items: tuple[_Item, ...], group: list[Move]) -> tuple[_Item, ...]:
    gone = {move.leaves for move in group}
    return tuple(item for place, item in enumerate(items) if place not in gone)


def _after(profile: Profile, question: str, group: list[Move]) -> Profile:
    word = group[0].word or ""
    match question:
        case "kidney":
            return replace(profile, kidney=Kidney(word))
        case "age":
            return replace(profile, age=group[0].years, age_band=AgeBand(word))
        case "sex":
            return replace(profile, sex=Sex(word))
        case "life_stage":
            return replace(profile, life_stage=LifeStage(word))
        case "digestion":
            return replace(profile, digestion=(Digestion(word),))
        case "region":
            return replace(profile, region=Region(word))
        case "taking":
            return replace(profile, taking=())
        case "medicines":
            return replace(profile, medicines=_without(profile.medicines or (), group))
        case _:
            return _after_endings(profile, question, group)


def _after_endings(profile: Profile, question: str, group: list[Move]) -> Profile:
    """Take items away; what another item still names stays."""
    kept = _without(_listed(profile, question), group)
    left = replace(profile, conditions=kept) if question == "conditions" else replace(profile, symptoms=kept)
    gone = {
        found
        for move in group
        if move.leaves is not None
        for found in _listed(profile, question)[move.leaves].matched
    }
    gone -= {found for item in (*(left.conditions or ()), *(left.symptoms or ())) for found in item.matched}
    return replace(
        left,
        condition_ids=tuple(one for one in left.condition_ids if one not in gone),
        symptom_ids=tuple(one for one in left.symptom_ids if one not in gone),
    )
