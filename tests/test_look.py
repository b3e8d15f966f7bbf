"""Every command that answers: the same formats, a file, colour by one rule, and what is missing is named."""

import json
import os
import stat
from pathlib import Path

import pytest

from magadvisor.cli.main import run

Streams = pytest.CaptureFixture[str]
CAVEAT = "This is general information"
PAGES = {
    "interactions": ("levothyroxine",),
    "plan": ("-m", "levothyroxine@07:00"),
    "claims": ("magnesium oil",),
    "explain": ("form:citrate",),
}


@pytest.mark.parametrize("format_", ["markdown", "html", "csv"])
@pytest.mark.parametrize("command", PAGES)
def test_a_page_is_written_in_every_format(
    command: str, format_: str, tmp_path: Path, capsys: Streams
) -> None:
    file = tmp_path / "answer"
    assert run([command, *PAGES[command], "-f", format_, "-o", str(file)]) == 0
    assert capsys.readouterr().out == ""
    assert CAVEAT in file.read_text(encoding="utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "command", [("interactions", "levothyroxine"), ("convert", "1g", "--form", "citrate")]
)
def test_colour_is_decided_alike(
    command: tuple[str, ...], capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    run(list(command))
    assert "\x1b[" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    run(list(command))
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize("command", ["interactions", "plan"])
def test_what_was_not_checked_can_be_let_pass(command: str, capsys: Streams) -> None:
    typed = {"interactions": ("Zemtal",), "plan": ("-m", "Zemtal@08:00")}[command]
    assert run([command, *typed]) == 4
    assert run([command, *typed, "--exit-zero"]) == 0
    assert "not checked" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["interactions", "plan"])
def test_the_medicines_of_a_profile_are_taken(command: str, tmp_path: Path, capsys: Streams) -> None:
    profile = tmp_path / "me.yaml"
    profile.write_text('goals: [sleep]\nmedicines: [{name: Synthroid 50 mcg, at: ["07:00"]}]\n', "utf-8")
    assert run([command, "-p", str(profile)]) == 0
    assert "levothyroxine" in capsys.readouterr().out


MISSING = {
    "convert": ("AMOUNT", ("convert", "--form", "citrate")),
    "a form": ("--form", ("convert", "500mg")),
    "label": ("TEXT", ("label",)),
    "explain": ("ID", ("explain",)),
    "interactions": ("NAME", ("interactions",)),
    "nothing but none": ("NAME", ("interactions", "none")),
    "plan": ("--med", ("plan",)),
}


@pytest.mark.parametrize("name", MISSING)
def test_what_is_missing_is_named(name: str, capsys: Streams) -> None:
    where, arguments = MISSING[name]
    assert run([*arguments, "--json"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert json.loads(told.err)["where"] == where
    assert json.loads(told.err)["hint"]


def test_an_amount_may_stand_in_two_words(capsys: Streams) -> None:
    run(["convert", "500", "mg", "--form", "citrate"])
    apart = capsys.readouterr().out
    run(["convert", "500 mg", "--form", "citrate"])
    assert capsys.readouterr().out == apart
    assert os.linesep.join(apart.splitlines()[:1]).startswith("500 mg")


def test_portions_that_fall_short_are_not_said_to_reach(capsys: Streams) -> None:
    run(["foods", "--target", "9999", "--no-meds", "--kidney", "none", "--age", "40"])
    assert capsys.readouterr().out.startswith("Portions towards 9999 mg")
