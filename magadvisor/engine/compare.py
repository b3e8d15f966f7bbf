"""Forms side by side: what each holds, how it is absorbed, how it fits, and what it does with medicines."""

from collections.abc import Iterable, Sequence

from magadvisor.engine.amounts import compound_mg
from magadvisor.engine.basis import Basis
from magadvisor.engine.cautions import cautions
from magadvisor.engine.forms import set_aside
from magadvisor.engine.named import apart
from magadvisor.engine.shares import pieces, shares, usual_compound
from magadvisor.engine.timing import Met, as_shown
from magadvisor.model.advice import SetAsideForm
from magadvisor.model.comparison import Fit, ForYou, Meeting, Side
from magadvisor.model.form import Form
from magadvisor.model.goal import Finding, FormForGoal, Goal
from magadvisor.model.profile import ListedMedicine
from magadvisor.model.record import replace
from magadvisor.model.words import Action, Certainty, Salts, Use

_STRICTEST_FIRST = tuple(reversed(Action))


def side(form: Form, basis: Basis, amount_mg: float | None) -> Side:
    """Tell one form; without an amount, elemental mg, nothing is said of units: no figure passes a gate."""
    region = basis.profile.region
    supplement_mg = amount_mg if form.offered and form.swallowed else None
    counted = pieces(form.units[0], supplement_mg) if supplement_mg and form.units else None
    return Side(
        id=form.id,
        name=form.name,
        route=form.route,
        offered=form.offered,
        not_offered_because=form.not_offered_because,
        compounds=shares(form),
        units=() if amount_mg is None else form.units,
        pieces=counted,
        compound_mg=_compound(form, supplement_mg),
        absorption=form.absorption,
        gut_effect=form.gut_effect,
        gut_says=form.gut_says,
        popular=next((one for goal in basis.goals for one in goal.popular if one.form == form.id), None),
        fits=tuple(fit(form.id, goal) for goal in basis.goals),
        medicines=tuple(meeting(item, form, basis) for item in basis.profile.medicines or ()),
        for_you=for_you(form, basis),
        cautions=cautions(form, _use(form, basis), basis),
        status=tuple(one for one in form.status if region in (None, one.region)),
        sources=form.sources,
    )


def fit(form: str, goal: Goal) -> Fit:
    """Say which place a form has for a goal, or why the goal sets it aside."""
    for place, one in enumerate(goal.forms, 1):
        if one.form == form:
            return Fit(
                goal.id, place, len(goal.forms), one.finding, one.certainty, one.because, False, one.sources
            )
    for other in goal.set_aside:
        if form == other.form:
            return Fit(goal.id, None, len(goal.forms), None, None, other.because, True, other.sources)
    return Fit(goal.id, None, len(goal.forms), None, None, None, False, ())


def meeting(item: ListedMedicine, form: Form, basis: Basis) -> Meeting:
    """Join what a medicine's interactions say of a form, as an advice that shows the form says it."""
    if not form.swallowed:
        return _no_meeting(item, applies=False)
    alkaline = form.alkaline or basis.alkaline_taken
    shown = [as_shown(one, alkaline) for one in _met(item, basis.met)]
    if not shown:
        return _by_rules(item, basis)
    strictest = min(shown, key=lambda one: _STRICTEST_FIRST.index(Action(one.action)))
    kept_apart = shown if strictest.action != Action.AVOID else []
    return Meeting(
        typed=item.typed,
        checked=item.checked,
        applies=True,
        action=strictest.action,
        severity=shown[0].severity,
        magnesium_after_medicine_hours=_longest(one.magnesium_after_medicine_hours for one in kept_apart),
        magnesium_before_medicine_hours=_longest(one.magnesium_before_medicine_hours for one in kept_apart),
        spacing_helps=strictest.spacing_helps,
        lowered=not alkaline and any(one.salts == Salts.ALKALINE for one in shown),
        differ=any(one.differ for one in shown),
        interactions=tuple(one.id for one in shown),
        sources=tuple(dict.fromkeys(source for one in shown for source in one.sources)),
    )


def _by_rules(item: ListedMedicine, basis: Basis) -> Meeting:
    """Say what rules ask of a medicine that meets no interaction."""
    nothing = _no_meeting(item, applies=True)
    naming = [rule for rule in basis.held if not rule.medicines.isdisjoint(item.matched)]
    if not naming:
        return nothing
    gaps = apart(item, naming)
    action = Action.ASK if any(rule.then.ask for rule in naming) else Action.INFORM
    return replace(
        nothing,
        action=Action.SEPARATE if gaps else action,
        magnesium_after_medicine_hours=_longest(after for after, _ in gaps),
        magnesium_before_medicine_hours=_longest(before for _, before in gaps),
        spacing_helps=True if gaps else None,
        sources=tuple(dict.fromkeys(one.id for rule in naming for one in rule.sources)),
    )


def _no_meeting(item: ListedMedicine, *, applies: bool) -> Meeting:
    """Say that nothing is to be done about a medicine and a form."""
    return Meeting(item.typed, item.checked, applies, None, None, None, None, None, False, False, (), ())


def for_you(form: Form, basis: Basis) -> ForYou:
    """Say whether the answers and the goals asked for leave a form; a gate is told apart from this.

    What an advice says of the form counts; one that no goal names is tried as if a goal did.
    """
    if not form.offered:
        return ForYou(False, (form.not_offered_because or "",), (form.id,))
    wanted = FormForGoal(form.id, _use(form, basis), "", Finding.NOT_STUDIED, Certainty.NONE, ())
    as_if = replace(_any_goal(basis), forms=(wanted,), set_aside=())
    against = _against(form, basis.goals, basis) or _against(form, (as_if,), basis)
    return ForYou(True, (), ()) if against is None else ForYou(False, (against.because,), against.by)


def _against(form: Form, goals: Sequence[Goal], basis: Basis) -> SetAsideForm | None:
    aside = set_aside(goals, basis.held, basis.met, basis.knowledge.forms, basis.offered)
    return next((one for one in aside if one.id == form.id), None)


def named_by(goals: Sequence[Goal]) -> tuple[str, ...]:
    """List the forms that goals offer or set aside, each once, in that order."""
    listed = [one.form for goal in goals for one in goal.forms]
    listed += [one.form for goal in goals for one in goal.set_aside]
    return tuple(dict.fromkeys(listed))


def _any_goal(basis: Basis) -> Goal:
    """Take a goal to carry one form; nothing else of it is read."""
    return next(iter(basis.knowledge.goals.values()))


def _use(form: Form, basis: Basis) -> Use:
    """Take the use that a goal asked for lists, else the first that any goal lists."""
    goals = (*basis.goals, *basis.knowledge.goals.values())
    listed = (one.use for goal in goals for one in goal.forms if one.form == form.id)
    return next(listed, Use.SUPPLEMENT if form.swallowed else Use.SKIN)


def _compound(form: Form, amount_mg: float | None) -> float | None:
    if amount_mg is None:
        return None
    return float(round(compound_mg(amount_mg, usual_compound(form.compounds).formula)))


def _met(item: ListedMedicine, met: Sequence[Met]) -> list[Met]:
    return [one for one in met if one.interaction.id in item.interactions]


def _longest(hours: Iterable[float | None]) -> float | None:
    return max((hour for hour in hours if hour is not None), default=None)
