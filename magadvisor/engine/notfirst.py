"""Why another form does not come first: the one rule, or the place in the order, that decided."""

from collections.abc import Callable, Iterator

from magadvisor.engine.basis import Basis
from magadvisor.engine.effects import puts_behind
from magadvisor.engine.forms import set_aside
from magadvisor.engine.settle import Settled
from magadvisor.model.considered import NotFirst
from magadvisor.model.rule import Effects


def not_first(settled: Settled) -> tuple[NotFirst, ...]:
    """Tell of every form but the first what decided; nothing where no form is shown."""
    return tuple(_reasons(settled, settled.form.id)) if settled.form else ()


def _reasons(settled: Settled, first: str) -> Iterator[NotFirst]:
    basis = settled.basis
    told = set_aside(basis.goals, basis.held, basis.met, basis.knowledge.forms, basis.offered)
    aside = {one.id: one.by for one in told}
    offered = {one.id for one in settled.offered}
    for form in basis.knowledge.forms:
        if form == first:
            continue
        if form in offered:
            yield _behind(form, first, basis)
        elif form in aside:
            yield NotFirst(form, "set-aside", aside[form])
        else:
            yield NotFirst(form, "not-named", basis.profile.goals)


def _behind(form: str, first: str, basis: Basis) -> NotFirst:
    """Compare two forms as the order does: what is put behind, then what is preferred, then the goals."""

    def put_behind(then: Effects, one: str) -> bool:
        return puts_behind(then, basis.knowledge.forms[one])

    def preferred(then: Effects, one: str) -> bool:
        return one in then.prefer

    by = _rules(basis, put_behind, form)
    if by and not _rules(basis, put_behind, first):
        return NotFirst(form, "behind", by)
    by = _rules(basis, preferred, first)
    if by and not _rules(basis, preferred, form):
        return NotFirst(form, "not-preferred", by)
    listing = (goal.id for goal in basis.goals if first in [one.form for one in goal.forms])
    return NotFirst(form, "order", (next(listing),))


def _rules(basis: Basis, does: Callable[[Effects, str], bool], form: str) -> tuple[str, ...]:
    return tuple(rule.id for rule in basis.held if does(rule.then, form))
