"""An advice as a sheet of paper: what to do stands first, for a patient and for a doctor."""

from collections.abc import Iterable
from dataclasses import dataclass

from magadvisor.model.advice import Advice
from magadvisor.model.answers import Answers
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.words import Outcome
from magadvisor.render import phrases
from magadvisor.render.handout import parts
from magadvisor.render.handout.cited import Cited
from magadvisor.render.handout.given import given
from magadvisor.render.handout.sheet import Block, Items, Pairs, Reader, Section, Sheet
from magadvisor.render.handout.times import times
from magadvisor.render.handout.visit import questions

_TITLES = {
    Reader.PATIENT: "Magnesium: a page to take along",
    Reader.DOCTOR: "Magnesium: for the doctor or pharmacist",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked of a sheet."""

    reader: Reader = Reader.PATIENT
    large: bool = False
    why: bool = False
    quiet: bool = False


def sheet(advice: Advice, answers: Answers, knowledge: Knowledge, wanted: Wanted) -> Sheet:
    """Compose the sheet of an advice and of the answers it came from."""
    sections = _sections(advice, answers, knowledge, wanted)
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


def _sections(advice: Advice, answers: Answers, knowledge: Knowledge, wanted: Wanted) -> list[Section]:
    cited = Cited(() if wanted.quiet else advice.sources)
    for_doctor = wanted.reader is Reader.DOCTOR
    first = _section("Do this first", parts.first(advice), careful=True)
    unchecked = _section("Not checked", _items(map(phrases.not_checked, advice.not_checked)), careful=True)
    answered = _section("Answers given", (Pairs(given(answers, knowledge), brief=True),))
    if advice.outcome is Outcome.URGENT:
        return [first, unchecked, answered]
    form = _section("Form and limit", parts.form(advice, knowledge, cited, for_doctor))
    hours = _section("Medicines and times", times(advice, cited, for_doctor))
    asked = _section("Ask at the visit", _items(questions(advice), "ticks"))
    if wanted.quiet:
        return [first, form, hours, unchecked, asked]
    return [
        first,
        *((answered,) if for_doctor else ()),
        form,
        hours,
        unchecked,
        _section("Get help", () if parts.is_medicine(advice) else parts.signs(advice)),
        _section("Watch", _items(one.text for one in advice.watch)),
        _section("Eat first", parts.foods(advice)),
        _section("Also", parts.supporting(advice, cited)),
        asked,
        *(() if for_doctor else (answered,)),
        _section("Not asked", _items(phrases.unanswered(advice))),
        _section("Rules that applied", parts.reasons(advice, cited) if for_doctor or wanted.why else ()),
        _section("Sources", _items(cited.told(), "notes")),
    ]


def _section(title: str, blocks: Iterable[Block], careful: bool = False) -> Section:
    return Section(title, tuple(blocks), careful)


def _items(lines: Iterable[str], style: str = "plain") -> tuple[Block, ...]:
    told = tuple(lines)
    return (Items(told, style),) if told else ()
