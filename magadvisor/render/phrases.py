"""Sentences that pages build from an advice."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from magadvisor.model.account import NotChecked
from magadvisor.model.advice import Action, Advice, CitedSource, OfferedForm, Reason, SuggestedFood
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.told import AnsweredCards, DayPlan
from magadvisor.model.words import Outcome, Urgency
from magadvisor.render.words import answer, finding

if TYPE_CHECKING:
    from magadvisor.model.explained import Work
    from magadvisor.model.source import Source

LONGEST_FOOD = 35

_CANNOT_WAIT = (Urgency.EMERGENCY, Urgency.SAME_DAY)
_SOONEST_FIRST = tuple(reversed(Urgency))
_QUESTION = {
    "kidney": "your kidneys",
    "medicines": "your medicines",
    "age": "your age",
    "sex": "your sex",
    "life_stage": "pregnancy and breastfeeding",
    "conditions": "conditions",
    "symptoms": "symptoms",
    "digestion": "your digestion",
    "taking": "magnesium you already take",
    "region": "where you live",
    "avoid": "foods you must avoid",
    "goals": "what you want it for",
    "interactions": "what your medicines meet",
    "takes": "your medicines",
    "diet": "what you do not eat",
}


def goals(advice: Advice) -> str:
    """Say what the advice is for."""
    named = advice.profile["goals"]
    return "for " + ", ".join(named if isinstance(named, list) else [str(named)]).replace("-", " ")


def to_do(advice: Advice | AnsweredCards | DayPlan) -> tuple[Action, ...]:
    """List what to do; where help is needed now, only what cannot wait."""
    if advice.outcome != Outcome.URGENT:
        return advice.actions
    return tuple(one for one in advice.actions if one.urgency in _CANNOT_WAIT)


def action(one: Action, known: Knowledge) -> str:
    """Say when and whom to ask, and why."""
    return f"{turn_to(one, known)} {one.text}"


def turn_to(one: Action, known: Knowledge) -> str:
    """Say when and whom to ask."""
    return f"{known.turn_to(one.urgency, one.who)}:"


def question(name: str) -> str:
    """Name what a question is about."""
    return _QUESTION[name]


def not_checked(one: NotChecked) -> str:
    """Name an item that was not checked, with what it may have meant."""
    hint = f" Did you mean {' or '.join(one.suggestions)}?" if one.suggestions else ""
    return f"{one.typed} ({one.list}): not checked.{hint}"


def certainty(word: str) -> str:
    """Say a GRADE word as people read it."""
    return "no human evidence" if word == "none" else f"{word.replace('-', ' ')} certainty"


def graded(text: str, word: str) -> str:
    """Say a statement with how sure it is behind it."""
    return f"{text} ({certainty(word)})"


def sureness(word: str) -> str:
    """Say a GRADE word as a sentence begins; `none` means that no trial in people can be used."""
    return "No usable trial in people" if word == "none" else certainty(word).capitalize()


def how_sure(form: OfferedForm) -> str:
    """Say the finding and how sure it is in one sentence, and why the form is shown."""
    return f"{finding_of(form)} {form.because}"


def finding_of(form: OfferedForm) -> str:
    """Say the finding of a form and how sure it is in one sentence."""
    return f"{finding(certainty(form.certainty), form.finding)}."


def set_aside(advice: Advice) -> Iterator[tuple[str, str]]:
    """Name the forms that were set aside, and why; those that share a reason stand together."""
    shared: dict[str, list[str]] = {}
    for one in advice.set_aside:
        shared.setdefault(one.because, []).append(one.id)
    yield from ((f"{', '.join(forms)}:", because) for because, forms in shared.items())


def red_flags(advice: Advice, known: Knowledge) -> dict[str, list[str]]:
    """Say where to go and how soon, each with the signs that mean it, the soonest first."""
    groups: dict[str, list[str]] = {}
    for flag in sorted(advice.red_flags, key=lambda one: _SOONEST_FIRST.index(one.urgency)):
        groups.setdefault(known.turn_to(flag.urgency, flag.who), []).append(flag.text)
    return groups


def food(one: SuggestedFood) -> str:
    """Name a food and its portion as shortly as can be told apart."""
    grams = f"{_grams(one.portion):.0f} g"
    name = one.name
    while len(f"{name}, {grams}") > LONGEST_FOOD and "," in name:
        name = name.rsplit(",", 1)[0]
    return f"{name}, {grams}"


def source(one: "CitedSource | Source | Work", at: str = "") -> str:
    """Name a source by title, publisher, year, and what is said of places in it; no year is said twice."""
    year = f", {one.year}" if one.year and str(one.year) not in one.title else ""
    return f"{one.title}. {one.publisher}{year}{at}."


def source_in_short(one: CitedSource) -> str:
    """Name a source by who published it, and when."""
    year = f" {one.year}" if one.year and str(one.year) not in one.publisher else ""
    return f"{one.publisher}{year}."


def unanswered(advice: Advice, could_change: bool = True) -> Iterator[str]:
    """List what was not answered; with what each could change, if wanted."""
    if could_change:
        yield from (f"{_QUESTION[one.question]}: {one.could_change}" for one in advice.unanswered)
    elif advice.unanswered:
        named = ", ".join(_QUESTION[one.question] for one in advice.unanswered)
        yield f"{named[:1].upper()}{named[1:]}. Each could change this; --why says how."


def coverage(advice: Advice) -> str:
    """Say how many rules were read and how many apply."""
    one = advice.coverage
    if not one.fired:
        return f"None of the {one.rules} rules for what you listed applies."
    listed = f"{one.checked} of {one.listed} listed items checked." if one.listed else "Nothing was listed."
    return f"{one.rules} rules read, {one.fired} apply. {listed}"


def saw(reason: Reason) -> str:
    """Say which answers a rule saw."""
    seen = "; ".join(f"{question(one)}: {', '.join(map(answer, words))}" for one, words in reason.saw.items())
    return f"({seen[:1].upper()}{seen[1:]}.)" if seen else ""


def stamp(advice: Advice) -> str:
    """Name the knowledge of an advice and whether anyone qualified reviewed it."""
    known = advice.knowledge
    return _stamp(known.version, known.digest, known.reviewed_by)


def knowledge_stamp(known: Knowledge) -> str:
    """Name the version of the knowledge and whether anyone qualified reviewed it."""
    return _stamp(known.meta.version, known.digest, known.meta.reviewed_by)


def _stamp(version: str, digest: str, reviewed_by: str | None) -> str:
    review = f"reviewed by {reviewed_by}" if reviewed_by else "not reviewed by a clinician"
    return f"knowledge {version} ({digest.removeprefix('sha256:')[:8]}), {review}"


def _grams(portion: str) -> float:
    """Read the weight that ends a portion: "1/2 cup, 90 g"."""
    return float(portion.rsplit(",", 1)[-1].removesuffix("g"))
