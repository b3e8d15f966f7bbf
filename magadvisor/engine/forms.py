"""Which form? The goal lists its forms best first; what is excluded is never offered."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from magadvisor.engine.effects import excludes, puts_behind
from magadvisor.engine.examine import ruled
from magadvisor.engine.gather import ids
from magadvisor.engine.timing import Met
from magadvisor.model.advice import OfferedForm, SetAsideForm
from magadvisor.model.form import Form
from magadvisor.model.goal import FormForGoal, Goal
from magadvisor.model.interaction import Interaction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.record import Record
from magadvisor.model.rule import Effects, Rule
from magadvisor.model.words import Action, Salts, Use


class _Candidate(Record):
    """A form as a goal would use it."""

    form: Form
    use: Use
    told: OfferedForm


class _Against(Record):
    """A reason against a form."""

    form: str
    because: str
    by: str


@lru_cache(maxsize=4096)
def offer(
    knowledge: Knowledge, goals: tuple[str, ...], shaping: int, no_alkaline: bool
) -> tuple[OfferedForm, ...]:
    """Offer the forms of the goals, best first, the main goal's first, less what anything excludes.

    `shaping` are the rules that hold and bear on forms, as bits of the index; `no_alkaline` closes
    every acid-neutralising salt.
    """
    together = _together(knowledge, shaping)
    left: dict[str, _Candidate] = {}
    for goal in goals:
        for one in _candidates(knowledge, goal):
            if not (no_alkaline and one.form.alkaline) and not excludes(together, one.form, one.use):
                left.setdefault(one.form.id, one)
    return tuple(one.told for one in _in_order(left.values(), together))


def closes_alkaline(met: Iterable[Met]) -> bool:
    """Say whether an interaction closes every acid-neutralising salt."""
    return any(_avoids_alkaline(one.interaction) for one in met)


def set_aside(
    goals: Sequence[Goal],
    held: Sequence[Rule],
    met: Sequence[Met],
    forms: Mapping[str, Form],
    offered: Iterable[OfferedForm],
) -> tuple[SetAsideForm, ...]:
    """Tell the forms that are not offered, and everything that speaks against each."""
    candidates = [one for goal in goals for one in goal.forms]
    against = [*_by_rules(candidates, held, forms), *_by_interactions(met, forms)]
    shown = {one.id for one in offered}
    unsuited = [_Against(one.form, one.because, goal.id) for goal in goals for one in goal.set_aside]
    return _join(one for one in [*sorted(against, key=_by_name), *unsuited] if one.form not in shown)


@lru_cache(maxsize=256)
def _candidates(knowledge: Knowledge, goal: str) -> tuple[_Candidate, ...]:
    """Give the forms of a goal; they are the same for everybody."""
    forms = knowledge.forms
    return tuple(
        _Candidate(forms[one.form], one.use, _tell(one, forms)) for one in knowledge.goals[goal].forms
    )


@lru_cache(maxsize=4096)
def _together(knowledge: Knowledge, shaping: int) -> Effects:
    """Join what some rules say of forms, as if one rule said it."""
    effects = [rule.then for rule in ruled(knowledge, shaping)]
    return Effects(
        exclude=tuple(form for then in effects for form in then.exclude),
        exclude_gut=tuple(gut for then in effects for gut in then.exclude_gut),
        exclude_use=tuple(use for then in effects for use in then.exclude_use),
        behind_gut=tuple(gut for then in effects for gut in then.behind_gut),
        behind=tuple(form for then in effects for form in then.behind),
        prefer=tuple(form for then in effects for form in then.prefer),
    )


def _in_order(left: Iterable[_Candidate], then: Effects) -> list[_Candidate]:
    """Put forms behind before preferring any; otherwise the goal's own order stays."""

    def later(one: _Candidate) -> tuple[bool, bool]:
        return puts_behind(then, one.form), one.form.id not in then.prefer

    return sorted(left, key=later)


def _by_rules(
    candidates: Sequence[FormForGoal], held: Iterable[Rule], forms: Mapping[str, Form]
) -> Iterator[_Against]:
    for rule in held:
        listed = (one.form for one in candidates if excludes(rule.then, forms[one.form], one.use))
        for form in (*rule.then.exclude, *listed):
            yield _Against(form, rule.because, rule.id)


def _by_interactions(met: Iterable[Met], forms: Mapping[str, Form]) -> Iterator[_Against]:
    for one in met:
        interaction = one.interaction
        if _avoids_alkaline(interaction):
            for form in forms.values():
                if form.alkaline:
                    yield _Against(form.id, interaction.because, interaction.id)


def _avoids_alkaline(interaction: Interaction) -> bool:
    return interaction.action is Action.AVOID and interaction.salts is Salts.ALKALINE


def _tell(one: FormForGoal, forms: Mapping[str, Form]) -> OfferedForm:
    return OfferedForm(
        id=one.form,
        name=forms[one.form].name,
        use=one.use,
        because=one.because,
        finding=one.finding,
        certainty=one.certainty,
        sources=ids(one.sources),
    )


def _by_name(one: _Against) -> tuple[str, str]:
    return one.form, one.by


def _join(against: Iterable[_Against]) -> tuple[SetAsideForm, ...]:
    """Tell each form once, with the first reason and everything that spoke against it."""
    joined: dict[str, SetAsideForm] = {}
    for one in against:
        before = joined.get(one.form)
        if before is None:
            joined[one.form] = SetAsideForm(one.form, one.because, (one.by,))
        elif one.by not in before.by:
            joined[one.form] = SetAsideForm(one.form, before.because, (*before.by, one.by))
    return tuple(joined.values())
