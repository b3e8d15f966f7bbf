"""What the page tells to do: what cannot wait stands alone, and amounts are told only where there are any."""

import pytest

from magadvisor.cli.main import run
from magadvisor.model.knowledge import Knowledge
from tests.support.asking import HEALTHY, ask

Streams = pytest.CaptureFixture[str]


def told(capsys: Streams, *arguments: str) -> str:
    """Give what a command prints, as words on one line."""
    run(list(arguments))
    return " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("command", ["recommend", "handout"])
def test_a_page_that_is_urgent_shows_only_what_cannot_wait(command: str, capsys: Streams) -> None:
    out = told(capsys, command, "-g", "sleep", "--symptom", "chest pain")
    assert "emergency services" in out
    assert "eGFR, the kidney value" not in out
    assert "Tell a pharmacist every medicine" not in out


def test_whatever_is_urgent_cannot_wait(knowledge: Knowledge) -> None:
    urgent = [rule.then.urgent for rule in knowledge.rules.values() if rule.then.urgent]
    assert urgent
    assert {one.urgency for one in urgent} <= {"emergency", "same-day"}


@pytest.mark.parametrize(
    "about",
    [("--age", "70"), ("--condition", "diabetes"), ("--condition", "hypertension")],
    ids=["older", "diabetes", "blood pressure"],
)
def test_parts_of_a_day_are_told_only_where_an_amount_is(about: tuple[str, str], capsys: Streams) -> None:
    well = ("recommend", "-g", "sleep", "--no-meds", "--kidney")
    assert "in two parts" in told(capsys, *well, "none", *about)
    assert "in two parts" not in told(capsys, *well, "g4", *about)


def test_the_hand_out_lists_the_soonest_help_first(capsys: Streams) -> None:
    out = told(capsys, "handout", "-g", "sleep", "--kidney", "none", "--no-meds", "-f", "plain")
    assert out.index("Now, a poison centre:") < out.index("Today, your doctor:")


def test_what_several_goals_share_is_told_once(knowledge: Knowledge) -> None:
    advice = ask(knowledge, {**HEALTHY, "goals": list(knowledge.goals)})
    for texts in (
        [one.text for one in advice.supporting],
        [one.text for one in advice.red_flags],
        [one.text for one in advice.watch],
        [one.text for one in advice.actions],
        [one.id for one in advice.set_aside],
        [one.id for one in advice.foods],
    ):
        assert texts
        assert len(set(texts)) == len(texts)
