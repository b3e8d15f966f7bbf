"""Laws over what is told: each takes answers and whoever advises, and says what is wrong, or nothing."""

import json
import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from magadvisor.documents import advice_document, advice_json
from magadvisor.model.advice import Advice
from magadvisor.model.answers import Answers
from magadvisor.model.words import Kidney, LifeStage, Outcome, Region
from tests.support.asking import as_text, offered
from tests.support.careful import less_careful

Advise = Callable[[Answers], Advice]
Law = Callable[[Answers, Advise], Iterator[str]]
_T = TypeVar("_T")

NEVER_OFFERED = frozenset(("sulfate", "orotate"))
SEVERE = frozenset(("g3b", "g4", "g5", "dialysis", "transplant", "acute", "diagnosed"))
_WORD = re.compile(r"\w+")
LISTS = ("medicines", "conditions", "symptoms", "taking", "avoid")


def nothing_is_told_past_a_gate(one: Answers, advise: Advise) -> Iterator[str]:
    """Withhold and urgent show no form, no amount, no day; urgent shows no foods either."""
    advice = advise(one)
    if advice.outcome.care < Outcome.WITHHOLD.care:
        if advice.form is None:
            yield "no form is shown and yet nothing is withheld"
        return
    if (advice.form, advice.dose, advice.day, advice.alternatives) != (None, None, None, ()):
        yield "something is shown behind a gate"
    if advice.outcome is Outcome.URGENT and advice.foods:
        yield "foods are shown to somebody who should go now"


def severe_kidney_disease_sees_no_amount(one: Answers, advise: Advise) -> Iterator[str]:
    """No sentence gives a milligram figure for a supplement where the kidneys forbid it."""
    advice = advise(one)
    if advice.profile["kidney"] not in SEVERE:
        return
    if "supplements and medicines" in as_text(advice, 200):
        yield "an amount stands on the page"
    yield from (reason.says for reason in advice.reasons if "mg a day" in reason.says)


def no_form_that_was_set_aside_is_shown(one: Answers, advise: Advise) -> Iterator[str]:
    """What is set aside, or never offered by mouth, is no form and no alternative."""
    advice = advise(one)
    yield from sorted(({form.id for form in advice.set_aside} | NEVER_OFFERED) & set(offered(advice)))


def no_limit_that_is_told_is_passed(one: Answers, advise: Advise) -> Iterator[str]:
    """The limit is no higher than any limit that is named, and what may be added no more than it."""
    dose = advise(one).dose
    if dose is None or dose.limit_mg is None:
        return
    yield from (limit.body for limit in dose.limits if dose.limit_mg > limit.at_most_mg)
    if dose.at_most_mg is not None and not 0 < dose.at_most_mg <= dose.limit_mg:
        yield f"{dose.at_most_mg:g} mg of {dose.limit_mg:g} mg"


def everything_typed_is_answered(one: Answers, advise: Advise) -> Iterator[str]:
    """Each item typed is listed as it was typed; what was not checked stands again in a list of its own.

    There also stands what was not heard of an item that is a list itself, in words of that item.
    """
    advice = advise(one)
    document = json.loads(advice_json(advice))
    for name in LISTS:
        if [item["typed"] for item in document[name]] != [_text(item) for item in getattr(one, name) or ()]:
            yield f"{name} were typed and are not all listed"
    unchecked = [item["typed"] for name in LISTS for item in document[name] if not item["checked"]]
    told = [item.typed for item in advice.not_checked]
    if [text for text in told if text in unchecked] != unchecked:
        yield "what was not checked is not told"
    typed = [set(_WORD.findall(item["typed"].lower())) for name in LISTS for item in document[name]]
    for part in told:
        if part not in unchecked and not any(set(_WORD.findall(part.lower())) <= words for words in typed):
            yield f"{part} is not checked, and nobody typed it"


def unknown_is_no_milder_than_none(one: Answers, advise: Advise) -> Iterator[str]:
    """An unknown in place of a healthy answer never makes the advice less careful."""
    for unknown, none in _unknown_and_none(one):
        yield from less_careful(advise(none), advise(unknown))


def more_is_no_milder(more: Callable[[Answers], Answers]) -> Law:
    """A thing more that was answered never makes the advice less careful."""
    return lambda one, advise: iter(less_careful(advise(one), advise(more(one))))


def the_order_of_answers_changes_nothing(one: Answers, advise: Advise) -> Iterator[str]:
    """Answers in another order, the goals apart, change nothing but the order in which they stand."""
    draw = random.Random(repr(one))
    other = replace(
        one,
        medicines=_shuffled(one.medicines, draw),
        conditions=_shuffled(one.conditions, draw),
        symptoms=_shuffled(one.symptoms, draw),
        taking=_shuffled(one.taking, draw),
        avoid=_shuffled(one.avoid, draw),
    )
    before, after = unordered(advise(one)), unordered(advise(other))
    yield from (key for key in before if before[key] != after[key])


def the_same_answers_give_the_same_bytes(one: Answers, advise: Advise) -> Iterator[str]:
    """The same answers are answered twice with the same bytes."""
    if advice_json(advise(one)) != advice_json(advise(one)):
        yield "the bytes differ"


LAWS: tuple[Law, ...] = (
    nothing_is_told_past_a_gate,
    severe_kidney_disease_sees_no_amount,
    no_form_that_was_set_aside_is_shown,
    no_limit_that_is_told_is_passed,
    everything_typed_is_answered,
    unknown_is_no_milder_than_none,
    the_order_of_answers_changes_nothing,
    the_same_answers_give_the_same_bytes,
)


def unordered(advice: Advice) -> Mapping[str, object]:
    """Write an advice so that the order inside its lists does not count."""
    return {key: _sorted(value) for key, value in advice_document(advice).items()}


def _sorted(value: object) -> object:
    if isinstance(value, dict):
        return {key: _sorted(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return sorted((_sorted(inner) for inner in value), key=repr)
    return value


def _text(item: object) -> object:
    return getattr(item, "name", getattr(item, "text", item))


def _shuffled(items: tuple[_T, ...] | None, draw: random.Random) -> tuple[_T, ...] | None:
    return None if items is None else tuple(draw.sample(items, len(items)))


def _unknown_and_none(one: Answers) -> Iterator[tuple[Answers, Answers]]:
    yield replace(one, kidney=Kidney.UNKNOWN), replace(one, kidney=Kidney.NONE)
    yield replace(one, medicines=None), replace(one, medicines=())
    yield replace(one, conditions=None), replace(one, conditions=())
    yield replace(one, symptoms=None), replace(one, symptoms=())
    yield replace(one, taking=None), replace(one, taking=())
    yield replace(one, life_stage=LifeStage.UNKNOWN), replace(one, life_stage=LifeStage.NONE)
    yield replace(one, region=None), replace(one, region=Region.US)
    yield replace(one, age=None), replace(one, age=45.0)
