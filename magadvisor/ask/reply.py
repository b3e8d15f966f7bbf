"""What was given becomes the answers of a person; what was not given stays unknown."""

from magadvisor.ask.items import item_key, texts
from magadvisor.ask.step import Given
from magadvisor.inputs import read_age, read_egfr, read_list, read_medicine, read_number, read_time
from magadvisor.model.answers import Answers, TypedMagnesium, TypedMedicine
from magadvisor.model.record import replace
from magadvisor.model.words import Diet, Digestion, Kidney, LifeStage, Region, Sex
from magadvisor.profiles import MOST_TAKEN_MG

UNKNOWN = "unknown"
NONE = "none"

SIGN = "sign:"
"""In front of the word of a red flag, so that it differs from every other word."""


def typed_key(question: str) -> str:
    """Name the step on which something is typed once, such as an age."""
    return f"{question}.typed"


def answers_of_given(given: Given) -> Answers:
    """Turn what was given into answers."""
    return Answers(
        goals=given.get("goals", ()),
        kidney=Kidney(_word(given, "kidney")),
        egfr=egfr_typed(_text(given, typed_key("kidney"))),
        medicines=_medicines(given),
        age=age_typed(_text(given, typed_key("age"))),
        sex=Sex(_word(given, "sex")),
        life_stage=LifeStage(_word(given, "life_stage")),
        conditions=_listed(given, "conditions"),
        symptoms=_symptoms(given),
        digestion=tuple(Digestion(word) for word in given.get("digestion", (UNKNOWN,))),
        taking=_taking(given),
        diet=tuple(Diet(word) for word in given.get("avoid", ()) if word in tuple(Diet)),
        avoid=_avoid(given),
        region=None if _word(given, "region") == UNKNOWN else Region(_word(given, "region")),
    )


def age_typed(text: str) -> float | None:
    """Read an age in years; an empty line is not known."""
    return read_age(text, "the age") if text else None


def egfr_typed(text: str) -> float | None:
    """Read an eGFR in mL/min/1.73 m2; an empty line is not known."""
    return read_egfr(text, "the eGFR") if text else None


def amount_typed(text: str) -> float | None:
    """Read an amount of magnesium a day in mg; an empty line is not known."""
    return read_number(text.removesuffix("mg"), MOST_TAKEN_MG, "the amount", "mg") if text else None


def medicine_typed(text: str, times: str) -> TypedMedicine:
    """Read a medicine and its times, which may stand behind the name too."""
    medicine = read_medicine(text, "the medicine")
    doses = tuple(read_time(part, "the times") for part in times.split(",")) if times else medicine.doses
    return replace(medicine, doses=doses)


def _word(given: Given, key: str) -> str:
    return next(iter(given.get(key, ())), UNKNOWN)


def _text(given: Given, key: str) -> str:
    return next(iter(given.get(key, ())), "")


def _listed(given: Given, name: str) -> tuple[str, ...] | None:
    if _word(given, name) == NONE:
        return ()
    return read_list(texts(given, name)) if texts(given, name) else None


def _symptoms(given: Given) -> tuple[str, ...] | None:
    ticked = tuple(word.removeprefix(SIGN) for word in given.get("symptoms", ()) if word.startswith(SIGN))
    written = texts(given, "symptoms")
    if not ticked:
        return _listed(given, "symptoms")
    return (*ticked, *written)


def _medicines(given: Given) -> tuple[TypedMedicine, ...] | None:
    listed = _listed(given, "medicines")
    if listed is None:
        return None
    times = (_text(given, f"{item_key('medicines', place)}.times") for place, _ in enumerate(listed))
    return tuple(medicine_typed(text, at) for text, at in zip(listed, times, strict=True))


def _taking(given: Given) -> tuple[TypedMagnesium, ...] | None:
    listed = _listed(given, "taking")
    if listed is None:
        return None
    return tuple(
        _magnesium(text, amount_typed(_text(given, f"{item_key('taking', place)}.amount")))
        for place, text in enumerate(listed)
    )


def _magnesium(text: str, amount_mg: float | None) -> TypedMagnesium:
    return (
        TypedMagnesium(text)
        if amount_mg is None
        else TypedMagnesium(f"{text} {amount_mg:g} mg", text, amount_mg)
    )


def _avoid(given: Given) -> tuple[str, ...] | None:
    """Read the foods to avoid; whoever chose diets alone was asked for foods and named none."""
    chosen = given.get("avoid", (UNKNOWN,))
    if UNKNOWN in chosen:
        return None
    return _listed(given, "avoid") if "food" in chosen else ()
