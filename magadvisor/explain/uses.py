"""What uses an entry: the entries that name it."""

from collections.abc import Iterator

from magadvisor.engine.foods import closed
from magadvisor.engine.meet import applies, met_by_name
from magadvisor.explain.shelf import Anything
from magadvisor.model.explained import Use
from magadvisor.model.food import Food
from magadvisor.model.form import Form
from magadvisor.model.goal import Goal
from magadvisor.model.interaction import Interaction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.medicine import Medicine
from magadvisor.model.rule import Rule
from magadvisor.model.vocabulary import Entry


def used_by(entry: Anything, known: Knowledge) -> tuple[Use, ...]:
    """List what names an entry; rules, limits, claims and products stand for themselves."""
    if isinstance(entry, Form):
        return tuple(_of_form(entry, known))
    if isinstance(entry, Goal):
        return tuple(_asking("goals", entry.id, known))
    if isinstance(entry, Food):
        return tuple(_of_food(entry, known))
    if isinstance(entry, Interaction):
        return tuple(_of_interaction(entry, known))
    if isinstance(entry, Medicine):
        return tuple(_of_medicine(entry, known))
    if isinstance(entry, Entry):
        lists = known.vocabulary.conditions, known.vocabulary.symptoms
        question = "conditions" if entry in lists[0] else "symptoms"
        return tuple(_asking(question, entry.id, known))
    return ()


def _of_form(form: Form, known: Knowledge) -> Iterator[Use]:
    for goal in known.goals.values():
        if any(one.form == form.id for one in goal.forms):
            yield Use("goal", goal.id, "offers it")
        if any(one.form == form.id for one in goal.set_aside):
            yield Use("goal", goal.id, "sets it aside")
    for rule in known.rules.values():
        then = rule.then
        for how, named in (
            ("sets it aside", then.exclude),
            ("puts it behind", then.behind),
            ("puts it first", then.prefer),
        ):
            if form.id in named:
                yield Use("rule", rule.id, how)
        if form.gut_effect in then.exclude_gut:
            yield Use("rule", rule.id, "sets it aside for its effect on the gut")
        if form.gut_effect in then.behind_gut:
            yield Use("rule", rule.id, "puts it behind for its effect on the gut")
    for product in known.products.values():
        if product.form == form.id:
            yield Use("product", product.id, "holds it")


def _of_food(food: Food, known: Knowledge) -> Iterator[Use]:
    for goal in known.goals.values():
        if food.id in goal.foods:
            yield Use("goal", goal.id, "names it")
    for rule in known.rules.values():
        left_out = rule.then.leave_out_foods
        if left_out is not None and closed(food, left_out):
            yield Use("rule", rule.id, "leaves it out")


def _of_interaction(one: Interaction, known: Knowledge) -> Iterator[Use]:
    yield from _asking("interactions", one.id, known)
    for medicine in known.medicines.values():
        if one in met_by_name(medicine, known.medicines, (one,)):
            by_part = not applies(one, medicine)
            yield Use("medicine", medicine.name, "meets it by an ingredient" if by_part else "meets it")


def _of_medicine(one: Medicine, known: Knowledge) -> Iterator[Use]:
    for interaction in met_by_name(one, known.medicines, known.interactions.values()):
        yield Use("interaction", interaction.id, "is about it")
    yield from _asking("takes", one.name, known)
    for other in known.medicines.values():
        if one.name in other.ingredients and other is not one:
            yield Use("medicine", other.name, "holds it")


def _asking(question: str, word: str, known: Knowledge) -> Iterator[Use]:
    """Find the rules whose condition names a word."""
    for rule in known.rules.values():
        if _names(rule, question, word):
            yield Use("rule", rule.id, "asks for it")


def _names(rule: Rule, question: str, word: str) -> bool:
    return any(word in (getattr(when, question) or ()) for when in rule.when.every())
