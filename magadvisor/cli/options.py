"""Options on the line become answers; they win over a profile document."""

import sys
from pathlib import Path

from magadvisor.cli.exits import Exit, Failure
from magadvisor.inputs import read_age, read_egfr, read_goal, read_list, read_medicine, read_one, read_word
from magadvisor.model.answers import Answers, BadAnswer, TypedMagnesium, TypedMedicine
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.record import Record, replace
from magadvisor.model.words import CAREFUL_STAGES, Diet, Digestion, Kidney, LifeStage, Region, Sex

LONGEST_PROFILE = 1_000_000
"""Bytes of a profile document beyond which it is not read: no person has that much to say."""


class Typed(Record):
    """The options of a command as typed; None where an option was left out."""

    goals: list[str] | None = None
    digestion: list[str] | None = None
    kidney: list[str] | None = None
    egfr: list[str] | None = None
    medicines: list[str] | None = None
    no_medicines: bool = False
    age: list[str] | None = None
    sex: list[str] | None = None
    life_stage: list[str] | None = None
    pregnant: bool = False
    breastfeeding: bool = False
    conditions: list[str] | None = None
    symptoms: list[str] | None = None
    taking: list[str] | None = None
    diet: list[str] | None = None
    avoid: list[str] | None = None
    region: list[str] | None = None


def answers(typed: Typed, profile: list[str] | None, knowledge: Knowledge) -> Answers:
    """Read the profile document, if any, and lay the options over it; a goal is required."""
    read = some_answers(typed, profile, knowledge)
    if not read.goals:
        hint = f"add --goal; one of {', '.join(knowledge.goals)}"
        raise BadAnswer("no-goal", "at least one goal is needed", hint, "--goal")
    return read


def some_answers(typed: Typed, profile: list[str] | None, knowledge: Knowledge) -> Answers:
    """Read what was answered, for a command that needs no goal."""
    read = _from_document(read_one(profile, "--profile"), knowledge)
    read = _with_words(_with_lists(_with_numbers(read, typed), typed), typed)
    if typed.goals:
        goals = tuple(read_goal(text, knowledge.goals) for text in typed.goals)
        read = replace(read, goals=tuple(dict.fromkeys(goals)))
    return read


def medicines(texts: list[str], where: str = "--med") -> tuple[TypedMedicine, ...]:
    """Read medicines with their times; "none" alone is none."""
    return tuple(read_medicine(text, where) for text in _texts(texts, where))


def says_something(read: Answers) -> bool:
    """Say whether anything about the person was answered, beside what for and where."""
    return read != Answers(goals=read.goals, region=read.region, diet=read.diet)


def _from_document(profile: str | None, knowledge: Knowledge) -> Answers:
    if profile is None:
        return Answers(goals=())
    from magadvisor.profiles import read_profile

    return read_profile(_text_of(profile), knowledge.goals)


def _text_of(profile: str) -> str:
    try:
        raw = _bytes_of(profile)
    except (OSError, ValueError) as wrong:
        reason = getattr(wrong, "strerror", None) or "it cannot be read"
        message = f"the profile was not read: {reason}"
        raise Failure(Exit.INPUT_OUTPUT, "cannot-read", message, "", "--profile") from None
    if len(raw) > LONGEST_PROFILE:
        message = f"the profile is longer than {LONGEST_PROFILE:,} bytes"
        raise BadAnswer("invalid-profile", message, "", "--profile")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadAnswer(
            "invalid-profile", "the profile is not UTF-8 text", "save it as UTF-8", "--profile"
        ) from None


def _bytes_of(profile: str) -> bytes:
    """Read a profile, and no more of an endless one than shows that it is too long."""
    if profile != "-":
        with Path(profile).open("rb") as stream:
            return stream.read(LONGEST_PROFILE + 1)
    if sys.stdin is None:
        raise OSError(0, "there is no input")
    return sys.stdin.buffer.read(LONGEST_PROFILE + 1)


def _with_numbers(read: Answers, typed: Typed) -> Answers:
    if (age := read_one(typed.age, "--age")) is not None:
        read = replace(read, age=read_age(age))
    if (egfr := read_one(typed.egfr, "--egfr")) is not None:
        read = replace(read, egfr=read_egfr(egfr))
    return read


def _with_words(read: Answers, typed: Typed) -> Answers:
    if (kidney := read_one(typed.kidney, "--kidney")) is not None:
        read = replace(read, kidney=read_word(Kidney, kidney, "--kidney"))
    if (sex := read_one(typed.sex, "--sex")) is not None:
        read = replace(read, sex=read_word(Sex, sex, "--sex"))
    if (region := read_one(typed.region, "--region")) is not None:
        read = replace(read, region=read_word(Region, region, "--region"))
    if typed.digestion:
        words = (read_word(Digestion, text, "--digestion") for text in typed.digestion)
        read = replace(read, digestion=tuple(dict.fromkeys(words)))
    if typed.diet:
        diets = (read_word(Diet, text, "--diet") for text in typed.diet)
        read = replace(read, diet=tuple(dict.fromkeys(diets)))
    stage = _life_stage(typed)
    return read if stage is None else replace(read, life_stage=stage)


def _life_stage(typed: Typed) -> LifeStage | None:
    """Read the life stage; of two that are said, pregnancy is the more careful."""
    said = [read_word(LifeStage, text, "--life-stage") for text in typed.life_stage or ()]
    said += [LifeStage.PREGNANT] if typed.pregnant else []
    said += [LifeStage.BREASTFEEDING] if typed.breastfeeding else []
    careful = next((stage for stage in CAREFUL_STAGES if stage in said), None)
    return careful or next(iter(said), None)


def _with_lists(read: Answers, typed: Typed) -> Answers:
    if typed.no_medicines and typed.medicines:
        raise BadAnswer(
            "contradiction", "--no-meds and --med contradict each other", "leave one out", "--med"
        )
    if typed.no_medicines:
        read = replace(read, medicines=())
    if typed.medicines:
        read = replace(read, medicines=medicines(typed.medicines))
    if typed.conditions:
        read = replace(read, conditions=_texts(typed.conditions, "--condition"))
    if typed.symptoms:
        read = replace(read, symptoms=_texts(typed.symptoms, "--symptom"))
    if typed.avoid:
        read = replace(read, avoid=_texts(typed.avoid, "--avoid"))
    if typed.taking:
        taken = tuple(TypedMagnesium(text) for text in _texts(typed.taking, "--taking"))
        read = replace(read, taking=taken)
    return read


def _texts(texts: list[str], where: str) -> tuple[str, ...]:
    if not all(text.strip() for text in texts):
        raise BadAnswer("blank-item", f"{where} is blank", "leave it out, or write none", where)
    return read_list(texts)
