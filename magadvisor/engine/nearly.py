"""Rules that nearly held: one open question stands between them and the advice."""

from collections.abc import Iterator

from magadvisor.engine.answer_words import answer
from magadvisor.engine.basis import Basis
from magadvisor.engine.examine import judge
from magadvisor.engine.facts import Facts, silent
from magadvisor.engine.rule_index import RuleIndex, places, rule_index
from magadvisor.model.considered import NearRule
from magadvisor.model.rule import When

_OF_MEDICINES = ("interactions", "takes")


def nearly(basis: Basis) -> tuple[NearRule, ...]:
    """List the rules that would hold if one question without an answer had one."""
    facts, rules = basis.facts, rule_index(basis.knowledge)
    held = {rule.id for rule in basis.held}
    waiting = [(place, question) for question in _open(basis) for place in _waiting(rules, facts, question)]
    found: list[NearRule] = []
    for place, question in sorted(waiting):
        rule = basis.knowledge.rules[rules.ids[place]]
        words = () if rule.id in held else _words(rule.when, facts, question)
        if words:
            found.append(NearRule(rule.id, rule.says, _asked(question), words, _said(words, question, basis)))
    return tuple(found)


def _said(words: tuple[str, ...], question: str, basis: Basis) -> tuple[str, ...]:
    return tuple(answer(question, word, basis.knowledge) for word in words)


def _open(basis: Basis) -> Iterator[str]:
    """Name the questions without an answer; while medicines are unknown, so is what they meet."""
    return (question for question in basis.facts if silent(_asked(question), basis.profile, basis.facts))


def _asked(question: str) -> str:
    """Name the question a person would answer: interactions and names come of their medicines."""
    return "medicines" if question in _OF_MEDICINES else question


def _waiting(rules: RuleIndex, facts: Facts, question: str) -> Iterator[int]:
    """Give the places of the rules that ask a question and whose lines about all others hold."""
    return places(rules.asking[question] & rules.staying(facts, question))


def _words(when: When, facts: Facts, question: str) -> tuple[str, ...]:
    """List the answers to a question, each alone, with which a condition would hold."""
    return tuple(
        one for one in _listed(when, question) if judge(when, {**facts, question: frozenset({one})}).held
    )


def _listed(when: When, question: str) -> tuple[str, ...]:
    """Collect the words a condition names for a question, each once."""
    return tuple(dict.fromkeys(word for one in when.every() for word in getattr(one, question) or ()))
