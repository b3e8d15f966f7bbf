"""Laws that hold for every profile, tried on thousands of them."""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from magadvisor.advisor import Advisor
from magadvisor.documents import advice_json
from magadvisor.model.advice import Advice
from magadvisor.model.answers import Answers, TypedMagnesium, TypedMedicine
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.words import Diet, Digestion, Kidney, LifeStage, Region, Sex
from magadvisor.render.page import page
from magadvisor.render.parts import Choices
from magadvisor.render.plain import plain
from tests.laws import told
from tests.laws.told import Advise, Law

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
def advise(advisor: Advisor) -> Advise:
    return cache(lambda one: advisor.advise(one, why=True))


@pytest.fixture(scope="module")
def drawn(knowledge: Knowledge) -> list[Answers]:
    return list(answers(knowledge, PROFILES))


Drawn = list[Answers]


def test_the_caveat_is_in_every_format(drawn: Drawn, advise: Advise, knowledge: Knowledge) -> None:
    for advice in map(advise, drawn[:300]):
        assert json.loads(advice_json(advice))["caveat"] == knowledge.meta.caveat
        for width in (40, 80):
            for quiet in (False, True):
                laid = plain(
                    page(advice, knowledge, Choices(quiet=quiet, width=width)), width, ascii_only=True
                )
                words = " ".join(laid.replace("|", " ").split())
                assert knowledge.meta.caveat in words


def test_no_advice_can_be_made_without_the_caveat(drawn: Drawn, advise: Advise) -> None:
    with pytest.raises(ValueError, match="caveat"):
        replace(advise(drawn[0]), caveat=" ")


SLOW_LAWS: dict[Law, int] = {
    told.unknown_is_no_milder_than_none: 150,
    told.the_order_of_answers_changes_nothing: 200,
    told.the_same_answers_give_the_same_bytes: 100,
}
"""How many profiles are tried where a law asks several times, or draws pages."""


@pytest.mark.parametrize("law", told.LAWS, ids=lambda law: law.__name__)
def test_no_law_is_broken(law: Law, drawn: Drawn, advisor: Advisor, advise: Advise) -> None:
    if law is told.the_same_answers_give_the_same_bytes:
        advise = advisor.advise
    assert breaks(law, drawn[: SLOW_LAWS.get(law, PROFILES)], advise) == []


def breaks(law: Law, tried: list[Answers], advise: Advise) -> list[tuple[str, Answers]]:
    return [(what, one) for one in tried for what in law(one, advise)]


def a_medicine_more(one: Answers, draw: random.Random, _: Knowledge) -> Answers:
    more = TypedMedicine(draw.choice(MEDICINES))
    return one if one.medicines is None else replace(one, medicines=(*one.medicines, more))


KIDNEY_TOO = "transplant"
"""A condition that is a kidney answer as well: its team stands in the place of another, it is not added."""


def a_condition_more(one: Answers, draw: random.Random, knowledge: Knowledge) -> Answers:
    more = draw.choice([entry.name for entry in knowledge.vocabulary.conditions if entry.id != KIDNEY_TOO])
    return one if one.conditions is None else replace(one, conditions=(*one.conditions, more))


def a_symptom_more(one: Answers, draw: random.Random, knowledge: Knowledge) -> Answers:
    more = draw.choice(knowledge.vocabulary.symptoms).name
    return one if one.symptoms is None else replace(one, symptoms=(*one.symptoms, more))


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


def _typed_items(advice: Advice) -> Iterator[dict[str, object]]:
    document = json.loads(advice_json(advice))
    for name in LISTS:
        yield from document[name]


def a_product_more(one: Answers, draw: random.Random, _: Knowledge) -> Answers:
    more = TypedMagnesium(draw.choice(TAKEN))
    return one if one.taking is None else replace(one, taking=(*one.taking, more))


MORE: dict[str, Callable[[Answers, random.Random, Knowledge], Answers]] = {
    "medicines": a_medicine_more,
    "conditions": a_condition_more,
    "symptoms": a_symptom_more,
    "taking": a_product_more,
}


