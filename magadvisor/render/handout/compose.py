"""An advice as a sheet of paper: what to do stands first, for a patient and for a doctor."""

from collections.abc import Callable, Iterable

from magadvisor.model.advice import Advice
from magadvisor.model.answers import Answers
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.record import Record
from magadvisor.model.words import Outcome
from magadvisor.render import phrases
from magadvisor.render.handout import parts
from magadvisor.render.handout.given import given
from magadvisor.render.handout.sheet import Block, Items, Pairs, Reader, Section, Sheet
from magadvisor.render.handout.times import times
from magadvisor.render.handout.visit import questions
from magadvisor.render.parts import Numbers


class Wanted(Record):
    """What was asked of a sheet."""

    reader: Reader = Reader.PATIENT
    large: bool = False
    why: bool = False
    quiet: bool = False


class _Told(Record):
    """What the sections are made from."""

    advice: Advice
    answers: Answers
    knowledge: Knowledge
    cited: Numbers
    for_doctor: bool


_TITLES = {
    Reader.PATIENT: "Magnesium: a page to take along",
    Reader.DOCTOR: "Magnesium: for the doctor or pharmacist",
}


def sheet(advice: Advice, answers: Answers, knowledge: Knowledge, wanted: Wanted) -> Sheet:
    """Compose the sheet of an advice and of the answers it came from."""
    cited = Numbers(() if wanted.quiet else advice.sources)
    told = _Told(advice, answers, knowledge, cited, wanted.reader is Reader.DOCTOR)
    # One after the other: a source gets its number where the reader meets it first.
    sections = [
        Section(title, tuple(_BLOCKS[title](told)), title in _CAREFUL) for title in _order(told, wanted)
    ]
    return Sheet(
        title=_TITLES[wanted.reader],
        outcome=advice.outcome,
        headline=advice.headline,
        goals="" if advice.outcome is Outcome.URGENT else phrases.goals(advice),
        sections=tuple(section for section in sections if section.blocks),
        stamp=phrases.stamp(advice),
        caveat=advice.caveat,
        large=wanted.large,
    )


def _order(told: _Told, wanted: Wanted) -> tuple[str, ...]:
    """Choose the sections and their order."""
    if told.advice.outcome is Outcome.URGENT:
        return ("Do this first", "Not checked", "Answers given")
    if wanted.quiet:
        return ("Do this first", "Form and limit", "Medicines and times", "Not checked", "Ask at the visit")
    if told.for_doctor:
        return _FOR_DOCTOR
    return (*_FOR_PATIENT, *(("Rules that applied",) if wanted.why else ()), "Sources")


_FOR_PATIENT = (
    "Do this first",
    "Why",
    "Form and limit",
    "Medicines and times",
    "Not checked",
    "Get help",
    "Watch",
    "Eat first",
    "Also",
    "Ask at the visit",
    "Answers given",
    "Not known",
)
_FOR_DOCTOR = (
    "Do this first",
    "Answers given",
    "Form and limit",
    "Medicines and times",
    "Not checked",
    "Watch",
    "Rules that applied",
    "Ask at the visit",
    "Not known",
    "Eat first",
    "Also",
    "Get help",
    "Sources",
)
_CAREFUL = ("Do this first", "Not checked")


def _items(lines: Iterable[str], style: str = "plain") -> tuple[Block, ...]:
    told = tuple(lines)
    return (Items(told, style),) if told else ()


_BLOCKS: dict[str, Callable[[_Told], Iterable[Block]]] = {
    "Do this first": lambda told: parts.first(told.advice, told.knowledge),
    "Why": lambda told: parts.why(told.advice, told.cited),
    "Form and limit": lambda told: parts.form(told.advice, told.knowledge, told.cited, told.for_doctor),
    "Medicines and times": lambda told: times(told.advice, told.knowledge, told.cited, told.for_doctor),
    "Not checked": lambda told: _items(map(phrases.not_checked, told.advice.not_checked)),
    "Get help": lambda told: (
        () if parts.is_medicine(told.advice) else parts.signs(told.advice, told.knowledge)
    ),
    "Watch": lambda told: _items(one.text for one in told.advice.watch),
    "Eat first": lambda told: parts.foods(told.advice),
    "Also": lambda told: parts.supporting(told.advice, told.cited),
    "Ask at the visit": lambda told: _items(questions(told.advice, told.knowledge), "ticks"),
    "Answers given": lambda told: (Pairs(given(told.answers, told.knowledge), brief=True),),
    "Not known": lambda told: _items(phrases.unanswered(told.advice)),
    "Rules that applied": lambda told: parts.reasons(told.advice, told.cited),
    "Sources": lambda told: _items(
        (f"[{number}] {phrases.source(one)}" for number, one in told.cited.cited()), "notes"
    ),
}
