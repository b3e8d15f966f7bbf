"""Forms side by side: the article beside the evidence, and cells that say what an advice says."""

import csv
import io
import json
import re
from dataclasses import replace
from html import unescape

import pytest

from magadvisor.advisor import Advisor, advise
from magadvisor.cli.main import run
from magadvisor.comparing import compare
from magadvisor.knowledge.load import data_folder, load
from magadvisor.model.answers import Answers, TypedMedicine
from magadvisor.model.comparison import Comparison, Fit, Meeting
from magadvisor.model.goal import Finding, FormForGoal, Goal
from magadvisor.model.interaction import MetInteraction
from magadvisor.model.rule import Effects, When
from magadvisor.model.words import Certainty, Kidney, Region, Use

KNOWN = load(data_folder())
Streams = pytest.CaptureFixture[str]
ORAL = [form.id for form in KNOWN.forms.values() if form.route == "oral"]
MEDICINES = (
    "doxycycline",
    "ciprofloxacin",
    "levothyroxine",
    "raltegravir",
    "rosuvastatin",
    "fexofenadine",
    "gabapentin",
    "misoprostol",
    "amlodipine",
    "amoxicillin",
)


def _only(form: str) -> Goal:
    listed = FormForGoal(form, Use.SUPPLEMENT, "x", Finding.NOT_STUDIED, Certainty.NONE, ())
    return replace(KNOWN.goals["nerve-pain"], id=f"only-{form}", forms=(listed,), set_aside=())


ONLY = Advisor(replace(KNOWN, goals={f"only-{form}": _only(form) for form in ORAL}))
"""An advisor whose goals offer one form each, so that its advice shows that form."""

CARELESS = re.compile(r"\b(safe|no interactions|harmless|cure)\b", re.IGNORECASE)

# The founding article's table: form, absorption, whether it fits nerve pain.
ARTICLE = {
    "glycinate": ("high", "Yes: calming and well absorbed."),
    "citrate": ("high", "Yes, but it loosens stools at higher doses."),
    "oxide": ("low", "No: too little is absorbed."),
    "threonate": ("said to cross the blood-brain barrier", "Perhaps, mainly for the central nervous system."),
    "sulfate-bath": ("said to pass through the skin", "Good for local muscle relaxation."),
}


def asked(capsys: Streams, *arguments: str) -> tuple[int, str]:
    code = run(["compare", *arguments])
    return code, capsys.readouterr().out


def document(capsys: Streams, *arguments: str) -> dict[str, object]:
    code, out = asked(capsys, *arguments, "--json")
    assert code in (0, 3, 4)
    told = json.loads(out)
    assert isinstance(told, dict)
    return told


def compared(*forms: str, **answers: object) -> Comparison:
    return compare(replace(Answers(goals=("nerve-pain",)), **answers), forms, 100, KNOWN)  # type: ignore[arg-type]


def test_alone_it_shows_the_five_of_the_article_with_its_word_and_the_evidence_s(capsys: Streams) -> None:
    code, out = asked(capsys, "--json")
    told = json.loads(out)
    assert code == 0
    assert [one["id"] for one in told["forms"]] == list(ARTICLE)
    for one in told["forms"]:
        assert (one["popular"]["absorption"], one["popular"]["says"]) == ARTICLE[one["id"]]
        assert one["fits"][0]["goal"] == "nerve-pain"
    words = {one["id"]: one["fits"][0] for one in told["forms"]}
    for form in ("glycinate", "citrate"):
        assert (words[form]["finding"], words[form]["certainty"]) == ("not-studied", "very-low")
    for form in ("oxide", "threonate", "sulfate-bath"):
        assert words[form]["set_aside"]
        assert words[form]["because"]


def test_all_shows_every_form(capsys: Streams) -> None:
    told = document(capsys, "--all")
    forms = told["forms"]
    assert isinstance(forms, list)
    assert {one["id"] for one in forms} == set(KNOWN.forms)


@pytest.mark.parametrize("medicine", MEDICINES)
@pytest.mark.parametrize("form", ORAL)
def test_a_cell_says_what_an_advice_says_that_shows_the_form(form: str, medicine: str) -> None:
    medicines = (TypedMedicine(medicine),)
    told = compared(form, kidney=Kidney.NONE, medicines=medicines)
    advice = ONLY.advise(Answers(goals=(f"only-{form}",), kidney=Kidney.NONE, medicines=medicines))
    cell = told.forms[0].medicines[0]
    if advice.form is None and not any(one.action == "avoid" for one in advice.interactions):
        return  # the form is set aside: the advice then counts every salt as alkaline
    if advice.form is None and cell.action != "avoid":
        pytest.fail("an advice that withholds stands beside a cell that does not say avoid")
    _same(cell, advice.interactions)


