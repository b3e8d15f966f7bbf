"""Recommended intakes and upper levels, each beside what other bodies say of the same people."""

from collections.abc import Iterator
from math import inf

from magadvisor.explain.rules import plain_section
from magadvisor.model.explained import Section
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.limit import Intake, IntakeTable, Reference, UpperLevel

_REGION = {
    "us": "the United States",
    "eu": "the European Union",
    "uk": "the United Kingdom",
    "ca": "Canada",
    "jp": "Japan",
    "anz": "Australia and New Zealand",
}
_UNGRADED = "It is the figure of an authority; no certainty is graded for it."


def limit_sections(one: IntakeTable | UpperLevel | Reference, known: Knowledge) -> Iterator[Section]:
    """Tell a recommended intake, an upper level, or what percentages on labels are worked out from."""
    if isinstance(one, IntakeTable):
        return _intake(one, known)
    return _upper(one, known) if isinstance(one, UpperLevel) else _reference(one)


def _intake(one: IntakeTable, known: Knowledge) -> Iterator[Section]:
    (row,) = one.rows
    yield plain_section("It says", f"{row.recommended_mg:g} mg a day in all, food included ({one.kind}).")
    yield plain_section("For whom", for_whom(row))
    yield plain_section("Who says so", f"{one.body}, {one.year}, for {_REGION[one.region]}.")
    yield plain_section("Its weight", "An advice for these persons names it; it counts what is eaten too.")
    others = (
        f"{other.recommended_mg:g} mg ({table.body}, {_REGION[table.region]})"
        for table in known.limits.intake_tables
        for other in table.rows
        if (other.sex, other.life_stage) == (row.sex, row.life_stage)
        and other.recommended_mg != row.recommended_mg
        and _meet(row, other)
    )
    yield from _others(others)


def _upper(one: UpperLevel, known: Knowledge) -> Iterator[Section]:
    yield plain_section(
        "It says", f"At most {one.at_most_mg:g} mg a day from supplements and medicines.", one.says
    )
    yield plain_section("For whom", for_whom(one))
    year = f", {one.year}" if one.year is not None else ""
    yield plain_section("Who says so", f"{one.body}{year}, for {_place(one)}.")
    counts = f"It counts in every advice for {_REGION[one.region]}; without a region the strictest counts."
    shown = counts if one.binding else "It is shown beside the figure that counts there."
    yield plain_section("Its weight", shown)
    others = (
        f"at most {other.at_most_mg:g} mg ({other.body}, {_place(other)})"
        for other in known.limits.uppers
        if other.at_most_mg != one.at_most_mg and _meet(one, other)
    )
    yield from _others(others)


def _place(one: UpperLevel) -> str:
    return one.country or _REGION[one.region]


def _reference(one: Reference) -> Iterator[Section]:
    yield plain_section("It says", f"100 % {one.kind.upper()} on a label is {one.mg:g} mg of magnesium.")
    old = "Only labels printed earlier use it." if one.old else ""
    yield plain_section("Its weight", "The percentages on a label are read by it.", old)
    yield plain_section("How sure", "It is set by law; it says nothing of what a person needs.")


def for_whom(one: Intake | UpperLevel) -> str:
    """Say for which ages a figure is, and for whom alone where it is not for everybody."""
    until = f" and under {one.to_age:g}" if one.to_age is not None else ""
    only = (one.sex, one.life_stage) if isinstance(one, Intake) else ()
    told = ", ".join(word.value for word in only if word is not None)
    return f"From {one.from_age:g}{until} years{f'; only {told}' if told else ''}."


def _others(others: Iterator[str]) -> Iterator[Section]:
    yield plain_section("How sure", _UNGRADED)
    told = "; ".join(dict.fromkeys(others))
    yield plain_section("They differ", f"For some of the same ages: {told}." if told else "")


def _meet(one: Intake | UpperLevel, other: Intake | UpperLevel) -> bool:
    """Say whether two figures are for some of the same ages."""
    return one.from_age < (other.to_age or inf) and other.from_age < (one.to_age or inf)
