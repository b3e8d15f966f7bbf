"""What an effect can change: the gate, the forms, the amount, or none of them."""

from collections.abc import Callable, Mapping

from magadvisor.model.rule import Effects


def _shapes_forms(then: Effects) -> bool:
    return bool(
        then.exclude or then.exclude_gut or then.exclude_use or then.behind or then.behind_gut or then.prefer
    )


def _sets_an_amount(then: Effects) -> bool:
    return then.no_figure or then.at_most_mg is not None


URGENT, WITHHOLD, ASK, FORMS, AMOUNT = "urgent", "withhold", "ask", "forms", "amount"

WEIGHTS: Mapping[str, Callable[[Effects], bool]] = {
    URGENT: lambda then: then.urgent is not None,
    WITHHOLD: lambda then: then.withhold is not None,
    ASK: lambda then: then.ask is not None,
    FORMS: _shapes_forms,
    AMOUNT: _sets_an_amount,
}
"""All that can change outcome, form or amount, and which effects do."""
