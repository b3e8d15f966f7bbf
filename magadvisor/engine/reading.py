"""Rules laid out by the questions they read, once for a knowledge base, so that few need trying again."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from magadvisor.engine.effects import has_weight
from magadvisor.engine.examine import judge
from magadvisor.engine.facts import QUESTIONS, Facts
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.record import dataclass
from magadvisor.model.rule import Rule, When


class Read(NamedTuple):
    """A rule, its plain lines as question and words, what it reads, and whether lines are all it has."""

    rule: Rule
    lines: tuple[tuple[str, frozenset[str]], ...]
    reads: frozenset[str]
    plain: bool

    def holds(self, facts: Facts) -> bool:
        """Say whether the rule holds; its lines are looked at before anything nested."""
        for question, words in self.lines:
            if words.isdisjoint(facts[question]):
                return False
        return self.plain or judge(self.rule.when, facts).held


@dataclass(frozen=True, slots=True)
class Reading:
    """The rules of a knowledge base by id, those that can change a decision, and who reads a question."""

    rules: Mapping[str, Read]
    weighty: Mapping[str, Read]
    readers: Mapping[str, frozenset[str]]

    def of(self, question: str) -> frozenset[str]:
        """Give the ids of the weighty rules that read a question."""
        return self.readers.get(question, frozenset())


def reading(knowledge: Knowledge) -> Reading:
    """Lay out the rules of a knowledge base; the work is done once for each."""
    return _reading(_Same(knowledge))


class _Same:
    """A knowledge base that equals itself alone."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def __hash__(self) -> int:
        return id(self.knowledge)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.knowledge is self.knowledge


@lru_cache(maxsize=4)
def _reading(same: _Same) -> Reading:
    rules = {rule.id: _read(rule) for rule in same.knowledge.rules.values()}
    weighty = {name: read for name, read in rules.items() if has_weight(read.rule.then)}
    readers: dict[str, set[str]] = {}
    for name, read in weighty.items():
        for question in read.reads:
            readers.setdefault(question, set()).add(name)
    return Reading(rules, weighty, {question: frozenset(names) for question, names in readers.items()})


def _read(rule: Rule) -> Read:
    when = rule.when
    given = ((question, getattr(when, question)) for question in QUESTIONS)
    lines = tuple((question, frozenset(words)) for question, words in given if words is not None)
    plain = not any(inner_of(when))
    return Read(rule, lines, _questions(when), plain)


def inner_of(when: When) -> Iterable[When]:
    """List the conditions inside a condition."""
    return (*(when.all_ or ()), *(when.any_ or ()), *((when.not_,) if when.not_ else ()))


def _questions(when: When) -> frozenset[str]:
    here = frozenset(question for question in QUESTIONS if getattr(when, question) is not None)
    return here.union(*(_questions(part) for part in inner_of(when)))