def adding(name: str, knowledge: Knowledge) -> Law:
    draw = random.Random(SEED)
    return told.more_is_no_milder(lambda one: MORE[name](one, draw, knowledge))


@pytest.mark.parametrize("name", MORE)
def test_adding_something_is_never_less_careful(
    name: str, drawn: Drawn, knowledge: Knowledge, advise: Advise
) -> None:
    assert breaks(adding(name, knowledge), drawn[:200], advise) == []


Fault = Callable[[Advise], Advise]


def shows_the_form_of_the_healthy(advise: Advise) -> Advise:
    def wrong(one: Answers) -> Advice:
        return replace(advise(one), form=advise(Answers(one.goals, Kidney.NONE, medicines=())).form)

    return wrong


def names_an_amount(advise: Advise) -> Advise:
    def wrong(one: Answers) -> Advice:
        advice = advise(one)
        return replace(
            advice, reasons=tuple(replace(r, says="At most 250 mg a day.") for r in advice.reasons)
        )

    return wrong


def shows_what_was_set_aside(advise: Advise) -> Advise:
    def wrong(one: Answers) -> Advice:
        advice = advise(one)
        if advice.form is None or not advice.set_aside:
            return advice
        return replace(advice, form=replace(advice.form, id=advice.set_aside[0].id))

    return wrong


def raises_the_limit(advise: Advise) -> Advise:
    def wrong(one: Answers) -> Advice:
        advice = advise(one)
        raised = advice.dose and replace(advice.dose, limit_mg=1000.0)
        return replace(advice, dose=raised)

    return wrong


def loses_a_medicine(advise: Advise) -> Advise:
    def wrong(one: Answers) -> Advice:
        advice = advise(one)
        return replace(advice, medicines=advice.medicines[1:])

    return wrong


def keeps_quiet_about_what_was_not_checked(advise: Advise) -> Advise:
    return lambda one: replace(advise(one), not_checked=())


def takes_unknown_medicines_for_healthy_kidneys(advise: Advise) -> Advise:
    return lambda one: advise(one if one.medicines is not None else replace(one, kidney=Kidney.NONE))


def reads_the_first_medicine_alone(advise: Advise) -> Advise:
    return lambda one: advise(one if one.medicines is None else replace(one, medicines=one.medicines[:1]))


def counts_how_often_it_was_asked(advise: Advise) -> Advise:
    turns = count()
    return lambda one: replace(advise(one), headline=f"{next(turns)}")


def forgets_the_kidneys_for(name: str) -> Fault:
    def fault(advise: Advise) -> Advise:
        return lambda one: advise(replace(one, kidney=Kidney.NONE, egfr=None) if getattr(one, name) else one)

    return fault


FAULTS: dict[Fault, Law] = {
    shows_the_form_of_the_healthy: told.nothing_is_told_past_a_gate,
    names_an_amount: told.severe_kidney_disease_sees_no_amount,
    shows_what_was_set_aside: told.no_form_that_was_set_aside_is_shown,
    raises_the_limit: told.no_limit_that_is_told_is_passed,
    loses_a_medicine: told.everything_typed_is_answered,
    keeps_quiet_about_what_was_not_checked: told.everything_typed_is_answered,
    takes_unknown_medicines_for_healthy_kidneys: told.unknown_is_no_milder_than_none,
    reads_the_first_medicine_alone: told.the_order_of_answers_changes_nothing,
    counts_how_often_it_was_asked: told.the_same_answers_give_the_same_bytes,
}
FEW = 40


def test_each_law_has_a_fault() -> None:
    assert set(FAULTS.values()) == set(told.LAWS)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_law_sees_its_fault(fault: Fault, drawn: Drawn, advise: Advise) -> None:
    assert breaks(FAULTS[fault], drawn[:FEW], advise) == []
    assert breaks(FAULTS[fault], drawn[:FEW], fault(advise)) != []


@pytest.mark.parametrize("name", MORE)
def test_a_law_sees_that_something_more_forgets_the_kidneys(
    name: str, drawn: Drawn, knowledge: Knowledge, advise: Advise
) -> None:
    assert breaks(adding(name, knowledge), drawn[:FEW], forgets_the_kidneys_for(name)(advise)) != []
