"""May a supplement be suggested at all? The strictest reason wins; every reason becomes an action."""

from collections.abc import Iterable, Iterator

from magadvisor.engine.gather import merge_actions
from magadvisor.engine.timing import Met
from magadvisor.model.advice import Action
from magadvisor.model.interaction import Interaction
from magadvisor.model.record import Record
from magadvisor.model.rule import Referral, Rule
from magadvisor.model.words import Action as Act
from magadvisor.model.words import Outcome, Salts, Severity, Urgency, Who


class Ground(Record):
    """One reason for an outcome, and what the person is to do about it."""

    outcome: Outcome
    action: Action


class Gate(Record):
    """The outcome and the actions that belong to it."""

    outcome: Outcome
    actions: tuple[Action, ...]


def gate(grounds: Iterable[Ground]) -> Gate:
    """Let the strictest ground decide; of the milder ones the actions stay, behind it."""
    listed = sorted(grounds, key=_strictest_first)
    outcome = listed[0].outcome if listed else Outcome.SUGGEST
    return Gate(outcome, merge_actions(ground.action for ground in listed))


def from_rules(held: Iterable[Rule]) -> Iterator[Ground]:
    """Give the ground of every rule that refers the person to somebody."""
    for rule in held:
        then = rule.then
        if then.urgent is not None:
            yield Ground(Outcome.URGENT, _refer(then.urgent, rule.id))
        if then.withhold is not None:
            yield Ground(Outcome.WITHHOLD, _refer(then.withhold, rule.id))
        if then.ask is not None:
            yield Ground(Outcome.ASK_FIRST, _refer(then.ask, rule.id))


def from_interactions(met: Iterable[Met], alkaline_taken: bool) -> Iterator[Ground]:
    """Give the ground of every interaction that withholds or asks.

    One for alkaline salts sets forms aside instead of withholding, but something alkaline that is
    taken already must be asked about.
    """
    for one in met:
        interaction = one.interaction
        if interaction.action is Act.AVOID and interaction.salts is Salts.ALL:
            yield Ground(Outcome.WITHHOLD, _prescriber(one))
        elif _asks(interaction, alkaline_taken):
            yield Ground(Outcome.ASK_FIRST, _prescriber(one))


_CARE = {outcome: -outcome.care for outcome in Outcome}
_URGENCY = {urgency.value: -place for place, urgency in enumerate(Urgency)}
_WHO = {who.value: place for place, who in enumerate(Who)}
_SERIOUS = (Severity.MAJOR, Severity.CONTRAINDICATED)


def _strictest_first(ground: Ground) -> tuple[int, int, int, str]:
    """Order grounds by what they say alone, so that the order of rules never shows."""
    action = ground.action
    return _CARE[ground.outcome], _URGENCY[action.urgency], _WHO[action.who], action.text


def _asks(interaction: Interaction, alkaline_taken: bool) -> bool:
    if interaction.action is Act.AVOID and alkaline_taken:
        return True
    return interaction.action is Act.ASK or interaction.severity in _SERIOUS


def _refer(referral: Referral, rule: str) -> Action:
    return Action(referral.urgency, referral.who, referral.text, (rule,))


def _prescriber(one: Met) -> Action:
    return Action(Urgency.BEFORE_USE, one.interaction.who, one.interaction.tell, (one.interaction.id,))
