"""A profile in the words that rules read."""

from collections.abc import Iterable, Mapping

from magadvisor.model.goal import PLAIN_GOAL
from magadvisor.model.profile import Profile
from magadvisor.model.words import AgeBand, Kidney, LifeStage, Listed, Region, Sex, VitaminB6Taken

Facts = Mapping[str, frozenset[str]]

QUESTIONS = (
    "goals",
    "digestion",
    "kidney",
    "medicines",
    "age",
    "sex",
    "life_stage",
    "conditions",
    "symptoms",
    "taking",
    "interactions",
    "takes",
    "diet",
    "avoid",
    "region",
)

_LISTS = ("medicines", "conditions", "symptoms", "taking", "avoid")
_UNKNOWN = frozenset({"unknown"})
_ALONE = {
    word.value: frozenset({word.value})
    for words in (Kidney, AgeBand, Sex, LifeStage, Region, Listed)
    for word in words
}
_NOTHING: frozenset[str] = frozenset()


def facts_of(profile: Profile) -> dict[str, frozenset[str]]:
    """Turn a profile into sets of words, one for each question; silence is `unknown`."""
    medicines = profile.medicines or ()
    return {
        "goals": frozenset(profile.goals),
        "digestion": frozenset(profile.digestion) or _UNKNOWN,
        "kidney": _ALONE[profile.kidney],
        "medicines": _answered(profile.medicines),
        "age": _ALONE[profile.age_band],
        "sex": _ALONE[profile.sex],
        "life_stage": _ALONE[profile.life_stage],
        "conditions": _named(profile.conditions is not None, profile.condition_ids),
        "symptoms": _named(profile.symptoms is not None, profile.symptom_ids),
        "taking": _taking(profile),
        "interactions": frozenset([met for item in medicines for met in item.interactions]),
        "takes": frozenset([name for item in medicines for name in item.matched]),
        "diet": frozenset(profile.diet),
        "avoid": frozenset([word for item in profile.avoid or () for word in item.matched]),
        "region": _ALONE[profile.region] if profile.region else _UNKNOWN,
    }


def silent(question: str, profile: Profile, facts: Facts) -> bool:
    """Say whether a question has no answer; a list of which something was not recognised has one."""
    if question in _LISTS:
        return getattr(profile, question) is None
    return "unknown" in facts[question]


def facts_from_words(words: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """Turn an example of a rule into facts: what it leaves out counts as not answered."""
    facts = dict.fromkeys(QUESTIONS, _UNKNOWN)
    facts.update(
        goals=frozenset({PLAIN_GOAL}), interactions=_NOTHING, takes=_NOTHING, diet=_NOTHING, avoid=_NOTHING
    )
    facts.update({question: frozenset(answers) for question, answers in words.items()})
    return facts


def _answered(items: tuple[object, ...] | None) -> frozenset[str]:
    if items is None:
        return _UNKNOWN
    return _ALONE[Listed.SOME if items else Listed.NONE]


def _named(answered: bool, ids: tuple[str, ...]) -> frozenset[str]:
    if ids:
        return frozenset(ids)
    return _ALONE[Listed.NONE] if answered else _UNKNOWN


def _taking(profile: Profile) -> frozenset[str]:
    """Say whether any magnesium is taken, and what of vitamin B6 is known."""
    shares = [item.b6_share for item in profile.taking or ()]
    shares += [item.b6_share for item in profile.medicines or ()]
    known = sum(filter(None, shares))
    if not known and None not in shares:
        return _magnesium(profile)
    much = {VitaminB6Taken.MUCH.value} if None in shares or known > 1 else set()
    return _magnesium(profile) | {VitaminB6Taken.SOME.value} | much


def _magnesium(profile: Profile) -> frozenset[str]:
    if any(item.has_magnesium for item in profile.medicines or ()):
        return _ALONE[Listed.SOME]
    if profile.taking is None:
        return _UNKNOWN
    counted = any(item.counts for item in profile.taking)
    return _ALONE[Listed.SOME if counted else Listed.NONE]
