"""What would change this? The smallest sets of answers that, turned out otherwise, change the advice.

An advice has three sides: outcome, form and amount. A set of one or two moves is told when it changes a side
that none of its parts changes alone. The search is exact: every move and every pair that could matter is
weighed, and a pair is passed over only where its parts have changed every side already, or where one of
them leaves everything as it was that a decision reads.
"""

from collections.abc import Iterator
from itertools import combinations

from magadvisor.engine.moves import Move, answers, moves
from magadvisor.engine.settle import Core, Settled
from magadvisor.engine.weigh import Case, Scales
from magadvisor.model.advice import Change
from magadvisor.model.words import Outcome

_SIDES = frozenset(range(3))
"""Outcome, form and amount, by their place in a core."""


def changes(now: Settled) -> tuple[Change, ...]:
    """List the smallest changes of answers that change outcome, form or amount.

    Where help is needed now, nothing is told that could delay it. Where no supplement is suggested
    now, no amount is told for other answers either.
    """
    outcome = now.gate.outcome
    if outcome is Outcome.URGENT:
        return ()
    profile, withheld = now.basis.profile, outcome is Outcome.WITHHOLD
    return tuple(
        Change(answers(profile, made), became, form, None if withheld else at_most_mg)
        for made, (became, form, at_most_mg) in _found(now)
    )


def _found(now: Settled) -> Iterator[tuple[tuple[Move, ...], Core]]:
    """Yield every smallest set with what it comes to, the single ones first."""
    scales, before = Scales(now), now.core

    def changed(core: Core) -> frozenset[int]:
        return frozenset(side for side in _SIDES if core[side] != before[side])

    singles: list[tuple[Case, frozenset[int]]] = []
    for move in moves(now.basis.profile, now.basis.knowledge):
        case = scales.after(move)
        core = scales.weigh(case)
        if changed(core):
            yield case.made, core
        if changed(core) != _SIDES and not scales.is_still(case):
            singles.append((case, changed(core)))
    for (one, by_one), (other, by_other) in combinations(singles, 2):
        alone = by_one | by_other
        if alone != _SIDES and one.made[0].goes_with(other.made[0]):
            both = scales.together(one, other)
            core = scales.weigh(both)
            if changed(core) - alone:
                yield both.made, core
