"""From answers to the rules that hold: one bit a rule, one number a word.

For each question, a rule stays when it does not ask it or lists a word that was given. What is left
when every question was asked has all its lines held. A condition inside a condition has a bit of its
own, behind those of the rules, so that the few rules with such conditions are settled by bits too.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, reduce
from operator import or_

from magadvisor.engine.effects import ASK, URGENT, WEIGHTS, WITHHOLD
from magadvisor.engine.facts import QUESTIONS, Facts
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.record import Record
from magadvisor.model.rule import Rule, When

RULES = "rules"
"""The name under which compiled knowledge brings the index ready."""


class Inner(Record):
    """A condition with others inside, as bits: its own; those that all hold, one of which holds, and none."""

    bit: int
    all_of: int
    any_of: int | None
    none_of: int

    def fails(self, held: int) -> bool:
        """Say whether the conditions inside speak against it."""
        none_of_them = self.any_of is not None and not held & self.any_of
        return bool(none_of_them or ~held & self.all_of or held & self.none_of)


class RuleIndex(Record):
    """The rules by their place in the files; in every number, bit n stands for rule n."""

    ids: tuple[str, ...]
    silent_on: Mapping[str, int]  # a question -> the rules none of whose lines asks it
    listing: Mapping[str, Mapping[str, int]]  # a question -> a word -> the rules with a line that lists it
    asking: Mapping[str, int]  # a question -> the rules that ask it, in a line or deeper
    inner: tuple[Inner, ...]  # what lies inside comes before what it lies in
    weights: Mapping[str, int]  # what an effect can change -> the rules that can change it

    @property
    def weighty(self) -> int:
        """Give the rules that can change outcome, form or amount at all."""
        return reduce(or_, self.weights.values())

    @property
    def referring(self) -> int:
        """Give the rules that refer the person to somebody."""
        weights = self.weights
        return weights[URGENT] | weights[WITHHOLD] | weights[ASK]

    def named(self, rules: int) -> Iterator[str]:
        """Give the ids of rules in the order of the files."""
        return (self.ids[place] for place in places(rules))

    def staying(self, facts: Facts, but: str = "") -> int:
        """Give the conditions that list, for every question they ask, a word that was given.

        `but` is a question that is passed over.
        """
        staying = -1
        for question, words in self.listing.items():
            if question != but:
                stay = self.silent_on[question]
                for word in facts[question]:
                    stay |= words.get(word, 0)
                staying &= stay
        return staying

    def holding(self, facts: Facts) -> int:
        """Give the rules that hold."""
        held = self.staying(facts)
        for one in self.inner:
            if held & one.bit and one.fails(held):
                held ^= one.bit
        return held & ((1 << len(self.ids)) - 1)


def index(rules: Iterable[Rule]) -> RuleIndex:
    """Build the index."""
    listed = tuple(rules)
    conditions = [rule.when for rule in listed]
    inner = list(_inner(conditions))
    asking = dict.fromkeys(QUESTIONS, 0)
    weights = dict.fromkeys(WEIGHTS, 0)
    for place, rule in enumerate(listed):
        bit = 1 << place
        for question in asked(rule.when):
            asking[question] |= bit
        for weight, has in WEIGHTS.items():
            weights[weight] |= bit if has(rule.then) else 0
    ids = tuple(rule.id for rule in listed)
    return RuleIndex(ids, *_lines(conditions), asking, tuple(reversed(inner)), weights)


def _inner(conditions: list[When]) -> Iterator[Inner]:
    """Give every condition a place by its list, those inside others behind them, and say what must hold."""

    def placed(parts: Iterable[When]) -> int:
        first = len(conditions)
        conditions.extend(parts)
        return (1 << len(conditions)) - (1 << first)

    for place, when in enumerate(conditions):  # the list grows meanwhile
        if when.inner or when.any_ is not None:
            any_of = None if when.any_ is None else placed(when.any_)
            none_of = placed((when.not_,)) if when.not_ else 0
            yield Inner(1 << place, placed(when.all_ or ()), any_of, none_of)


def _lines(conditions: list[When]) -> tuple[dict[str, int], dict[str, dict[str, int]]]:
    """Say of each question that is asked which conditions do not, and of each word which list it."""
    silent_on = dict.fromkeys(QUESTIONS, 0)
    listing: dict[str, dict[str, int]] = {question: {} for question in QUESTIONS}
    for place, when in enumerate(conditions):
        for question in QUESTIONS:
            words: tuple[str, ...] | None = getattr(when, question)
            if words is None:
                silent_on[question] |= 1 << place
            for word in words or ():
                listing[question][word] = listing[question].get(word, 0) | 1 << place
    every = (1 << len(conditions)) - 1
    return silent_on, {asked: words for asked, words in listing.items() if silent_on[asked] != every}


def places(rules: int) -> Iterator[int]:
    """Give the places of rules, the first of the files first."""
    while rules:
        bit = rules & -rules
        rules ^= bit
        yield bit.bit_length() - 1


def asked(when: When) -> frozenset[str]:
    """Name the questions that a condition asks, in a line or deeper."""
    return frozenset(
        question for one in when.every() for question in QUESTIONS if getattr(one, question) is not None
    )


@lru_cache(maxsize=4)
def rule_index(knowledge: Knowledge) -> RuleIndex:
    """Give the index of a knowledge base: brought ready, or built once."""
    ready = knowledge.prepared.get(RULES)
    return ready if isinstance(ready, RuleIndex) else index(knowledge.rules.values())
