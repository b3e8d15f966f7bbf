"""The sections of a sheet that are more than a list."""

from collections.abc import Iterator

from magadvisor.model.advice import Advice
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.milligrams import left, taken
from magadvisor.model.words import Use
from magadvisor.render import phrases, quantities
from magadvisor.render.handout.sheet import Block, Items, Pairs, Table
from magadvisor.render.parts import Numbers

_NEXT = "If not that"
_ASIDE = "Set aside"


def first(advice: Advice, known: Knowledge) -> Iterator[Block]:
    """Say what to do, the signs that rule a medicine out before anything else."""
    if is_medicine(advice):
        yield Items((known.sentences["not-if"],), "steps")
        yield from signs(advice, known)
    steps = tuple(phrases.action(one, known) for one in phrases.to_do(advice))
    yield Items(steps or (known.sentences["show-this-page"],), "steps")


def why(advice: Advice, cited: Numbers) -> Iterator[Block]:
    """Give the reasons of what is to be done, with how sure they are."""
    acting = {rule for action in advice.actions for rule in action.by}
    told = dict.fromkeys(
        phrases.graded(one.because, one.certainty) + cited(one.sources)
        for one in advice.reasons
        if one.rule in acting
    )
    if told:
        yield Items(tuple(told))


def is_medicine(advice: Advice) -> bool:
    """Say whether the form shown is a medicine for a short time."""
    return advice.form is not None and advice.form.use == Use.SHORT_TERM_MEDICINE


def signs(advice: Advice, known: Knowledge) -> Iterator[Block]:
    """List the signs that mean help under where to go and how soon, the soonest first."""
    for where, texts in phrases.red_flags(advice, known).items():
        yield Items(tuple(texts), "signs", f"{where}:")


def form(advice: Advice, knowledge: Knowledge, cited: Numbers, for_doctor: bool) -> Iterator[Block]:
    """Tell the form, the most a day and how sure that is; a doctor also reads why others come after it."""
    rows = (
        *_offered(advice, knowledge, cited, for_doctor),
        *(("You take now", text) for text in quantities.ledger(advice)),
        *(() if for_doctor or advice.form is None else _others(advice, knowledge)),
    )
    if rows:
        yield Pairs(rows)
    if for_doctor and (advice.alternatives or advice.set_aside):
        yield Table(("Other forms", "Place", "Why"), tuple(_reasoned(advice, knowledge, cited)))


def _offered(advice: Advice, known: Knowledge, cited: Numbers, for_doctor: bool) -> Iterator[tuple[str, str]]:
    if advice.form is None:
        return
    yield "Form", advice.form.name
    yield from _all_amounts(advice, known) if for_doctor else _amount(advice, known)
    yield "How sure", phrases.how_sure(advice.form) + cited(advice.form.sources)


def _others(advice: Advice, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    if advice.alternatives:
        yield _NEXT, ", ".join(one.name for one in advice.alternatives)
    if advice.set_aside:
        yield _ASIDE, ", ".join(knowledge.forms[one.id].name for one in advice.set_aside)


def _reasoned(advice: Advice, knowledge: Knowledge, cited: Numbers) -> Iterator[tuple[str, ...]]:
    for one in advice.alternatives:
        yield one.name, _NEXT.lower(), one.because + cited(one.sources)
    for aside in advice.set_aside:
        yield knowledge.forms[aside.id].name, _ASIDE.lower(), aside.because


def _all_amounts(advice: Advice, known: Knowledge) -> Iterator[tuple[str, str]]:
    told = " ".join(quantities.how_much(advice, known))
    if told:
        yield "How much", told


def _amount(advice: Advice, known: Knowledge) -> Iterator[tuple[str, str]]:
    dose, offered = advice.dose, advice.form
    if dose is None or offered is None:
        return
    if dose.at_most_mg is None:
        yield "How much", next(iter(quantities.how_much(advice, known)))
        return
    yield "At most a day", f"{left(dose.at_most_mg)} mg of magnesium, from supplements and medicines together"
    if dose.compound_mg is not None:
        yield "As the compound", f"about {dose.compound_mg:g} mg of {offered.name.lower()}"
    if dose.already_mg and dose.limit_mg is not None:
        yield (
            "Limit a day",
            f"{dose.limit_mg:g} mg, less the {taken(dose.already_mg)} mg that you already take",
        )


def foods(advice: Advice) -> Iterator[Block]:
    """List foods with a portion and its magnesium."""
    if not advice.foods:
        return
    rows = tuple((one.name, one.portion, f"{one.magnesium_mg:.0f} mg") for one in advice.foods)
    yield Table(("Food", "Portion", "Magnesium"), rows)
    if advice.intake is not None:
        yield Items((quantities.intake(advice.intake, kidney=advice.profile["kidney"]),), "notes")


def supporting(advice: Advice, cited: Numbers) -> Iterator[Block]:
    """List what helps beside magnesium, each once."""
    told = dict.fromkeys(
        phrases.graded(one.text, one.certainty) + cited(one.sources) for one in advice.supporting
    )
    if told:
        yield Items(tuple(told))


def reasons(advice: Advice, cited: Numbers) -> Iterator[Block]:
    """List the rules that held, what they saw, and why they stand."""
    if advice.reasons:
        yield Items(
            tuple(
                f"{one.says} {phrases.saw(one)} {one.because} "
                f"({phrases.certainty(one.certainty)}; {one.rule}){cited(one.sources)}"
                for one in advice.reasons
            )
        )
