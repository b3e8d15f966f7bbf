"""The knowledge on the command line: what it holds, what is wrong with it, and how one adds to it."""

import csv
import io
import json
import re
import shlex
from pathlib import Path

import pytest
import yaml

from magadvisor.cli.main import run
from magadvisor.cli.starting import STARTS
from magadvisor.cli.stories import EXPECTED
from magadvisor.knowledge.load import data_folder
from magadvisor.model.knowledge import Knowledge
from tests.support.commands import Streams, asked
from tests.support.overlays import examples, write, written

BLOCK = re.compile(r"^( *)```(sh|yaml)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
README = (data_folder() / "README.md").read_text(encoding="utf-8")
EVERYTHING = examples("stricter.yaml")[-1]


def steps() -> list[tuple[str, str]]:
    """Read the commands and files of the README in order, without their indentation."""
    found = []
    for indent, kind, text in BLOCK.findall(README):
        lines = [line.removeprefix(indent) for line in text.splitlines()]
        found.append((kind, "\n".join(lines) + "\n"))
    return found


def test_the_steps_of_the_readme_add_an_interaction_with_its_test_in_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Streams
) -> None:
    monkeypatch.chdir(tmp_path)
    written_files = []
    for kind, text in steps():
        if kind == "yaml":
            name = text.splitlines()[0].removeprefix("# ")
            write(tmp_path, name, text)
            written_files.append(name)
            continue
        for command in text.splitlines():
            words = shlex.split(command)
            assert words[0] == "magadvisor"
            assert run(words[1:]) == 0, capsys.readouterr()
    told = capsys.readouterr().out
    assert written_files == ["ours/interactions/digoxin-antacid-3-hours.yaml", "ours/cases/digoxin.yaml"]
    assert "No problem was found." in told
    assert "2 cases" in told
    assert "magnesium at least 3 h after it" in " ".join(told.split())
    assert run(["kb", "test", "ours"]) == 0
    assert "1 story" in capsys.readouterr().out


def test_the_readme_names_everything_a_story_may_expect() -> None:
    listed = README[README.index("A story may expect") :]
    assert set(re.findall(r"`(\w+)`", listed)) == set(EXPECTED)


def test_a_started_file_says_what_is_to_fill_in_and_passes_once_it_is(
    tmp_path: Path, capsys: Streams
) -> None:
    place = tmp_path / "interactions" / "ours.yaml"
    assert asked(capsys, "kb", "new", "interaction", "ours", "-o", str(place))[0] == 0
    code, out, _ = asked(capsys, "kb", "check", str(tmp_path))
    assert code == 5
    assert f"{place}:10: `salts`" not in out or "all" in out
    text = place.read_text(encoding="utf-8")
    for unfilled, filled in FILLED:
        assert unfilled in text
        text = text.replace(unfilled, filled, 1)
    place.write_text(text, encoding="utf-8")
    assert asked(capsys, "kb", "check", str(tmp_path)) == (0, "No problem was found.\n", "")
    assert asked(capsys, "kb", "test", str(tmp_path))[0] == 0


FILLED = (
    ("name: FILL IN, the medicines as a reader names them", "name: Digoxin"),
    ("atc: []", "atc: [C01AA]"),
    ("salts: FILL IN", "salts: all"),
    ("mechanism: FILL IN, such as adsorption", "mechanism: adsorption"),
    ("direction: FILL IN", "direction: magnesium-lowers-medicine"),
    ("severity: FILL IN", "severity: minor"),
    ("action: FILL IN", "action: separate"),
    ("after_medicine_hours: FILL IN", "after_medicine_hours: 2"),
    ("before_medicine_hours: FILL IN", "before_medicine_hours: 2"),
    ("tell: FILL IN, what the person is to do, in plain words", "tell: Keep apart."),
    ("because: FILL IN, what happens in the body", "because: It may bind."),
    ("certainty: FILL IN", "certainty: low"),
    ("fit: FILL IN", "fit: inferred"),
    ("id: FILL IN", "id: iom-1997-dri"),
    ("at: FILL IN, the section, table or page", "at: page 1"),
    ("says: FILL IN, in a few words", "says: two hours"),
    ("typed: FILL IN@08:00", "typed: digoxin@08:00"),
    ("typed: FILL IN, a medicine that is not meant", "typed: metformin"),
)


@pytest.mark.parametrize("kind", STARTS)
def test_a_started_file_is_plain_yaml(capsys: Streams, kind: str) -> None:
    code, out, _ = asked(capsys, "kb", "new", kind)
    assert code == 0
    assert yaml.safe_load(out)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["new", "interacton"], "did you mean interaction?"),
        (["new", "interaction", "../x"], "an id is written in small letters"),
        (["chek"], "Did you mean 'check'"),
        (["info", "--knowledge"], "requires an argument"),
    ],
)
def test_wrong_usage_is_exit_2(capsys: Streams, arguments: list[str], says: str) -> None:
    code, out, err = asked(capsys, "kb", *arguments)
    assert (code, out) == (2, "")
    assert says in err


