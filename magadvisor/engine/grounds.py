"""Every reason a basis gives for being careful."""

from collections.abc import Iterator
from functools import lru_cache

from magadvisor.engine import account
from magadvisor.engine.basis import Basis
from magadvisor.engine.dose import nothing_left
from magadvisor.engine.examine import ruled
from magadvisor.engine.gate import Ground, from_interactions, from_rules
from magadvisor.engine.rule_index import rule_index
from magadvisor.model.advice import Action
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.words import Outcome, Urgency, Who


def grounds(basis: Basis) -> Iterator[Ground]:
    """Give every ground: of rules, of interactions, of what is taken, and of what was not checked."""
    yield from _of_rules(basis.knowledge, basis.holding & rule_index(basis.knowledge).referring)
    yield from from_interactions(basis.met, basis.alkaline_taken)
    if nothing_left(basis.limit, basis.already):
        yield _ground(basis, Outcome.WITHHOLD, "limit-reached")
    if not basis.offered:
        yield _ground(basis, Outcome.WITHHOLD, "no-form-left")
    if not basis.already.complete:
        yield _ground(basis, Outcome.ASK_FIRST, "amount-unknown")
    if not account.all_checked(basis.profile):
        yield _ground(basis, Outcome.ASK_FIRST, "not-checked")


@lru_cache(maxsize=4096)
def _of_rules(knowledge: Knowledge, referring: int) -> tuple[Ground, ...]:
    """Give the grounds of some rules that refer the person to somebody, as bits of the index."""
    return tuple(from_rules(ruled(knowledge, referring)))


def _ground(basis: Basis, outcome: Outcome, sentence: str) -> Ground:
    text = basis.knowledge.sentences[sentence]
    return Ground(outcome, Action(Urgency.BEFORE_USE, Who.PHARMACIST, text, (sentence,)))
