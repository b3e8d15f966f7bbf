"""Laws that one rule, one interaction or one sentence must keep."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from magadvisor.model.claim import Claim, ClaimVerdict, SeenIn
from magadvisor.model.form import Caution
from magadvisor.model.goal import Answer
from magadvisor.model.interaction import Interaction, Least
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.rule import Effects, Rule, When
from magadvisor.model.words import (
    Action,
    AgeBand,
    Certainty,
    Diet,
    Digestion,
    Kidney,
    LifeStage,
    Listed,
    Region,
    Sex,
    VitaminB6Taken,
)

Finding = tuple[str, str]  # what is wrong, what to write instead

NEGATABLE = ("goals", "digestion", "region")
HEALTHY = ("none", "normal")
_REASSURING = re.compile(r"\b(safe|harmless|cure|no interactions)\b", re.IGNORECASE)
_COMPARED = ("digestion", "kidney", "medicines", "age", "life_stage", "conditions", "symptoms", "taking")
_LONGEST_HOURS = 24.0


def rule_laws(rule: Rule, known: Knowledge) -> Iterator[Finding]:
    """Give every law that a rule breaks."""
    words = vocabulary(known)
    yield from _words(rule.when, words)
    for example in (*rule.fires_for, *rule.silent_for):
        yield from _example(example, words)
    yield from _negations(rule.when)
    if _restricts(rule.then):
        yield from _silence(rule.when)
    for form in (*rule.then.exclude, *rule.then.behind, *rule.then.prefer):
        if form not in known.forms:
            yield f"the form `{form}` is not known", "use a form id"
    if rule.then.at_most_mg is not None and any((rule.then.urgent, rule.then.withhold, rule.then.ask)):
        yield "a rule that refers somebody sets an amount too", "make two rules of it"
    if rule.then.keep_apart is not None:
        if not rule.when.takes:
            yield "`keep_apart` is from no medicine", "name the medicines in `takes`"
        hours = (rule.then.keep_apart.after, rule.then.keep_apart.before)
        if not all(0 <= one <= _LONGEST_HOURS for one in hours):
            yield "hours of `keep_apart` must lie between 0 and 24", "write hours"
    if not rule.fires_for or not rule.silent_for:
        yield "a rule needs an example that fires and one that does not", "add fires_for and silent_for"


def interaction_laws(one: Interaction, known: Knowledge) -> Iterator[Finding]:
    """Give every law that an interaction breaks."""
    after, before = one.magnesium_after_medicine_hours, one.magnesium_before_medicine_hours
    if one.action is Action.SEPARATE and (after is None or before is None):
        yield "`separate` needs hours on both sides", "add the missing side"
    if one.action is not Action.SEPARATE and not (after is None and before is None):
        yield f"`{one.action}` carries hours", "leave them out, or write `action: separate`"
    for hours in (after, before):
        if hours is not None and not 0 < hours <= _LONGEST_HOURS:
            yield "hours must lie above 0 and not above 24", "write the hours of one day"
    least = one.least or Least()
    for used, shortest in ((after, least.after), (before, least.before)):
        if used is not None and shortest is not None and used < shortest:
            yield "the hours used are shorter than the least that is accepted", "use the longer figure"
    for name in (*one.applies_to.medicines, *one.applies_to.except_):
        if name not in known.medicines:
            yield f"`{name}` is not a medicine here", "use the name of an entry in medicines"
    if not one.applies_to.atc and not one.applies_to.medicines:
        yield "the interaction applies to no medicine", "add an ATC code or a name"
    yield from _hours_of_sources(one)


def _hours_of_sources(one: Interaction) -> Iterator[Finding]:
    """Compare the hours kept with those that each source gives: what is longer or differs must be told."""
    sides = (
        ("after", one.magnesium_after_medicine_hours, {cited.says_after for cited in one.sources}),
        ("before", one.magnesium_before_medicine_hours, {cited.says_before for cited in one.sources}),
    )
    for side, used, said in sides:
        given = sorted(hours for hours in said if hours is not None)
        if any(not 0 <= hours <= _LONGEST_HOURS for hours in given):
            yield f"`says_{side}` must lie between 0 and 24", "write the hours that the source gives"
        if one.sources_differ is not None or not given:
            continue
        if used is not None and given[-1] > used:
            yield f"a source asks for a longer gap {side} a dose than is kept", "say so in `sources_differ`"
        if given[0] != given[-1]:
            yield f"the hours of the sources differ {side} a dose", "say so in `sources_differ`"


def caution_laws(caution: Caution, words: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    """Give every law that a caution about a form breaks; silence never rules one out."""
    if caution.when is None:
        return
    yield from _words(caution.when, words)
    for one in caution.when.every():
        if one.not_ is not None:
            yield "a caution says `not`", "list whom it concerns"
        for question, listed in _lines(one):
            if "unknown" not in listed:
                yield f"{question} of a caution leaves out `unknown`", "add unknown"


def claim_laws(one: Claim) -> Iterator[Finding]:
    """Give every law that a claim breaks."""
    if not one.sources:
        yield "a verdict needs a source", "add one, with its place"
    if any(cited.at is None for cited in (*one.sources, *one.heard_at)):
        yield "a source stands without its place", "add `at`: a table, a section, a page"
    if not one.seen_in:
        yield (
            "nothing says where the evidence was seen",
            "write people, animals, laboratory, definition or nothing",
        )
    if SeenIn.NOTHING in one.seen_in and len(one.seen_in) > 1:
        yield "the evidence was seen in nothing and in something", "keep one"
    if SeenIn.NOTHING in one.seen_in and one.certainty is not Certainty.NONE:
        yield "no study was found, yet there is a certainty", "write `certainty: none`"
    settled = one.verdict in (ClaimVerdict.SUPPORTED, ClaimVerdict.CONTRADICTED)
    if settled and one.certainty is Certainty.NONE:
        yield f"`{one.verdict}` needs evidence", "write not-supported or unknown"


def sentence_laws(value: object) -> Iterator[Finding]:
    """Give every sentence that reassures; a question that a person asks may hold such a word."""
    for text in _texts(value):
        found = _REASSURING.search(text)
        if found:
            yield f"`{found.group()}` reassures", "say what was checked, or what it does not do"


_QUOTED = frozenset(
    {"names", "title", "says", "at", "fires_for", "silent_for", "claim", "also_said", "heard_at"}
)
"""What repeats the words of others: names, titles, what sources and people say, and examples."""


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Answer):
        yield value.answer
    elif isinstance(value, tuple):
        for inner in value:
            yield from _texts(inner)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _QUOTED:
                yield from _texts(getattr(value, field.name))


def vocabulary(known: Knowledge) -> dict[str, frozenset[str]]:
    """Collect the words that each question of a rule may be answered with."""
    conditions = {entry.id for entry in known.vocabulary.conditions}
    symptoms = {entry.id for entry in known.vocabulary.symptoms}
    return {
        "goals": frozenset(known.goals),
        "digestion": frozenset(Digestion),
        "kidney": frozenset(Kidney),
        "medicines": frozenset(Listed),
        "age": frozenset(AgeBand),
        "sex": frozenset(Sex),
        "life_stage": frozenset(LifeStage),
        "conditions": frozenset({*conditions, "none", "unknown"}),
        "symptoms": frozenset({*symptoms, "none", "unknown"}),
        "taking": frozenset({*Listed, *VitaminB6Taken}),
        "interactions": frozenset(known.interactions),
        "takes": frozenset(known.medicines),
        "diet": frozenset(Diet),
        "avoid": frozenset(entry.id for entry in known.vocabulary.allergens),
        "region": frozenset({*Region, "unknown"}),
    }


def _lines(when: When) -> Iterator[tuple[str, tuple[str, ...]]]:
    for field in fields(when):
        words = getattr(when, field.name)
        if words is not None and field.name not in ("not_", "all_", "any_"):
            yield field.name, words


def _words(when: When, known: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    for one in when.every():
        for question, words in _lines(one):
            yield from _unknown(question, words, known)


def _example(example: Mapping[str, object], known: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    for question, words in example.items():
        if question not in known:
            yield f"`{question}` is no question of an example", f"use one of {', '.join(known)}"
        elif not isinstance(words, list):
            yield f"`{question}` of an example needs a list", f"write `{question}: [word]`"
        else:
            yield from _unknown(question, words, known)


def _unknown(
    question: str, words: Iterable[object], known: Mapping[str, frozenset[str]]
) -> Iterator[Finding]:
    for word in words:
        if word not in known[question]:
            yield f"`{word}` is not a word of {question}", "use a word that exists"


def _negations(when: When) -> Iterator[Finding]:
    for one in when.every():
        for negated in one.not_.every() if one.not_ else ():
            for question, _ in _lines(negated):
                if question not in NEGATABLE:
                    yield f"`not` names {question}", f"`not` may name only {', '.join(NEGATABLE)}"


def _silence(when: When) -> Iterator[Finding]:
    """Find a line that restricts for `none` but forgets whoever did not answer."""
    for question, words in _lines(when):
        if question in _COMPARED and any(word in HEALTHY for word in words) and "unknown" not in words:
            yield f"{question} lists `none` or `normal` without `unknown`", "add unknown"


def _restricts(then: Effects) -> bool:
    return any(
        getattr(then, field.name) not in (None, (), False)
        for field in fields(then)
        if field.name not in ("say",)
    )
