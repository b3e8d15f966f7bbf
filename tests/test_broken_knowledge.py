"""Broken knowledge is refused with file, line and words that say what to do."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from magadvisor.knowledge.load import BadKnowledge, data_folder, load, read
from magadvisor.knowledge.strict_json import read_json
from magadvisor.knowledge.strict_yaml import read_yaml

BROKEN_YAML = {
    "kidney: no": 'f:1: `no` would be read as true or false; write "no" in quotes',
    "kidney: yes": 'f:1: `yes` would be read as true or false; write "yes" in quotes',
    "kidney: Off": 'f:1: `Off` would be read as true or false; write "Off" in quotes',
    "at: 1:30": 'f:1: `1:30` would be read as a number to the base 60; write "1:30" in quotes',
    "mg: 012": 'f:1: `012` would be read as an octal number; write "012" in quotes',
    "mg: 0x1f": 'f:1: `0x1f` would be read as a number in another base; write "0x1f" in quotes',
    "mg: 1_0": 'f:1: `1_0` would be read as a number with its underscores dropped; write "1_0" in quotes',
    "on_day: 2026-11-24": 'f:1: `2026-11-24` would be read as a date; write "2026-11-24" in quotes',
    "mg: .nan": 'f:1: `.nan` would be read as a number that is not finite; write ".nan" in quotes',
    "mg: 1e309": 'f:1: `1e309` would be read as a number with an exponent; write "1e309" in quotes',
    "a: 1\na: 2": "f:2: `a` stands twice; keep one",
    "a: &x 1": "f:1: an anchor stands here; write the value out where it is needed",
    "a: *x": "f:1: an alias stands here; write the value out",
    "a: !!str 1": "f:1: a tag stands here; leave it out",
    "<<: {a: 1}": 'f:1: `<<` would be read as a merge; write "<<" in quotes',
    "--- 1\n--- 2": "f:2: a second document starts here; keep one document in a file",
    "1: a": "f:1: a key must be a word; quote it",
}


@pytest.mark.parametrize("text", BROKEN_YAML)
def test_yaml_that_looks_like_something_else_is_refused(text: str) -> None:
    assert BROKEN_YAML[text] in [str(problem) for problem in read_yaml(text, "f").problems]


@pytest.mark.parametrize("text", ["a: [1,", "\ta: 1", "a: b: c", "[" * 100])
def test_yaml_that_cannot_be_read_is_a_problem_not_a_crash(text: str) -> None:
    assert read_yaml(text, "f").problems


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('{"a": 1, "a": 2}', "a key stands twice"),
        ('{"a": NaN}', "a number is not finite"),
        ('{"a": Infinity}', "a number is not finite"),
        ('{"a": "\\ud800"}', "a half character stands in a text"),
        ("{", "this is not JSON"),
        ('{"a": ' + "[" * 100_000, "this is not JSON"),
    ],
)
def test_json_that_means_two_things_is_refused(text: str, what: str) -> None:
    assert what in str(read_json(text, "f").problems[0])


def test_a_problem_of_a_persons_document_repeats_no_word_of_it() -> None:
    problems = read_yaml("kidney: no\nkidney: yes\n", "profile", echo=False).problems
    assert problems
    assert not any(word in str(one) for one in problems for word in ("`no`", "`yes`", "kidney"))


BROKEN_DATA = yaml.safe_load((Path(__file__).parent / "broken" / "data.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("broken", BROKEN_DATA, ids=lambda broken: broken["says"])
def test_broken_data_is_refused_with_its_place(tmp_path: Path, broken: dict[str, str]) -> None:
    folder = tmp_path / "data"
    shutil.copytree(data_folder(), folder)
    path = folder / broken["file"]
    text = path.read_text(encoding="utf-8")
    assert broken["good"] in text
    path.write_text(text.replace(broken["good"], broken["bad"], 1), encoding="utf-8")
    _, problems = read(folder)
    told = [str(problem) for problem in problems if broken["says"] in str(problem)]
    assert told, [str(problem) for problem in problems]
    lines = path.read_text(encoding="utf-8").splitlines()
    named = re.match(r"`([^`]+)`", broken["says"])
    if named and any(named[1] in line for line in broken["bad"].splitlines()):
        line = next(place for place, line in enumerate(lines, 1) if broken["bad"].splitlines()[0] in line)
        assert told[0].startswith(f"{broken['file']}:{line}: ")
    assert told, [str(problem) for problem in problems]
    assert re.match(rf"{re.escape(broken['file'])}:\d+: ", told[0])


def test_a_missing_file_is_told_and_nothing_is_answered(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(data_folder(), folder)
    (folder / "limits.yaml").unlink()
    with pytest.raises(BadKnowledge) as bad:
        load(folder)
    assert "limits.yaml: the file is missing" in [str(problem) for problem in bad.value.problems]


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(data_folder(), folder)
    for name in ("sleep", "bone"):
        path = folder / "goals" / f"{name}.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("names:", "nmes:"), encoding="utf-8")
    files = {problem.file for problem in read(folder)[1]}
    assert {"goals/sleep.yaml", "goals/bone.yaml"} <= files
