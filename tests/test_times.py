"""Times as people type them: a clear error or the right hours, never a wrong window."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from magadvisor.cli.main import run
from magadvisor.inputs import read_medicine
from magadvisor.model.answers import BadAnswer, TypedMedicine
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import Dose
from magadvisor.profiles import read_profile

Streams = pytest.CaptureFixture[str]
SUNDAY = 6


def planned(capsys: Streams, *medicines: str) -> tuple[int, list[tuple[str, str, list[str]]], list[str]]:
    """Give the exit code, the windows and what is left out of a plan."""
    code = run(["plan", *(word for one in medicines for word in ("-m", one)), "--json"])
    day = json.loads(capsys.readouterr().out)["day"]
    windows = [(one["from"], one["to"], one.get("on", [])) for one in day["windows"]]
    return code, sorted(windows), day["left_out"]


@pytest.mark.parametrize(
    "times",
    [
        "25:00",
        "24:00",
        "12:60",
        "8pm",
        "7:00 am",
        "07:00:00",
        "7",
        "0700",
        "07.00",
        "07:00,",
        ",07:00",
        "07:00,,09:00",
        "-1:00",
        "at 07:00",
        "sun",
        "sun 25:00",
        "sunken 07:00",
        "monkey 07:00",
        "mon,wed 07:00",
        "07:00@09:00",
        "07:00@",
        "sun 07:00@mon 07:00",
    ],
)
def test_what_is_no_time_is_refused_and_never_lost(capsys: Streams, times: str) -> None:
    for medicine in (f"levothyroxine@{times}", f"levothyroxine 50 mcg @ {times}"):
        assert run(["plan", "-m", medicine, "-m", "cipro@08:00"]) == 2
        out, err = capsys.readouterr()
        assert not out
        assert err.startswith("magadvisor: --med: ")
        assert "levothyroxine" not in err


@pytest.mark.parametrize("item", [{"name": "levothyroxine@07:00", "at": ["09:00"]}, "levothyroxine@25:00"])
def test_a_document_loses_no_time_either(capsys: Streams, tmp_path: Path, item: object) -> None:
    profile = tmp_path / "profile.json"
    profile.write_text(json.dumps({"goals": ["sleep"], "medicines": [item]}), encoding="utf-8")
    assert run(["recommend", "--profile", str(profile)]) == 2
    assert "medicines[0]" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "name", "doses"),
    [
        ("levothyroxine@07:00", "levothyroxine", [Dose(420)]),
        ("levothyroxine @ 7:00", "levothyroxine", [Dose(420)]),
        ("levothyroxine@ 07:00 , 19:30", "levothyroxine", [Dose(420), Dose(1170)]),
        ("levothyroxine@00:00", "levothyroxine", [Dose(0)]),
        ("levothyroxine@23:59", "levothyroxine", [Dose(1439)]),
        ("alendronate@sun 07:00", "alendronate", [Dose(420, (SUNDAY,))]),
        ("alendronate@Sundays 07:00", "alendronate", [Dose(420, (SUNDAY,))]),
        ("alendronate@Tues 7:05,thurs 19:00", "alendronate", [Dose(425, (1,)), Dose(1140, (3,))]),
        ("alendronate@weds 07:00", "alendronate", [Dose(420, (2,))]),
        ("@", "@", []),
        ("@07:00", "@07:00", []),
        ("@sun 07:00", "@sun 07:00", []),
        ("levothyroxine@", "levothyroxine@", []),
        ("levothyroxine@bedtime", "levothyroxine@bedtime", []),
        ("@@07:00", "@", [Dose(420)]),
        ("name@home@07:00", "name@home", [Dose(420)]),
    ],
)
def test_a_last_at_that_no_time_follows_belongs_to_the_name(text: str, name: str, doses: list[Dose]) -> None:
    assert read_medicine(text) == TypedMedicine(name, tuple(doses))


@pytest.mark.parametrize("text", ["@", "@07:00", "@sun 07:00", "levothyroxine@", "levothyroxine@bedtime"])
def test_a_plan_without_any_time_says_how_to_write_one(capsys: Streams, text: str) -> None:
    assert run(["plan", "-m", text]) == 2
    assert "no medicine has a time" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["@07:00", "@@07:00", "@sun 07:00"])
def test_a_time_without_a_name_is_not_checked_and_left_out(capsys: Streams, text: str) -> None:
    code, windows, left_out = planned(capsys, text, "levothyroxine@07:00")
    assert code == 4
    assert windows == [("11:00", "03:00", [])]
    assert left_out == [read_medicine(text).name]


@pytest.mark.parametrize(
    "medicines",
    [
        ["levothyroxine@07:00,12:00"],
        ["levothyroxine@12:00,07:00,12:00"],
        ["levothyroxine@07:00", "levothyroxine@12:00"],
        ["levothyroxine@07:00", "Synthroid@12:00", "L-thyroxine@07:00,12:00"],
        [f"levothyroxine@{hour}:00" for hour in ("07", "12")] * 30,
    ],
    ids=["one", "a time twice", "twice", "by three names", "sixty"],
)
def test_a_medicine_listed_again_counts_with_all_its_times(capsys: Streams, medicines: list[str]) -> None:
    """Four hours around 07:00 and 12:00 close 03:00 to 16:00."""
    assert planned(capsys, *medicines) == (0, [("16:00", "03:00", [])], [])


def test_a_medicine_listed_again_without_a_time_is_left_out_and_named(capsys: Streams) -> None:
    found = planned(capsys, "levothyroxine@07:00", "levothyroxine")
    assert found == (0, [("11:00", "03:00", [])], ["levothyroxine"])


def test_hours_that_a_medicine_closes_twice_are_told_once(capsys: Streams) -> None:
    run(["plan", "-m", "levothyroxine@07:00", "-m", "Synthroid@07:00"])
    assert "levothyroxine: no magnesium 03:00-11:00." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("medicines", "windows"),
    [
        (["levothyroxine@00:00"], [("04:00", "20:00", [])]),
        (["levothyroxine@23:59"], [("03:59", "19:59", [])]),
        (["levothyroxine@23:59", "levothyroxine@00:00"], [("04:00", "19:59", [])]),
        (["ciprofloxacin@01:00"], [("03:00", "19:00", [])]),
    ],
)
def test_hours_wrap_at_midnight(
    capsys: Streams, medicines: Sequence[str], windows: list[tuple[str, str, list[str]]]
) -> None:
    assert planned(capsys, *medicines)[1] == windows


def test_the_hours_of_sunday_night_wrap_into_monday_and_of_monday_morning_into_sunday(
    capsys: Streams,
) -> None:
    """Alendronate on Monday at 01:00 closes Sunday from 21:00; on Sunday at 23:00 Monday until 03:00."""
    before = dict.fromkeys(["tue", "wed", "thu", "fri", "sat"])
    told = {(a, b): on for a, b, on in planned(capsys, "alendronate@mon 01:00")[1]}
    assert told[("00:00", "21:00")] == ["sun"]
    assert told[("05:00", "00:00")] == ["mon"]
    assert set(before) <= set(told[("00:00", "24:00")])
    told = {(a, b): on for a, b, on in planned(capsys, "alendronate@sun 23:00")[1]}
    assert told[("00:00", "19:00")] == ["sun"]
    assert told[("03:00", "00:00")] == ["mon"]


def test_times_typed_twice_are_told_apart_from_a_time_that_cannot_be_read() -> None:
    with pytest.raises(BadAnswer, match="times stand twice"):
        read_medicine("levothyroxine@07:00@09:00")


def test_times_in_the_name_of_a_profile_are_refused_with_the_key_they_belong_to(knowledge: Knowledge) -> None:
    with pytest.raises(BadAnswer, match=r"medicines\[0\]\.name: times stand in the name") as refused:
        read_profile('goals: [sleep]\nmedicines:\n  - {name: "cipro@08:00"}\n', knowledge.goals)
    assert 'at: ["08:00", "20:00"]' in refused.value.hint
