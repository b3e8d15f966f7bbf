"""What every step of a decision reads."""

from magadvisor.engine.dose import Already, Limit, already, limit
from magadvisor.engine.effects import AMOUNT, FORMS
from magadvisor.engine.examine import ruled
from magadvisor.engine.facts import Facts, facts_of
from magadvisor.engine.forms import closes_alkaline, offer
from magadvisor.engine.ledger import ledger
from magadvisor.engine.rule_index import rule_index
from magadvisor.engine.timing import Met, alkaline_taken, met_by
from magadvisor.model.account import LedgerLine
from magadvisor.model.advice import OfferedForm
from magadvisor.model.goal import Goal
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import Profile
from magadvisor.model.record import Record
from magadvisor.model.rule import Rule


class Basis(Record):
    """The answers, what held and was met, what is taken already, and the forms that are left."""

    profile: Profile
    knowledge: Knowledge
    facts: Facts
    goals: tuple[Goal, ...]
    holding: int  # the rules that hold, as bits of the index
    met: tuple[Met, ...]
    alkaline_taken: bool
    ledger: tuple[LedgerLine, ...]
    already: Already
    limit: Limit
    offered: tuple[OfferedForm, ...]

    @property
    def held(self) -> tuple[Rule, ...]:
        """Give the rules that hold, in the order of the files."""
        return ruled(self.knowledge, self.holding)


def lay(profile: Profile, knowledge: Knowledge) -> Basis:
    """Try every rule and interaction, and work out what the steps need."""
    facts = facts_of(profile)
    return build(profile, knowledge, facts, rule_index(knowledge).holding(facts))


def build(profile: Profile, knowledge: Knowledge, facts: Facts, holding: int) -> Basis:
    """Work out what the steps need from the rules that hold, as bits of the index."""
    weights = rule_index(knowledge).weights
    goals = tuple(knowledge.goals[goal] for goal in profile.goals)
    met = met_by(profile, knowledge.interactions, knowledge.medicines)
    lines = ledger(profile, knowledge)
    return Basis(
        profile=profile,
        knowledge=knowledge,
        facts=facts,
        goals=goals,
        holding=holding,
        met=met,
        alkaline_taken=alkaline_taken(profile, knowledge.forms),
        ledger=lines,
        already=already(lines),
        limit=limit(knowledge, profile.age, profile.region, holding & weights[AMOUNT]),
        offered=offer(knowledge, profile.goals, holding & weights[FORMS], closes_alkaline(met)),
    )
