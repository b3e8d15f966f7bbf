"""The sections of a sheet that are more than a list."""

from collections.abc import Iterator

from magadvisor.model.advice import Advice
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.words import Use
from magadvisor.render import phrases
from magadvisor.render.handout.cited import Cited
from magadvisor.render.handout.sheet import Block, Items, Pairs, Table

_SHOW = "Show this page to a doctor or pharmacist before you take magnesium."
_NOT_IF = "Do not take it if one of these is there. "


def first(advice: Advice) -> Iterator[Block]:
    """Say what to do, the signs that rule a medicine out before anything else."""
    if is_medicine(advice):
        yield from signs(advice, _NOT_IF)
    yield Items(tuple(phrases.action(one) for one in advice.actions) or (_SHOW,), "steps")


def is_medicine(advice: Advice) -> bool:
    """Say whether the form shown is a medicine for a short time."""
    return advice.form is not None and advice.form.use == Use.SHORT_TERM_MEDICINE


def signs(advice: Advice, before: str = "") -> Iterator[Block]:
    """List the signs that mean help under where to go and how soon."""
    groups: dict[str, list[str]] = {}
    for flag in advice.red_flags:
        groups.setdefault(phrases.turn_to(flag.urgency, flag.who), []).append(flag.text)
    for where, texts in groups.items():
        yield Items(tuple(texts), "signs", f"{before}{where}")


def form(advice: Advice, knowledge: Knowledge, cited: Cited, for_doctor: bool) -> Iterator[Block]:
    """Tell the form, the most a day and how sure that is; a doctor also reads whose limits there are."""
    rows = tuple(_form(advice, knowledge, cited, for_doctor))
    if rows:
        yield Pairs(rows)
    if for_doctor and advice.dose is not None and advice.form is not None:
        yield Items(tuple(phrases.how_much(advice)))


def _form(advice: Advice, knowledge: Knowledge, cited: Cited, for_doctor: bool) -> Iterator[tuple[str, str]]:
    if advice.form is not None:
        yield "Form", advice.form.name
        yield from _amount(advice)
        yield "How sure", phrases.how_sure(advice.form) + cited(advice.form.sources)
    if advice.ledger:
        yield "You take now", "; ".join(phrases.ledger(advice))
    if advice.alternatives:
        told = [
            f"{one.name}: {one.because}{cited(one.sources)}" if for_doctor else one.name
            for one in advice.alternatives
        ]
        yield "If not that", _joined(told, for_doctor)
    if advice.set_aside:
        aside = [(knowledge.forms[one.id].name, one.because) for one in advice.set_aside]
        yield (
            "Set aside",
            _joined([f"{name}: {why}" if for_doctor else name for name, why in aside], for_doctor),
        )


def _joined(texts: list[str], whole: bool) -> str:
    """Join sentences by a space, and names by a comma."""
    return " ".join(texts) if whole else ", ".join(texts)


def _amount(advice: Advice) -> Iterator[tuple[str, str]]:
    dose, offered = advice.dose, advice.form
    if dose is None or offered is None:
        return
    if dose.at_most_mg is None:
        yield "How much", next(iter(phrases.how_much(advice)))
        return
    yield "At most a day", f"{dose.at_most_mg:g} mg of magnesium, from supplements and medicines together"
    if dose.compound_mg is not None:
        yield "As the compound", f"about {dose.compound_mg:g} mg of {offered.name.lower()}"
    if dose.already_mg and dose.limit_mg is not None:
        yield "Limit a day", f"{dose.limit_mg:g} mg, less the {dose.already_mg:g} mg that you already take"


def foods(advice: Advice) -> Iterator[Block]:
    """List foods with a portion and its magnesium."""
    if not advice.foods:
        return
    rows = tuple((one.name, one.portion, f"{one.magnesium_mg:.0f} mg") for one in advice.foods)
    yield Table(("Food", "Portion", "Magnesium"), rows, whole=True)
    if advice.intake is not None:
        yield Items((phrases.intake(advice.intake),), "notes")


def supporting(advice: Advice, cited: Cited) -> Iterator[Block]:
    """List what helps beside magnesium, each once."""
    told = dict.fromkeys(
        f"{one.text} ({phrases.certainty(one.certainty)}){cited(one.sources)}" for one in advice.supporting
    )
    if told:
        yield Items(tuple(told))


def reasons(advice: Advice, cited: Cited) -> Iterator[Block]:
    """List the rules that held, what they saw, and why they stand."""
    if advice.reasons:
        yield Items(
            tuple(
                f"{one.says} {phrases.saw(one)} {one.because} "
                f"({phrases.certainty(one.certainty)}; {one.rule}){cited(one.sources)}"
                for one in advice.reasons
            )
        )
