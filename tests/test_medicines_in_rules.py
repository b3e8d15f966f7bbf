"""Medicines that a rule names, and no interaction, and names of several readings: what is said of them."""

import json

import pytest

from magadvisor.cli.main import run

Streams = pytest.CaptureFixture[str]

NAMED = [
    ("colestyramine", "at least 1 hour before the resin or 4 hours after it"),
    ("Mestinon", "Ask your neurologist before any magnesium."),
    ("warfarin", "Eat about the same amount of leafy greens each week"),
    ("Rybelsus", "All else, magnesium too, waits 30 minutes."),
]
NOTHING = "none of our rules applies"


def told(capsys: Streams, *arguments: str) -> str:
    run([*arguments])
    return " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(("medicine", "says"), NAMED)
@pytest.mark.parametrize("format_", ["screen", "plain", "markdown", "html"])
def test_what_a_rule_says_of_a_medicine_stands_on_its_card(
    capsys: Streams, medicine: str, says: str, format_: str
) -> None:
    said = told(capsys, "interactions", medicine, "--format", format_)
    assert says in said
    assert "certainty)" in said
    assert "Sources" in said
    assert NOTHING not in said


@pytest.mark.parametrize(("medicine", "says"), NAMED)
def test_no_rule_that_applies_is_denied_in_an_advice(capsys: Streams, medicine: str, says: str) -> None:
    said = told(capsys, "recommend", "-g", "sleep", "--kidney", "none", "--med", medicine)
    assert says in said
    assert NOTHING not in said


@pytest.mark.parametrize(("medicine", "says"), NAMED)
def test_no_rule_that_applies_is_denied_in_a_comparison(capsys: Streams, medicine: str, says: str) -> None:
    said = told(capsys, "compare", "glycinate", "citrate", "-g", "sleep", "--med", medicine)
    assert says in said
    assert NOTHING not in said


def test_a_medicine_that_no_rule_names_still_says_so(capsys: Streams) -> None:
    assert f"amoxicillin: checked; {NOTHING}." in told(capsys, "interactions", "amoxicillin", "warfarin")


@pytest.mark.parametrize(
    ("medicine", "blocked"),
    [
        ("colestyramine@08:00", [("07:00", "12:00")]),  # 1 hour before it, 4 after it
        ("cladribine tablet@08:00", [("05:00", "11:00")]),  # 3 hours apart
        ("Rybelsus@08:00", [("08:00", "08:30")]),  # first in the morning, all else 30 minutes later
        ("Ozempic@08:00", []),  # an injection needs no gap
    ],
)
def test_the_hours_of_a_rule_close_the_day(
    capsys: Streams, medicine: str, blocked: list[tuple[str, str]]
) -> None:
    plan = json.loads(told(capsys, "plan", "--med", medicine, "--json"))
    advice = json.loads(
        told(capsys, "recommend", "-g", "sleep", "--kidney", "none", "-m", medicine, "--json")
    )
    for one in (plan, advice):
        assert [(each["from"], each["to"]) for each in one["day"]["blocked"]] == blocked


def test_hours_closed_by_a_rule_name_no_hours_that_are_none(capsys: Streams) -> None:
    said = told(capsys, "plan", "--med", "colestyramine@08:00")
    assert "Magnesium fits 12:00 (4 h after colestyramine) to 07:00 (1 h before colestyramine)." in said
    assert "colestyramine: no magnesium 07:00-12:00." in said


def test_a_medicine_with_hours_in_a_rule_and_no_time_is_not_in_the_plan(capsys: Streams) -> None:
    said = told(capsys, "plan", "--med", "colestyramine", "--med", "levothyroxine@07:00")
    assert "Not in this plan: colestyramine." in said


@pytest.mark.parametrize(
    "command", [("interactions",), ("recommend", "-g", "sleep", "--kidney", "none", "--med")]
)
def test_what_holds_for_one_reading_of_a_name_is_not_said_of_the_name(
    capsys: Streams, command: tuple[str, ...]
) -> None:
    """Some water tablets hold magnesium back and others lose it: neither is true of "water tablets"."""
    said = told(capsys, *command, "water tablets")
    assert "water tablets (if it is one of these): This medicine makes your kidneys hold on" in said
    assert "water tablets (if it is one of these): Magnesium can fall" in said
    assert "furosemide: Magnesium can fall" in told(capsys, *command, "furosemide")
