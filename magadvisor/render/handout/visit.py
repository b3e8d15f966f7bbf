"""What to ask at the visit: what the advice leaves open, as questions a person can read out."""

from collections.abc import Iterator

from magadvisor.model.advice import Advice
from magadvisor.model.milligrams import left
from magadvisor.model.words import Outcome


def questions(advice: Advice) -> tuple[str, ...]:
    """List the questions, each once; where help is needed now there are none."""
    if advice.outcome is Outcome.URGENT:
        return ()
    return tuple(dict.fromkeys(_questions(advice)))


def _questions(advice: Advice) -> Iterator[str]:
    yield _main(advice)
    yield from (_ASK[one.list].format(typed=one.typed) for one in advice.not_checked)
    for line in advice.ledger:
        if line.elemental_mg is None:
            yield _ASK["taking"].format(typed=line.typed)
    yield from _medicines(advice)
    if advice.unanswered:
        yield "Some questions were not answered (see Not known). Would an answer change this page?"


def _main(advice: Advice) -> str:
    form = advice.form
    if form is None:
        return "May I take magnesium at all? What else could help me?"
    at_most = advice.dose.at_most_mg if advice.dose else None
    amount = "" if at_most is None else f", at most {left(at_most)} mg of magnesium a day,"
    return f"Is {form.name.lower()}{amount} right for me?"


def _medicines(advice: Advice) -> Iterator[str]:
    asking = [one for one in advice.interactions if one.action in ("ask", "avoid")]
    for one in asking:
        yield f"I take {', '.join(one.medicines)}. What should I do about magnesium?"
    for one in advice.interactions:
        if one.monitor:
            yield f"Because of {', '.join(one.medicines)}: should this be checked? {one.monitor}."
    apart = dict.fromkeys(name for one in advice.interactions if one.spacing_helps for name in one.medicines)
    if advice.day is not None and advice.day.conflict:
        yield f"No time of day is left between {', '.join(advice.day.conflict)}. What can be moved?"
    elif advice.form is not None and apart and not (advice.day and advice.day.blocked):
        yield f"At which hours should I take {', '.join(apart)}, and at which magnesium?"


_ASK = {
    "medicines": "I also take {typed}. Does it go together with magnesium?",
    "conditions": "Does this change whether I may take magnesium: {typed}?",
    "symptoms": "Does this change whether I may take magnesium: {typed}?",
    "taking": "How much magnesium is in {typed}?",
    "avoid": "Which foods on this page should I leave out because of {typed}?",
}
