"""A page to take along: what to do first, everything that was asked, nobody's name, nothing fetched."""

import json
import re
from pathlib import Path

import pytest

from magadvisor.advisor import advise
from magadvisor.cli.main import run
from magadvisor.model.day import Block, Day, LeastDay, Window
from magadvisor.model.knowledge import Knowledge
from magadvisor.profiles import answers_of, profile_document
from magadvisor.render.handout.compose import Wanted, sheet
from magadvisor.render.handout.day import pictures
from magadvisor.render.handout.sheet import Bar, Items, Pairs, Reader, Sheet, Span, Table
from magadvisor.render.html import handout
from magadvisor.render.parts import Numbers
from magadvisor.render.phrases import to_do
from tests.support.channels import from_html, profiles, squeezed

CAVEAT = "This is general information. It is not medical advice."
Streams = pytest.CaptureFixture[str]

MANY = {
    "goals": ["cramps", "sleep"],
    "kidney": "none",
    "age": 70,
    "medicines": [
        {"name": "Synthroid 50 mcg", "at": ["07:00"]},
        {"name": "cipro 500 mg", "at": ["08:00", "20:00"]},
        {"name": "alendronate", "at": ["sun 07:00"]},
        "furosemide",
        "Zemtal",
        "amoxicillin",
    ],
    "conditions": [],
    "taking": ["magnesium oxide 50 mg"],
    "region": "uk",
}


def composed(knowledge: Knowledge, raw: dict[str, object], wanted: Wanted | None = None) -> Sheet:
    answers = answers_of(profile_document(raw), knowledge.goals)
    return sheet(advise(answers, knowledge), answers, knowledge, wanted or Wanted())


def titles(told: Sheet) -> list[str]:
    return [section.title for section in told.sections]


def lines(told: Sheet, title: str) -> list[str]:
    blocks = next(section.blocks for section in told.sections if section.title == title)
    return [line for block in blocks if isinstance(block, Items) for line in block.lines]


def pairs(told: Sheet, title: str) -> dict[str, str]:
    blocks = next(section.blocks for section in told.sections if section.title == title)
    return {label: text for block in blocks if isinstance(block, Pairs) for label, text in block.rows}


def table(told: Sheet, title: str) -> Table:
    blocks = next(section.blocks for section in told.sections if section.title == title)
    return next(block for block in blocks if isinstance(block, Table))


@pytest.mark.parametrize("reader", list(Reader))
def test_what_to_do_stands_first_for_everybody(knowledge: Knowledge, reader: Reader) -> None:
    told = composed(knowledge, MANY, Wanted(reader))
    assert titles(told)[0] == "Do this first"
    assert told.headline.startswith("Ask first")
    assert set(titles(told)) >= {
        "Answers given",
        "Form and limit",
        "Medicines and times",
        "Eat first",
        "Not checked",
        "Ask at the visit",
        "Sources",
    }


def test_hours_on_each_side_of_a_medicine_stand_in_the_table(knowledge: Knowledge) -> None:
    rows = table(composed(knowledge, MANY), "Medicines and times").rows
    assert [row[:3] for row in rows[:3]] == [
        ("ciprofloxacin (MAJOR)", "2 h", "6 h"),
        ("alendronic acid (MAJOR)", "4 h", "4 h"),
        ("levothyroxine (MODERATE)", "4 h", "4 h"),
    ]


def test_where_spacing_does_not_help_the_table_says_so(knowledge: Knowledge) -> None:
    told = composed(knowledge, {"goals": ["sleep"], "medicines": ["raltegravir"]})
    assert "spacing does not help" in table(told, "Medicines and times").rows[0]
    assert "I take raltegravir. What should I do about magnesium?" in lines(told, "Ask at the visit")


