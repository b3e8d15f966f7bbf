"""A folder of somebody's own knowledge adds and tightens; whatever would loosen is refused with its place."""

import json
import random
import re
from dataclasses import replace
from pathlib import Path

import pytest

from magadvisor.advisor import Advisor
from magadvisor.cli.main import run
from magadvisor.compiling import compiled_knowledge
from magadvisor.documents import advice_json
from magadvisor.folder import read_folder, with_folder
from magadvisor.knowledge.compiled import read_compiled
from magadvisor.knowledge.load import BadKnowledge, data_folder
from magadvisor.model.answers import Answers, TypedMagnesium, TypedMedicine
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import Dose
from magadvisor.model.words import Kidney
from tests.support.careful import less_careful
from tests.support.overlays import Example, examples, write, written
from tests.test_laws import SEED, answers

STRICTER = examples("stricter.yaml")
EVERYTHING = STRICTER[-1]
NOW_CHECKED = ("outcome ask-first became suggest", "actions gone: ['not-checked']")
Streams = pytest.CaptureFixture[str]


def named(example: Example) -> str:
    return f"{example.get('from', 'files')}: {example['says']}"


@pytest.mark.parametrize("example", examples("refused.yaml"), ids=named)
def test_what_would_loosen_is_refused_with_file_and_line(
    tmp_path: Path, knowledge: Knowledge, example: Example
) -> None:
    problems = read_folder(written(example, tmp_path), knowledge).problems
    told = [str(problem) for problem in problems if str(example["says"]) in str(problem)]
    assert told, [str(problem) for problem in problems]
    place = r"\.: " if "no knowledge stands" in told[0] else r"[a-z/-]+\.yaml:\d+: "
    assert re.match(place, told[0]), told[0]
    with pytest.raises(BadKnowledge):
        with_folder(tmp_path, knowledge)


@pytest.mark.parametrize("example", STRICTER, ids=named)
def test_what_adds_or_tightens_is_taken_and_advice_is_never_less_careful(
    tmp_path: Path, knowledge: Knowledge, example: Example
) -> None:
    before = Advisor(knowledge)
    after = Advisor(with_folder(written(example, tmp_path), knowledge))
    for one in answers(knowledge, 100):
        assert not less_careful(before.advise(one), after.advise(one)), one


def test_no_text_a_person_types_loses_what_it_stood_for(tmp_path: Path, knowledge: Knowledge) -> None:
    """Added names are longer than shipped ones, near to them, hold them, or stand beside them.

    What the shipped words cannot check an added word may: then alone that reason to ask goes.
    """
    before = Advisor(knowledge)
    after = Advisor(with_folder(written(EVERYTHING, tmp_path), knowledge))
    for one in texts(knowledge):
        old, new = before.advise(one), after.advise(one)
        ways = less_careful(old, new)
        if old.not_checked and not new.not_checked:
            ways = [way for way in ways if way not in NOW_CHECKED]
        assert not ways, one


def texts(knowledge: Knowledge) -> list[Answers]:
    draw = random.Random(SEED)
    asked = Answers(goals=("sleep",), kidney=Kidney.NONE, medicines=(), age=40.0, conditions=(), symptoms=())
    entries = (*knowledge.vocabulary.symptoms, *knowledge.vocabulary.conditions)
    phrases = [phrase for entry in entries for phrase in entry.phrases if " + " not in phrase]
    said = [
        *("chest pain when laughing", "chest pains when laughing", "no chest pain but a tickle"),
        *("chest paln when laughing", "anginb", "angina pectoriz", "unstable anginb pectoriz"),
        *(f"{phrase} and barfoo syndrome" for phrase in draw.sample(phrases, 60)),
        *(f"blue toes, {phrase} when laughing" for phrase in draw.sample(phrases, 60)),
    ]
    medicines = [
        *("levothyroxine and metformin", "metformin and fooxine", "fooxine levothyroxine", "Fooxa Synthroid"),
        *("barcombi and levothyroxine", "fooxine, a PPI", "PPI fooxine", "Synthroid fooxaplus cream"),
        *(f"{name} fooxine" for name in draw.sample(list(knowledge.medicines), 80)),
        *(
            f"Fooxa {one.brands[0]}"
            for one in knowledge.medicines.values()
            if one.brands and draw.random() < 0.05
        ),
    ]
    taken = [
        *(
            "Foomag citrate magnesium oxide 400 mg",
            "milk of magnesia Foomag citrate 30 ml",
            "Foomag citrate oxide",
        ),
        *(
            "oxide 300 mg Foomag citrate",
            "magnesium citrate 350 mg",
            "Foomag citrate hydroxide 500 mg tablets",
        ),
    ]
    return [
        *(replace(asked, symptoms=(text,)) for text in said),
        *(replace(asked, medicines=(TypedMedicine(text),)) for text in medicines),
        *(replace(asked, medicines=(TypedMedicine(text),)) for text in taken),
        *(replace(asked, taking=(TypedMagnesium(text),)) for text in taken),
    ]


def test_what_a_folder_adds_is_known_and_answered(tmp_path: Path, knowledge: Knowledge) -> None:
    advisor = Advisor(with_folder(written(EVERYTHING, tmp_path), knowledge))
    asked = Answers(
        goals=("bone",),
        kidney=Kidney.NONE,
        medicines=(TypedMedicine("fooxine 5 mg"), TypedMedicine("simvastatin 20 mg")),
        conditions=("barfoo syndrome",),
        taking=(),
    )
    advice = advisor.advise(asked)
    assert [item.matched for item in advice.medicines] == [("fooxine",), ("simvastatin",)]
    assert {one.id for one in advice.interactions} >= {"our-separate"}
    assert [item.matched for item in advice.conditions] == [("our-illness",)]
    assert "our-rule" in {rule for action in advice.actions for rule in action.by}
    assert advice.not_checked == ()


