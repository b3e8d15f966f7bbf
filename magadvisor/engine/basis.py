"""What every step of a decision reads."""

from magadvisor.engine.dose import Already, Limit, already, limit
from magadvisor.engine.examine import Finding, examine
from magadvisor.engine.facts import Facts, facts_of
from magadvisor.engine.forms import offer
from magadvisor.engine.ledger import ledger
from magadvisor.engine.timing import Met, alkaline_taken, met_by
from magadvisor.model.advice import LedgerLine, OfferedForm
from magadvisor.model.goal import Goal
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import Profile
from magadvisor.model.record import dataclass


@dataclass(frozen=True, slots=True)
class Basis:
    """The answers, what held and was met, what is taken already, and the forms that are left."""

    profile: Profile
    knowledge: Knowledge
    facts: Facts
    goals: tuple[Goal, ...]
    held: tuple[Finding, ...]
    met: tuple[Met, ...]
    alkaline_taken: bool
    ledger: tuple[LedgerLine, ...]
    already: Already
    limit: Limit
    offered: tuple[OfferedForm, ...]


def lay(profile: Profile, knowledge: Knowledge) -> Basis:
    """Try every rule and interaction, and work out what the steps need."""
    facts = facts_of(profile)
    goals = tuple(knowledge.goals[goal] for goal in profile.goals)
    held = examine(knowledge, facts)
    met = met_by(profile, knowledge.interactions, knowledge.medicines)
    lines = ledger(profile, knowledge)
    return Basis(
        profile=profile,
        knowledge=knowledge,
        facts=facts,
        goals=goals,
        held=held,
        met=met,
        alkaline_taken=alkaline_taken(profile, knowledge.forms),
        ledger=lines,
        already=already(lines),
        limit=limit(profile, held, knowledge),
        offered=offer(profile.goals, held, met, knowledge),
    )