def test_the_answers_given_are_told_as_people_say_them(knowledge: Knowledge) -> None:
    told = pairs(composed(knowledge, MANY), "Answers given")
    assert told["Age"] == "70"
    assert told["Conditions"] == "none"
    assert told["Region"] == "United Kingdom"
    assert told["Medicines"].startswith(
        "Synthroid 50 mcg at 07:00; cipro 500 mg at 08:00, 20:00; alendronate at sun 07:00; furosemide"
    )
    assert "Symptoms" not in told


def test_what_is_not_known_is_no_answer_given(knowledge: Knowledge) -> None:
    raw: dict[str, object] = {"goals": ["sleep"], "kidney": "unknown", "digestion": ["unknown"]}
    told = composed(knowledge, raw)
    assert pairs(told, "Answers given") == {"For": "sleep"}
    assert any(line.startswith("your kidneys") for line in lines(told, "Not known"))


def test_what_was_not_checked_is_boxed_and_asked_about(knowledge: Knowledge) -> None:
    told = composed(knowledge, MANY)
    assert lines(told, "Not checked") == ["Zemtal (medicines): not checked."]
    assert "I also take Zemtal. Does it go together with magnesium?" in lines(told, "Ask at the visit")
    assert "amoxicillin: checked; none of our rules applies." in lines(told, "Medicines and times")


def test_severe_kidney_disease_gets_a_reason_and_no_figure_for_a_supplement(knowledge: Knowledge) -> None:
    for reader in Reader:
        told = composed(knowledge, {"goals": ["sleep"], "egfr": 27, "medicines": []}, Wanted(reader))
        assert "Form and limit" not in [one.title for one in told.sections if reader is Reader.PATIENT]
        text = from_html(handout(told))
        assert not re.search(r"at most|mg of magnesium", text, re.IGNORECASE)
    patient = composed(knowledge, {"goals": ["sleep"], "egfr": 27, "medicines": []})
    assert "certainty" in lines(patient, "Why")[0]


def test_an_urgent_page_says_what_to_do_and_what_was_answered_and_no_more(knowledge: Knowledge) -> None:
    raw: dict[str, object] = {
        "goals": ["nerve-pain"],
        "symptoms": ["numb saddle area"],
        "medicines": ["Zemtal"],
    }
    for wanted in (Wanted(), Wanted(Reader.DOCTOR), Wanted(quiet=True)):
        told = composed(knowledge, raw, wanted)
        assert titles(told) == ["Do this first", "Not checked", "Answers given"]
        assert lines(told, "Do this first")[0].startswith("Now, an emergency department")


def test_the_signs_against_a_medicine_stand_before_it(knowledge: Knowledge) -> None:
    raw: dict[str, object] = {"goals": ["constipation"], "kidney": "none", "medicines": [], "age": 40}
    told = composed(knowledge, raw)
    assert lines(told, "Do this first")[0] == "Do not take it if one of these is there:"
    assert "Get help" not in titles(told)


def test_sources_are_numbered_as_they_are_met_and_each_number_is_explained(knowledge: Knowledge) -> None:
    for reader in Reader:
        told = composed(knowledge, MANY, Wanted(reader))
        text = from_html(handout(told)).split("Sources")[0]
        cited = [number for found in re.findall(r"\[([\d, -]+)\]", text) for number in _numbers(found)]
        assert list(dict.fromkeys(cited)) == sorted(set(cited))
        assert len(lines(told, "Sources")) == max(cited)


def _numbers(found: str) -> list[int]:
    ranges = [part.split("-") for part in found.split(", ")]
    return [number for ends in ranges for number in range(int(ends[0]), int(ends[-1]) + 1)]


def test_several_numbers_in_a_row_are_told_as_a_range(knowledge: Knowledge) -> None:
    advice = advise(answers_of(profile_document(MANY), knowledge.goals), knowledge)
    cited = Numbers(advice.sources)
    ids = [source.id for source in advice.sources]
    assert cited(ids[:4]) == " [1-4]"
    assert cited([ids[0], ids[2], ids[5]]) == " [1, 3, 5]"
    assert cited(ids[:2]) == " [1-2]"
    assert cited(["no such source"]) == ""


