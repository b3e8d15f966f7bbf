"""The command line as scripts see it: exit codes, streams, formats, and what errors never say."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.commands import Streams, asked

SEED = [
    "recommend",
    "--goal",
    "nerve-pain",
    "--kidney",
    "none",
    "--no-meds",
    "--age",
    "45",
    "--sex",
    "female",
]
CAVEAT = "This is general information. It is not medical advice."


def test_the_seed_case_answers_with_exit_0(capsys: Streams) -> None:
    code, out, err = asked(capsys, *SEED, "--digestion", "normal", "--region", "us")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "Magnesium glycinate, at most 350 mg a day"
    assert CAVEAT in out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--goal", "sleep"], 0),
        (["--goal", "sleep", "--kidney", "dialysis"], 3),
        (["--goal", "sleep", "--egfr", "27"], 3),
        (["--goal", "sleep", "--condition", "myasthenia gravis"], 3),
        (["--goal", "nerve-pain", "--symptom", "numb saddle area"], 3),
        (["--goal", "sleep", "--kidney", "none", "--med", "Zemtal"], 4),
        (["--goal", "sleep", "--kidney", "none", "--med", "Zemtal", "--exit-zero"], 0),
        (["--goal", "sleep", "--egfr", "27", "--med", "Zemtal"], 3),
        (["--goal", "sleep", "--kidney", "none", "--med", "raltegravir"], 3),
        (["--goal", "sleep", "--kidney", "none", "--med", "amoxicillin"], 0),
    ],
)
def test_exit_codes_tell_scripts_what_happened(capsys: Streams, arguments: list[str], code: int) -> None:
    told = asked(capsys, "recommend", *arguments)
    assert told[0] == code
    assert CAVEAT in told[1]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--goal", "slep"], "did you mean sleep?"),
        (["--goal", "sleep", "--kidney", "bad"], "use one of"),
        (["--goal", "sleep", "--age", "200"], "--age must be a number from 0 to 120"),
        (["--goal", "sleep", "--age", "NaN"], "--age must be a number from 0 to 120"),
        (["--goal", "sleep", "--egfr", "-5"], "--egfr must be a number from 0 to 200"),
        (["--goal", "sleep", "--egfr", "1e309"], "--egfr must be a number from 0 to 200"),
        (["--goal", "sleep", "--no-meds", "--med", "x"], "contradict"),
        (["--goal", "sleep", "--kidney", "g4", "--kidney", "none"], "--kidney is given more than once"),
        (["--goal", "sleep", "--egfr", "20", "--egfr", "95"], "--egfr is given more than once"),
        (["--goal", "sleep", "--age", "12", "--age", "40"], "--age is given more than once"),
        (["--goal", "sleep", "--sex", "male", "--sex", "female"], "--sex is given more than once"),
        (["--goal", "sleep", "--region", "eu", "--region", "us"], "--region is given more than once"),
        (["--goal", "sleep", "-p", "mine", "-p", "hers"], "--profile is given more than once"),
        (["--goal", "sleep", "--knowledge", "a", "--knowledge", "b"], "--knowledge is given more than once"),
        (["--goal", "sleep", "--med", "cipro@25:00"], "a time could not be read"),
        (["--goal", "sleep", "--med", "cipro@24:00"], "midnight is 00:00"),
        (["--goal", "sleep", "--med", "cipro@8pm"], "a time could not be read"),
        (["--goal", "sleep", "--med", " "], "--med is blank"),
        (["--goal", "sleep", "--format", "pdf"], "use one of screen, plain, json"),
        (["--goal", "sleep", "--diet", "keto"], "is not one of the words"),
        (["--nonsense"], "No such option"),
        ([], "at least one goal is needed"),
        (["sleep"], "a word stands where no word belongs"),
    ],
)
def test_wrong_usage_is_two_lines_at_most_on_stderr(capsys: Streams, arguments: list[str], says: str) -> None:
    code, out, err = asked(capsys, "recommend", *arguments)
    assert (code, out) == (2, "")
    assert says in err
    assert len(err.splitlines()) <= 2
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("option", "word"),
    [("--kidney", "none"), ("--egfr", "72"), ("--age", "40"), ("--sex", "male"), ("--region", "eu")],
)
def test_the_same_answer_twice_is_one_answer(capsys: Streams, option: str, word: str) -> None:
    once = asked(capsys, "recommend", "--goal", "sleep", option, word)
    assert once[0] == 0
    assert asked(capsys, "recommend", "--goal", "sleep", option, word, option, word) == once


@pytest.mark.parametrize("other", ["none", "unknown", "breastfeeding"])
def test_of_two_life_stages_pregnancy_counts_in_whatever_order(capsys: Streams, other: str) -> None:
    for first, second in (("pregnant", other), (other, "pregnant")):
        said = ("--life-stage", first, "--life-stage", second)
        _, out, _ = asked(capsys, "recommend", "--goal", "sleep", *said, "--json")
        assert json.loads(out)["profile"]["life_stage"] == "pregnant"


@pytest.mark.parametrize("command", ["recommend", "interactions"])
def test_each_of_several_medicines_typed_in_one_go_is_accounted_for(capsys: Streams, command: str) -> None:
    """One without a rule beside others with rules is told too; so is a part of a combination."""
    start = ("recommend", "--goal", "sleep", "--med") if command == "recommend" else ("interactions",)
    _, out, _ = asked(capsys, *start, "amlodipine 5mg od, bisoprolol 2.5mg od, omeprazole 20mg om")
    assert "bisoprolol: checked; none of our rules applies" in out
    for other in ("amlodipine:", "omeprazole:"):
        assert other in out


@pytest.mark.parametrize(
    ("option", "typed", "word"),
    [
        ("--sex", "F", "female"),
        ("--sex", "m", "male"),
        ("--region", "GB", "uk"),
        ("--region", "USA", "us"),
        ("--region", "nz", "anz"),
        ("--kidney", "3a", "g3a"),
        ("--kidney", "CKD 3b", "g3b"),
        ("--kidney", "ckd stage 4", "g4"),
    ],
)
def test_a_word_is_read_as_exports_write_it(capsys: Streams, option: str, typed: str, word: str) -> None:
    _, out, _ = asked(capsys, "recommend", "--goal", "sleep", option, typed, "--json")
    assert json.loads(out)["profile"][option.removeprefix("--")] == word


@pytest.mark.parametrize("typed", ["1", "3", "stage 3", "ckd", "6", "45"])
def test_a_stage_that_may_be_something_else_is_refused(capsys: Streams, typed: str) -> None:
    """A bare 1 may be one kidney, and stage 3 is two stages."""
    code, _, err = asked(capsys, "recommend", "--goal", "sleep", "--kidney", typed)
    assert code == 2
    assert "is not one of the words" in err


def test_errors_never_repeat_an_answer(capsys: Streams) -> None:
    for value in ("--age=777", "--egfr=-31"):
        _, _, err = asked(capsys, "recommend", "--goal", "sleep", value)
        assert value.split("=")[1] not in err


def test_errors_are_json_when_json_is_asked(capsys: Streams) -> None:
    code, _, err = asked(capsys, "recommend", "--goal", "slep", "--json")
    told = json.loads(err)
    assert code == 2
    assert told["schema"] == "magadvisor.error/1"
    assert told["code"] == "unknown-goal"
    assert set(told) == {"schema", "code", "message", "hint", "where"}


def test_the_advice_document_has_the_keys_of_its_schema(capsys: Streams) -> None:
    code, out, _ = asked(capsys, *SEED[:5], "--med", "Synthroid 50 mcg@07:00", "--json")
    told = json.loads(out)
    assert code == 0
    assert list(told)[:5] == ["schema", "program", "knowledge", "caveat", "outcome"]
    assert told["schema"] == "magadvisor.advice/1"
    assert told["medicines"][0]["typed"] == "Synthroid 50 mcg"
    assert told["medicines"][0]["matched"] == ["levothyroxine"]
    assert told["day"]["windows"] == [{"from": "11:00", "to": "03:00"}]
    assert told["knowledge"]["reviewed_by"] is None


def test_a_profile_document_answers_and_options_win_over_it(capsys: Streams, tmp_path: Path) -> None:
    profile = tmp_path / "me.yaml"
    profile.write_text("goals: [sleep]\nkidney: dialysis\nmedicines: []\n", encoding="utf-8")
    assert asked(capsys, "recommend", "--profile", str(profile))[0] == 3
    assert asked(capsys, "recommend", "--profile", str(profile), "--kidney", "none")[0] == 0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("goals: [sleep]\nage: old\n", "age must be a number"),
        ("goals: [sleep]\nage: true\n", "age must be a number"),
        ("goals: [sleep]\nkidny: none\n", "kidny is not a key of a profile"),
        ("goals: [sleep]\ngoals: [bone]\n", "profile:2"),
        ("goals: [sleep]\nkidney: no\n", "would be read as true or false"),
        ("goals: &a [sleep]\n", "anchor"),
        ("- sleep\n", "keys and answers"),
        ('{"goals": ["sleep"], "egfr": NaN}', "not finite"),
        ('{"goals": ["sleep"], "goals": ["bone"]}', "stands twice"),
        ("goals: sleep\n", "goals has the wrong type"),
        ("schema: other/1\ngoals: [sleep]\n", "not a profile this program reads"),
        ("kidney: none\n", "at least one goal is needed"),
        ("goals: [sleep]\nmedicines: [{name: cipro, at: ['25:00']}]\n", "a time could not be read"),
    ],
)
def test_a_broken_profile_is_refused_by_its_key(
    capsys: Streams, tmp_path: Path, text: str, says: str
) -> None:
    profile = tmp_path / "me"
    profile.write_text(text, encoding="utf-8")
    code, out, err = asked(capsys, "recommend", "--profile", str(profile))
    assert (code, out) == (2, "")
    assert says in err


def test_a_profile_that_cannot_be_read_is_exit_1(capsys: Streams, tmp_path: Path) -> None:
    assert asked(capsys, "recommend", "--profile", str(tmp_path / "none"))[0] == 1
    assert asked(capsys, "recommend", "--profile", str(tmp_path))[0] == 1


def test_a_file_that_cannot_be_written_is_told_with_its_option(capsys: Streams, tmp_path: Path) -> None:
    gone = str(tmp_path / "gone" / "advice")
    code, out, err = asked(capsys, *SEED, "--json", "--output", gone)
    assert (code, out) == (1, "")
    assert (json.loads(err)["code"], json.loads(err)["where"]) == ("cannot-write", "--output")


def test_an_output_file_is_whole_private_and_never_written_over(capsys: Streams, tmp_path: Path) -> None:
    path = tmp_path / "advice.json"
    assert asked(capsys, *SEED, "--json", "--output", str(path))[:2] == (0, "")
    assert path.stat().st_mode & 0o777 == 0o600
    assert json.loads(path.read_text())["schema"] == "magadvisor.advice/1"
    assert asked(capsys, *SEED, "--output", str(path))[0] == 1
    assert asked(capsys, *SEED, "--output", str(path), "--force")[0] == 0
    assert [one.name for one in tmp_path.iterdir()] == ["advice.json"]


def test_why_tells_the_rules_and_quiet_keeps_the_caveat(capsys: Streams) -> None:
    arguments = ["recommend", "--goal", "sleep", "--kidney", "unknown", "--no-meds"]
    assert "kidney-unknown" in asked(capsys, *arguments, "--why")[1]
    quiet = asked(capsys, *arguments, "--quiet")[1]
    assert CAVEAT in quiet
    assert "Sources" not in quiet


def test_brackets_and_control_characters_of_an_answer_are_shown_as_text(capsys: Streams) -> None:
    _, out, _ = asked(capsys, *SEED[:5], "--med", "[bold]x[/bold]\x1b[31m")
    assert "[bold]x[/bold]" in out
    assert "\x1b" not in out


def test_interactions_prints_one_card_a_mechanism(capsys: Streams) -> None:
    code, out, _ = asked(capsys, "interactions", "digoxin", "amoxicillin", "Zemtal")
    assert code == 4
    assert CAVEAT in out
    assert "amoxicillin: checked; none of our rules applies" in out
    assert "Zemtal (medicines): not checked" in out


def test_plan_tells_the_windows_as_json(capsys: Streams) -> None:
    code, out, _ = asked(capsys, "plan", "--med", "doxycycline@08:00,20:00", "--json")
    told = json.loads(out)
    assert code == 0
    assert told["schema"] == "magadvisor.plan/1"
    windows = [(one["from"], one["to"]) for one in told["day"]["windows"]]
    assert windows == [("00:00", "04:00"), ("12:00", "16:00")]


def test_plan_gives_no_day_where_spacing_does_not_help(capsys: Streams) -> None:
    told = json.loads(asked(capsys, "plan", "--med", "raltegravir@08:00", "--json")[1])
    assert told["day"] is None


def test_bare_and_version(capsys: Streams) -> None:
    assert asked(capsys)[0] == 2
    assert asked(capsys, "--version")[:2] == (0, "magadvisor 0.1.0\n")
    assert asked(capsys, "--help")[0] == 0
    assert "did you mean" in asked(capsys, "recomend")[2].lower()


def test_a_narrow_ascii_terminal_is_enough() -> None:
    environment = {**os.environ, "COLUMNS": "40", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [sys.executable, "-m", "magadvisor", *SEED], env=environment, capture_output=True, check=True
    )
    rows = done.stdout.decode("ascii").splitlines()
    assert max(len(row) for row in rows) <= 40


def test_recommend_touches_no_network_and_writes_nothing(
    capsys: Streams, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert asked(capsys, *SEED)[0] == 0
    assert list(tmp_path.iterdir()) == []


def test_a_fault_is_one_line_without_answers(capsys: Streams, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("secret answer 42")

    monkeypatch.setattr("magadvisor.engine.decide.settle", fail)
    code, out, err = asked(capsys, *SEED)
    assert (code, out) == (70, "")
    assert "RuntimeError" in err
    assert "secret" not in err
    assert len(err.splitlines()) == 1


def test_a_plan_says_whose_hours_it_leaves_out(capsys: Streams) -> None:
    medicines = ("--med", "ciprofloxacin@08:00", "--med", "levothyroxine", "--med", "Zemtal@09:00")
    code, out, _ = asked(capsys, "plan", *medicines)
    assert "Not in this plan: levothyroxine, Zemtal." in " ".join(out.split())
    assert code == 4
    _, out, _ = asked(capsys, "plan", "--med", "ciprofloxacin@08:00", "--med", "ferrous sulfate", "--json")
    assert json.loads(out)["day"]["left_out"] == ["ferrous sulfate"]
    assert asked(capsys, "plan", "--med", "levothyroxine")[0] == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize("redirect", ["> /dev/full", ">&-"])
def test_an_output_that_cannot_be_written_is_exit_1(redirect: str) -> None:
    command = f"{sys.executable} -m magadvisor recommend --goal sleep {redirect}"
    ran = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert ran.stderr.count("\n") == 1
    assert "fault" not in ran.stderr


def with_a_time(folder: Path, answers: str) -> str:
    """Write a profile of somebody who takes levothyroxine at seven."""
    profile = folder / "me.yaml"
    times = 'medicines: [{name: levothyroxine, at: ["07:00"]}]'
    profile.write_text(f"{answers}{times}\n", encoding="utf-8")
    return str(profile)


@pytest.mark.parametrize(
    ("written", "who"),
    [
        ("kidney: dialysis", "kidney-team"),
        ("egfr: 29.9", "kidney-team"),
        ("age: 7", "doctor"),
        ("conditions: [myasthenia gravis]", "specialist"),
        ("symptoms: [can't feel when I wipe]", "emergency-services"),
    ],
)
def test_a_plan_offers_no_hour_where_the_answers_leave_no_supplement(
    capsys: Streams, tmp_path: Path, written: str, who: str
) -> None:
    profile = with_a_time(tmp_path, f"goals: [sleep]\n{written}\n")
    code, out, _ = asked(capsys, "plan", "--profile", profile, "--json")
    told = json.loads(out)
    assert (code, told["day"], told["meals"]) == (3, None, [])
    assert who in [one["who"] for one in told["actions"]]
    code, out, _ = asked(capsys, "plan", "--profile", profile, "--med", "doxycycline@08:00")
    assert code == 3
    assert "Magnesium fits" not in out
    assert "For example at" not in out


@pytest.mark.parametrize("goals", ["goals: [sleep]\n", ""])
def test_a_plan_of_answers_that_leave_a_supplement_tells_the_windows(
    capsys: Streams, tmp_path: Path, goals: str
) -> None:
    profile = with_a_time(tmp_path, f"{goals}kidney: none\n")
    code, out, _ = asked(capsys, "plan", "--profile", profile, "--json")
    told = json.loads(out)
    assert (code, told["outcome"], told["actions"]) == (0, "suggest", [])
    assert [(one["from"], one["to"]) for one in told["day"]["windows"]] == [("11:00", "03:00")]


def test_where_help_is_needed_now_a_plan_says_that_alone(capsys: Streams, tmp_path: Path) -> None:
    profile = with_a_time(tmp_path, "goals: [sleep]\nsymptoms: [crushing chest pain]\n")
    out = asked(capsys, "plan", "--profile", profile)[1]
    assert "emergency services" in out
    assert "levothyroxine" not in out
