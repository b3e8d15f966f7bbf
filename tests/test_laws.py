"""Laws that hold for every profile, tried on thousands of them."""

import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from magadvisor.advisor import Advisor
from magadvisor.documents import advice_document, advice_json
from magadvisor.model.advice import Advice
from magadvisor.model.answers import Answers, TypedMagnesium, TypedMedicine
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.words import Diet, Digestion, Kidney, LifeStage, Outcome, Region, Sex
from magadvisor.render.page import page
from magadvisor.render.parts import Choices
from magadvisor.render.plain import plain
from tests.support.asking import as_text, offered
from tests.support.careful import less_careful

PROFILES = 1500
SEED = 20261124
LISTS = ("medicines", "conditions", "symptoms", "taking", "avoid")
MEDICINES = (
    "levothyroxine",
    "ciprofloxacin",
    "raltegravir",
    "rosuvastatin",
    "amoxicillin",
    "omeprazole",
    "furosemide",
    "spironolactone",
    "tacrolimus",
    "sotorasib",
    "methenamine",
    "misoprostol",
    "nitrofurantoin",
    "cisplatin infusion",
    "Zemtal",
    "a PPI",
    "levo",
    "milk of magnesia 5 ml",
)
TAKEN = (
    "glycinate 100 mg",
    "magnesium oxide 50 mg",
    "milk of magnesia 30 ml",
    "Magnesium B6 tablet",
    "citrate",
)


def answers(knowledge: Knowledge, how_many: int, seed: int = SEED) -> Iterator[Answers]:
    """Draw profiles: every question answered, unknown or left out."""
    draw = random.Random(seed)
    goals = list(knowledge.goals)
    conditions = [entry.name for entry in knowledge.vocabulary.conditions]
    symptoms = [entry.name for entry in knowledge.vocabulary.symptoms]
    for _ in range(how_many):
        yield Answers(
            goals=tuple(draw.sample(goals, draw.choice((1, 1, 1, 2)))),
            kidney=draw.choice([Kidney.NONE] * 6 + list(Kidney)),
            egfr=draw.choice((None, None, None, None, 95.0, 70.0, 50.0, 27.0)),
            medicines=draw.choice((None, (), (), _some(draw, MEDICINES))),
            age=draw.choice((None, 0.5, 10.0, 30.0, 45.0, 70.0)),
            sex=draw.choice(list(Sex)),
            life_stage=draw.choice([LifeStage.NONE] * 4 + list(LifeStage)),
            conditions=draw.choice((None, (), (), tuple(draw.sample(conditions, 1)))),
            symptoms=draw.choice((None, (), (), (), tuple(draw.sample(symptoms, 1)))),
            digestion=(draw.choice(list(Digestion)),),
            taking=draw.choice((None, (), (), (TypedMagnesium(draw.choice(TAKEN)),))),
            diet=draw.choice(((), (), (draw.choice(list(Diet)),))),
            avoid=draw.choice((None, (), ("peanut",))),
            region=draw.choice((None, *Region)),
        )


def _some(draw: random.Random, names: tuple[str, ...]) -> tuple[TypedMedicine, ...]:
    return tuple(TypedMedicine(name) for name in draw.sample(names, draw.randint(1, 3)))


@pytest.fixture(scope="module")
def advisor(knowledge: Knowledge) -> Advisor:
    return Advisor(knowledge)


@pytest.fixture(scope="module")
def drawn(knowledge: Knowledge, advisor: Advisor) -> list[tuple[Answers, Advice]]:
    return [(one, advisor.advise(one, why=True)) for one in answers(knowledge, PROFILES)]


Drawn = list[tuple[Answers, Advice]]


def test_the_caveat_is_in_every_format(drawn: Drawn, knowledge: Knowledge) -> None:
    for _, advice in drawn[:300]:
        assert json.loads(advice_json(advice))["caveat"] == knowledge.meta.caveat
        for width in (40, 80):
            for quiet in (False, True):
                told = plain(page(advice, Choices(quiet=quiet, width=width)), width, ascii_only=True)
                words = " ".join(told.replace("|", " ").split())
                assert knowledge.meta.caveat in words


def test_no_advice_can_be_made_without_the_caveat(drawn: Drawn) -> None:
    with pytest.raises(ValueError, match="caveat"):
        replace(drawn[0][1], caveat=" ")


def test_nothing_is_suggested_past_a_gate(drawn: Drawn) -> None:
    for _, advice in drawn:
        if advice.outcome.care >= Outcome.WITHHOLD.care:
            assert (advice.form, advice.dose, advice.day, advice.alternatives) == (None, None, None, ())
        else:
            assert advice.form is not None
        if advice.outcome is Outcome.URGENT:
            assert advice.foods == ()


def test_severe_kidney_disease_never_sees_a_milligram_figure_for_a_supplement(drawn: Drawn) -> None:
    severe = {"g3b", "g4", "g5", "dialysis", "transplant", "acute", "diagnosed"}
    for _, advice in drawn:
        if advice.profile["kidney"] in severe:
            text = as_text(advice, 200)
            assert "supplements and medicines" not in text
            assert not [reason for reason in advice.reasons if "mg a day" in reason.says]


def test_an_excluded_form_is_never_offered(drawn: Drawn) -> None:
    for _, advice in drawn:
        assert not {one.id for one in advice.set_aside} & set(offered(advice))
        assert not {"sulfate", "orotate"} & set(offered(advice))


def test_no_limit_is_passed(drawn: Drawn) -> None:
    for _, advice in drawn:
        if advice.dose is not None and advice.dose.limit_mg is not None:
            assert all(advice.dose.limit_mg <= one.at_most_mg for one in advice.dose.limits)
            assert advice.dose.at_most_mg is None or 0 < advice.dose.at_most_mg <= advice.dose.limit_mg


