"""Small wrong changes of the knowledge: hours, severities, limits, words of conditions, phrases, effects."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from functools import partial
from re import sub
from typing import TypeVar

from magadvisor.engine.meet import met_by_name
from magadvisor.model.interaction import Interaction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.rule import Effects, Rule, When
from magadvisor.model.vocabulary import Entry
from magadvisor.model.words import Action, Salts, Severity
from magadvisor.names.phrases import find, index

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Change:
    """One wrong change; `put` makes it in the very records that everybody holds.

    Tests with a word of `about` in their names speak of the record. `same` says whether no medicine
    and no phrase that is left out is answered otherwise; then there was nothing to notice.
    """

    kind: str
    what: str
    put: Callable[[], None]
    about: tuple[str, ...] = ()
    same: Callable[[], bool] = bool


def changes(known: Knowledge) -> Iterator[Change]:
    """Give every change that is tried."""
    for interaction in known.interactions.values():
        for what, wrong in _interaction(interaction):
            about = (interaction.id,)
            same = partial(_met_alike, known, replace(interaction), wrong)
            yield Change("interaction", f"{interaction.id}: {what}", _put(interaction, wrong), about, same)
    for rule in known.rules.values():
        for what, other in _rule(rule):
            yield Change("rule", f"{rule.id}: {what}", _put(rule, other), _about(rule))
    yield from _limits(known)
    yield from _questions(known)
    for name in ("conditions", "symptoms", "kidney"):
        yield from _phrases(known, name)


def _about(rule: Rule) -> tuple[str, ...]:
    when = rule.when
    asked = (when.conditions, when.symptoms, when.takes, when.kidney, when.life_stage)
    return rule.id, *(word for words in asked for word in words or ())


def _put(record: object, wrong: object) -> Callable[[], None]:
    """Give what turns a record into a wrong one; whoever holds the record sees it."""

    def put() -> None:
        for field in fields(record):  # type: ignore[arg-type]
            object.__setattr__(record, field.name, getattr(wrong, field.name))

    return put


def _interaction(one: Interaction) -> Iterator[tuple[str, Interaction]]:
    after, before = one.magnesium_after_medicine_hours, one.magnesium_before_medicine_hours
    if after is not None and before is not None:
        for more in (1, -1):
            if after + more >= 0:
                yield f"{more:+} hour after", replace(one, magnesium_after_medicine_hours=after + more)
            if before + more >= 0:
                yield f"{more:+} hour before", replace(one, magnesium_before_medicine_hours=before + more)
        if after != before:
            yield (
                "hours swapped",
                replace(one, magnesium_after_medicine_hours=before, magnesium_before_medicine_hours=after),
            )
    for severity in _beside(tuple(Severity), one.severity):
        yield f"severity {severity}", replace(one, severity=severity)
    for action in _beside(tuple(Action), one.action):
        hours = (after or 2.0, before or 2.0) if action is Action.SEPARATE else (None, None)
        changed = replace(one, action=action, least=None)
        yield (
            f"action {action}",
            replace(
                changed,
                magnesium_after_medicine_hours=hours[0],
                magnesium_before_medicine_hours=hours[1],
            ),
        )
    salts = Salts.ALKALINE if one.salts is Salts.ALL else Salts.ALL
    yield f"salts {salts}", replace(one, salts=salts)
    for field in ("atc", "medicines", "except_"):
        for rest, left in _without(getattr(one.applies_to, field)):
            yield f"{field} without {left}", replace(one, applies_to=replace(one.applies_to, **{field: rest}))


def _rule(one: Rule) -> Iterator[tuple[str, Rule]]:
    for what, when in _when(one.when):
        yield what, replace(one, when=when)
    then = one.then
    for field in fields(then):
        value = getattr(then, field.name)
        if not value:
            continue
        nothing: object = () if isinstance(value, tuple) else False if value is True else None
        yield f"without {field.name}", replace(one, then=_effects(then, field.name, nothing))
        if isinstance(value, tuple):
            for rest, left in _without(value):
                if rest:
                    yield f"{field.name} without {left}", replace(one, then=_effects(then, field.name, rest))
        if isinstance(value, float | int) and not isinstance(value, bool):
            yield f"{field.name} +50", replace(one, then=_effects(then, field.name, value + 50))


def _effects(then: Effects, name: str, value: object) -> Effects:
    return replace(then, **{name: value})  # type: ignore[arg-type]


def _when(when: When) -> Iterator[tuple[str, When]]:
    for field in fields(when):
        value = getattr(when, field.name)
        if value is None:
            continue
        yield f"when without {field.name}", replace(when, **{field.name: None})
        if isinstance(value, tuple) and len(value) > 1:
            for rest, left in _without(value):
                told = left if isinstance(left, str) else "a part"
                yield f"{field.name} without {told}", replace(when, **{field.name: rest})  # type: ignore[arg-type]


def _limits(known: Knowledge) -> Iterator[Change]:
    for upper in known.limits.uppers:
        for what, wrong in (
            ("+50 mg", replace(upper, at_most_mg=upper.at_most_mg + 50)),
            ("-50 mg", replace(upper, at_most_mg=max(1.0, upper.at_most_mg - 50))),
            ("a year later", replace(upper, from_age=upper.from_age + 1)),
        ):
            yield Change("limit", f"{upper.id}: {what}", _put(upper, wrong))
    for intake in (row for table in known.limits.intake_tables for row in table.rows):
        other = replace(intake, recommended_mg=intake.recommended_mg + 10)
        yield Change("limit", f"{intake.id}: +10 mg", _put(intake, other))


def _questions(known: Knowledge) -> Iterator[Change]:
    for question in known.questions.values():
        for band in question.bands:
            for more in (1, -1):
                if band.at_least + more > 0:
                    wrong = replace(band, at_least=band.at_least + more)
                    what = f"{question.id}: {band.word} from {wrong.at_least:g}"
                    yield Change("question", what, _put(band, wrong))


def _phrases(known: Knowledge, name: str) -> Iterator[Change]:
    entries: tuple[Entry, ...] = getattr(known.vocabulary, name)
    for entry in entries:
        for place, left in enumerate(entry.phrases):
            what = f"{name}, {entry.id}: without “{left}”"
            same = partial(_heard_alike, known, entry, entry.phrases, place)
            yield Change("phrase", what, partial(_lose, entry, place), (entry.id,), same)


def _lose(entry: Entry, place: int) -> None:
    """Take a phrase away; made only when asked for, because there are many of them."""
    rest = (*entry.phrases[:place], *entry.phrases[place + 1 :])
    object.__setattr__(entry, "phrases", rest)


def _met_alike(known: Knowledge, one: Interaction, other: Interaction) -> bool:
    """Say whether every medicine meets both, or neither, and nothing else about them differs."""
    if replace(other, applies_to=one.applies_to) != one:
        return False
    medicines = known.medicines
    return all(
        bool(met_by_name(medicine, medicines, [one])) == bool(met_by_name(medicine, medicines, [other]))
        for medicine in medicines.values()
    )


def _heard_alike(known: Knowledge, entry: Entry, phrases: tuple[str, ...], place: int) -> bool:
    """Say whether a phrase that was left out is heard as before, with both ends of a range in it."""
    texts = [sub(r"\[(\d+)-(\d+)\]", end, phrases[place]).replace(" + ", " and ") for end in (r"\1", r"\2")]
    bands = known.questions["kidney"].bands
    without = [find(text, index(known.vocabulary, bands)) for text in texts]
    object.__setattr__(entry, "phrases", phrases)
    return without == [find(text, index(known.vocabulary, bands)) for text in texts]


def _beside(words: tuple[_T, ...], word: _T) -> Iterator[_T]:
    """Give the words one step away."""
    place = words.index(word)
    yield from (words[near] for near in (place - 1, place + 1) if 0 <= near < len(words))


def _without(values: tuple[_T, ...]) -> Iterator[tuple[tuple[_T, ...], _T]]:
    for place, value in enumerate(values):
        yield (*values[:place], *values[place + 1 :]), value
