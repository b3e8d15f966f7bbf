"""The cautions about a form that concern a person: what holds for them, and what concerns anybody."""

from collections.abc import Iterator

from magadvisor.engine.basis import Basis
from magadvisor.engine.effects import excludes, puts_behind
from magadvisor.engine.examine import judge
from magadvisor.engine.facts import Facts
from magadvisor.model.form import Caution, Form
from magadvisor.model.question import Question
from magadvisor.model.source import Statement
from magadvisor.model.words import Salts, Use

_UNKNOWN = frozenset({"unknown"})
_NONE = frozenset({"none"})


def cautions(form: Form, use: Use, basis: Basis) -> tuple[Statement, ...]:
    """Give what rules and medicines say against a form, then its own that the answers leave."""
    facts = _as_far_as_known(basis)
    own = (one for one in form.cautions if _concerns(one, facts))
    said = (Statement(one.text, one.certainty, one.sources) for one in own)
    return (*_from_rules(form, use, basis), *_from_medicines(form, basis), *said)


def _from_rules(form: Form, use: Use, basis: Basis) -> Iterator[Statement]:
    for rule in basis.held:
        if excludes(rule.then, form, use) or puts_behind(rule.then, form):
            yield Statement(f"{rule.says} {rule.because}", rule.certainty, rule.sources)


def _from_medicines(form: Form, basis: Basis) -> Iterator[Statement]:
    """Tell the interactions that this form meets because it neutralises acid; any salt meets the rest."""
    for one in basis.met:
        interaction = one.interaction
        if form.alkaline and interaction.salts is Salts.ALKALINE:
            yield Statement(interaction.tell, interaction.certainty, interaction.sources)


def _concerns(caution: Caution, facts: Facts) -> bool:
    return caution.when is None or judge(caution.when, facts).held


def _as_far_as_known(basis: Basis) -> Facts:
    """Give the facts; a question that the other answers settle is answered with none."""
    settled = (one.id for one in basis.knowledge.questions.values() if _settled(one, basis.facts))
    return {**basis.facts, **dict.fromkeys(settled, _NONE)}


def _settled(question: Question, facts: Facts) -> bool:
    """Say whether the other answers settle an unanswered question, such as pregnancy of a man."""
    return (
        question.when is not None
        and facts.get(question.id) == _UNKNOWN
        and not judge(question.when, facts).held
    )
