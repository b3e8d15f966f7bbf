"""From answers to the rules that hold: one bit a rule, one number a word.

For each question, a rule stays when it does not ask it or lists a word that was given. What is left
when every question was asked has all its lines held; the few rules with conditions inside conditions
are then judged in full.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, reduce
from operator import or_

from magadvisor.engine.effects import WEIGHTS
from magadvisor.engine.facts import QUESTIONS, Facts
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.record import dataclass
from magadvisor.model.rule import Rule, When

RULES = "rules"
"""The name under which compiled knowledge brings the index ready."""


@dataclass(frozen=True, slots=True)
class RuleIndex:
    """The rules by their place in the files; in every number, bit n stands for rule n."""

    ids: tuple[str, ...]
    silent_on: Mapping[str, int]  # a question -> the rules none of whose lines asks it
    listing: Mapping[str, Mapping[str, int]]  # a question -> a word -> the rules with a line that lists it
    asking: Mapping[str, int]  # a question -> the rules that ask it, in a line or deeper
    nested: int  # the rules whose lines are not all of their condition
    weights: Mapping[str, int]  # what an effect can change -> the rules that can change it

    @property
    def weighty(self) -> int:
        """Give the rules that can change outcome, form or amount at all."""
        return reduce(or_, self.weights.values())

    def named(self, rules: int) -> Iterator[str]:
        """Give the ids of rules in the order of the files."""
        return (self.ids[place] for place in places(rules))

    def staying(self, facts: Facts) -> dict[str, int]:
        """Give, for each question, the rules that what was given leaves in."""
        stay = dict(self.silent_on)
        for question, words in self.listing.items():
            for word in facts[question]:
                stay[question] |= words.get(word, 0)
        return stay

    def lined_up(self, facts: Facts) -> int:
        """Give the rules all of whose lines hold."""
        left = (1 << len(self.ids)) - 1
        for stay in self.staying(facts).values():
            left &= stay
        return left


def index(rules: Iterable[Rule]) -> RuleIndex:
    """Build the index."""
    listed = tuple(rules)
    silent_on = dict.fromkeys(QUESTIONS, 0)
    listing: dict[str, dict[str, int]] = {question: {} for question in QUESTIONS}
    asking = dict.fromkeys(QUESTIONS, 0)
    weights = dict.fromkeys(WEIGHTS, 0)
    nested = 0
    for place, rule in enumerate(listed):
        bit = 1 << place
        for question in QUESTIONS:
            words: tuple[str, ...] | None = getattr(rule.when, question)
            if words is None:
                silent_on[question] |= bit
            for word in words or ():
                listing[question][word] = listing[question].get(word, 0) | bit
        for question in asked(rule.when):
            asking[question] |= bit
        nested |= bit if inner_of(rule.when) else 0
        for weight, has in WEIGHTS.items():
            weights[weight] |= bit if has(rule.then) else 0
    return RuleIndex(tuple(rule.id for rule in listed), silent_on, listing, asking, nested, weights)


def places(rules: int) -> Iterator[int]:
    """Give the places of rules, the first of the files first."""
    while rules:
        bit = rules & -rules
        rules ^= bit
        yield bit.bit_length() - 1


def inner_of(when: When) -> tuple[When, ...]:
    """List the conditions inside a condition."""
    return (*(when.all_ or ()), *(when.any_ or ()), *((when.not_,) if when.not_ else ()))


def asked(when: When) -> frozenset[str]:
    """Name the questions that a condition asks, in a line or deeper."""
    here = frozenset(question for question in QUESTIONS if getattr(when, question) is not None)
    return here.union(*(asked(part) for part in inner_of(when)))


@lru_cache(maxsize=4)
def rule_index(knowledge: Knowledge) -> RuleIndex:
    """Give the index of a knowledge base: brought ready, or built once."""
    ready = knowledge.prepared.get(RULES)
    return ready if isinstance(ready, RuleIndex) else index(knowledge.rules.values())
