"""What limits the free hours of a day, worked out by hand from the gaps of the facts."""

import pytest

from magadvisor.cli.main import run

Streams = pytest.CaptureFixture[str]
THYROID = "levothyroxine@07:00"  # 4 h on each side
CIPRO = "ciprofloxacin@08:00,20:00"  # 2 h after, 6 h before


def told(capsys: Streams, *arguments: str) -> str:
    """Give what a command prints, as words on one line."""
    run(["plan", *arguments])
    return " ".join(capsys.readouterr().out.split())


def test_each_edge_of_a_window_is_told_with_the_medicine_that_makes_it(capsys: Streams) -> None:
    out = told(capsys, "-m", THYROID, "-m", CIPRO)
    assert (
        "Magnesium fits 11:00 (4 h after levothyroxine) to 14:00 (6 h before ciprofloxacin), "
        "or 22:00 (2 h after ciprofloxacin) to 02:00 (6 h before ciprofloxacin)." in out
    )


def test_an_edge_that_two_medicines_make_names_both(capsys: Streams) -> None:
    out = told(capsys, "-m", THYROID, "-m", "doxycycline@07:00")
    assert "11:00 (4 h after levothyroxine, 4 h after doxycycline) to 03:00" in out


def test_midnight_is_no_edge_of_a_weekly_medicine(capsys: Streams) -> None:
    out = told(capsys, "-m", "alendronate@sun 07:00")
    assert "on sun 11:00 (4 h after alendronic acid) to 00:00" in out
    assert "on mon, tue, wed, thu, fri, sat 00:00 to 24:00" in out


def test_the_edge_of_a_day_is_made_by_the_medicine_of_that_day(capsys: Streams) -> None:
    """On Saturday the night ends 4 h before Sunday's tablet; on other days 4 h before the daily one."""
    out = told(capsys, "-m", "alendronate@sun 07:00", "-m", "levothyroxine@07:30")
    assert "on sat 11:30 (4 h after levothyroxine) to 03:00 (4 h before alendronic acid)" in out
    assert "on mon, tue, wed, thu, fri, sun 11:30 (4 h after levothyroxine) to 03:30 (4 h before levo" in out


def test_a_medicine_closes_its_hours_on_one_line(capsys: Streams) -> None:
    assert "ciprofloxacin: no magnesium 02:00-10:00, 14:00-22:00." in told(capsys, "-m", CIPRO)


def test_a_medicine_without_a_time_makes_the_plan_doubtful(capsys: Streams) -> None:
    out = told(capsys, "-m", THYROID, "-m", "ciprofloxacin")
    assert "Not in this plan: ciprofloxacin. No time was given, or we do not know it, so fewer hours" in out


def test_a_day_without_room_says_so_first(capsys: Streams) -> None:
    out = told(capsys, "-m", "tetracycline@06:00,12:00,18:00,00:00")
    assert out.startswith("No time of this day is free")
    assert "When magnesium fits" not in out


def test_a_medicine_that_no_spacing_helps_is_named(capsys: Streams) -> None:
    out = told(capsys, "-m", "raltegravir@08:00", "-m", THYROID)
    assert out.startswith("No time of this day is free")
    assert "No time of day helps with raltegravir: read below." in out
