"""What a rule says of a listed medicine is told wherever it is listed, also where no interaction names it."""

import json

import pytest

from magadvisor.cli.main import run

Streams = pytest.CaptureFixture[str]
NOTHING = "none of our rules applies"
SAID = {
    # Labels and references that are no interactions of their own, and whom to ask for what a medicine is for.
    "pyridostigmine": "Ask your neurologist before any magnesium.",
    "colestyramine": "at least 1 hour before the resin or 4 hours after it",
    "Monurol": "Antacids lower how much fosfomycin gets into the blood",
    "lansoprazole": "Leave 1 hour between lansoprazole and an antacid",
}


def told(capsys: Streams, *arguments: str) -> str:
    run([*arguments, "--format", "plain"])
    return " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("name", SAID)
@pytest.mark.parametrize(
    "command",
    [("interactions",), ("plan", "-m"), ("recommend", "-g", "sleep", "--kidney", "none", "-m")],
    ids=lambda command: command[0],
)
def test_what_a_rule_says_of_a_medicine_is_told(capsys: Streams, command: tuple[str, ...], name: str) -> None:
    out = told(capsys, *command, f"{name}@08:00" if command[0] == "plan" else name)
    assert SAID[name] in out
    assert NOTHING not in out


def test_it_stands_among_the_rules_of_a_document(capsys: Streams) -> None:
    run(["interactions", "pyridostigmine", "--json"])
    rules = json.loads(capsys.readouterr().out)["rules"]
    assert any(SAID["pyridostigmine"] in one["tell"] for one in rules)


def test_every_medicine_is_said_to_be_checked(capsys: Streams) -> None:
    out = told(capsys, "interactions", "pyridostigmine", "amoxicillin")
    assert f"amoxicillin: checked; {NOTHING}" in out
    assert f"pyridostigmine: {SAID['pyridostigmine']}" in out
