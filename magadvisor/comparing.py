"""Forms side by side for one person: what was typed and knowledge become a comparison."""

from collections.abc import Sequence

from magadvisor.advisor import profile_of
from magadvisor.door import Door
from magadvisor.engine import account, tell
from magadvisor.engine.compare import named_by, side
from magadvisor.engine.settle import settle
from magadvisor.model.answers import Answers
from magadvisor.model.comparison import Comparison, Side
from magadvisor.model.goal import PLAIN_GOAL
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.record import replace
from magadvisor.model.source import Citation
from magadvisor.model.words import Outcome

POPULAR_GOAL = "nerve-pain"
"""The goal whose popular forms are compared when nothing else is asked for."""


def chosen(forms: Sequence[str], goals: Sequence[str], every: bool, knowledge: Knowledge) -> tuple[str, ...]:
    """Choose the forms to compare: those named, every one, those of the goals, or the popular ones."""
    if every:
        return tuple(sorted(knowledge.forms))
    if forms:
        return tuple(dict.fromkeys(forms))
    if goals:
        return named_by([knowledge.goals[goal] for goal in goals])
    return tuple(one.form for one in knowledge.goals[POPULAR_GOAL].popular)


def compare(answers: Answers, forms: Sequence[str], amount_mg: float, knowledge: Knowledge) -> Comparison:
    """Compare forms for these answers; past a gate that closes, no amount is told."""
    profile = profile_of(answers, knowledge, Door(knowledge))
    settled = settle(replace(profile, goals=profile.goals or (PLAIN_GOAL,)), knowledge)
    outcome = settled.gate.outcome
    found = settled.basis.limit
    figure = not outcome.closed and found.figure
    goals = tuple(knowledge.goals[goal] for goal in profile.goals)
    basis = replace(settled.basis, goals=goals)
    told = tell.Told(settled.basis, outcome, settled.form, settled.dose)
    shown = () if outcome is Outcome.URGENT else forms
    sides = tuple(side(knowledge.forms[form], basis, amount_mg if figure else None) for form in shown)
    return Comparison(
        outcome=outcome,
        headline=None if not outcome.closed else tell.headline(told, settled.gate.actions),
        goals=profile.goals,
        amount_mg=amount_mg if figure else None,
        limit_mg=found.mg if figure else None,
        limits=(*found.uppers.told_applied, *found.uppers.told_elsewhere) if figure else (),
        actions=settled.gate.actions,
        forms=sides,
        medicines=account.medicines(profile),
        not_checked=account.not_checked(profile),
        watch=tell.watches(told),
        sources=tell.cite(_cited(sides), knowledge),
        conditions=account.words(profile.conditions),
        symptoms=account.words(profile.symptoms),
        taking=account.taking(profile),
    )


def _cited(sides: Sequence[Side]) -> tuple[str, ...]:
    """List the ids of every source of the sides, each once, in their order."""
    cited = [citation.id for one in sides for citation in _citations(one)]
    cited += [source for one in sides for medicine in one.medicines for source in medicine.sources]
    return tuple(dict.fromkeys(cited))


def _citations(one: Side) -> tuple[Citation, ...]:
    told = (*one.absorption, *one.fits, *one.cautions, *one.status, *((one.popular,) if one.popular else ()))
    return (*(citation for statement in told for citation in statement.sources), *one.sources)
