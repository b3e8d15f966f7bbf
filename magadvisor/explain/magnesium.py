"""Forms of magnesium and what people want them for, in plain words."""

from collections.abc import Iterable, Iterator

from magadvisor.engine.amounts import elemental_fraction
from magadvisor.engine.gather import ids
from magadvisor.explain.rules import plain_section
from magadvisor.model.explained import Section, Sentence
from magadvisor.model.form import Caution, Compound, Form, Unit
from magadvisor.model.goal import Goal, Studied
from magadvisor.model.joining import from_to
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.source import Statement

_FINDING = {
    "helps": "it helps",
    "may-help": "it may help",
    "no-benefit-shown": "no benefit was shown",
    "not-studied": "it has not been studied for this",
}
_SEEN_IN = {
    "human": "seen in people",
    "animal": "seen in animals",
    "laboratory": "seen in the laboratory",
    "none": "no study",
}


def form_sections(form: Form) -> Iterator[Section]:
    """Tell a form: what is in it, how it is absorbed, what to look out for, and its place in law."""
    yield plain_section("Names", ", ".join(form.names))
    yield plain_section("Magnesium", *map(_compound, form.compounds), *map(_unit, form.units))
    absorbed = (
        Sentence(f"{one.text} ({_SEEN_IN[one.evidence]})", one.certainty, ids(one.sources))
        for one in form.absorption
    )
    yield Section("Absorption", tuple(absorbed))
    yield plain_section("In water", f"{form.solubility}.")
    neutralises = ("It neutralises acid.",) if form.alkaline else ()
    grade = form.gut_effect.replace("-", " ")
    yield plain_section("On the gut", form.gut_says, f"Effect on the gut: {grade}.", *neutralises)
    yield plain_section("As a medicine", *filter(None, (form.medicine_use, form.longest_use)))
    yield Section("Cautions", tuple(map(_statement, form.cautions)))
    status = (Sentence(f"{one.region.upper()}: {one.text}", None, ids(one.sources)) for one in form.status)
    yield Section("In law", tuple(status))
    yield plain_section("Not offered", *filter(None, (form.not_offered_because,)))


def goal_sections(goal: Goal, known: Knowledge) -> Iterator[Section]:
    """Tell a goal: its forms, what is known, what is not claimed, when to stop and when to get help."""
    yield plain_section("Names", ", ".join(goal.names))
    yield Section("Forms", tuple(_form_for(goal)))
    set_aside = (Sentence(f"{one.form}: {one.because}", None, ids(one.sources)) for one in goal.set_aside)
    yield Section("Set aside", tuple(set_aside))
    yield Section("Known", tuple(map(_statement, goal.known)))
    yield plain_section("Not claimed", *goal.not_claimed)
    yield Section("Studied", tuple(map(_studied, goal.studied)))
    yield Section("Time", (_studied(goal.time_to_effect),))
    yield plain_section("Stop if", goal.stop_if)
    yield Section("Also", tuple(map(_statement, goal.supporting)))
    yield Section("Get help", tuple(_signs(goal, known)))
    yield plain_section("Foods", ", ".join(known.foods[food].name for food in goal.foods))
    for one in goal.questions:
        asked = (Sentence(f'"{one.question}"'), Sentence(one.answer, None, ids(one.sources)))
        yield Section("People ask", asked)


def _compound(one: Compound) -> str:
    share = 100 * elemental_fraction(one.formula)
    counts = "; amounts are worked out from this one" if one.reference else ""
    return f"{one.name}, {one.formula}: {share:.1f} % magnesium{counts}."


def _unit(one: Unit) -> str:
    return f"{one.text} holds about {from_to(one.low_mg, one.high_mg)} mg of magnesium."


def _statement(one: Statement | Caution) -> Sentence:
    return Sentence(one.text, one.certainty, ids(one.sources))


def _studied(one: Studied) -> Sentence:
    return Sentence(one.text, None, ids(one.sources))


def _form_for(goal: Goal) -> Iterable[Sentence]:
    for place, one in enumerate(goal.forms, 1):
        use = one.use.replace("-", " ")
        text = f"{place}. {one.form} ({use}): {_FINDING[one.finding]}. {one.because}"
        yield Sentence(text, one.certainty, ids(one.sources))


def _signs(goal: Goal, known: Knowledge) -> Iterable[Sentence]:
    for flag in goal.red_flags:
        text = f"{flag.text}. {known.turn_to(flag.urgency, flag.who)}."
        yield Sentence(text, None, ids(flag.sources))
