"""What limits the free hours of a day, worked out by hand from the gaps of the facts."""

import json
import re

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


@pytest.mark.parametrize(
    ("medicine", "used", "least"),
    [
        # Facts: 2 h on each side; the shortest accepted is 2 h after and 1 h before.
        ("mycophenolate@08:00", ("10:00", "06:00"), ("10:00", "07:00")),
        # 4 h on each side; the shortest accepted is 2 h after and 4 h before.
        ("eltrombopag@12:00", ("16:00", "08:00"), ("14:00", "08:00")),
        # 1 h after and 2 h before; a shortest gap is named before it only, so after it the default stays.
        ("roxadustat@08:00", ("09:00", "06:00"), ("09:00", "07:00")),
        # 4 h on each side, and nobody accepts less.
        (THYROID, ("11:00", "03:00"), ("11:00", "03:00")),
        # Two rules, 4 h for chloroquine and 3 h for proguanil on each side: the longer counts.
        ("chloroquine and proguanil@12:00", ("16:00", "08:00"), ("16:00", "08:00")),
    ],
)
def test_the_hours_of_the_shortest_accepted_gaps_are_told_beside_those_used(
    capsys: Streams, medicine: str, used: tuple[str, str], least: tuple[str, str]
) -> None:
    run(["plan", "-m", medicine, "--json"])
    day = json.loads(capsys.readouterr().out)["day"]
    for told, expected in ((day["windows"], used), (day["least"]["windows"], least)):
        assert [(one["from"], one["to"]) for one in told] == [expected]


def test_an_edge_that_two_medicines_make_names_both(capsys: Streams) -> None:
    out = told(capsys, "-m", THYROID, "-m", "doxycycline@07:00")
    assert "11:00 (4 h after levothyroxine, 4 h after doxycycline) to 03:00" in out


def test_midnight_is_no_edge_of_a_weekly_medicine(capsys: Streams) -> None:
    out = told(capsys, "-m", "alendronate@sun 07:00")
    assert "on sun 11:00 (4 h after alendronic acid) to 00:00" in out
    assert "on mon, tue, wed, thu, fri, sat 00:00 to 24:00" in out