def test_every_action_amount_and_unchecked_item_of_many_people_is_on_their_page(knowledge: Knowledge) -> None:
    for one in profiles(knowledge, 40, seed=7):
        advice = advise(one, knowledge)
        for reader in Reader:
            page = handout(sheet(advice, one, knowledge, Wanted(reader)))
            text = squeezed(from_html(page))
            told = [action.text for action in to_do(advice)] + [item.typed for item in advice.not_checked]
            told += [advice.headline, advice.caveat, *(medicine.name for medicine in one.medicines or ())]
            if advice.outcome != "urgent":
                told += [met.tell for met in advice.interactions] + [watch.text for watch in advice.watch]
                told += [food.name for food in advice.foods] + [flag.text for flag in advice.red_flags]
            if advice.dose is not None and advice.dose.at_most_mg is not None:
                told.append(f"{advice.dose.at_most_mg:g} mg")
            assert [words for words in told if squeezed(words) not in text] == []
            assert not re.search(r"\b(safe|harmless|cure)\b|no interactions", from_html(page), re.IGNORECASE)


def test_one_day_is_drawn_where_every_day_has_the_same_free_hours() -> None:
    day = Day(
        windows=(Window("11:00", "03:00"),),
        blocked=(
            Block("03:00", "11:00", "levothyroxine"),
            Block("04:00", "10:00", "alendronic acid", ("sun",)),
        ),
        doses=("12:00",),
        conflict=(),
        least=LeastDay(()),
        left_out=(),
    )
    (picture,) = pictures(day)
    assert (picture.days, picture.doses) == ("", (720,))
    assert picture.bars == (
        Bar("Magnesium fits 00:00-03:00, 11:00-24:00", True, (Span(0, 180), Span(660, 1440))),
        Bar("levothyroxine: no magnesium 03:00-11:00", False, (Span(180, 660),)),
        Bar("alendronic acid (sun): no magnesium 04:00-10:00", False, (Span(240, 600),)),
    )


def test_weekdays_with_other_free_hours_are_drawn_apart() -> None:
    blocked = (Block("22:00", "02:00", "alendronic acid", ("sun",)),)
    windows = (
        Window("00:00", "24:00", ("tue", "wed", "thu", "fri", "sat")),
        Window("00:00", "22:00", ("sun",)),
        Window("02:00", "00:00", ("mon",)),
    )
    drawn = pictures(Day(windows, blocked, (), (), LeastDay(()), ()))
    assert {one.days: one.bars[0].spans for one in drawn} == {
        "Mon": (Span(120, 1440),),
        "Tue, wed, thu, fri, sat": (Span(0, 1440),),
        "Sun": (Span(0, 1320),),
    }


def test_what_is_no_window_of_the_advice_is_drawn_closed() -> None:
    blocked = (Block("00:10", "12:00", "a"), Block("12:29", "23:55", "b"))
    (picture,) = pictures(Day((), blocked, (), (), LeastDay(()), ()))
    assert picture.bars[0] == Bar("Magnesium fits at no time", True, ())


SEED = ["handout", "--goal", "sleep", "--kidney", "none", "--no-meds"]


def test_the_command_takes_the_options_of_recommend_and_leaves_with_its_codes(capsys: Streams) -> None:
    answers = ["--goal", "sleep", "--med", "Zemtal", "--age", "45", "--sex", "female", "--pregnant", "--diet"]
    more = ["vegan", "--avoid", "peanut", "--digestion", "loose", "--region", "eu", "--condition", "diabetes"]
    both = [*answers, *more, "--symptom", "none", "--taking", "none", "--kidney", "none"]
    codes = []
    for command in ("recommend", "handout"):
        codes.append(run([command, *both]))
        told = capsys.readouterr().out
        assert CAVEAT in told
        assert "Zemtal" in told
    assert codes == [4, 4]
    assert run(["handout", "--goal", "sleep", "--egfr", "27"]) == 3
    assert run(["handout", "--goal", "sleep", "--egfr", "27", "--exit-zero"]) == 0


