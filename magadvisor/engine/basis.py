"""What every step of a decision reads."""

from dataclasses import dataclass

from magadvisor.engine.dose import Already, Limit, already, ledger, limit
from magadvisor.engine.examine import Finding, examine
from magadvisor.engine.facts import Facts, facts_of
from magadvisor.engine.forms import Offer, offer
from magadvisor.engine.timing import Met, met_by
from magadvisor.model.advice import LedgerLine
from magadvisor.model.goal import Goal
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import Profile


@dataclass(frozen=True, slots=True)
class Basis:
    """The answers, what held and was met, what is taken already, and the forms that are left."""

    profile: Profile
    knowledge: Knowledge
    facts: Facts
    goals: tuple[Goal, ...]
    held: tuple[Finding, ...]
    met: tuple[Met, ...]
    ledger: tuple[LedgerLine, ...]
    already: Already
    limit: Limit
    offer: Offer


def lay(profile: Profile, knowledge: Knowledge) -> Basis:
    """Try every rule and interaction, and work out what the steps need."""
    facts = facts_of(profile)
    held = tuple(found for found in examine(knowledge.rules.values(), facts) if found.held)
    return build(profile, knowledge, facts, held)


def build(profile: Profile, knowledge: Knowledge, facts: Facts, held: tuple[Finding, ...]) -> Basis:
    """Work out what the steps need from the rules that hold."""
    goals = tuple(knowledge.goals[goal] for goal in profile.goals)
    met = met_by(profile, knowledge.interactions, knowledge.medicines)
    lines = ledger(profile)
    return Basis(
        profile=profile,
        knowledge=knowledge,
        facts=facts,
        goals=goals,
        held=held,
        met=met,
        ledger=lines,
        already=already(lines),
        limit=limit(profile, held, knowledge.limits),
        offer=offer(goals, held, met, knowledge.forms),
    )
