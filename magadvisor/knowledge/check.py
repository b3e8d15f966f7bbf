"""Everything that must hold between the parts of the knowledge; every problem with its place."""

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches

from magadvisor.knowledge.agreement import agreement
from magadvisor.knowledge.citations import citations
from magadvisor.knowledge.laws import (
    caution_laws,
    claim_laws,
    interaction_laws,
    rule_laws,
    sentence_laws,
    vocabulary,
)
from magadvisor.model.food import Food
from magadvisor.model.goal import Goal
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.medicine import Medicine
from magadvisor.model.problem import Problem

PlaceOf = Callable[[object, str], tuple[str, int]]
Note = Callable[[object, str, str], Problem]


def check(knowledge: Knowledge, place_of: PlaceOf) -> tuple[Problem, ...]:
    """List every problem between the parts, each where `place_of` finds the entry and what is said of it."""

    def note(value: object, what: str, instead: str) -> Problem:
        return Problem(*place_of(value, what), what, instead)

    return tuple(_problems(knowledge, note))


def _problems(known: Knowledge, note: Note) -> Iterator[Problem]:
    yield from _sources(known, note)
    yield from _names(known, note)
    for rule in known.rules.values():
        yield from (note(rule, what, instead) for what, instead in rule_laws(rule, known))
    for interaction in known.interactions.values():
        yield from (
            note(interaction, what, instead) for what, instead in interaction_laws(interaction, known)
        )
    for value in _told(known):
        yield from (note(value, what, instead) for what, instead in sentence_laws(value))
    yield from _goals(known, note)
    yield from _forms(known, note)
    for claim in known.claims.values():
        yield from (note(claim, what, instead) for what, instead in claim_laws(claim))
    yield from (note(*found) for found in agreement(known))
    yield from _questions(known, note)
    yield from _missed_in_taking(known, note)


def _told(known: Knowledge) -> Iterator[object]:
    """Give everything whose sentences a person may read."""
    for mapping in (known.rules, known.interactions, known.forms, known.goals, known.claims):
        yield from mapping.values()


def _sources(known: Knowledge, note: Note) -> Iterator[Problem]:
    others = (*known.products.values(), *known.foods.values())
    for value in (*_told(known), known.limits, *known.other_compounds, *others):
        for one in citations(value):
            if one.id not in known.sources:
                yield note(value, f"the source `{one.id}` is not known", meant(one.id, known.sources))


def _names(known: Knowledge, note: Note) -> Iterator[Problem]:
    for medicine in known.medicines.values():
        for name in medicine.ingredients:
            if name not in known.medicines:
                yield note(
                    medicine, f"the ingredient `{name}` is not a medicine here", meant(name, known.medicines)
                )
    for ambiguous in known.medicine_words.ambiguous:
        for reading in ambiguous.readings:
            if reading.medicine is not None and reading.medicine not in known.medicines:
                what = f"the reading `{reading.medicine}` is not a medicine here"
                yield note(ambiguous, what, meant(reading.medicine, known.medicines))
    for named in known.medicine_words.classes:
        for one in named.counts_as:
            if one not in known.interactions:
                yield note(named, f"the interaction `{one}` is not known", meant(one, known.interactions))
    yield from _clashes(known, note)
    foods: dict[str, Food] = {}
    for food in known.foods.values():
        other = foods.setdefault(food.name.lower(), food)
        if other is not food:
            what = f"`{food.name}` is the name of the food {other.id} too"
            yield note(food, what, "name it so that the two can be told apart")


def _clashes(known: Knowledge, note: Note) -> Iterator[Problem]:
    """Find a name that belongs to two medicines and is not listed as ambiguous."""
    ambiguous = {name.lower() for one in known.medicine_words.ambiguous for name in one.names}
    owners: dict[str, Medicine] = {}
    for medicine in known.medicines.values():
        for name in {
            one.lower() for one in (medicine.name, medicine.us_name or "", *medicine.brands, *medicine.also)
        }:
            other = owners.setdefault(name, medicine)
            if name and other is not medicine and name not in ambiguous:
                what = f"`{name}` names {other.name} too"
                yield note(medicine, what, "keep it in one place or list it as ambiguous")


def _goals(known: Knowledge, note: Note) -> Iterator[Problem]:
    for goal in known.goals.values():
        for one in goal.forms:
            if one.form not in known.forms:
                yield note(goal, f"the form `{one.form}` is not known", meant(one.form, known.forms))
            elif not known.forms[one.form].offered:
                yield note(goal, f"the form `{one.form}` is never offered", "move it to set_aside")
        for food in goal.foods:
            if food not in known.foods:
                yield note(goal, f"the food `{food}` is not known", meant(food, known.foods))
        yield from _signs(goal, known, note)
        both = {one.form for one in goal.forms} & {one.form for one in goal.set_aside}
        for form in sorted(both):
            yield note(goal, f"the form `{form}` is both offered and set aside", "keep one")


def _signs(goal: Goal, known: Knowledge, note: Note) -> Iterator[Problem]:
    """Find a sign that a person may tick and that no rule could answer, or that is read in two ways."""
    words = {entry.id for entry in (*known.vocabulary.conditions, *known.vocabulary.symptoms)}
    goals = reversed(known.goals.values())  # of two that differ the first is right
    first = {flag.text: flag.counts_as for other in goals for flag in other.red_flags}
    for flag in goal.red_flags:
        for one in flag.counts_as:
            if one not in words:
                yield note(goal, f"`{one}` is no condition or symptom", meant(one, words))
        if not flag.counts_as:
            yield note(goal, "a red flag counts as nothing", "add counts_as, a condition or symptom")
        if flag.counts_as != first[flag.text]:
            yield note(goal, "a red flag counts as something else in another goal", "write the same")


def _forms(known: Knowledge, note: Note) -> Iterator[Problem]:
    words = vocabulary(known)
    for form in known.forms.values():
        if sum(compound.reference for compound in form.compounds) != 1:
            yield note(form, "one compound must be the reference", "write `reference: true` once")
        if not form.offered and form.not_offered_because is None:
            yield note(form, "a form that is not offered needs a reason", "add not_offered_because")
        for caution in form.cautions:
            yield from (note(form, what, instead) for what, instead in caution_laws(caution, words))


def _questions(known: Knowledge, note: Note) -> Iterator[Problem]:
    for question in known.questions.values():
        words = [one.word for one in question.words]
        for word in question.enter_for:
            if word not in words:
                yield note(question, f"`{word}` is not among its words", meant(word, words))
        if question.page is not None and question.page not in known.questions:
            yield note(
                question, f"the page `{question.page}` is not known", meant(question.page, known.questions)
            )
        if question.enter_for and question.enter is None:
            yield note(question, "nothing is asked after the words of enter_for", "add enter")


def meant(word: str, known: Iterable[str]) -> str:
    """Ask whether the closest known word was meant."""
    close = get_close_matches(word, list(known), n=1)
    return f"did you mean {close[0]}?" if close else "use an id that exists"


def _missed_in_taking(known: Knowledge, note: Note) -> Iterator[Problem]:
    """Find a phrase that would be missed in what is taken, because no word of it is listened for."""
    for sign in known.vocabulary.symptoms:
        for phrase in sign.phrases if sign.in_taking else ():
            if frozenset(phrase.lower().split()).isdisjoint(sign.in_taking):
                yield note(sign, f"`{phrase}` holds no word of in_taking", "put one of its words there")
