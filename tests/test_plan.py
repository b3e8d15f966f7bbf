"""The plan and the cards of a profile: all its answers count, and each item is checked or named."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from magadvisor.cli.main import run

Streams = pytest.CaptureFixture[str]
Ask = Callable[..., tuple[int, str]]


@pytest.fixture
def plan(capsys: Streams, tmp_path: Path) -> Ask:
    """Ask a command about somebody who takes a medicine at seven, with more answers in the profile."""

    def answer(
        written: str, *options: str, command: str = "plan", medicine: str = "levothyroxine"
    ) -> tuple[int, str]:
        profile = tmp_path / "me.yaml"
        times = f'medicines: [{{name: {medicine}, at: ["07:00"]}}]'
        profile.write_text(f"{written}\n{times}\n", encoding="utf-8")
        code = run([command, "--profile", str(profile), *options])
        return code, capsys.readouterr().out

    return answer


@pytest.mark.parametrize("command", ["plan", "interactions"])
@pytest.mark.parametrize(
    ("written", "listed", "typed"),
    [
        ("conditions: [wibblitis]", "conditions", "wibblitis"),
        ('conditions: ["diabetes, wibblitis"]', "conditions", "wibblitis"),
        ("symptoms: [flurbs]", "symptoms", "flurbs"),
        ("taking: [Zorgmag]", "taking", "Zorgmag"),
        ("avoid: [quux]", "avoid", "quux"),
    ],
)
def test_an_item_of_the_profile_that_is_not_recognised_is_named_as_not_checked(
    plan: Ask, command: str, written: str, listed: str, typed: str
) -> None:
    code, out = plan(written, "--json", command=command)
    assert [(one["list"], one["typed"]) for one in json.loads(out)["not_checked"]] == [(listed, typed)]
    assert code == 4


@pytest.mark.parametrize("format_", ["plain", "markdown", "html", "csv"])
def test_what_a_plan_did_not_check_stands_in_every_format(plan: Ask, format_: str) -> None:
    code, out = plan("conditions: [wibblitis]", "--format", format_, "--exit-zero", "--quiet")
    assert code == 0
    assert "wibblitis (conditions): not checked" in out


def test_where_no_supplement_is_left_a_plan_still_names_what_was_not_checked(plan: Ask) -> None:
    code, out = plan("conditions: [myasthenia gravis, wibblitis]\nsymptoms: [flurbs]")
    assert code == 3
    assert "wibblitis (conditions): not checked" in out
    assert "flurbs (symptoms): not checked" in out
    code, out = plan("symptoms: [crushing chest pain, flurbs]")
    assert code == 3
    assert "flurbs (symptoms): not checked" in out


def test_a_plan_without_a_supplement_says_that_the_answers_leave_none(plan: Ask) -> None:
    """Contract: a condition that forbids magnesium withholds; then no hour helps, and no medicine is why."""
    code, out = plan("conditions: [myasthenia gravis]")
    assert code == 3
    assert "No hour is offered: your answers leave no supplement." in out
    assert "No time of this day is free" not in out


def test_a_condition_that_was_written_wrongly_is_shown_back_in_a_plan(plan: Ask) -> None:
    told = json.loads(plan("conditions: [diabettes]", "--json")[1])["remarks"]
    assert any("diabettes" in one and "Diabetes" in one for one in told)


@pytest.mark.parametrize(
    ("written", "who"),
    [
        ("life_stage: pregnant", "midwife"),
        ("kidney: g2", "doctor"),
        ("conditions: [wibblitis]", "pharmacist"),
    ],
)
def test_a_plan_of_answers_that_ask_first_says_whom_to_ask(plan: Ask, written: str, who: str) -> None:
    _, out = plan(written, "--json")
    told = json.loads(out)
    assert told["outcome"] == "ask-first"
    assert told["day"]["windows"]
    assert who in " ".join(one["who"] + one["text"] for one in told["actions"])
    text = plan(written)[1]
    assert "Ask first" in text
    assert who in text


def test_a_plan_of_medicines_alone_has_no_outcome(capsys: Streams) -> None:
    assert run(["plan", "--med", "levothyroxine@07:00", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["outcome"], told["actions"]) == (None, [])


@pytest.mark.parametrize(
    "command", [("plan", "--med", "levothyroxine@07:00"), ("interactions", "levothyroxine")]
)
@pytest.mark.parametrize("format_", ["screen", "plain", "json", "markdown", "html", "csv"])
def test_where_only_medicines_were_looked_at_the_kidneys_are_named_as_not_asked(
    capsys: Streams, command: tuple[str, ...], format_: str
) -> None:
    """Promise 1: what is unknown is named; hours between medicines say nothing about a person's kidneys."""
    run([*command, "--format", format_, "--quiet"])
    said = " ".join(capsys.readouterr().out.split())
    assert "Only medicines were looked at." in said
    assert "Kidneys and illnesses decide first" in said


