"""Every channel carries the same statements; `python -m tests.support.channels 2000` tries more profiles."""

from collections.abc import Callable

import pytest

from magadvisor.advisor import Advisor
from magadvisor.model.advice import Advice
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.words import Outcome
from tests.support import channels
from tests.support.asking import ask
from tests.support.channels import lacking, narrow, profiles, squeezed

PROFILES = 40

RICH: dict[str, object] = {
    "goals": ["cramps", "sleep"],
    "kidney": "none",
    "age": 70,
    "medicines": [
        {"name": "levothyroxine", "at": ["07:00"]},
        {"name": "alendronate", "at": ["sun 07:00"]},
        "raltegravirr",
        "amoxicillin",
    ],
    "taking": ["magnesium glycinate 50 mg"],
    "region": "uk",
}


@pytest.fixture(scope="module")
def advices(knowledge: Knowledge) -> list[Advice]:
    advisor = Advisor(knowledge)
    return [advisor.advise(one, why=True) for one in profiles(knowledge, PROFILES)]


def test_every_channel_carries_the_same_statements(advices: list[Advice]) -> None:
    assert {advice.outcome for advice in advices} == set(Outcome)
    assert [told for advice in advices for told in lacking(advice)] == []


@pytest.mark.parametrize("why", [False, True])
def test_every_line_of_a_page_stands_in_every_text_channel(advices: list[Advice], why: bool) -> None:
    for advice in advices:
        told = channels.channels(advice, why)
        laid = narrow(advice, why)
        lines = [line.text for part in laid.parts for line in part.lines if not line.fixed]
        for name in ("plain 40", "screen 40", "markdown", "html", "csv"):
            assert [line for line in lines if squeezed(line) not in told[name]] == [], name
        for name in ("markdown", "html", "csv"):
            assert [part.label for part in laid.parts if squeezed(part.label) not in told[name]] == [], name


@pytest.mark.parametrize("label", ["How much", "Medicines", "Not checked", "Eat first", "Watch"])
def test_a_channel_that_drops_a_part_is_found(
    knowledge: Knowledge, label: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    advice = ask(knowledge, RICH)
    assert lacking(advice) == []
    whole = channels.from_csv
    monkeypatch.setattr(channels, "from_csv", _without_part(whole, label))
    found = lacking(advice)
    assert found
    assert all(told.startswith("csv: ") for told in found)


def _without_part(read: Callable[[str], str], label: str) -> Callable[[str], str]:
    """Read a spreadsheet from which the rows of one part were lost."""

    def reading(text: str) -> str:
        rows = [row for row in text.splitlines(keepends=True) if not row.startswith(f"{label},")]
        return read("".join(rows))

    return reading