def _same(cell: Meeting, shown: tuple[MetInteraction, ...]) -> None:
    order = ("inform", "monitor", "separate", "ask", "avoid")
    actions = [one.action for one in shown]
    assert cell.action == (max(actions, key=order.index) if actions else None)
    assert cell.interactions == tuple(one.id for one in shown)
    if cell.action == "avoid":
        assert cell.spacing_helps is False
        assert cell.magnesium_after_medicine_hours is None
        return
    after = [one.magnesium_after_medicine_hours or 0 for one in shown]
    before = [one.magnesium_before_medicine_hours or 0 for one in shown]
    assert (cell.magnesium_after_medicine_hours or 0) == max(after, default=0)
    assert (cell.magnesium_before_medicine_hours or 0) == max(before, default=0)


def test_on_the_skin_a_medicine_is_not_applicable(capsys: Streams) -> None:
    _, out = asked(capsys, "sulfate-bath", "oxide", "--med", "doxycycline", "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert rows[0]["With doxycycline"] == "n/a on the skin"
    assert rows[1]["With doxycycline"].startswith("magnesium at least 4 h after it, or 4 h before it")


def test_a_medicine_that_spacing_does_not_help_says_so(capsys: Streams) -> None:
    code, out = asked(capsys, "glycinate", "--med", "raltegravir", "-f", "csv")
    row = next(csv.DictReader(io.StringIO(out)))
    assert code == 3
    assert "spacing does not help" in row["With raltegravir"]


def test_a_medicine_that_is_not_known_is_not_checked_and_leaves_with_4(capsys: Streams) -> None:
    code, out = asked(capsys, "glycinate", "--kidney", "none", "--med", "Zemtal")
    assert code == 4
    assert "Zemtal (medicines): not checked." in out
    assert "not checked" in out.split("With")[1]


@pytest.mark.parametrize("kidney", ["g3b", "g4", "g5", "dialysis", "transplant", "acute", "diagnosed"])
def test_weak_kidneys_see_no_amount_and_no_suggestion(capsys: Streams, kidney: str) -> None:
    code, out = asked(capsys, "--kidney", kidney, "--all", "--columns", "you,amount,unit,magnesium,gut")
    assert code == 3
    assert out.startswith("No magnesium supplement unless")
    assert not re.search(r"\d mg of the compound|1 capsule|1 tablet|At most", out)
    assert "no rule sets it aside" not in out


def test_an_emergency_shows_no_table(capsys: Streams) -> None:
    code, out = asked(capsys, "--symptom", "numb saddle area")
    assert code == 3
    assert out.startswith("Get help now")
    assert "In 100 mg" not in out


def test_what_the_answers_exclude_is_said_of_each_form() -> None:
    told = compared("glycinate", "oxide", "threonate", kidney=Kidney.NONE, conditions=("ileostomy",))
    assert told.outcome in ("ask-first", "withhold")
    told = compare(
        Answers(goals=("sleep",), kidney=Kidney.NONE, medicines=()),
        ["threonate", "sulfate", "orotate"],
        100,
        KNOWN,
    )
    left = {one.id: one.for_you.left for one in told.forms}
    assert left == {"threonate": True, "sulfate": False, "orotate": False}


@pytest.mark.parametrize("said", ["Crohn's disease", "ulcerative colitis"])
def test_where_no_medicine_for_the_gut_may_be_taken_a_form_that_is_only_one_is_not_left(said: str) -> None:
    """As in an advice, which for indigestion would show them as medicines."""
    answers = Answers(goals=("indigestion",), kidney=Kidney.NONE, conditions=(said,))
    assert {"carbonate", "trisilicate"} <= {one.id for one in advise(answers, KNOWN).set_aside}
    told = compared("carbonate", "trisilicate", "glycinate", kidney=Kidney.NONE, conditions=(said,))
    assert [one.for_you.left for one in told.forms] == [False, False, True]


@pytest.mark.parametrize("form", ["sulfate", "orotate"])
def test_a_form_that_is_never_offered_says_why(form: str) -> None:
    told = compared(form, kidney=Kidney.NONE).forms[0].for_you
    assert (told.left, told.because) == (False, (KNOWN.forms[form].not_offered_because,))
    assert all(told.because)


@pytest.mark.parametrize("form", ["oxide", "threonate", "sulfate-bath"])
def test_a_goal_sets_each_form_aside_for_its_own_reason(form: str) -> None:
    aside = {one.form: one.because for one in KNOWN.goals["nerve-pain"].set_aside}
    (told,) = compared(form, kidney=Kidney.NONE).forms[0].fits
    assert (told.set_aside, told.because) == (True, aside[form])


def test_on_the_skin_nothing_is_said_of_a_medicine() -> None:
    """Rosuvastatin: hours for antacids only, and sources that disagree; none of it is about a bath."""
    typed = "rosuvastatin"
    told = compared("sulfate-bath", kidney=Kidney.NONE, medicines=(TypedMedicine(typed),))
    nothing = Meeting(typed, True, False, None, None, None, None, None, False, False, (), ())
    assert told.forms[0].medicines == (nothing,)


@pytest.mark.parametrize(
    ("medicine", "form", "lowered", "action", "hours"),
    [
        ("fexofenadine", "glycinate", True, "inform", None),  # a rule for antacids: it only informs
        ("fexofenadine", "oxide", False, "separate", 2),
        ("doxycycline", "glycinate", False, "separate", 4),  # a rule for every salt
        (
            "digoxin",
            "oxide",
            False,
            "separate",
            2,
        ),  # one rule with hours and one that asks to watch
        ("digoxin", "glycinate", True, "monitor", None),
        ("chloroquine and proguanil", "oxide", False, "separate", 4),  # 4 h and 3 h: the longer
    ],
)
def test_a_rule_for_antacids_is_lowered_for_other_forms_and_says_so(
    medicine: str, form: str, lowered: bool, action: str, hours: float | None
) -> None:
    """Hours of the facts; timings, example 8: digoxin has a rule for alkaline salts and one without hours."""
    cell = compared(form, kidney=Kidney.NONE, medicines=(TypedMedicine(medicine),)).forms[0].medicines[0]
    assert (cell.lowered, cell.action) == (lowered, action)
    assert (cell.magnesium_after_medicine_hours, cell.magnesium_before_medicine_hours) == (hours, hours)


def test_each_medicine_has_a_cell_of_its_own_that_says_where_sources_differ() -> None:
    """Facts, interactions 4: of the two rules of digoxin the sources differ on the one for antacids."""
    medicines = tuple(map(TypedMedicine, ("amoxicillin", "digoxin", "levothyroxine")))
    (told,) = compared("oxide", kidney=Kidney.NONE, medicines=medicines).forms
    none, digoxin, thyroid = told.medicines
    assert none == Meeting("amoxicillin", True, True, None, None, None, None, None, False, False, (), ())
    assert (set(digoxin.interactions), digoxin.differ) == ({"digoxin", "digoxin-antacid"}, True)
    assert thyroid.interactions == ("thyroid-hormones",)


@pytest.mark.parametrize("goal", KNOWN.goals)
def test_a_form_has_the_place_that_a_goal_gives_it(goal: str) -> None:
    known = KNOWN.goals[goal]
    told = {one.id: one.fits[0] for one in compared(*KNOWN.forms, goals=(goal,)).forms}
    listed = {one.form: (place, one) for place, one in enumerate(known.forms, 1)}
    aside = {one.form: one for one in known.set_aside}
    for form, fit in told.items():
        place, one = listed.get(form, (None, None))
        expected = Fit(goal, None, len(known.forms), None, None, None, False, ())
        if one is not None:
            expected = Fit(
                goal, place, len(known.forms), one.finding, one.certainty, one.because, False, one.sources
            )
        elif form in aside:
            expected = replace(
                expected, because=aside[form].because, set_aside=True, sources=aside[form].sources
            )
        assert fit == expected


@pytest.mark.parametrize("form", ["sulfate", "orotate", "sulfate-bath", "chloride-topical"])
def test_what_is_never_offered_to_swallow_has_no_amount(form: str) -> None:
    (told,) = compared(form, kidney=Kidney.NONE).forms
    assert (told.compound_mg, told.pieces) == (None, None)


@pytest.mark.parametrize("use", [Use.SUPPLEMENT, Use.SKIN])
def test_a_form_that_no_goal_lists_is_held_to_be_used_by_its_route(use: Use) -> None:
    """A made-up rule that closes a use: ascorbate is swallowed, a chloride solution goes on the skin."""
    then = Effects(exclude_use=(use,))
    rule = replace(KNOWN.rules["kidney-unknown-limit"], id="made-up", when=When(), then=then)
    more = replace(KNOWN, rules={**KNOWN.rules, rule.id: rule})
    answers = Answers(goals=("constipation",), kidney=Kidney.NONE)
    told = compare(answers, ["ascorbate", "chloride-topical"], 100, more).forms
    assert [one.for_you.left for one in told] == [use is Use.SKIN, use is Use.SUPPLEMENT]


@pytest.mark.parametrize("goal", KNOWN.goals)
def test_a_form_that_an_advice_sets_aside_is_not_left_in_a_comparison(goal: str) -> None:
    answers = Answers(goals=(goal,), kidney=Kidney.NONE, medicines=(TypedMedicine("sotorasib"),), age=45)
    advice = advise(answers, KNOWN)
    aside = {one.id for one in advice.set_aside}
    told = compare(answers, list(KNOWN.forms), 100, KNOWN)
    assert aside <= {one.id for one in told.forms if not one.for_you.left}
    offered = {one.id for one in (advice.form, *advice.alternatives) if one}
    assert not offered & {one.id for one in told.forms if not one.for_you.left}


def test_nothing_answered_is_told_to_ask_first(capsys: Streams) -> None:
    _, out = asked(capsys, "citrate", "--columns", "you")
    assert "no rule sets it aside; ask first" in " ".join(out.split())


@pytest.mark.parametrize(
    ("form", "amount", "fewest", "most", "compound"),
    [
        ("glycinate", 200, 2, 4, 1419),  # capsules of 50 to 125 mg; 200 / 14.096 %
        ("citrate", 200, 2, 3, 1237),  # tablets of 75 to 150 mg; 200 / 16.163 %
        ("oxide", 200, 1, 1, 332),  # tablets of 200 to 500 mg; 200 / 60.304 %
        ("threonate", 144, 3, 3, 1745),  # capsules of 48 to 50 mg; 144 / 8.253 %
        ("glycerophosphate", 97.2, 1, 1, 777),
    ],
)
def test_the_cost_in_pills_is_counted_in_whole_units(
    form: str, amount: float, fewest: int, most: int, compound: float
) -> None:
    told = compare(Answers(goals=("sleep",), kidney=Kidney.NONE), [form], amount, KNOWN).forms[0]
    assert told.pieces is not None
    assert (told.pieces.fewest, told.pieces.most, told.compound_mg) == (fewest, most, compound)


def test_limits_of_all_regions_stand_together(capsys: Streams) -> None:
    _, out = asked(capsys)
    told = " ".join(out.split())
    for text in ("EU 250 mg (EFSA)", "US 350 mg (NASEM)", "UK 400 mg (EVM)", "Canada 500 mg (Health Canada)"):
        assert text in told


def test_the_limits_of_the_region_asked_for_stand_before_those_of_others() -> None:
    limits = compared("citrate", kidney=Kidney.NONE, age=45, region=Region.UK).limits
    assert [one.region == "uk" for one in limits] == [True] + [False] * (len(limits) - 1)
    assert len(limits) > 5


def test_the_rat_study_that_contradicts_people_is_shown_for_citrate(capsys: Streams) -> None:
    _, out = asked(capsys, "citrate", "--columns", "absorbed")
    told = " ".join(out.split())
    assert "Better than oxide in most trials in people" in told
    assert "rat study" in told


def test_sorting_by_magnesium_puts_the_most_first(capsys: Streams) -> None:
    _, out = asked(capsys, "--sort", "magnesium", "-f", "csv")
    things = [row[0] for row in csv.reader(io.StringIO(out)) if row][1:6]
    assert things == ["oxide", "citrate", "glycinate", "sulfate-bath", "threonate"]


def test_status_stands_there_for_the_region_asked(capsys: Streams) -> None:
    _, out = asked(capsys, "threonate", "oxide", "--region", "eu", "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert "novel food" in rows[0]["Legal status"]
    assert "US" not in rows[0]["Legal status"]


Cells = set[tuple[str, str, str]]
ARGUMENTS = (
    "--med",
    "doxycycline",
    "--kidney",
    "none",
    "--columns",
    "all",
    "--goal",
    "nerve-pain",
    "--goal",
    "sleep",
)


def tidy(text: str) -> str:
    return re.sub(r"[\W_]+", " ", unescape(text.replace("\\", ""))).strip().lower()


def cells(rows: list[list[str]]) -> Cells:
    """Give form, fact and text of a grid with one form a row."""
    head = rows[0]
    return {
        (row[0], tidy(title), tidy(text))
        for row in rows[1:]
        for title, text in zip(head[1:], row[1:], strict=True)
        if tidy(text)
    }


def from_json(text: str) -> Cells:
    table = json.loads(text)["table"]
    return {
        (thing, tidy(f"{fact['label']} {fact['about']}"), tidy(fact["cells"][place]))
        for place, thing in enumerate(table["things"])
        for fact in table["facts"]
        if tidy(fact["cells"][place])
    }


def from_csv(text: str) -> Cells:
    rows: list[list[str]] = []
    for row in csv.reader(io.StringIO(text)):
        if not row:
            break
        rows.append(row)
    return cells(rows)


def from_markdown(text: str) -> Cells:
    lines = [line for line in text.splitlines() if line.startswith("|") and "---" not in line]
    grid = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    return cells([list(column) for column in zip(*_broken(grid), strict=True)])


def from_html(text: str) -> Cells:
    body = text.split("<table>")[1].split("</table>", maxsplit=1)[0]
    rows = re.findall(r"<tr>(.*?)</tr>", body)
    grid = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in rows]
    return cells([list(column) for column in zip(*_broken(grid), strict=True)])


def _broken(grid: list[list[str]]) -> list[list[str]]:
    return [[cell.replace("<br>", "; ") for cell in row] for row in grid]


def test_every_format_tells_the_same_facts(capsys: Streams) -> None:
    texts = {form: asked(capsys, *ARGUMENTS, "-f", form)[1] for form in ("json", "csv", "markdown", "html")}
    facts = from_json(texts["json"])
    assert len(facts) > 100
    assert from_csv(texts["csv"]) == facts
    assert from_markdown(texts["markdown"]) == facts
    assert from_html(texts["html"]) == facts


@pytest.mark.parametrize("width", [40, 80, 100])
def test_text_at_any_width_tells_every_fact(
    capsys: Streams, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    facts = from_json(asked(capsys, *ARGUMENTS, "--json")[1])
    monkeypatch.setenv("COLUMNS", str(width))
    for form in ("plain", "screen"):
        _, out = asked(capsys, *ARGUMENTS, "-f", form)
        assert max(map(len, out.splitlines())) <= width
        words = set(tidy(out).split())
        for thing, title, text in facts:
            assert set(text.split()) <= words, (thing, title)
            assert set(title.split()) <= words


def test_under_72_columns_each_form_is_a_record(capsys: Streams, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    _, out = asked(capsys, "citrate", "oxide", "--columns", "magnesium,gut")
    assert "CITRATE\nIn 100 mg: 16.16 mg\n" in out
    assert "OXIDE\nIn 100 mg: 60.30 mg\n" in out


def test_nothing_reassures(capsys: Streams) -> None:
    _, out = asked(capsys, "--all", "--columns", "all", "-f", "csv")
    assert not CARELESS.search(out)


def test_a_cell_that_looks_like_a_formula_is_text_in_csv(capsys: Streams) -> None:
    _, out = asked(capsys, "citrate", "--med", "=1+1", "-f", "csv")
    for row in csv.reader(io.StringIO(out)):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["glycinat"], "did you mean"),
        (["--goal", "slep"], "did you mean sleep?"),
        (["--sort", "magnesum"], "did you mean magnesium?"),
        (["--columns", "gutt"], "did you mean gut?"),
        (["--columns", ","], "blank"),
        (["--amount", "-5"], "--amount must be a number"),
        (["--amount", "0"], "above 0"),
        (["--format", "pdf"], "use one of"),
        (["--kidney", "bad"], "use one of"),
    ],
)
def test_a_mistake_leaves_with_2_and_says_what_was_meant(
    capsys: Streams, arguments: list[str], says: str
) -> None:
    assert run(["compare", *arguments]) == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize("form", ["plain", "screen", "json", "markdown", "html", "csv"])
def test_every_format_carries_the_caveat_and_the_knowledge(capsys: Streams, form: str) -> None:
    for arguments in ([], ["--kidney", "dialysis"], ["--symptom", "numb saddle area"]):
        _, out = asked(capsys, *arguments, "-f", form)
        told = " ".join(out.replace("│", " ").split())
        assert "This is general information. It is not medical advice." in told
        assert "2026" in told
