"""The answers a sheet was made from, as people would say them; what was not answered is not among them."""

from collections.abc import Iterable, Iterator

from magadvisor.model.answers import Answers, TypedMedicine
from magadvisor.model.clock import clock
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import Dose
from magadvisor.model.words import WEEKDAYS

_Pair = tuple[str, str]


def given(answers: Answers, knowledge: Knowledge) -> tuple[_Pair, ...]:
    """List each answer under a short label."""
    return tuple((label, text) for label, text in _given(answers, knowledge) if text)


def _given(answers: Answers, knowledge: Knowledge) -> Iterator[_Pair]:
    def said(question: str, *words: str) -> str:
        """Say the words of an answer; unknown is no answer."""
        told = {one.word: one.says for one in knowledge.questions[question].words}
        return ", ".join(told.get(word, word) for word in words if word != "unknown")

    yield "For", ", ".join(knowledge.goals[goal].name for goal in answers.goals)
    yield "Age", "" if answers.age is None else f"{answers.age:g}"
    yield "Sex", said("sex", answers.sex)
    yield "Pregnant or breastfeeding", said("life_stage", answers.life_stage)
    yield "Kidney disease", said("kidney", answers.kidney)
    yield "eGFR", "" if answers.egfr is None else f"{answers.egfr:g} mL/min/1.73 m2"
    yield "Medicines", _listed(None if answers.medicines is None else map(_medicine, answers.medicines))
    yield "Conditions", _listed(answers.conditions)
    yield "Symptoms", _listed(answers.symptoms)
    yield "Magnesium taken", _listed(None if answers.taking is None else (one.text for one in answers.taking))
    yield "Digestion", said("digestion", *answers.digestion)
    yield "Diet", ", ".join(answers.diet)
    yield "Foods to avoid", _listed(answers.avoid)
    yield "Region", said("region", answers.region or "unknown")


def _listed(items: Iterable[str] | None) -> str:
    """Join a list that was answered; an empty one says none."""
    return "" if items is None else "; ".join(items) or "none"


def _medicine(one: TypedMedicine) -> str:
    route = f", {one.route}" if one.route else ""
    times = f" at {', '.join(_time(dose) for dose in one.doses)}" if one.doses else ""
    return f"{one.name}{route}{times}"


def _time(dose: Dose) -> str:
    days = "".join(f"{WEEKDAYS[day]} " for day in dose.days)
    return f"{days}{clock(dose.minute)}"
