"""Every rule fires for its examples, is silent for the others, and every line of it is pinned."""

from dataclasses import replace

import pytest

from magadvisor.knowledge.load import data_folder, load
from magadvisor.model.interaction import Interaction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.rule import Rule, When
from magadvisor.proofs import interaction_findings, rule_findings, unpinned

KNOWN = load(data_folder())
RULES = KNOWN.rules
PINNED = [one for one in KNOWN.interactions.values() if one.cases]


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_does_what_its_examples_say(rule: Rule) -> None:
    assert list(rule_findings(rule)) == []


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_every_line_of_a_rule_is_pinned_by_an_example_that_flips(rule: Rule) -> None:
    assert unpinned(rule) == ()


def test_what_an_example_leaves_out_is_not_answered() -> None:
    """Promise: `unknown` is never `none`; so a rule for `unknown` fires, and one for `none` is silent."""
    some = next(iter(RULES.values()))
    unknown = replace(some, when=When(kidney=("unknown",), age=("older",)), fires_for=({"age": "older"},))
    assert list(rule_findings(replace(unknown, silent_for=({},)))) == []
    none = replace(some, when=When(kidney=("none",)), fires_for=({"kidney": "none"},))
    assert list(rule_findings(replace(none, silent_for=({},)))) == []


@pytest.mark.parametrize("one", PINNED, ids=lambda one: one.id)
def test_an_interaction_does_what_its_cases_say(one: Interaction) -> None:
    assert list(interaction_findings(one, KNOWN)) == []


def test_every_word_that_rules_ask_for_can_be_answered(knowledge: Knowledge) -> None:
    conditions = {entry.id for entry in knowledge.vocabulary.conditions}
    asked = {word for rule in knowledge.rules.values() for word in rule.when.conditions or ()}
    assert asked - {"none", "unknown"} <= conditions
