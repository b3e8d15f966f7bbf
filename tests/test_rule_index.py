"""The index finds exactly the rules whose condition holds."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from magadvisor.engine.effects import AMOUNT
from magadvisor.engine.examine import examine, judge, seen
from magadvisor.engine.facts import QUESTIONS, Facts
from magadvisor.engine.rule_index import index
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.rule import Effects, Rule, When
from magadvisor.model.words import Certainty

WORDS = ("a", "b", "c")


def some_rule(number: int, when: When) -> Rule:
    return Rule(f"rule-{number}", "", when, Effects(), "", Certainty.NONE, (), (), ())


some_words = st.none() | st.lists(st.sampled_from(WORDS), max_size=3).map(tuple)
flat = st.builds(When, goals=some_words, kidney=some_words, conditions=some_words)
nested = st.builds(
    When,
    goals=some_words,
    symptoms=some_words,
    not_=st.none() | flat,
    any_=st.none() | st.just(()) | st.tuples(flat, flat),
    all_=st.none() | st.just(()) | st.tuples(flat),
)
deep = st.builds(
    When,
    kidney=some_words,
    not_=st.none() | nested,
    any_=st.none() | st.tuples(nested, flat),
    all_=st.none() | st.tuples(flat, nested),
)
some_facts = st.fixed_dictionaries({one: st.frozensets(st.sampled_from(WORDS)) for one in QUESTIONS})


@given(st.lists(flat | nested | deep, max_size=70), some_facts)
@settings(max_examples=200, deadline=None)
def test_the_index_finds_the_rules_of_which_the_reasons_say_that_they_hold(
    whens: list[When], facts: Facts
) -> None:
    rules = [some_rule(number, when) for number, when in enumerate(whens)]
    built = index(rules)
    assert list(built.named(built.holding(facts))) == [
        rule.id for rule in rules if judge(rule.when, facts).held
    ]


@given(st.lists(flat | nested | deep, max_size=70), some_facts, some_facts)
@settings(max_examples=200, deadline=None)
def test_a_rule_that_does_not_ask_what_differs_holds_for_both_or_neither(
    whens: list[When], facts: Facts, others: Facts
) -> None:
    rules = [some_rule(number, when) for number, when in enumerate(whens)]
    built = index(rules)
    tried = {
        name for one in QUESTIONS if facts[one] != others[one] for name in built.named(built.asking[one])
    }
    for rule in rules:
        if rule.id not in tried:
            assert judge(rule.when, facts).held == judge(rule.when, others).held


@pytest.mark.parametrize("one", [True, False])
@pytest.mark.parametrize("other", [True, False])
def test_lines_must_all_hold_and_conditions_inside_are_joined_as_their_names_say(
    one: bool, other: bool
) -> None:
    """The guide to rules: a list means one of these; all lines must hold; and `not`, `all`, `any`."""
    facts: Facts = {question: frozenset({"c"}) for question in QUESTIONS}
    facts = {**facts, "goals": frozenset({"a" if one else "c"}), "kidney": frozenset({"b" if other else "c"})}
    first, second = When(goals=("a", "x")), When(kidney=("b",))
    expected = {
        first: one,
        When(goals=("a",), kidney=("b",)): one and other,
        When(not_=first): not one,
        When(all_=(first, second)): one and other,
        When(any_=(first, second)): one or other,
        When(conditions=("c",), any_=()): False,
        When(conditions=("c",), any_=(first, second), not_=second): one and not other,
        When(not_=When(all_=(first, When(not_=second)))): other or not one,
    }
    built = index(some_rule(number, when) for number, when in enumerate(expected))
    found = set(built.named(built.holding(facts)))
    for number, (when, holds) in enumerate(expected.items()):
        assert judge(when, facts).held == holds
        assert (f"rule-{number}" in found) == holds


def test_what_was_seen_is_told_of_the_lines_that_hold_and_of_those_that_do_not() -> None:
    facts: Facts = {question: frozenset({"c"}) for question in QUESTIONS}
    asked = When(goals=("a", "c"), all_=(When(kidney=("b",)),), any_=(When(symptoms=("c",)),))
    assert seen(judge(asked, facts)) == {"goals": ["c"], "kidney": ["c"], "symptoms": ["c"]}


def test_what_was_seen_twice_is_told_once_and_what_was_not_there_to_see_is_not_told() -> None:
    facts: Facts = {**{question: frozenset({"c"}) for question in QUESTIONS}, "avoid": frozenset()}
    asked = When(goals=("c", "a"), any_=(When(goals=("c",)),), not_=When(avoid=("a",)))
    assert seen(judge(asked, facts)) == {"goals": ["c"]}


def test_a_question_and_a_weight_list_the_rules_that_have_them_and_no_other() -> None:
    """The first rule, which only speaks, has no weight and asks one question."""
    asks, speaks = Effects(no_figure=True), Effects(say="so")
    rules = [some_rule(0, When(goals=("a",))), some_rule(1, When(not_=When(kidney=("b",))))]
    built = index([replace(rules[0], then=speaks), replace(rules[1], then=asks)])
    asking = {question: list(built.named(bits)) for question, bits in built.asking.items() if bits}
    assert asking == {"goals": ["rule-0"], "kidney": ["rule-1"]}
    assert {weight: bits for weight, bits in built.weights.items() if bits} == {AMOUNT: 0b10}


def test_the_rules_with_weight_are_those_that_can_change_outcome_form_or_amount(knowledge: Knowledge) -> None:
    built = index(knowledge.rules.values())
    speaks_only = Effects()
    for rule in knowledge.rules.values():
        foods = replace(rule.then, leave_out_foods=None, no_food_plan=None)
        told = replace(foods, watch=None, say=None, keep_apart=None)  # hours are no outcome, form or amount
        assert (rule.id in set(built.named(built.weighty))) == (told != speaks_only)


def test_of_the_shipped_rules_those_are_found_that_hold(knowledge: Knowledge) -> None:
    chance = random.Random(1)
    words: dict[str, set[str]] = {question: {"unknown", "none"} for question in QUESTIONS}
    for rule in knowledge.rules.values():
        for question in QUESTIONS:
            words[question].update(getattr(rule.when, question) or ())
    for _ in range(500):
        facts = {
            question: frozenset(chance.sample(sorted(known), min(len(known), chance.randint(0, 3))))
            for question, known in words.items()
        }
        found = [one.id for one in examine(knowledge, facts)]
        assert found == [rule.id for rule in knowledge.rules.values() if judge(rule.when, facts).held]


def test_a_knowledge_base_with_other_rules_is_not_answered_from_the_index_of_the_first(
    knowledge: Knowledge,
) -> None:
    facts = dict.fromkeys(QUESTIONS, frozenset({"unknown"}))
    before = {one.id for one in examine(knowledge, facts)}
    always = some_rule(1, When())
    more = replace(knowledge, rules={**knowledge.rules, always.id: always})
    assert {one.id for one in examine(more, facts)} == before | {always.id}
