"""From answers to the rules that hold: one bit a rule, one number a word.

For each question, a rule stays when it does not ask it or lists a word that was given. What is left
when every question was asked has all its lines held; the few rules with conditions inside conditions
are judged in full.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from magadvisor.engine.facts import QUESTIONS, Facts
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.record import dataclass
from magadvisor.model.rule import Rule

RULES = "rules"
"""The name under which compiled knowledge brings the index ready."""


@dataclass(frozen=True, slots=True)
class RuleIndex:
    """The rules by their place in the files; in every number, bit n stands for rule n."""

    ids: tuple[str, ...]
    silent_on: Mapping[str, int]  # a question -> the rules that do not ask it
    listing: Mapping[str, Mapping[str, int]]  # a question -> a word -> the rules that list it
    nested: int  # the rules whose lines are not all of their condition


def index(rules: Iterable[Rule]) -> RuleIndex:
    """Build the index."""
    listed = tuple(rules)
    silent_on = dict.fromkeys(QUESTIONS, 0)
    listing: dict[str, dict[str, int]] = {question: {} for question in QUESTIONS}
    nested = 0
    for place, rule in enumerate(listed):
        bit = 1 << place
        when = rule.when
        for question in QUESTIONS:
            words: tuple[str, ...] | None = getattr(when, question)
            if words is None:
                silent_on[question] |= bit
            for word in words or ():
                listing[question][word] = listing[question].get(word, 0) | bit
        if when.not_ is not None or when.all_ is not None or when.any_ is not None:
            nested |= bit
    return RuleIndex(tuple(rule.id for rule in listed), silent_on, listing, nested)


@lru_cache(maxsize=4)
def rule_index(knowledge: Knowledge) -> RuleIndex:
    """Give the index of a knowledge base: brought ready, or built once."""
    ready = knowledge.prepared.get(RULES)
    return ready if isinstance(ready, RuleIndex) else index(knowledge.rules.values())


def candidates(rules: RuleIndex, facts: Facts) -> Iterator[tuple[str, bool]]:
    """Give each rule all of whose lines hold, in their order, and whether that is all of its condition."""
    left = -1
    for question, silent in rules.silent_on.items():
        words = rules.listing[question]
        stay = silent
        for word in facts[question]:
            stay |= words.get(word, 0)
        left &= stay
    while left:
        bit = left & -left
        left ^= bit
        yield rules.ids[bit.bit_length() - 1], not rules.nested & bit
