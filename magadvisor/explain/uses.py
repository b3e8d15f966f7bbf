"""What uses an entry: the entries that name it."""

from collections.abc import Iterator
from functools import lru_cache
from math import inf
from re import Pattern, escape
from re import compile as pattern

from magadvisor.engine.foods import closed
from magadvisor.engine.meet import applies, met_by_name
from magadvisor.explain.shelf import Anything
from magadvisor.model.claim import Claim
from magadvisor.model.explained import Use
from magadvisor.model.food import Food
from magadvisor.model.form import Form
from magadvisor.model.goal import Goal
from magadvisor.model.interaction import Interaction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.limit import UpperLevel
from magadvisor.model.medicine import Medicine
from magadvisor.model.rule import Rule, When
from magadvisor.model.vocabulary import Entry


def used_by(entry: Anything, known: Knowledge) -> tuple[Use, ...]:
    """List what names an entry, and of a claim what it names; nothing uses a rule or a product."""
    if isinstance(entry, Form):
        return tuple(_of_form(entry, known))
    if isinstance(entry, Goal):
        return tuple(_of_goal(entry, known))
    if isinstance(entry, UpperLevel):
        return tuple(_of_limit(entry, known))
    if isinstance(entry, Claim):
        return tuple(_of_claim(entry, known))
    if isinstance(entry, Food):
        return tuple(_of_food(entry, known))
    if isinstance(entry, Interaction):
        return tuple(_of_interaction(entry, known))
    if isinstance(entry, Medicine):
        return tuple(_of_medicine(entry, known))
    if isinstance(entry, Entry):
        return tuple(_asking(_question(entry, known), entry.id, known))
    return ()


def follows(entry: Anything, known: Knowledge) -> tuple[Rule, ...]:
    """List the rules that name a condition, a symptom or a medicine: what follows from it."""
    if isinstance(entry, Medicine):
        return _ruled("takes", entry.name, known)
    return _ruled(_question(entry, known), entry.id, known) if isinstance(entry, Entry) else ()


def _question(entry: Entry, known: Knowledge) -> str:
    return "conditions" if entry in known.vocabulary.conditions else "symptoms"


def _ruled(question: str, word: str, known: Knowledge) -> tuple[Rule, ...]:
    return tuple(rule for rule in known.rules.values() if _names(rule.when, question, word))


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

    yield from _claims(_names_of(form), known)


def _of_goal(goal: Goal, known: Knowledge) -> Iterator[Use]:
    for one in goal.forms:
        yield Use("form", one.form, "is offered for it")
    for other in goal.set_aside:
        yield Use("form", other.form, "is set aside for it")
    for food in goal.foods:
        yield Use("food", food, "is suggested for it")
    yield from _asking("goals", goal.id, known)
    yield from _claims(_names_of(goal), known)


def _of_limit(limit: UpperLevel, known: Knowledge) -> Iterator[Use]:
    """Find the rules that hold some of the same persons to this figure or a lower one."""
    for rule in known.rules.values():
        figure, regions = rule.then.at_most_mg, rule.when.region
        here = regions is None or limit.region in regions
        if figure is not None and figure <= limit.at_most_mg and here and _of_these_ages(limit, rule, known):
            yield Use("rule", rule.id, "lowers it" if figure < limit.at_most_mg else "sets the same figure")


def _of_these_ages(limit: UpperLevel, rule: Rule, known: Knowledge) -> bool:
    bands = known.questions["age"].bands
    ends = [band.at_least for band in bands[1:]] + [inf]
    asked = rule.when.age or [band.word for band in bands]
    until = limit.to_age or inf
    return any(
        band.word in asked and band.at_least < until and limit.from_age < end
        for band, end in zip(bands, ends, strict=True)
    )


def _of_claim(claim: Claim, known: Knowledge) -> Iterator[Use]:
    for form in known.forms.values():
        if _said_in(claim, _names_of(form)):
            yield Use("form", form.id, "is named in it")
    for goal in known.goals.values():
        if _said_in(claim, _names_of(goal)):
            yield Use("goal", goal.id, "is named in it")


def _claims(names: Pattern[str], known: Knowledge) -> Iterator[Use]:
    for claim in known.claims.values():
        if _said_in(claim, names):
            yield Use("claim", claim.id, "names it")


def _said_in(claim: Claim, names: Pattern[str]) -> bool:
    return any(names.search(text.lower()) for text in (claim.claim, *claim.also_said))


@lru_cache(maxsize=256)
def _names_of(entry: Form | Goal) -> Pattern[str]:
    """Make a pattern of the id and the names of an entry, as whole words."""
    names = (entry.id, entry.id.replace("-", " "), *entry.names)
    return pattern("|".join(rf"\b{escape(name.lower())}\b" for name in names))


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
    """Find the rules, and the cautions of forms, whose condition names a word."""
    yield from (Use("rule", rule.id, "asks for it") for rule in _ruled(question, word, known))
    for form in known.forms.values():
        if any(one.when is not None and _names(one.when, question, word) for one in form.cautions):
            yield Use("form", form.id, "has a caution about it")


def _names(when: When, question: str, word: str) -> bool:
    return any(word in (getattr(one, question) or ()) for one in when.every())
