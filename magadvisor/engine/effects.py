"""What an effect can change: the gate, the forms, the amount, or none of them."""

from magadvisor.model.rule import Effects
from magadvisor.model.words import Outcome


def gate_of(then: Effects) -> int:
    """Rank the gate that an effect asks for."""
    if then.urgent:
        return Outcome.URGENT.care
    if then.withhold:
        return Outcome.WITHHOLD.care
    return Outcome.ASK_FIRST.care if then.ask else Outcome.SUGGEST.care


def shapes_forms(then: Effects) -> bool:
    """Say whether an effect reorders forms or sets some aside."""
    return bool(
        then.exclude or then.exclude_gut or then.exclude_use or then.behind or then.behind_gut or then.prefer
    )


def has_weight(then: Effects) -> bool:
    """Say whether an effect can change outcome, form or amount at all."""
    sets_an_amount = then.no_figure or then.at_most_mg is not None
    return gate_of(then) > Outcome.SUGGEST.care or shapes_forms(then) or sets_an_amount