def test_a_profile_document_makes_a_page_too(capsys: Streams, tmp_path: Path) -> None:
    profile = tmp_path / "me.yaml"
    profile.write_text("goals: [sleep]\nkidney: dialysis\nmedicines: [Zemtal]\n", encoding="utf-8")
    assert run(["handout", "--profile", str(profile)]) == 3
    assert "Zemtal" in capsys.readouterr().out


def test_a_page_file_is_whole_private_and_never_written_over(capsys: Streams, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    assert run([*SEED, "--output", str(path)]) == 0
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.read_text(encoding="utf-8").endswith("</html>\n")
    assert run([*SEED, "--output", str(path)]) == 1
    assert run([*SEED, "--output", str(path), "--large-print", "--force"]) == 0
    assert "16pt" in path.read_text(encoding="utf-8")
    assert [one.name for one in tmp_path.iterdir()] == ["page.html"]
    assert capsys.readouterr().out == ""


def test_a_page_is_one_file_that_fetches_and_runs_nothing_and_names_nobody(
    capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("USER", "Maria Beispiel")
    monkeypatch.setenv("LOGNAME", "Maria Beispiel")
    run([*SEED[:-1], "--med", "Zemtal@08:00"])
    run([*SEED, "--why"])
    told = capsys.readouterr().out
    assert "default-src 'none'" in told
    assert not [word for word in ("<script", "src=", "@import", "<link", "http:", "https:") if word in told]
    assert re.findall(r"url\([^)]*\)", told) == re.findall(r"url\(#closed\)", told)
    assert "Beispiel" not in told


def test_what_people_type_is_text_on_the_page(capsys: Streams) -> None:
    run([*SEED[:5], "--med", "<script>alert(1)</script>\x1b[31m\u202e", "--condition", '"><img src=x>'])
    told = capsys.readouterr().out
    assert "<script" not in told
    assert "<img" not in told
    assert "\\x1b[31m\\u202e" in from_html(told)
    assert "<script>alert(1)</script>" in from_html(told)
    assert told.isascii()


def test_a_page_can_be_had_as_json(capsys: Streams) -> None:
    run([*SEED, "--json"])
    told = json.loads(capsys.readouterr().out)
    assert told["schema"] == "magadvisor.handout/1"
    assert CAVEAT in told["caveat"]
    assert told["sections"][0]["title"] == "Do this first"


@pytest.mark.parametrize("format_", ["plain", "markdown", "csv"])
def test_a_page_tells_the_same_in_other_formats(format_: str, capsys: Streams) -> None:
    run([*SEED, "-f", format_])
    told = squeezed(capsys.readouterr().out)
    run([*SEED, "--json"])
    paper = json.loads(capsys.readouterr().out)
    for section in paper["sections"]:
        assert squeezed(section["title"]).lower() in told.lower()
        for block in section["blocks"]:
            if block["kind"] == "items" and format_ == "plain":
                assert [line for line in block["lines"] if squeezed(line) not in told] == []
    assert squeezed(CAVEAT) in told


@pytest.mark.parametrize(
    ("option", "says"),
    [
        (["--for", "cat"], "use one of patient, doctor"),
        (["-f", "pdf"], "use one of screen, plain, json, markdown, html, csv"),
        (["--color", "red"], "use one of auto, always, never"),
    ],
)
def test_a_word_the_page_does_not_know_is_refused(capsys: Streams, option: list[str], says: str) -> None:
    assert run([*SEED, *option]) == 2
    assert says in capsys.readouterr().err


def test_a_quiet_page_keeps_the_caveat_and_leaves_out_the_sources(capsys: Streams) -> None:
    run([*SEED, "--quiet"])
    told = capsys.readouterr().out
    assert CAVEAT in told
    assert "Sources" not in told
    assert "Get help" not in told


def test_the_same_answers_give_the_same_bytes(capsys: Streams) -> None:
    run(SEED)
    first = capsys.readouterr().out
    run(SEED)
    assert capsys.readouterr().out == first
