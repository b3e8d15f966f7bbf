"""Which form? The goal lists its forms best first; what is excluded is never offered."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from magadvisor.engine.examine import Finding
from magadvisor.engine.gather import ids
from magadvisor.engine.timing import Met
from magadvisor.model.advice import OfferedForm, SetAsideForm
from magadvisor.model.form import Form
from magadvisor.model.goal import FormForGoal, Goal
from magadvisor.model.record import dataclass
from magadvisor.model.words import Action, Salts, Use


@dataclass(frozen=True, slots=True)
class Offer:
    """The forms that are left, best first, and those set aside with the reason."""

    offered: tuple[OfferedForm, ...]
    set_aside: tuple[SetAsideForm, ...]


@dataclass(frozen=True, slots=True)
class _Against:
    """A reason against a form, for one use of it or for all."""

    form: str
    because: str
    by: str
    use: Use | None = None

    def closes(self, one: FormForGoal) -> bool:
        """Say whether this reason closes a form as a goal would use it."""
        return self.form == one.form and self.use in (None, one.use)


def offer(
    goals: Sequence[Goal], held: Sequence[Finding], met: Sequence[Met], forms: Mapping[str, Form]
) -> Offer:
    """Offer the forms of the goals, the main goal's first, less every form that anything excludes."""
    candidates = [one for goal in goals for one in goal.forms]
    against = [*_by_rules(candidates, held, forms), *_by_interactions(met, forms)]
    left = _first_of_each(one for one in candidates if not any(reason.closes(one) for reason in against))
    offered = sorted(left, key=lambda one: _place(one.form, held, forms))
    shown = {one.form for one in offered}
    unsuited = [_Against(one.form, one.because, goal.id) for goal in goals for one in goal.set_aside]
    return Offer(
        tuple(_tell(one, forms) for one in offered),
        _join(one for one in [*sorted(against, key=_by_name), *unsuited] if one.form not in shown),
    )


def _by_rules(
    candidates: Sequence[FormForGoal], held: Iterable[Finding], forms: Mapping[str, Form]
) -> Iterator[_Against]:
    for finding in held:
        then, because, rule = finding.rule.then, finding.rule.because, finding.rule.id
        for form in then.exclude:
            yield _Against(form, because, rule)
        for one in candidates:
            if forms[one.form].gut_effect in then.exclude_gut:
                yield _Against(one.form, because, rule)
            if one.use in then.exclude_use:
                yield _Against(one.form, because, rule, one.use)


def _by_interactions(met: Iterable[Met], forms: Mapping[str, Form]) -> Iterator[_Against]:
    for one in met:
        interaction = one.interaction
        if interaction.action is Action.AVOID and interaction.salts is Salts.ALKALINE:
            for form in forms.values():
                if form.alkaline:
                    yield _Against(form.id, interaction.because, interaction.id)


def _first_of_each(candidates: Iterable[FormForGoal]) -> list[FormForGoal]:
    kept: dict[str, FormForGoal] = {}
    for one in candidates:
        kept.setdefault(one.form, one)
    return list(kept.values())


def _place(form: str, held: Iterable[Finding], forms: Mapping[str, Form]) -> tuple[bool, bool]:
    """Put forms behind before preferring any; otherwise the goal's own order stays."""
    effects = [finding.rule.then for finding in held]
    gut = forms[form].gut_effect
    behind = any(form in then.behind or gut in then.behind_gut for then in effects)
    preferred = any(form in then.prefer for then in effects)
    return behind, not preferred


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