def test_a_plan_of_a_profile_answers_for_the_person(plan: Ask) -> None:
    _, out = plan("kidney: none", "--json")
    assert json.loads(out)["not_asked"] is None


@pytest.mark.parametrize(
    ("taking", "action"),
    [
        ("[{form: oxide, elemental_mg: 50}]", "separate"),
        ("[Zorgmag]", "separate"),  # what it is is not known
        ("[{form: glycinate, elemental_mg: 50}]", "inform"),
        ("[]", "inform"),
    ],
)
@pytest.mark.parametrize("command", ["plan", "interactions"])
def test_an_alkaline_rule_is_lowered_only_where_nothing_alkaline_is_taken(
    plan: Ask, command: str, taking: str, action: str
) -> None:
    """Contract: the form shown *and* everything in `taking` must be a known non-alkaline salt."""
    written = f"kidney: none\ntaking: {taking}"
    _, out = plan(written, "--form", "citrate", "--json", command=command, medicine="fexofenadine")
    assert [one["action"] for one in json.loads(out)["interactions"]] == [action]


def test_a_listed_medicine_that_neutralises_acid_keeps_an_alkaline_rule(capsys: Streams) -> None:
    run(["interactions", "fexofenadine", "milk of magnesia", "--form", "citrate", "--json"])
    actions = {one["id"]: one["action"] for one in json.loads(capsys.readouterr().out)["interactions"]}
    assert actions["fexofenadine"] == "separate"


def test_a_plan_in_which_no_hour_helps_is_one_without_a_supplement(capsys: Streams) -> None:
    """Contract: an `avoid` for every salt withholds, and then a command ends with 3."""
    assert run(["plan", "--med", "raltegravir@08:00"]) == 3
    assert "No time of day helps" in capsys.readouterr().out
    assert run(["plan", "--med", "raltegravir@08:00", "--exit-zero"]) == 0


@pytest.mark.parametrize("form", ["sulfate", "orotate"])
def test_no_hour_is_offered_for_a_form_that_is_never_offered(capsys: Streams, form: str) -> None:
    """Contract: sulfate by mouth and orotate are described and compared, never offered."""
    code = run(["plan", "--med", "levothyroxine@07:00", "--form", form, "--json"])
    told = json.loads(capsys.readouterr().out)
    assert (code, told["day"], bool(told["form_set_aside"])) == (3, None, True)
    run(["plan", "--med", "levothyroxine@07:00", "--form", form])
    out = " ".join(capsys.readouterr().out.split())
    assert " ".join(told["form_set_aside"].split()) in out
    assert "Magnesium fits" not in out
    assert "No hour is offered for this form of magnesium" in out
    assert "No time of this day is free" not in out  # the hours are not what is in the way