def test_everything_typed_is_answered_as_checked_or_not_checked(drawn: Drawn) -> None:
    for one, advice in drawn:
        assert [item.typed for item in advice.medicines] == [item.name for item in one.medicines or ()]
        assert [item.typed for item in advice.conditions] == list(one.conditions or ())
        assert [item.typed for item in advice.symptoms] == list(one.symptoms or ())
        assert [item.typed for item in advice.taking] == [item.text for item in one.taking or ()]
        unchecked = [item["typed"] for item in _typed_items(advice) if not item["checked"]]
        assert [item.typed for item in advice.not_checked] == unchecked


KNOWN = (
    "levothyroxine",
    "metformn",
    "a PPI",
    "myasthenia gravis",
    "no diabetes",
    "glycinate 100 mg",
    "peanut",
)
ANYTHING = st.one_of(st.text(max_size=40), st.sampled_from(KNOWN), st.text(max_size=9).map("cipro {}".format))
ITEMS = st.lists(ANYTHING.filter(str.strip).filter(lambda text: text.strip().lower() != "none"), max_size=4)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ITEMS, ITEMS, ITEMS, ITEMS, ITEMS)
def test_any_text_in_any_list_stands_in_the_advice_unchanged(
    advisor: Advisor,
    medicines: list[str],
    conditions: list[str],
    symptoms: list[str],
    taking: list[str],
    avoid: list[str],
) -> None:
    typed = [*medicines, *conditions, *symptoms, *taking, *avoid]
    advice = advisor.advise(
        Answers(
            goals=("sleep",),
            medicines=tuple(map(TypedMedicine, medicines)),
            conditions=tuple(conditions),
            symptoms=tuple(symptoms),
            taking=tuple(map(TypedMagnesium, taking)),
            avoid=tuple(avoid),
        )
    )
    items = list(_typed_items(advice))
    assert [item["typed"] for item in items] == typed
    lists = [name for name in LISTS for _ in json.loads(advice_json(advice))[name]]
    unchecked = [
        (name, item["typed"]) for name, item in zip(lists, items, strict=True) if not item["checked"]
    ]
    assert [(item.list, item.typed) for item in advice.not_checked] == unchecked


def test_unknown_is_never_less_careful_than_none(drawn: Drawn, advisor: Advisor) -> None:
    for one, _ in drawn[:150]:
        for unknown, none in _unknown_and_none(one):
            assert not less_careful(advisor.advise(none), advisor.advise(unknown)), none


def test_adding_a_medicine_a_condition_a_symptom_or_a_product_is_never_less_careful(
    drawn: Drawn, knowledge: Knowledge, advisor: Advisor
) -> None:
    draw = random.Random(SEED)
    for one, advice in drawn[:200]:
        for more in _additions(one, draw, knowledge):
            assert not less_careful(advice, advisor.advise(more)), more


def test_shuffling_the_rules_changes_nothing(drawn: Drawn, knowledge: Knowledge) -> None:
    draw = random.Random(SEED)
    rules = list(knowledge.rules.items())
    draw.shuffle(rules)
    interactions = list(knowledge.interactions.items())
    draw.shuffle(interactions)
    other = Advisor(replace(knowledge, rules=dict(rules), interactions=dict(interactions)))
    for one, advice in drawn[:200]:
        assert _unordered(other.advise(one, why=True)) == _unordered(advice)


def test_the_same_answers_give_the_same_bytes(drawn: Drawn, advisor: Advisor) -> None:
    for one, advice in drawn[:100]:
        assert advice_json(advisor.advise(one, why=True)) == advice_json(advice)


def _typed_items(advice: Advice) -> Iterator[dict[str, object]]:
    document = json.loads(advice_json(advice))
    for name in LISTS:
        yield from document[name]


def _unknown_and_none(one: Answers) -> Iterator[tuple[Answers, Answers]]:
    yield replace(one, kidney=Kidney.UNKNOWN), replace(one, kidney=Kidney.NONE)
    yield replace(one, medicines=None), replace(one, medicines=())
    yield replace(one, conditions=None), replace(one, conditions=())
    yield replace(one, symptoms=None), replace(one, symptoms=())
    yield replace(one, taking=None), replace(one, taking=())
    yield replace(one, life_stage=LifeStage.UNKNOWN), replace(one, life_stage=LifeStage.NONE)
    yield replace(one, region=None), replace(one, region=Region.US)
    yield replace(one, age=None), replace(one, age=45.0)


def _additions(one: Answers, draw: random.Random, knowledge: Knowledge) -> Iterator[Answers]:
    if one.medicines is not None:
        yield replace(one, medicines=(*one.medicines, TypedMedicine(draw.choice(MEDICINES))))
    if one.conditions is not None:
        condition = draw.choice(knowledge.vocabulary.conditions).name
        yield replace(one, conditions=(*one.conditions, condition))
    if one.symptoms is not None:
        yield replace(one, symptoms=(*one.symptoms, draw.choice(knowledge.vocabulary.symptoms).name))
    if one.taking is not None:
        yield replace(one, taking=(*one.taking, TypedMagnesium(draw.choice(TAKEN))))


def _unordered(advice: Advice) -> Mapping[str, object]:
    """Write an advice so that the order of what rules say does not count."""
    return {key: _sorted(value) for key, value in advice_document(advice).items()}


def _sorted(value: object) -> object:
    if isinstance(value, dict):
        return {key: _sorted(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return sorted((_sorted(inner) for inner in value), key=repr)
    return value
