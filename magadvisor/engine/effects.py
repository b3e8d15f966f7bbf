"""What an effect can change: the gate, the forms, the amount, or none of them; which forms it bears on."""

from collections.abc import Callable, Mapping

from magadvisor.model.form import Form
from magadvisor.model.rule import Effects
from magadvisor.model.words import Use


def excludes(then: Effects, form: Form, use: Use) -> bool:
    """Say whether a form may not be offered for such a use."""
    return form.id in then.exclude or form.gut_effect in then.exclude_gut or use in then.exclude_use


def puts_behind(then: Effects, form: Form) -> bool:
    """Say whether a form comes after those that are not put behind."""
    return form.id in then.behind or form.gut_effect in then.behind_gut


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