def test_each_kind_of_day_has_a_line_of_its_own(capsys: Streams, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the gaps of 4 h: on Sunday 03:00 to 11:00 is closed, on Monday the night after is free again."""
    monkeypatch.setenv("COLUMNS", "40")
    run(["plan", "-m", "alendronate@sun 07:00", "-m", "levothyroxine@23:00", "--doses", "1"])
    lines = capsys.readouterr().out.splitlines()
    others, sunday = (
        lines[lines.index(head) + 1] for head in ("on mon, tue, wed, thu, fri, sat:", "on sun:")
    )
    closed_at_night = {*range(0, 3), *range(19, 24)}
    for line, closed in ((others, closed_at_night), (sunday, closed_at_night | set(range(3, 11)))):
        assert {hour for hour, mark in enumerate(line) if mark == "█"} == closed
    assert others.index("M") == sunday.index("M")


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


@pytest.mark.parametrize(
    ("typed", "named"),
    [("Synthroid 50 mcg", "levothyroxine"), ("Zemtal@08:00", "Zemtal"), ("Zemtal", "Zemtal")],
)
def test_what_a_plan_leaves_out_is_named_by_its_ingredient_or_as_it_was_typed(
    capsys: Streams, typed: str, named: str
) -> None:
    assert f"Not in this plan: {named}." in told(capsys, "-m", CIPRO, "-m", typed)


def test_a_medicine_that_no_hours_keep_apart_needs_no_time(capsys: Streams) -> None:
    """Timings, example 8: furosemide has no hours, so a plan without its time holds."""
    for medicine in ("furosemide", "amoxicillin"):
        assert "Not in this plan" not in told(capsys, "-m", THYROID, "-m", medicine)


def test_a_day_without_room_says_so_first(capsys: Streams) -> None:
    out = told(capsys, "-m", "tetracycline@06:00,12:00,18:00,00:00")
    assert out.startswith("No time of this day is free")
    assert "When magnesium fits" not in out


def test_a_medicine_that_no_spacing_helps_is_named(capsys: Streams) -> None:
    out = told(capsys, "-m", "raltegravir@08:00", "-m", THYROID)
    assert out.startswith("No time of this day is free")
    assert "No time of day helps with raltegravir: read below." in out


def test_a_dose_goes_with_a_meal_that_lies_in_free_hours(capsys: Streams) -> None:
    """Free are 11:00 to 14:00 and 22:00 to 02:00: lunch lies in one, breakfast and dinner in neither."""
    out = told(capsys, "-m", THYROID, "-m", CIPRO, "--meal", "08:00,13:00", "--meal", "19:00")
    assert "For example at 13:00 (with a meal) and 23:00." in out
    assert "No magnesium with the meal at 08:00 or 19:00: those hours are not free." in out


def test_a_day_whose_meals_all_lie_in_closed_hours_says_so(capsys: Streams) -> None:
    out = told(capsys, "-m", THYROID, "-m", CIPRO, "--meal", "08:00,19:00")
    assert "those hours are not free. No meal lies in free hours." in out
    assert "(with a meal)" not in out


def test_a_free_meal_without_a_dose_is_named_and_one_at_night_too(capsys: Streams) -> None:
    out = told(capsys, "-m", THYROID, "--doses", "1", "--meal", "12:00,18:00,01:00")
    assert "For example at 12:00 (with a meal)." in out
    assert "The meal at 18:00 lies in free hours too." in out
    assert "The meal at 01:00 lies outside your waking hours" in out


def test_a_meal_never_costs_a_dose(capsys: Streams) -> None:
    """From 11:00 to 15:00 two doses fit only at both ends, so the meal between them has none."""
    arguments = ("-m", THYROID, "--sleep", "15:00", "--doses", "2")
    assert "For example at 11:00 and 15:00." in told(capsys, *arguments, "--meal", "13:00")
    assert "For example at 13:00 (with a meal)." in told(capsys, *arguments[:-1], "1", "--meal", "13:00")


def test_what_is_known_of_meals_is_told_with_its_source_and_only_where_one_was_named(capsys: Streams) -> None:
    out = told(capsys, "-m", THYROID, "--meal", "13:00")
    assert "With food is gentler." in out
    cited = re.search(r"is said by sellers\. \(low certainty\) (\[\d+\])", out)
    assert cited is not None
    assert f"{cited[1]} Magnesium taken up from mineral water, with and without a meal." in out
    assert "With food is gentler." not in told(capsys, "-m", THYROID)


def test_a_meal_of_a_weekly_day_counts_only_where_it_is_free_on_every_day(capsys: Streams) -> None:
    out = told(capsys, "-m", "alendronate@sun 07:00", "--meal", "08:00,13:00")
    assert "No magnesium with the meal at 08:00: those hours are not free every day." in out
    assert "13:00 (with a meal)" in out


def test_fewer_doses_than_asked_for_are_said(capsys: Streams) -> None:
    """Waking from 07:00 to 23:00, free from 11:00: 11, 15, 19 and 23 o'clock, and no fifth."""
    out = told(capsys, "-m", THYROID, "--doses", "5")
    assert "For example at 11:00, 15:00, 19:00 and 23:00." in out
    assert "Of the 5 doses you asked for, 4 fit" in out
    assert "you asked for" not in told(capsys, "-m", THYROID, "--doses", "4")


def test_hours_that_are_free_only_at_night_have_no_dose_and_say_so(capsys: Streams) -> None:
    out = told(capsys, "-m", "nitrofurantoin@07:00,12:00,18:00,22:00")
    assert "Magnesium fits 01:00" in out
    assert "No dose is placed: none of these hours is free every day between waking and bedtime." in out


@pytest.mark.parametrize("option", ["--meal", "--wake", "--sleep"])
@pytest.mark.parametrize("time", ["25:00", "24:00", "8pm", "sun 07:00", "noon", "08:00,,13:00", ""])
def test_a_time_that_cannot_be_read_is_refused(capsys: Streams, option: str, time: str) -> None:
    assert run(["plan", "-m", THYROID, option, time]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert option in err


def test_more_than_six_meals_are_refused(capsys: Streams) -> None:
    meals = ",".join(f"{hour:02d}:00" for hour in range(8, 15))
    assert run(["plan", "-m", THYROID, "--meal", meals]) == 2
    assert "at most 6 meals" in capsys.readouterr().err


def test_each_dose_keeps_clear_of_the_edges_of_its_own_window(capsys: Streams) -> None:
    """From 11:00 to 14:00 and from 22:00 on: 11:00 would be farther from 23:00."""
    assert "For example at 12:00 and 23:00." in told(capsys, "-m", THYROID, "-m", "ciprofloxacin@20:00")


def test_a_meal_in_either_of_two_windows_is_free(capsys: Streams) -> None:
    """Facts: levothyroxine 4 hours on both sides; ciprofloxacin 2 hours after, 6 before."""
    arguments = ["-m", "levothyroxine@07:00", "-m", "ciprofloxacin@20:00", "--meal", "13:00,22:30,15:00"]
    meals = json.loads(told(capsys, *arguments, "--json"))["meals"]
    assert {one["at"]: one["free"] for one in meals} == {"13:00": True, "15:00": False, "22:30": True}


def test_the_meals_stand_in_json(capsys: Streams) -> None:
    run(["plan", "-m", THYROID, "--meal", "08:00,13:00", "--doses", "1", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert found["doses_asked"] == 1
    assert found["meals"] == [
        {"at": "08:00", "free": False, "awake": True, "dose": False},
        {"at": "13:00", "free": True, "awake": True, "dose": True},
    ]
    assert found["about_meals"]["id"] == "take-with-food"


@pytest.mark.parametrize(("doses", "code"), [("0", 2), ("1", 0), ("6", 0), ("7", 2)])
def test_one_to_six_doses_may_be_asked_for(doses: str, code: int) -> None:
    assert run(["plan", "-m", THYROID, "--doses", doses]) == code