def test_a_started_file_never_writes_over_another(tmp_path: Path, capsys: Streams) -> None:
    write(tmp_path, "ours.yaml", "mine")
    code, _, err = asked(capsys, "kb", "new", "rule", "ours", "-o", str(tmp_path / "ours.yaml"))
    assert code == 1
    assert "--force" in err
    assert (tmp_path / "ours.yaml").read_text(encoding="utf-8") == "mine"


def test_the_shipped_knowledge_passes_its_own_check_and_examples(capsys: Streams) -> None:
    assert asked(capsys, "kb", "check") == (0, "No problem was found.\n", "")
    code, out, _ = asked(capsys, "kb", "test")
    assert code == 0
    assert "all came out as they are written" in out


def test_kb_shows_no_caveat_on_the_screen(capsys: Streams, knowledge: Knowledge) -> None:
    for command in ("info", "sources", "check", "test"):
        assert knowledge.meta.caveat[:40] not in asked(capsys, "kb", command)[1]


def test_info_counts_what_the_files_hold(capsys: Streams, knowledge: Knowledge) -> None:
    code, out, _ = asked(capsys, "kb", "info", "--json")
    told = json.loads(out)
    assert code == 0
    assert told["schema"] == "magadvisor.kb-info/1"
    assert told["knowledge"]["digest"] == told["digest"] == knowledge.digest
    files = list((data_folder() / "sources").glob("*.yaml"))
    sources = [one for path in files for one in yaml.safe_load(path.read_text(encoding="utf-8"))]
    assert told["sources"] == len(sources)
    assert told["sources_read_again"] == sum("read_on" in one for one in sources)
    assert told["without_year"] == sum("year" not in one for one in sources)
    assert told["oldest_year"] == min(one["year"] for one in sources if "year" in one)
    assert sum(kind["sources"] for kind in told["kinds"]) == len(sources)
    assert told["counts"]["interactions"] == len(list((data_folder() / "interactions").glob("*.yaml")))
    assert told["reviewed_by"] is None
    assert "no clinician yet" in asked(capsys, "kb", "info")[1]


def test_sources_lists_every_source_and_how_many_entries_cite_it(
    capsys: Streams, knowledge: Knowledge
) -> None:
    told = json.loads(asked(capsys, "kb", "sources", "--json")[1])
    listed = {one["id"]: one for one in told["sources"]}
    assert listed.keys() == knowledge.sources.keys()
    texts = [path.read_text(encoding="utf-8") for path in (data_folder() / "interactions").glob("*.yaml")]
    assert listed["sutab-label"]["cited_by"] >= sum("id: sutab-label" in text for text in texts) > 1
    plain = asked(capsys, "kb", "sources")[1]
    assert all(one in plain for one in ("iom-1997-dri", "US Institute of Medicine, 1997", "cited unread"))


def test_sources_are_written_in_the_format_that_is_asked_for(capsys: Streams, knowledge: Knowledge) -> None:
    rows = list(csv.DictReader(io.StringIO(asked(capsys, "kb", "sources", "-f", "csv")[1])))
    assert {row["id"] for row in rows} == set(knowledge.sources)
    assert all(row["cited_by"].isdecimal() for row in rows)
    as_json = asked(capsys, "kb", "sources", "--format", "json")[1]
    assert as_json == asked(capsys, "kb", "sources", "--json")[1]
    assert asked(capsys, "kb", "sources", "-f", "plain") == asked(capsys, "kb", "sources")
    code, _, told = asked(capsys, "kb", "sources", "-f", "pdf")
    assert code == 2
    assert "use one of plain, json, csv" in told


def test_check_lists_every_problem_with_the_file_as_it_is_reached(tmp_path: Path, capsys: Streams) -> None:
    for example in examples("refused.yaml")[:2]:
        written(example, tmp_path)
    code, out, _ = asked(capsys, "kb", "check", str(tmp_path))
    assert code == 5
    lines = out.splitlines()
    assert lines[-1] == f"{len(lines) - 1} problems"
    assert all(
        re.match(rf"{re.escape(str(tmp_path))}/[a-z/-]+\.yaml:\d+: .+; .+", line) for line in lines[:-1]
    )
    told = json.loads(asked(capsys, "kb", "check", str(tmp_path), "--json")[1])
    assert (told["schema"], len(told["problems"])) == ("magadvisor.kb-check/1", len(lines) - 1)


