"""Rules that nearly held: one open question stands between them and the advice."""

from collections.abc import Iterator

from magadvisor.engine.basis import Basis
from magadvisor.engine.facts import Facts
from magadvisor.engine.reading import Read, inner_of, reading
from magadvisor.model.advice import NearRule
from magadvisor.model.rule import When

_OPEN = frozenset({"unknown"})
_OF_MEDICINES = ("interactions", "takes")


def nearly(basis: Basis) -> tuple[NearRule, ...]:
    """List the rules that would hold if one question without an answer had one."""
    held = {found.rule.id for found in basis.held}
    facts = basis.facts
    open_ = {question for question, given in facts.items() if given == _OPEN}
    if "medicines" in open_:
        open_.update(_OF_MEDICINES)
    return tuple(
        NearRule(name, read.rule.says, _asked(question), words)
        for name, read in reading(basis.knowledge).rules.items()
        if name not in held
        for question, words in _waits_for(read, facts, open_)
    )


def _asked(question: str) -> str:
    """Name the question a person would answer: interactions and names come of their medicines."""
    return "medicines" if question in _OF_MEDICINES else question


def _waits_for(read: Read, facts: Facts, open_: set[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give each open question that alone would make a rule hold, and with which words."""
    lacking = [question for question, words in read.lines if words.isdisjoint(facts[question])]
    if len(lacking) > 1:
        return
    for question in lacking or sorted(read.reads):
        if question in open_:
            words = tuple(
                one for one in _words(read.rule.when, question) if _holds(read, facts, question, one)
            )
            if words:
                yield question, words


def _holds(read: Read, facts: Facts, question: str, word: str) -> bool:
    return read.holds({**facts, question: frozenset({word})})


def _words(when: When, question: str) -> tuple[str, ...]:
    """Collect the words a condition names for a question, each once."""
    here: tuple[str, ...] = getattr(when, question) or ()
    deeper = (word for part in inner_of(when) for word in _words(part, question))
    return tuple(dict.fromkeys(word for word in (*here, *deeper) if word != "unknown"))
