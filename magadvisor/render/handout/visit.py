"""What to ask at the visit: what the advice leaves open, as questions a person can read out."""

from collections.abc import Iterator

from magadvisor.model.advice import Advice
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.milligrams import left
from magadvisor.model.words import Outcome


def questions(advice: Advice, known: Knowledge) -> tuple[str, ...]:
    """List the questions, each once; where help is needed now there are none."""
    if advice.outcome is Outcome.URGENT:
        return ()
    asked = (known.sentences[f"visit-{name}"].format(**told) for name, told in _questions(advice))
    return tuple(dict.fromkeys(asked))


def _questions(advice: Advice) -> Iterator[tuple[str, dict[str, str]]]:
    """Give the sentence of each question, with what is filled in."""
    yield _main(advice)
    for item in advice.not_checked:
        yield item.list, {"typed": item.typed}
    for line in advice.ledger:
        if line.elemental_mg is None:
            yield "taking", {"typed": line.typed}
    yield from _medicines(advice)
    if advice.unanswered:
        yield "unanswered", {}


def _main(advice: Advice) -> tuple[str, dict[str, str]]:
    form = advice.form
    if form is None:
        return "may-i", {}
    name, at_most = form.name.lower(), advice.dose.at_most_mg if advice.dose else None
    return (
        ("form", {"form": name}) if at_most is None else ("form-at-most", {"form": name, "mg": left(at_most)})
    )


def _medicines(advice: Advice) -> Iterator[tuple[str, dict[str, str]]]:
    for one in advice.interactions:
        if one.action in ("ask", "avoid"):
            yield "what-to-do", {"medicines": ", ".join(one.medicines)}
    for one in advice.interactions:
        if one.monitor:
            yield "check", {"medicines": ", ".join(one.medicines), "what": one.monitor}
    apart = dict.fromkeys(name for one in advice.interactions if one.spacing_helps for name in one.medicines)
    if advice.day is not None and advice.day.conflict:
        yield "clash", {"medicines": ", ".join(advice.day.conflict)}
    elif advice.form is not None and apart and not (advice.day and advice.day.blocked):
        yield "hours", {"medicines": ", ".join(apart)}
