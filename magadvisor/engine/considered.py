"""What was considered and did not decide: the evidence, other forms, rules that nearly or never held."""

from magadvisor.engine.basis import Basis
from magadvisor.engine.gather import ids
from magadvisor.engine.nearly import nearly
from magadvisor.engine.notfirst import not_first
from magadvisor.engine.rule_index import rule_index
from magadvisor.engine.settle import Settled
from magadvisor.model.considered import Considered, Evidence


def considered(settled: Settled) -> Considered:
    """Tell what stands beside a decision without having made it."""
    return Considered(_evidence(settled), not_first(settled), nearly(settled.basis), _silent(settled.basis))


def _evidence(settled: Settled) -> tuple[Evidence, ...]:
    """List what is known of the goals and where sources disagree.

    It names the amounts of trials, so where no form or no amount may be told there is none.
    """
    limit = settled.basis.limit
    if settled.form is None or limit.mg is None or not limit.figure:
        return ()
    return tuple(
        Evidence(goal.name, one.text, one.certainty, ids(one.sources))
        for goal in settled.basis.goals
        for one in goal.known
    )


def _silent(basis: Basis) -> tuple[str, ...]:
    """List the rules that were tried and did not apply."""
    held = {rule.id for rule in basis.held}
    return tuple(rule for rule in rule_index(basis.knowledge).ids if rule not in held)