def test_the_longest_hours_of_shipped_and_added_interactions_count(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    """4 hours on each side are shipped for levothyroxine; the folder adds 5 after it and 3 before it."""
    advisor = Advisor(with_folder(written(EVERYTHING, tmp_path), knowledge))
    asked = Answers(goals=("bone",), kidney=Kidney.NONE, medicines=(read("levothyroxine", 8 * 60),))
    day = advisor.advise(asked).day
    assert day is not None
    assert [(window.from_, window.to) for window in day.windows] == [("13:00", "04:00")]


def read(name: str, minute: int) -> TypedMedicine:
    return TypedMedicine(name, (Dose(minute),))


def test_a_lower_limit_of_a_folder_counts(tmp_path: Path, knowledge: Knowledge) -> None:
    advisor = Advisor(with_folder(written(EVERYTHING, tmp_path), knowledge))
    asked = next(iter(answers(knowledge, 1)))
    plain = replace(asked, goals=("bone",), kidney=Kidney.NONE, egfr=None, age=40.0, taking=(), medicines=())
    healthy = replace(plain, conditions=(), symptoms=(), life_stage=asked.life_stage.NONE, region=None)
    dose = advisor.advise(healthy).dose
    assert dose is not None
    assert (dose.limit_mg, dose.by) == (200, ("our-upper",))


def test_the_stamp_shows_that_a_folder_was_added(tmp_path: Path, knowledge: Knowledge) -> None:
    laid = with_folder(written(EVERYTHING, tmp_path), knowledge)
    assert laid.meta.version == f"{knowledge.meta.version}+added"
    assert laid.digest != knowledge.digest
    assert laid.meta.caveat == knowledge.meta.caveat
    write(tmp_path, "sources/more.yaml", "- {id: more, title: T, publisher: P, kind: label}\n")
    assert with_folder(tmp_path, knowledge).digest != laid.digest


def test_every_problem_of_a_folder_is_told_at_once(tmp_path: Path, knowledge: Knowledge) -> None:
    for example in examples("refused.yaml")[:2]:
        written(example, tmp_path)
    files = {problem.file for problem in read_folder(tmp_path, knowledge).problems}
    assert files == {"interactions/thyroid-hormones.yaml", "interactions/quinolone-antibiotics.yaml"}


def test_a_problem_names_the_line_of_the_key_that_loosens(tmp_path: Path, knowledge: Knowledge) -> None:
    folder = written(examples("refused.yaml")[0], tmp_path)
    lines = (folder / "interactions/thyroid-hormones.yaml").read_text(encoding="utf-8").splitlines()
    line = 1 + next(place for place, text in enumerate(lines) if "after_medicine_hours" in text)
    assert line in [problem.line for problem in read_folder(folder, knowledge).problems]


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_link_in_a_folder_is_refused(tmp_path: Path, knowledge: Knowledge, what: str) -> None:
    outside = tmp_path / "outside"
    write(outside, "ours.yaml", "- {id: ours, title: T, publisher: P, kind: label}\n")
    inside = tmp_path / "inside"
    if what == "file":
        (inside / "sources").mkdir(parents=True)
        (inside / "sources" / "ours.yaml").symlink_to(outside / "ours.yaml")
    else:
        inside.mkdir()
        (inside / "sources").symlink_to(outside)
    assert "a link stands here" in str(read_folder(inside, knowledge).problems[0])


COMMANDS = [
    ["recommend", "--goal", "sleep"],
    ["interactions", "Synthroid"],
    ["plan", "--med", "Synthroid@08:00"],
    ["kb", "info"],
    ["kb", "sources"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_commands_take_a_folder_and_show_it(tmp_path: Path, capsys: Streams, command: list[str]) -> None:
    written(STRICTER[0], tmp_path)
    assert run([*command, "--knowledge", str(tmp_path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["knowledge"]["version"].endswith("+added")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_commands_refuse_a_folder_that_loosens_with_exit_5(
    tmp_path: Path, capsys: Streams, command: list[str]
) -> None:
    written(examples("refused.yaml")[0], tmp_path)
    assert run([*command, "--knowledge", str(tmp_path)]) == 5
    told = capsys.readouterr()
    assert told.out == ""
    assert f"{tmp_path}/interactions/thyroid-hormones.yaml:" in told.err
    assert len(told.err.splitlines()) == 2


def test_a_folder_that_is_not_there_is_exit_5(tmp_path: Path, capsys: Streams) -> None:
    assert run(["recommend", "--goal", "sleep", "--knowledge", str(tmp_path / "none")]) == 5
    assert "the folder is not there" in capsys.readouterr().err


def test_a_folder_over_compiled_knowledge_answers_as_over_the_files(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    made = tmp_path / "knowledge"
    made.write_bytes(compiled_knowledge(data_folder()))
    folder = written(EVERYTHING, tmp_path / "ours")
    compiled = Advisor(with_folder(folder, read_compiled(made, data_folder())))
    files = Advisor(with_folder(folder, knowledge))
    assert compiled.knowledge.digest == files.knowledge.digest
    for one in answers(knowledge, 30):
        assert advice_json(compiled.advise(one)) == advice_json(files.advise(one))
    for place, example in enumerate(examples("refused.yaml")[:20]):
        problems = read_folder(written(example, tmp_path / str(place)), read_compiled(made, data_folder()))
        assert str(example["says"]) in " ".join(map(str, problems.problems))