@pytest.mark.parametrize(
    ("written", "form", "left"),
    [
        ("kidney: g3a", "oxide", False),  # contract: no laxative or antacid form
        ("kidney: none\ndigestion: [loose]", "citrate", False),  # contract: moderate ones are set aside
        ("kidney: none\ndigestion: [normal]", "citrate", True),
        ("kidney: none\ndigestion: [loose]", "glycinate", True),
    ],
)
def test_no_hour_is_offered_for_a_form_that_the_answers_set_aside(
    plan: Ask, written: str, form: str, left: bool
) -> None:
    code, out = plan(written, "--form", form, "--json")
    told = json.loads(out)
    assert (code, told["day"] is not None, told["form_set_aside"] is None) == (0 if left else 3, left, left)


@pytest.mark.parametrize(
    ("medicine", "form", "left"),
    [
        ("misoprostol", "oxide", False),  # facts: ask, and a rule sets laxative and antacid salts aside
        ("misoprostol", "citrate", True),
        ("nitrofurantoin", "trisilicate", False),  # facts: keep apart, trisilicate not at all
        ("nitrofurantoin", "carbonate", True),
        ("sotorasib", "hydroxide", False),  # contract: an `avoid` for alkaline salts sets those aside
        ("sotorasib", "glycinate", True),
    ],
)
def test_no_hour_is_offered_for_a_form_that_a_listed_medicine_sets_aside(
    capsys: Streams, medicine: str, form: str, left: bool
) -> None:
    code = run(["plan", "--med", f"{medicine}@08:00", "--form", form, "--json"])
    told = json.loads(capsys.readouterr().out)
    assert (code, told["day"] is not None, told["form_set_aside"] is None) == (0 if left else 3, left, left)


def test_no_hour_is_offered_where_the_listed_medicines_reach_the_limit(capsys: Streams) -> None:
    """Contract: nothing left of the limit withholds; milk of magnesia 30 ml holds 1000 mg or more."""
    meds = ["--med", "levothyroxine@07:00", "--med", "milk of magnesia 30 ml"]
    code = run(["plan", *meds, "--json"])
    told = json.loads(capsys.readouterr().out)
    assert (code, told["outcome"], told["day"]) == (3, "withhold", None)
    assert "pharmacist" in [one["who"] for one in told["actions"]]


def test_without_a_medicine_there_is_nothing_to_tell_of(capsys: Streams) -> None:
    assert run(["interactions", "--json"]) == 2
    error = json.loads(capsys.readouterr().err)
    assert (error["code"], error["message"]) == ("no-medicine", "no medicine was named")


@pytest.mark.parametrize("form", ["sulfate-bath", "chloride-topical"])
def test_no_hour_is_worked_out_for_a_form_on_the_skin(capsys: Streams, form: str) -> None:
    """Contract: a form for the skin is not swallowed; hours keep what is swallowed apart in the gut."""
    code = run(["plan", "--med", "levothyroxine@07:00", "--form", form, "--json"])
    told = json.loads(capsys.readouterr().out)
    assert (code, told["day"]) == (3, None)
    assert "for the skin" in told["form_set_aside"]
    run(["plan", "--med", "levothyroxine@07:00", "--form", form])
    out = " ".join(capsys.readouterr().out.split())
    assert out.count("This form is for the skin") == 1
    assert "Magnesium fits" not in out


def test_cards_say_that_their_hours_are_not_for_a_form_on_the_skin(capsys: Streams) -> None:
    run(["interactions", "levothyroxine", "--form", "sulfate-bath"])
    assert "This form is for the skin" in " ".join(capsys.readouterr().out.split())
    run(["interactions", "levothyroxine", "--form", "citrate"])
    assert "for the skin" not in capsys.readouterr().out


@pytest.mark.parametrize("command", ["plan", "interactions"])
def test_where_help_is_needed_now_nothing_is_told_of_medicines(plan: Ask, command: str) -> None:
    """Contract: urgent is get help now, and nothing else stands beside it."""
    _, out = plan("symptoms: [chest pain]", command=command, medicine="colestyramine")
    assert "emergency" in out
    assert "resin" not in out
