"""What a list remembers of a profile is all that decides; no answer hangs on what else a profile holds."""

from collections.abc import Mapping
from typing import TypeVar

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

from magadvisor.engine.facts import facts_of
from magadvisor.engine.settle import Settled, settle
from magadvisor.kidneys import RISING
from magadvisor.model.form import UNSPECIFIED
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import ListedMagnesium, ListedMedicine, ListedWords, Profile
from magadvisor.model.record import replace
from magadvisor.model.words import AgeBand, Diet, Digestion, Kidney, LifeStage, Region, Route, Sex, Use
from magadvisor.screening.reading import Reader, profile_from

OFTEN = settings(max_examples=400, phases=(Phase.generate,), suppress_health_check=[HealthCheck.too_slow])
"""How often a profile is drawn; a busy machine takes seconds for the first, which says nothing."""

T = TypeVar("T")
Fields = Mapping[str, some.SearchStrategy[object]]


def made(kind: type[T], fields: Fields) -> some.SearchStrategy[T]:
    """Make records of a kind of which every field is drawn."""
    assert set(fields) == set(kind.__match_args__)  # type: ignore[attr-defined]
    return some.builds(kind, **fields)


def several(values: some.SearchStrategy[T]) -> some.SearchStrategy[tuple[T, ...]]:
    return some.lists(values, max_size=2).map(tuple)


def drawn(knowledge: Knowledge) -> some.SearchStrategy[Profile]:
    """Draw profiles from the words of the knowledge, each field apart from the others."""
    typed, checked = some.sampled_from(("", "what was typed")), some.booleans()
    names = several(some.sampled_from(sorted(knowledge.medicines)))
    shares = some.sampled_from((0.0, 0.0, 0.4, 0.7, 1.5, None))
    amounts = some.sampled_from((None, 50.0, 100.0, 249.0, 250.0, 350.0, 900.0))
    forms = some.sampled_from((*sorted(knowledge.forms), UNSPECIFIED))
    conditions = some.sampled_from([entry.id for entry in knowledge.vocabulary.conditions])
    symptoms = some.sampled_from([entry.id for entry in knowledge.vocabulary.symptoms])
    allergens = some.sampled_from([entry.id for entry in knowledge.vocabulary.allergens])
    medicine = made(
        ListedMedicine,
        {
            "typed": typed,
            "checked": checked,
            "matched": names,
            "route": some.sampled_from((None, *Route)),
            "suggestions": names,
            "interactions": several(some.sampled_from(sorted(knowledge.interactions))),
            "doses": some.just(()),
            "form": some.none() | forms,
            "elemental_mg": amounts,
            "has_magnesium": checked,
            "b6_share": shares,
        },
    )
    magnesium = made(
        ListedMagnesium,
        {
            "typed": typed,
            "checked": checked,
            "form": forms,
            "use": some.sampled_from(tuple(str(use) for use in Use)),
            "counts": checked,
            "elemental_mg": amounts,
            "matched": names,
            "suggestions": names,
            "b6_share": shares,
            "unheard": several(typed),
            "apart": several(typed),
        },
    )

    def words(ids: some.SearchStrategy[str]) -> some.SearchStrategy[ListedWords]:
        return made(
            ListedWords,
            {
                "typed": typed,
                "checked": checked,
                "matched": several(ids),
                "suggestions": names,
                "unheard": several(typed),
            },
        )

    return made(
        Profile,
        {
            "goals": some.lists(
                some.sampled_from(sorted(knowledge.goals)), min_size=1, max_size=2, unique=True
            ).map(tuple),
            "digestion": some.lists(
                some.sampled_from(tuple(Digestion)), min_size=1, max_size=2, unique=True
            ).map(tuple),
            "kidney": some.sampled_from(RISING),
            "egfr": some.none() | some.sampled_from((20.0, 50.0, 95.0)),
            "age": some.none() | some.sampled_from((0.3, 3.0, 12.0, 17.9, 18.0, 19.0, 64.9, 65.0, 100.0)),
            "age_band": some.sampled_from(tuple(AgeBand)),
            "sex": some.sampled_from(tuple(Sex)),
            "life_stage": some.sampled_from(tuple(LifeStage)),
            "medicines": some.none() | several(medicine),
            "conditions": some.none() | several(words(conditions)),
            "symptoms": some.none() | several(words(symptoms)),
            "condition_ids": several(conditions | some.just("unknown")),
            "symptom_ids": several(symptoms | some.just("unknown")),
            "taking": some.none() | several(magnesium),
            "avoid": some.none() | several(words(allergens)),
            "diet": several(some.sampled_from(tuple(Diet))),
            "region": some.none() | some.sampled_from(tuple(Region)),
            "remarks": some.just(()),
        },
    )


def told(settled: Settled) -> tuple[object, ...]:
    """Give all that a row holds of a decision."""
    dose, gate = settled.dose, settled.gate
    amounts = (dose.at_most_mg, dose.limit_mg) if dose else None
    actions = [(one.urgency, one.who, one.text) for one in gate.actions]
    return gate.outcome, actions, [one.id for one in settled.offered], amounts, settled.alkaline


def test_what_is_remembered_decides_as_the_whole_profile_does(knowledge: Knowledge) -> None:
    reader = Reader(knowledge)

    @OFTEN
    @given(drawn(knowledge))
    def decides_alike(profile: Profile) -> None:
        remembered = profile_from(reader.read(profile))
        assert told(settle(remembered, knowledge)) == told(settle(profile, knowledge))

    decides_alike()


NAMED = ("interactions", "takes", "sex", "conditions", "symptoms", "digestion", "diet", "avoid")
"""Of these only what some rule asks for is remembered."""


def test_a_rule_is_answered_alike_by_what_is_remembered(knowledge: Knowledge) -> None:
    """Whatever a rule may ask for is said in both or in neither, also where another rule hides it."""
    reader = Reader(knowledge)
    conditions = [when for rule in knowledge.rules.values() for when in rule.when.every()]
    asked = {one: {word for when in conditions for word in getattr(when, one) or ()} for one in NAMED}

    def said(profile: Profile) -> dict[str, frozenset[str]]:
        return {one: words & asked.get(one, words) for one, words in facts_of(profile).items()}

    @OFTEN
    @given(drawn(knowledge))
    def answers_alike(profile: Profile) -> None:
        assert said(profile_from(reader.read(profile))) == said(profile)

    answers_alike()


def test_ages_on_both_sides_of_where_a_limit_ends_are_told_apart(knowledge: Knowledge) -> None:
    """A limit that somebody adds may end where none begins."""
    one = next(upper for upper in knowledge.limits.uppers if upper.binding and upper.to_age is None)
    ends = replace(one, id="made-up", from_age=19.0, to_age=50.0, at_most_mg=70.0)
    limits = replace(knowledge.limits, uppers=(*knowledge.limits.uppers, ends))
    changed = replace(knowledge, limits=limits)
    reader = Reader(changed)
    for age in (19.0, 49.9, 50.0, 64.0):
        adult = Profile(
            goals=("sleep",), kidney=Kidney.NONE, age=age, age_band=AgeBand.ADULT, medicines=(), taking=()
        )
        dose = settle(profile_from(reader.read(adult)), changed).dose
        assert dose is not None
        assert (dose.limit_mg == 70) is (age < 50)
