"""A slice of the whole answer space in each run, and for each law a fault that it catches.

All of it: python -m tests.laws.run
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import islice

import pytest

from magadvisor.engine.basis import build
from magadvisor.engine.rule_index import rule_index
from magadvisor.engine.settle import Settled, settle, settle_from
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import Profile
from magadvisor.model.rule import Effects, When
from magadvisor.model.words import Kidney
from tests.laws import laws, space
from tests.laws.run import Decide, broken

EVERY = 809  # a prime, so that the slice meets every goal, kidney word, age and region


# Primes, so that a slice meets every goal and kidney word; small where each condition must be met.
STEPS = {
    space.answers: 1499,
    space.words: 157,
    space.products: 151,
    space.pairs: 1499,
    space.interactions: 97,
}


@pytest.fixture(scope="module")
def enumerated() -> tuple[int, list[space.Case]]:
    """Walk the whole answer space once: how many cases it has, and a slice of them."""
    tried, last = [], 0
    for number, case in enumerate(space.cases()):
        last = number
        if number % EVERY == 0:
            tried.append(case)
    return last + 1, tried


def test_no_law_is_broken_on_a_slice_of_the_answer_space(
    enumerated: tuple[int, list[space.Case]], knowledge: Knowledge
) -> None:
    assert list(islice(broken(enumerated[1], knowledge), 5)) == []


def test_the_answer_space_holds_more_than_a_million_profiles(
    enumerated: tuple[int, list[space.Case]],
) -> None:
    assert enumerated[0] > 1_000_000


def without(knowledge: Knowledge, *rules: str) -> Knowledge:
    assert set(rules) <= set(knowledge.rules)
    return replace(
        knowledge, rules={name: rule for name, rule in knowledge.rules.items() if name not in rules}
    )


def with_effects(knowledge: Knowledge, rule: str, effects: Effects) -> Knowledge:
    return replace(knowledge, rules={**knowledge.rules, rule: replace(knowledge.rules[rule], then=effects)})


def limited_only_when_healthy(knowledge: Knowledge) -> Knowledge:
    rule = replace(
        knowledge.rules["kidney-unknown-limit"], when=When(kidney=("none",)), then=Effects(at_most_mg=50)
    )
    return replace(knowledge, rules={**knowledge.rules, rule.id: rule})


def offers_behind_the_gate(profile: Profile, knowledge: Knowledge) -> Settled:
    settled = settle(profile, knowledge)
    return replace(settled, offered=settled.basis.offered)


def adds_what_is_taken(profile: Profile, knowledge: Knowledge) -> Settled:
    settled = settle(profile, knowledge)
    if settled.dose is None or settled.dose.limit_mg is None or not settled.dose.already_mg:
        return settled
    return replace(settled, dose=replace(settled.dose, at_most_mg=settled.dose.limit_mg))


def forgets_medicines_when_there_are_two(profile: Profile, knowledge: Knowledge) -> Settled:
    medicines = profile.medicines or ()
    return settle(replace(profile, medicines=medicines[1:] if len(medicines) > 1 else medicines), knowledge)


def measures_behind_the_gate(profile: Profile, knowledge: Knowledge) -> Settled:
    settled = settle(profile, knowledge)
    return replace(settled, dose=settle(replace(profile, kidney=Kidney.NONE), knowledge).dose)


def forgets_the_kidneys_for(name: str) -> Decide:
    def decide(profile: Profile, knowledge: Knowledge) -> Settled:
        told = replace(profile, kidney=Kidney.NONE) if getattr(profile, name) else profile
        return settle(told, knowledge)

    return decide


def lets_the_last_rule_decide(profile: Profile, knowledge: Knowledge) -> Settled:
    settled = settle(profile, knowledge)
    basis = settled.basis
    holding = rule_index(knowledge).holding(basis.facts)
    last = settle_from(build(profile, knowledge, basis.facts, 1 << holding.bit_length() >> 1))
    return replace(last, basis=replace(last.basis, held=basis.held))


@cache
def some(enumerated: Callable[[], Iterator[space.Case]]) -> list[space.Case]:
    return list(islice(enumerated(), 0, None, STEPS[enumerated]))


Fault = tuple[laws.Law, Callable[[], Iterator[space.Case]], Callable[[Knowledge], Knowledge]]

BROKEN_KNOWLEDGE: dict[str, Fault] = {
    "a kidney rule is lost": (
        laws.the_outcome_is_that_of_the_contract_at_least,
        space.answers,
        lambda known: without(known, "kidney-g4-g5-withholds"),
    ),
    "a child's gate is lost": (
        laws.the_outcome_is_that_of_the_contract_at_least,
        space.answers,
        lambda known: without(known, "children-get-no-supplement"),
    ),
    "myasthenia's gate is lost": (
        laws.the_outcome_is_that_of_the_contract_at_least,
        space.words,
        lambda known: without(known, "myasthenia-withholds"),
    ),
    "unknown kidneys get more": (
        laws.no_limit_is_passed,
        space.answers,
        lambda known: with_effects(known, "kidney-unknown-limit", Effects(at_most_mg=150)),
    ),
    "stage 3a gets a figure": (
        laws.no_limit_is_passed,
        space.answers,
        lambda known: without(known, "kidney-g3a-no-figure"),
    ),
    "stage 3a gets a laxative": (
        laws.no_excluded_form_is_offered,
        space.answers,
        lambda known: without(known, "kidney-g3a-no-laxatives"),
    ),
    "a limit for healthy kidneys forgets whoever did not answer": (
        laws.more_is_never_less_careful,
        space.answers,
        limited_only_when_healthy,
    ),
}


@pytest.mark.parametrize("fault", BROKEN_KNOWLEDGE)
def test_a_law_sees_broken_knowledge(fault: str, knowledge: Knowledge) -> None:
    law, enumerated, spoil = BROKEN_KNOWLEDGE[fault]
    tried = some(enumerated)
    assert list(broken(tried, knowledge, laws=[law])) == []
    assert next(broken(tried, spoil(knowledge), laws=[law]), None) is not None


BROKEN_ENGINES: dict[str, tuple[laws.Law, Callable[[], Iterator[space.Case]], Decide]] = {
    "forms stand behind a gate": (laws.nothing_passes_a_gate, space.answers, offers_behind_the_gate),
    "an amount stands behind a gate": (laws.nothing_passes_a_gate, space.answers, measures_behind_the_gate),
    "what is taken already is not taken off": (laws.no_limit_is_passed, space.products, adds_what_is_taken),
    "one of two medicines is forgotten": (
        laws.more_is_never_less_careful,
        space.pairs,
        forgets_medicines_when_there_are_two,
    ),
    "kidneys are forgotten for a medicine": (
        laws.more_is_never_less_careful,
        space.interactions,
        forgets_the_kidneys_for("medicines"),
    ),
    "kidneys are forgotten for a condition": (
        laws.more_is_never_less_careful,
        space.words,
        forgets_the_kidneys_for("condition_ids"),
    ),
    "kidneys are forgotten for a symptom": (
        laws.more_is_never_less_careful,
        space.words,
        forgets_the_kidneys_for("symptom_ids"),
    ),
    "kidneys are forgotten for a product": (
        laws.more_is_never_less_careful,
        space.products,
        forgets_the_kidneys_for("taking"),
    ),
    "the last rule that holds decides alone": (
        laws.a_rule_more_is_never_less_careful,
        space.answers,
        lets_the_last_rule_decide,
    ),
}


@pytest.mark.parametrize("fault", BROKEN_ENGINES)
def test_a_law_sees_a_broken_engine(fault: str, knowledge: Knowledge) -> None:
    law, enumerated, decide = BROKEN_ENGINES[fault]
    tried = some(enumerated)
    assert list(broken(tried, knowledge, laws=[law])) == []
    assert next(broken(tried, knowledge, decide, [law]), None) is not None
