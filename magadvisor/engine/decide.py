"""From a profile to an advice in five steps: gate, form, dose, timing, foods.

Inside a step the strictest always wins, so the order of rules does not matter.
"""

from typing import TYPE_CHECKING

from magadvisor.engine import account, tell
from magadvisor.engine.basis import Basis
from magadvisor.engine.foods import foods
from magadvisor.engine.forms import set_aside
from magadvisor.engine.intake import intake
from magadvisor.engine.settle import Settled, settle
from magadvisor.engine.whatif import changes
from magadvisor.model.advice import Advice, KnowledgeStamp, OfferedForm, RecommendedIntake, SuggestedFood
from magadvisor.model.interaction import MetInteraction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import Profile
from magadvisor.model.words import Outcome

if TYPE_CHECKING:
    from magadvisor.model.considered import Considered
    from magadvisor.model.day import Day

DOSES_A_DAY = 2
"""How many doses of a supplement are placed in a day.

Sources ask for two parts or more, as the rules about two parts cite; that it is just two is the choice of
this project.
"""


def decide(profile: Profile, knowledge: Knowledge, program: str, why: bool = False) -> Advice:
    """Give the advice that follows from a profile; the same answers always give the same advice.

    With `why` it also tells what was considered and did not decide.
    """
    settled = settle(profile, knowledge)
    basis, form = settled.basis, settled.form
    outcome = settled.gate.outcome
    interactions = settled.interactions
    meta = knowledge.meta
    listed, checked = account.listed_and_checked(profile)
    told = tell.Told(basis, outcome, form, settled.dose)
    supporting = tell.supporting(told)
    considered = _considered(settled) if why else None
    reasons = tell.reasons(told)
    return Advice(
        program=program,
        knowledge=KnowledgeStamp(meta.version, knowledge.digest, meta.reviewed_by),
        caveat=meta.caveat,
        outcome=outcome,
        headline=tell.headline(told, settled.gate.actions),
        profile=tell.profile(basis),
        actions=settled.gate.actions,
        form=form,
        alternatives=settled.offered[1:],
        set_aside=set_aside(basis.goals, basis.held, basis.met, knowledge.forms, basis.offered),
        intake=_intake(basis),
        dose=settled.dose,
        medicines=account.medicines(profile),
        conditions=account.words(profile.conditions),
        symptoms=account.words(profile.symptoms),
        taking=account.taking(profile),
        avoid=account.words(profile.avoid),
        not_checked=account.not_checked(profile),
        interactions=interactions,
        day=_day(basis, interactions, form),
        foods=_foods(basis, outcome),
        supporting=supporting,
        watch=tell.watches(told),
        red_flags=tell.red_flags(basis.goals),
        ledger=basis.ledger,
        changes=changes(settled),
        unanswered=tell.unanswered(basis),
        coverage=tell.coverage(basis, listed, checked),
        reasons=reasons,
        considered=considered,
        sources=tell.sources(
            told,
            settled.offered,
            interactions,
            (*reasons, *supporting, *(considered.evidence if considered else ())),
        ),
    )


def _considered(settled: Settled) -> "Considered":
    # Only who asks why waits for it.
    from magadvisor.engine.considered import considered

    return considered(settled)


def _day(basis: Basis, interactions: tuple[MetInteraction, ...], form: OfferedForm | None) -> "Day | None":
    profile = basis.profile
    if form is None or not any(item.doses for item in profile.medicines or ()):
        return None
    # Only who gives times waits for the planner.
    from magadvisor.engine.day import plan
    from magadvisor.engine.placing import Waking
    from magadvisor.engine.timed import left_out, timed

    medicines = timed(profile, interactions, basis.held)
    return plan(medicines, DOSES_A_DAY, Waking(), left_out(profile, interactions, basis.held))


def _intake(basis: Basis) -> RecommendedIntake | None:
    return intake(basis.profile, basis.knowledge.limits, basis.knowledge.sentences["intake-counts"])


def _foods(basis: Basis, outcome: Outcome) -> tuple[SuggestedFood, ...]:
    if outcome is Outcome.URGENT:
        return ()
    return foods(basis.goals, basis.profile, basis.held, basis.knowledge)
