"""The hours that an interaction keeps are those of its sources, or it says that no source gives them.

A citation holds what its source says on each side of a dose: the shortest gap where it gives a range.
"""

import re
from dataclasses import replace

import pytest

from magadvisor.knowledge.laws import interaction_laws
from magadvisor.knowledge.load import data_folder, load
from magadvisor.model.interaction import Interaction
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.source import Citation
from magadvisor.model.words import Action

KNOWN = load(data_folder())
SIDES = ("after", "before")
SEPARATE = sorted(one.id for one in KNOWN.interactions.values() if one.action is Action.SEPARATE)
RANGE = re.compile(r"\b(\d+) to (\d+) h\b")
OURS = re.compile(r"\bno (?:source|label)\b", re.IGNORECASE)


def says(citation: Citation, side: str) -> float | None:
    return citation.says_after if side == "after" else citation.says_before


def used(one: Interaction, side: str) -> float | None:
    return one.magnesium_after_medicine_hours if side == "after" else one.magnesium_before_medicine_hours


def named(citation: Citation, side: str) -> set[float]:
    """Give the hours a source names on a side: its figure, and the upper end of a range that begins there."""
    least = says(citation, side)
    if least is None:
        return set()
    ends = {float(high) for low, high in RANGE.findall(citation.says or "") if float(low) == least}
    return {least, *ends}


@pytest.mark.parametrize("name", SEPARATE)
@pytest.mark.parametrize("side", SIDES)
def test_the_hours_kept_are_a_figure_of_a_source_or_it_is_said_that_none_gives_them(
    name: str, side: str
) -> None:
    one = KNOWN.interactions[name]
    told = f"{one.because} {one.sources_differ or ''}"
    assert any(used(one, side) in named(citation, side) for citation in one.sources) or OURS.search(told)


@pytest.mark.parametrize("name", SEPARATE)
@pytest.mark.parametrize("side", SIDES)
def test_the_shortest_accepted_gap_is_a_figure_of_a_source(name: str, side: str) -> None:
    one = KNOWN.interactions[name]
    least = getattr(one.least, side) if one.least else None
    assert least is None or least in {says(citation, side) for citation in one.sources}


def words_of(hours: float) -> str:
    """Say how a text names a gap: in minutes below one hour; 0 is told in words without a figure."""
    if hours == 0:
        return r"\bno\b|unnecessary|not relevant"
    return rf"\b{hours * 60:g} min\b" if hours < 1 else rf"\b{hours:g} (?:h|to \d+ h)\b"


@pytest.mark.parametrize("name", sorted(KNOWN.interactions))
def test_the_figures_of_a_citation_stand_in_its_words(name: str) -> None:
    for citation in KNOWN.interactions[name].sources:
        for side in SIDES:
            hours = says(citation, side)
            assert hours is None or re.search(words_of(hours), citation.says or ""), citation


ORDERED = re.compile(
    r"(?P<first>[^:;]*?) (?:at least )?(?P<before>\d+) h before or (?P<after>\d+)(?: to \d+)? h after"
)
MAGNESIUM_FIRST = re.compile(r"\b(?:antacid|cation product|magnesium)$")
BESIDE = "bowel preparations:"  # told beside the gap of a supplement, and not counted


@pytest.mark.parametrize("name", SEPARATE)
def test_the_order_of_the_words_of_a_citation_gives_its_sides(name: str) -> None:
    """A medicine 2 h before or 6 h after magnesium is 2 after, 6 before; magnesium first is the reverse."""
    for citation in KNOWN.interactions[name].sources:
        order = ORDERED.search((citation.says or "").partition(BESIDE)[0])
        if order is None:
            continue
        hours = float(order["before"]), float(order["after"])
        first = MAGNESIUM_FIRST.search(order["first"])
        assert (says(citation, "after"), says(citation, "before")) == (hours[::-1] if first else hours), (
            citation
        )


def broken(one: Interaction) -> list[str]:
    return [wrong for wrong, _ in interaction_laws(one, KNOWN)]


def cited(after: float | None, before: float | None) -> Citation:
    return Citation(id="chloroquine-label", says_after=after, says_before=before)


@pytest.mark.parametrize(("after", "before"), [(5, None), (None, 5), (5, 5)])
def test_a_source_that_asks_for_more_than_is_kept_must_be_told(
    after: float | None, before: float | None
) -> None:
    """The README: where sources disagree every figure is listed and the advice shows that they disagree."""
    one = KNOWN.interactions["thyroid-hormones"]  # 4 h on each side
    longer = replace(one, sources=(cited(after, before),), sources_differ=None)
    assert any("longer" in wrong for wrong in broken(longer))
    assert broken(replace(longer, sources_differ="One label asks for 5 hours.")) == []
    assert broken(replace(longer, sources=(cited(4, 4),))) == []


@pytest.mark.parametrize("shorter", [cited(2, 4), cited(4, 2)])
def test_sources_whose_hours_differ_must_be_told_to_differ(shorter: Citation) -> None:
    one = KNOWN.interactions["thyroid-hormones"]
    differing = replace(one, sources=(cited(4, 4), shorter), sources_differ=None)
    assert any("differ" in wrong for wrong in broken(differing))
    assert broken(replace(differing, sources_differ="One label asks for less.")) == []


@pytest.mark.parametrize("hours", [-1, 25])
def test_the_hours_of_a_source_lie_within_a_day(hours: float) -> None:
    one = KNOWN.interactions["thyroid-hormones"]
    impossible = replace(one, sources=(cited(hours, None),), sources_differ="They differ.")
    assert any("24" in wrong for wrong in broken(impossible))


def test_no_shipped_interaction_hides_that_its_sources_differ(knowledge: Knowledge) -> None:
    assert {one.id: broken(one) for one in knowledge.interactions.values() if broken(one)} == {}
