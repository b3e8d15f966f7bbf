"""Laws over decisions: each says what is wrong with a case, in words, or nothing.

The figures stand in the contract of the program and are not read from the rules.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from magadvisor.engine.settle import Settled
from magadvisor.model.interaction import Interaction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import Profile
from magadvisor.model.words import Action, AgeBand, Kidney, LifeStage, Outcome, Salts, Severity, Use

KIDNEY_OUTCOMES: Mapping[Kidney, Outcome] = {
    **dict.fromkeys((Kidney.G3B, Kidney.G4, Kidney.G5, Kidney.DIALYSIS), Outcome.WITHHOLD),
    **dict.fromkeys((Kidney.TRANSPLANT, Kidney.ACUTE, Kidney.DIAGNOSED), Outcome.WITHHOLD),
    **dict.fromkeys((Kidney.G1, Kidney.G2, Kidney.G3A, Kidney.UNKNOWN), Outcome.ASK_FIRST),
}
KIDNEY_LIMITS = {Kidney.G1: 250.0, Kidney.G2: 250.0, Kidney.UNKNOWN: 100.0}
OLDER_LIMIT = 250.0
LOWERING = frozenset({"diabetes", "hypertension", "heart-failure"})
LOWERED_LIMIT = 250.0
FORBIDDING = frozenset(
    {"myasthenia-gravis", "lambert-eaton", "heart-block", "bradycardia", "hypermagnesaemia"}
)
NEVER_OFFERED = frozenset({"sulfate", "orotate"})
LAXATIVE_OR_ANTACID = frozenset({"oxide", "hydroxide", "carbonate", "trisilicate", "sulfate"})


@dataclass(frozen=True, slots=True)
class Tried:
    """A decided case: the profile, its decision, and two that may not be more careful.

    One is that of the milder profile where there is one, one that without a rule that held.
    """

    profile: Profile
    settled: Settled
    milder: Settled | None
    fewer: Settled | None
    knowledge: Knowledge


Law = Callable[[Tried], Iterator[str]]


def nothing_passes_a_gate(tried: Tried) -> Iterator[str]:
    """Withhold and urgent offer no form and no amount; the others offer a form."""
    settled = tried.settled
    if settled.gate.outcome.care >= Outcome.WITHHOLD.care:
        if settled.offered or settled.dose is not None:
            yield "a form or an amount stands behind a gate"
        if not settled.gate.actions:
            yield "nobody is named to ask"
    elif not settled.offered:
        yield "no form is left and yet nothing is withheld"


def the_outcome_is_that_of_the_contract_at_least(tried: Tried) -> Iterator[str]:
    """Kidneys, age, medicines, pregnancy and forbidding conditions each set the least careful outcome."""
    least = max(_outcomes(tried.profile, tried.knowledge), key=lambda outcome: outcome.care)
    if tried.settled.gate.outcome.care < least.care:
        yield f"{tried.settled.gate.outcome} is milder than {least}"


def no_limit_is_passed(tried: Tried) -> Iterator[str]:
    """What may be added stays within the upper levels of the region, and within every lower limit."""
    dose = tried.settled.dose
    if dose is None:
        return
    profile = tried.profile
    if profile.kidney is Kidney.G3A and (dose.limit_mg is not None or dose.at_most_mg is not None):
        yield "stage 3a has a figure"
    if dose.limit_mg is None:
        if dose.at_most_mg is not None:
            yield "an amount stands without a limit"
        return
    for limit in _limits(profile, tried.knowledge):
        if dose.limit_mg > limit:
            yield f"the limit of {dose.limit_mg:g} passes {limit:g}"
    if dose.at_most_mg is not None and dose.at_most_mg != dose.limit_mg - (dose.already_mg or 0):
        yield "what may be added is not what is left of the limit"
    if dose.at_most_mg is not None and dose.at_most_mg <= 0:
        yield "nothing is left and yet something may be added"


def no_excluded_form_is_offered(tried: Tried) -> Iterator[str]:
    """What any rule, the kidneys or an interaction sets aside is never shown."""
    offered = {form.id for form in tried.settled.offered}
    excluded = {form for rule in tried.settled.basis.held for form in rule.then.exclude}
    for one in _met(tried):
        if one.action is Action.AVOID and one.salts is Salts.ALKALINE:
            excluded |= {form.id for form in tried.knowledge.forms.values() if form.alkaline}
    if tried.profile.kidney is Kidney.G3A:
        excluded |= LAXATIVE_OR_ANTACID
        if any(form.use == Use.SHORT_TERM_MEDICINE for form in tried.settled.offered):
            yield "stage 3a is offered a laxative or an antacid"
    for form in sorted(offered & (excluded | NEVER_OFFERED)):
        yield f"{form} is offered"


def more_is_never_less_careful(tried: Tried) -> Iterator[str]:
    """A thing more, or an unknown in place of a healthy answer, never makes the advice less careful."""
    if tried.milder is not None:
        yield from _less_careful(tried.milder, tried.settled)


def a_rule_more_is_never_less_careful(tried: Tried) -> Iterator[str]:
    """Each rule that holds only ever adds to what the others decide."""
    if tried.fewer is not None:
        yield from _less_careful(tried.fewer, tried.settled)


LAWS: tuple[Law, ...] = (
    nothing_passes_a_gate,
    the_outcome_is_that_of_the_contract_at_least,
    no_limit_is_passed,
    no_excluded_form_is_offered,
    more_is_never_less_careful,
    a_rule_more_is_never_less_careful,
)


def _less_careful(before: Settled, after: Settled) -> Iterator[str]:
    if after.gate.outcome.care < before.gate.outcome.care:
        yield f"{before.gate.outcome} became {after.gate.outcome}"
    new = {(form.id, form.use) for form in after.offered} - {(form.id, form.use) for form in before.offered}
    if new:
        yield f"newly offered: {sorted(new)}"
    acted = {rule for action in after.gate.actions for rule in action.by}
    lost = {rule for action in before.gate.actions for rule in action.by} - acted
    if lost:
        yield f"actions gone: {sorted(lost)}"
    gone = {one.interaction.id for one in before.basis.met} - {one.interaction.id for one in after.basis.met}
    if gone:
        yield f"interactions gone: {sorted(gone)}"
    if _same_form(before, after) and _amount(after) > _amount(before):
        yield f"{_amount(before):g} mg became {_amount(after):g} mg"


def _outcomes(profile: Profile, knowledge: Knowledge) -> Iterator[Outcome]:
    yield KIDNEY_OUTCOMES.get(profile.kidney, Outcome.SUGGEST)
    if profile.age_band in (AgeBand.INFANT, AgeBand.CHILD):
        yield Outcome.WITHHOLD
    if profile.life_stage is LifeStage.PREGNANT or profile.medicines is None:
        yield Outcome.ASK_FIRST
    if FORBIDDING.intersection(profile.condition_ids):
        yield Outcome.WITHHOLD
    for item in profile.medicines or ():
        for met in item.interactions:
            one = knowledge.interactions[met]
            if one.action is Action.AVOID and one.salts is Salts.ALL:
                yield Outcome.WITHHOLD
            if one.action is Action.ASK or one.severity in (Severity.MAJOR, Severity.CONTRAINDICATED):
                yield Outcome.ASK_FIRST
    medicines, taken = profile.medicines or (), profile.taking or ()
    if not all(item.checked for item in medicines) or not all(item.checked for item in taken):
        yield Outcome.ASK_FIRST


def _limits(profile: Profile, knowledge: Knowledge) -> Iterator[float]:
    """Give every limit that counts for a profile: the contract's, and those of the tables of upper levels."""
    for upper in knowledge.limits.uppers:
        if (
            upper.binding
            and profile.region in (None, upper.region)
            and _is_of_age(upper.from_age, upper.to_age, profile)
        ):
            yield upper.at_most_mg
    if profile.kidney in KIDNEY_LIMITS:
        yield KIDNEY_LIMITS[profile.kidney]
    if profile.age_band in (AgeBand.OLDER, AgeBand.UNKNOWN):
        yield OLDER_LIMIT
    if LOWERING.intersection(profile.condition_ids):
        yield LOWERED_LIMIT


def _is_of_age(from_age: float, to_age: float | None, profile: Profile) -> bool:
    age = 45.0 if profile.age is None else profile.age
    return from_age <= age and (to_age is None or age < to_age)


def _met(tried: Tried) -> Iterator[Interaction]:
    for item in tried.profile.medicines or ():
        yield from (tried.knowledge.interactions[met] for met in item.interactions)


def _same_form(one: Settled, other: Settled) -> bool:
    if one.form is None or other.form is None:
        return False
    return (one.form.id, one.form.use) == (other.form.id, other.form.use)


def _amount(settled: Settled) -> float:
    figure = settled.dose.at_most_mg if settled.dose else None
    return -1.0 if figure is None else figure
