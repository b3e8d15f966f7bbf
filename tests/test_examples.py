"""Every rule fires for its examples, is silent for the others, and every line of it is pinned."""

from collections.abc import Iterator

import pytest

from magadvisor.engine.examine import judge
from magadvisor.engine.facts import QUESTIONS, facts_from_words
from magadvisor.knowledge.load import data_folder, load
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.rule import Rule, When

RULES = load(data_folder()).rules
Example = dict[str, list[str]]


def examples(told: tuple[dict[str, object], ...]) -> list[Example]:
    found = []
    for example in told:
        words: Example = {}
        for question, answers in example.items():
            assert isinstance(answers, list), "an example lists its words"
            words[question] = [str(answer) for answer in answers]
        found.append(words)
    return found


def lines(when: When) -> Iterator[str]:
    yield from (question for question in QUESTIONS if getattr(when, question) is not None)
    if when.not_ is not None:
        yield from lines(when.not_)
    for inner in (*(when.all_ or ()), *(when.any_ or ())):
        yield from lines(inner)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_does_what_its_examples_say(rule: Rule) -> None:
    assert all(judge(rule.when, facts_from_words(example)).held for example in examples(rule.fires_for))
    assert not any(judge(rule.when, facts_from_words(example)).held for example in examples(rule.silent_for))


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_every_line_of_a_rule_is_pinned_by_an_example_that_flips(rule: Rule) -> None:
    firing = [facts_from_words(example) for example in examples(rule.fires_for)]
    silent = [facts_from_words(example) for example in examples(rule.silent_for)]
    for line in set(lines(rule.when)):
        flipped = any(
            {question for question in one if one[question] != other[question]} == {line}
            for one in firing
            for other in silent
        )
        assert flipped, f"no example of {rule.id} flips with {line} alone"


def test_every_word_that_rules_ask_for_can_be_answered(knowledge: Knowledge) -> None:
    conditions = {entry.id for entry in knowledge.vocabulary.conditions}
    asked = {word for rule in knowledge.rules.values() for word in rule.when.conditions or ()}
    assert asked - {"none", "unknown"} <= conditions
