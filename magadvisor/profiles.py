"""Profile documents in: a text becomes answers, or raises BadAnswer with the key and never the value."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from magadvisor.inputs import (
    LONGEST_WORD_SHOWN,
    did_you_mean,
    read_age,
    read_egfr,
    read_goal,
    read_list,
    read_medicine,
    read_number,
    read_time,
    read_word,
    refuse_times,
)
from magadvisor.model.answers import Answers, BadAnswer, TypedMagnesium, TypedMedicine
from magadvisor.model.closed import StrEnum
from magadvisor.model.goal import Goal
from magadvisor.model.printable import printable
from magadvisor.model.record import replace
from magadvisor.model.words import Diet, Digestion, Kidney, LifeStage, Region, Route, Sex

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from magadvisor.knowledge.document import Document
    from magadvisor.profile_shape import MedicineItem, ProfileDocument, TakingItem

PROFILE_SCHEMA = "magadvisor.profile/1"

MOST_TAKEN_MG = 1_000_000.0
"""More elemental magnesium a day than anybody can take; a larger figure is a mistake."""

_NUMBERS = ("age", "egfr", "elemental_mg")

_W = TypeVar("_W", bound=StrEnum)


def read_profile(text: str, goals: Mapping[str, Goal]) -> Answers:
    """Read a profile document: JSON where it starts with `{`, else YAML."""
    document = _document(text)
    if document.problems:
        raise _unreadable(document)
    if not isinstance(document.value, dict):
        hint = "write keys such as `goals: [sleep]`"
        raise BadAnswer("invalid-profile", "a profile must hold keys and answers", hint, "--profile")
    try:
        return answers_of(profile_document(document.value), goals)
    except BadAnswer as bad:
        raise _with_line(bad, document.lines) from None


def _document(text: str) -> "Document":
    if text.lstrip().startswith("{"):
        from magadvisor.knowledge.strict_json import read_json

        return read_json(text, "profile")
    from magadvisor.knowledge.strict_yaml import read_yaml

    return read_yaml(text, "profile", echo=False)


def profile_document(raw: Mapping[str, object]) -> "ProfileDocument":
    """Check the keys and types of a profile document; what is wrong is named by key, never by value."""
    from pydantic import ValidationError

    try:
        document = _checker().validate_python(raw)
    except ValidationError as wrong:
        errors = wrong.errors(include_url=False, include_context=False, include_input=False)
        telling = min(errors, key=lambda error: _UNTELLING.get(error["type"], 1))
        raise _bad_profile(telling["type"], telling["loc"]) from None
    if document.schema not in (None, PROFILE_SCHEMA):
        hint = f"use {PROFILE_SCHEMA}"
        raise BadAnswer("invalid-profile", "schema: not a profile this program reads", hint, "schema")
    return document


def answers_of(document: "ProfileDocument", goals: Mapping[str, Goal]) -> Answers:
    """Check the words and numbers of a profile document and turn them into answers."""
    return Answers(
        goals=tuple(
            read_goal(text, goals, f"goals[{place}]") for place, text in enumerate(document.goals or ())
        ),
        kidney=_word(Kidney, document.kidney, "kidney") or Kidney.UNKNOWN,
        egfr=None if document.egfr is None else read_egfr(_number(document.egfr, "egfr"), "egfr"),
        medicines=_medicines(document.medicines),
        age=None if document.age is None else read_age(_number(document.age, "age"), "age"),
        sex=_word(Sex, document.sex, "sex") or Sex.UNKNOWN,
        life_stage=_word(LifeStage, document.life_stage, "life_stage") or LifeStage.UNKNOWN,
        conditions=_texts(document.conditions, "conditions"),
        symptoms=_texts(document.symptoms, "symptoms"),
        digestion=_words(Digestion, document.digestion, "digestion") or (Digestion.UNKNOWN,),
        taking=_taking(document.taking),
        diet=_words(Diet, document.diet, "diet"),
        avoid=_texts(document.avoid, "avoid"),
        region=_word(Region, document.region, "region"),
    )


def _unreadable(document: "Document") -> BadAnswer:
    """Say what of a text cannot be read, and at which key where one is known."""
    problem, where = document.problems[0], key_path(document.wrong_at)
    told = replace(problem, what=f"{where}: {problem.what}") if where else problem
    if document.wrong_at and document.wrong_at[-1] in _NUMBERS:  # in quotes it would be no number
        told = replace(told, instead="write it in digits, such as 54 or 54.5")
    return BadAnswer("invalid-profile", str(told), "", where or "--profile")


def key_path(place: Iterable[int | str]) -> str:
    """Write the path of a key as people do; one that somebody made up is shown as text, and cut."""
    return "".join(
        f"[{part}]" if isinstance(part, int) else f".{printable(part)[:LONGEST_WORD_SHOWN]}" for part in place
    ).lstrip(".")


def _with_line(bad: BadAnswer, lines: Mapping[tuple[str | int, ...], int]) -> BadAnswer:
    """Say in which line of a profile document a key stands, or else what holds it."""
    path = tuple(int(part) if part.isdigit() else part for part in re.findall(r"[^.\[\]]+", bad.where))
    while path and path not in lines:
        path = path[:-1]
    return BadAnswer(bad.code, f"profile:{lines[path]}: {bad.message}", bad.hint, bad.where) if path else bad


@lru_cache(1)
def _checker() -> "TypeAdapter[ProfileDocument]":
    """Make the checker of profile documents once; making it costs more than a hundred uses."""
    from pydantic import TypeAdapter

    from magadvisor.profile_shape import ProfileDocument

    return TypeAdapter(ProfileDocument)


def _bad_profile(kind: str, place: tuple[int | str, ...]) -> BadAnswer:
    """Say which key is wrong; of a list's item that may be text or an object, the object's key."""
    path = key_path(part for part in place if part not in _BRANCHES)
    if kind == "unexpected_keyword_argument":
        from magadvisor.profile_shape import KEYS

        hint = did_you_mean(str(place[-1]), KEYS)
        return BadAnswer("invalid-profile", f"{path} is not a key of a profile", hint, path)
    if kind == "missing":
        return BadAnswer("invalid-profile", f"{path} is missing", "", path)
    hint = _EXPECTED.get(path.split("[")[0].split(".")[0], "")
    return BadAnswer("invalid-profile", f"{path} has the wrong type", hint, path)


_UNTELLING = {"unexpected_keyword_argument": 0, "string_type": 2, "dataclass_type": 2}
"""Of several errors about one item the most telling is told: a misspelt key before a wrong type."""

_BRANCHES = ("str", "MedicineItem", "TakingItem")
_EXPECTED = dict.fromkeys(
    ("goals", "digestion", "medicines", "conditions", "symptoms", "taking", "diet", "avoid"),
    "give a list; [] says none",
)


def _word(words: type[_W], text: str | None, where: str) -> _W | None:
    return None if text is None else read_word(words, text, where)


def _words(words: type[_W], texts: Iterable[str] | None, where: str) -> tuple[_W, ...]:
    read = [read_word(words, text, f"{where}[{place}]") for place, text in enumerate(texts or ())]
    return tuple(dict.fromkeys(read))


def _texts(texts: Iterable[str] | None, where: str) -> tuple[str, ...] | None:
    if texts is None:
        return None
    listed = read_list(texts)
    for place, text in enumerate(listed):
        _refuse_blank(text, f"{where}[{place}]")
    return listed


def _refuse_blank(text: str, where: str) -> None:
    if not text.strip():
        raise BadAnswer("blank-item", f"{where} is blank", "leave it out, or write none", where)


def _medicines(items: "list[str | MedicineItem] | None") -> tuple[TypedMedicine, ...] | None:
    if items is None:
        return None
    listed = tuple(_medicine(item, f"medicines[{place}]") for place, item in enumerate(items))
    return () if {one.name.strip().lower() for one in listed} == {"none"} else listed


def _medicine(item: "str | MedicineItem", where: str) -> TypedMedicine:
    if isinstance(item, str):
        _refuse_blank(item, where)
        return read_medicine(item, where)
    _refuse_blank(item.name, f"{where}.name")
    apart = 'write them beside it: at: ["08:00", "20:00"]'
    refuse_times(item.name, f"{where}.name", "times stand in the name", apart)
    doses = tuple(read_time(text, f"{where}.at[{place}]") for place, text in enumerate(item.at or ()))
    return TypedMedicine(item.name, doses, _word(Route, item.route, f"{where}.route"))


def _taking(items: "Iterable[str | TakingItem] | None") -> tuple[TypedMagnesium, ...] | None:
    if items is None:
        return None
    listed = [_taken(item, f"taking[{place}]") for place, item in enumerate(items)]
    return () if {one.text.strip().lower() for one in listed} == {"none"} else tuple(listed)


def _taken(item: "str | TakingItem", where: str) -> TypedMagnesium:
    if isinstance(item, str):
        _refuse_blank(item, where)
        return TypedMagnesium(item)
    _refuse_blank(item.form, f"{where}.form")
    if item.elemental_mg is None:
        return TypedMagnesium(item.form, item.form)
    place = f"{where}.elemental_mg"
    amount = read_number(_number(item.elemental_mg, place), MOST_TAKEN_MG, place, "mg of magnesium")
    return TypedMagnesium(f"{item.form} {amount:g} mg", item.form, amount)


def _number(value: object, where: str) -> float:
    """Refuse everything but a number; a word or a truth value is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadAnswer("invalid-profile", f"{where} must be a number", "digits, without quotes", where)
    return value