def test_check_and_test_read_a_whole_knowledge_base_too(tmp_path: Path, capsys: Streams) -> None:
    import shutil

    shutil.copytree(data_folder(), tmp_path / "data")
    place = tmp_path / "data" / "interactions" / "digoxin-antacid.yaml"
    text = place.read_text(encoding="utf-8")
    place.write_text(text.replace("medicine_hours: 2", "medicine_hours: 3", 1), encoding="utf-8")
    assert asked(capsys, "kb", "check", str(tmp_path / "data"))[0] == 0
    code, out, _ = asked(capsys, "kb", "test", str(tmp_path / "data"))
    assert code == 5
    assert f"{place}:1: case 1: magnesium fits 11:00 to 06:00" in out


BAD_RULE = """
- id: ours
  says: Ours.
  when: {conditions: [diabetes], age: [adult]}
  then: {at_most_mg: 90}
  because: Ours.
  certainty: low
  sources: [{id: iom-1997-dri, at: page 1}]
  fires_for: [{conditions: [diabetes], age: [adult]}]
  silent_for: [{conditions: [none], age: [adult]}]
"""


def test_check_finds_a_line_of_a_rule_that_no_example_pins(tmp_path: Path, capsys: Streams) -> None:
    write(tmp_path, "rules/ours.yaml", BAD_RULE)
    code, out, _ = asked(capsys, "kb", "check", str(tmp_path))
    assert code == 5
    assert "rules/ours.yaml:2: no example pins `age` of `when`" in out


def test_test_finds_an_example_that_does_not_come_out(tmp_path: Path, capsys: Streams) -> None:
    write(tmp_path, "rules/ours.yaml", BAD_RULE.replace("[none], age: [adult]", "[diabetes], age: [adult]"))
    code, out, _ = asked(capsys, "kb", "test", str(tmp_path))
    assert code == 5
    assert "rules/ours.yaml:2: example 1 of `silent_for` fires" in out


def test_test_tells_the_stories_of_a_folder(tmp_path: Path, capsys: Streams) -> None:
    written(EVERYTHING, tmp_path)
    story = "- {story: S, source: x, answers: {goals: [sleep], kidney: none}, expect: {outcome: %s}}\n"
    write(tmp_path, "cases/ours.yaml", story % "ask-first")
    assert asked(capsys, "kb", "test", str(tmp_path))[:2] == (
        0,
        "6 examples, 2 cases, 1 story: all came out as they are written.\n",
    )
    write(tmp_path, "cases/ours.yaml", story % "suggest")
    code, out, _ = asked(capsys, "kb", "test", str(tmp_path))
    assert code == 5
    assert "cases/ours.yaml:1: `S`: outcome is not suggest" in out


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- {story: S, source: x, answers: {goals: [slep]}, expect: {}}", "did you mean"),
        ("- {story: S, source: x, answers: {goals: [sleep]}, expect: {outcom: x}}", "nothing that a story"),
        ("- {story: S, answers: {goals: [sleep]}, expect: {}}", "`source` is missing"),
        ("story: S", "a list must stand here"),
    ],
)
def test_a_story_that_cannot_be_told_is_a_problem(
    tmp_path: Path, capsys: Streams, text: str, says: str
) -> None:
    written(EVERYTHING, tmp_path)
    write(tmp_path, "cases/ours.yaml", text)
    code, out, _ = asked(capsys, "kb", "test", str(tmp_path))
    assert code == 5
    assert says in out or "goals[0]" in out


DISAGREEING = BAD_RULE.replace(", age: [adult]", "").replace("{at_most_mg: 90}", "{%s: [citrate]}")


def test_check_finds_rules_that_contradict_each_other(tmp_path: Path, capsys: Streams) -> None:
    write(tmp_path, "rules/one.yaml", DISAGREEING % "prefer")
    write(tmp_path, "rules/other.yaml", (DISAGREEING % "exclude").replace("id: ours", "id: theirs"))
    code, out, _ = asked(capsys, "kb", "check", str(tmp_path))
    assert code == 5
    assert "rules/other.yaml:5: `ours` disagrees about `citrate` for the same answers; keep one" in out


def test_check_finds_the_one_member_that_a_class_leaves_out(tmp_path: Path, capsys: Streams) -> None:
    """P01BA holds chloroquine, hydroxychloroquine, primaquine, amodiaquine and tafenoquine."""
    text = (data_folder() / "interactions" / "aminoquinolines.yaml").read_text(encoding="utf-8")
    text = text.replace("id: aminoquinolines", "id: ours").replace("  except: [tafenoquine]\n", "")
    write(tmp_path, "interactions/ours.yaml", text)
    code, out, _ = asked(capsys, "kb", "check", str(tmp_path))
    assert code == 5
    assert "of the class `P01BA` only tafenoquine is left out; add its code, or name it in `except`" in out
