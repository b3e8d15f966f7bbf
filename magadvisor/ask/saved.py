"""Answers as a profile document, in YAML that `recommend --profile` reads back to the same answers."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import TypeVar

from magadvisor.model.answers import Answers, TypedMagnesium, TypedMedicine
from magadvisor.model.clock import clock
from magadvisor.model.profile import Dose
from magadvisor.model.words import WEEKDAYS, Digestion, Kidney, LifeStage, Sex
from magadvisor.profiles import PROFILE_SCHEMA

_T = TypeVar("_T")

_FOUR_DIGITS = 0xFFFF


def profile_text(answers: Answers) -> str:
    """Write what was answered; what is unknown is left out."""
    lines = [f"schema: {PROFILE_SCHEMA}", *_lines(answers)]
    return "\n".join(lines) + "\n"


def _lines(answers: Answers) -> Iterator[str]:
    yield f"goals: {_words(answers.goals)}"
    yield from _list("symptoms", answers.symptoms, _quoted)
    yield from _one("kidney", None if answers.kidney is Kidney.UNKNOWN else answers.kidney)
    yield from _one("egfr", _number(answers.egfr))
    yield from _list("medicines", answers.medicines, _medicine)
    yield from _one("age", _number(answers.age))
    yield from _one("sex", None if answers.sex is Sex.UNKNOWN else answers.sex)
    yield from _one("life_stage", None if answers.life_stage is LifeStage.UNKNOWN else answers.life_stage)
    yield from _list("conditions", answers.conditions, _quoted)
    yield from _one("digestion", _words(word for word in answers.digestion if word is not Digestion.UNKNOWN))
    yield from _list("taking", answers.taking, _magnesium)
    yield from _one("diet", _words(answers.diet))
    yield from _list("avoid", answers.avoid, _quoted)
    yield from _one("region", answers.region)


def _one(key: str, word: str | None) -> Iterator[str]:
    if word is not None:
        yield f"{key}: {word}"


def _words(words: Iterable[str]) -> str | None:
    """Write words in brackets; nothing for none."""
    listed = ", ".join(words)
    return f"[{listed}]" if listed else None


def _list(key: str, items: tuple[_T, ...] | None, written: Callable[[_T], str]) -> Iterator[str]:
    """Write a list, one item a line; an empty one says none, and an unknown one is left out."""
    if items is not None:
        yield f"{key}:{'' if items else ' []'}"
        yield from (f"  - {written(item)}" for item in items)


def _medicine(one: TypedMedicine) -> str:
    parts = [f"name: {_quoted(one.name)}"]
    if one.doses:
        parts.append(f"at: [{', '.join(_quoted(time) for dose in one.doses for time in _times(dose))}]")
    if one.route is not None:
        parts.append(f"route: {one.route}")
    # A name with an @ would be read as a time when it stands alone.
    return _quoted(one.name) if len(parts) == 1 and "@" not in one.name else f"{{{', '.join(parts)}}}"


def _times(dose: Dose) -> Iterator[str]:
    at = clock(dose.minute)
    yield from (f"{WEEKDAYS[day]} {at}" for day in dose.days) if dose.days else (at,)


def _magnesium(one: TypedMagnesium) -> str:
    if one.form is None or one.elemental_mg is None:
        return _quoted(one.text)
    return f"{{form: {_quoted(one.form)}, elemental_mg: {_number(one.elemental_mg)}}}"


def _quoted(text: str) -> str:
    """Quote a text so that YAML reads it back unchanged, whatever stands in it."""
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= _FOUR_DIGITS else f"\\U{code:08x}"


def _number(number: float | None) -> str | None:
    """Write a number digit by digit; an exponent would be read as a word."""
    if number is None:
        return None
    return format(Decimal(repr(number)).normalize(), "f")
