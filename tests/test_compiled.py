"""An installed program answers from compiled knowledge: the same knowledge, never stale, read in parts."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from magadvisor.compiling import compiled_knowledge
from magadvisor.engine.examine import examine
from magadvisor.engine.facts import QUESTIONS
from magadvisor.indexes import prepare
from magadvisor.knowledge.compiled import read_compiled
from magadvisor.knowledge.load import BadKnowledge, data_folder
from magadvisor.knowledge.place import COMPILED
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.rule import When
from tests.support.installed import Installed

QUERY = ("recommend", "--goal", "sleep", "--kidney", "none", "--med", "levothyroxine")


@pytest.fixture
def own(installed: Installed, tmp_path: Path) -> Installed:
    """A copy to break."""
    shutil.copytree(installed.site, tmp_path / "site", copy_function=shutil.copy)
    copy = Installed(tmp_path / "site")
    # As an installer leaves it: the compiled file is written behind the files it was made from.
    made = copy.compiled.read_bytes()
    copy.compiled.unlink()
    copy.compiled.write_bytes(made)
    return copy


def parts(value: object, names: tuple[str, ...]) -> dict[str, object]:
    return {name: getattr(value, name) for name in names}


def test_compiled_knowledge_is_the_knowledge_of_the_files(installed: Installed, knowledge: Knowledge) -> None:
    read = read_compiled(installed.compiled, data_folder())
    fields = Knowledge.__match_args__
    assert parts(read, fields) == parts(knowledge, fields)
    # Equal is not enough: 1 and 1.0 are, and so are a word and the member that stands for it.
    assert repr(parts(read, fields)) == repr(parts(knowledge, fields))


def test_every_index_is_brought_ready_as_it_would_be_worked_out(
    installed: Installed, knowledge: Knowledge
) -> None:
    read = read_compiled(installed.compiled, data_folder()).prepared
    fresh = prepare(knowledge)
    assert list(read) == list(fresh)
    for name, index in fresh.items():
        fields: tuple[str, ...] = type(index).__match_args__  # type: ignore[attr-defined]
        assert parts(read[name], fields) == parts(index, fields), name
        ordered = [one for one in fields if isinstance(getattr(index, one), dict | tuple)]
        assert [list(getattr(read[name], one)) for one in ordered] == [
            list(getattr(index, one)) for one in ordered
        ]


def test_a_changed_copy_is_answered_from_what_was_changed(installed: Installed) -> None:
    read = read_compiled(installed.compiled, data_folder())
    facts = dict.fromkeys(QUESTIONS, frozenset({"unknown"}))
    before = [one.id for one in examine(read, facts)]
    rule = next(iter(read.rules.values()))
    always = replace(rule, id="always", when=When())
    changed = replace(read, rules={**read.rules, always.id: always})
    assert [one.id for one in examine(changed, facts)] == [*before, "always"]
    assert [one.id for one in examine(replace(read, rules={}), facts)] == []
    assert not changed.prepared


def test_the_same_knowledge_always_compiles_to_the_same_bytes(installed: Installed, tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from magadvisor.compiling import compiled_knowledge; "
        "pathlib.Path(sys.argv[2]).write_bytes(compiled_knowledge(pathlib.Path(sys.argv[1])))"
    )
    for seed in ("1", "2"):
        again = tmp_path / seed
        subprocess.run(
            [sys.executable, "-c", code, str(data_folder()), str(again)],
            check=True,
            cwd=data_folder().parent,
            env={"PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": "1"},
        )
        assert again.read_bytes() == installed.compiled.read_bytes()


@pytest.mark.parametrize(
    "arguments",
    [
        (*QUERY, "--json"),
        (*QUERY, "--why"),
        ("recommend", "--goal", "cramps", "--condition", "myasthenia gravis", "--taking", "milk of magnesia"),
        ("recommend", "--goal", "sleep", "--med", "metformn", "--symptom", "numb saddle area", "--json"),
        ("recommend", "--goal", "sleep", "--avoid", "peanut", "--diet", "vegan", "--json"),
        ("interactions", "cipro", "a water pill"),
    ],
)
def test_an_installed_program_says_what_a_checkout_says(
    installed: Installed, arguments: tuple[str, ...]
) -> None:
    here = subprocess.run(
        [sys.executable, "-m", "magadvisor", *arguments],
        cwd=data_folder().parent,
        capture_output=True,
        text=True,
        check=False,
    )
    there = installed.run(*arguments)
    assert (there.code, there.out, there.err) == (here.returncode, here.stdout, here.stderr)


def refused(broken: Installed) -> bool:
    ended = broken.run(*QUERY, "--json")
    return (ended.code, ended.out) == (5, "") and '"code": "bad-knowledge"' in ended.err


def test_a_data_file_that_changed_is_never_answered_from_what_it_was(own: Installed) -> None:
    assert own.run(*QUERY).code == 0
    file = own.data / "limits.yaml"
    was = file.read_text(encoding="utf-8")
    now = was.replace("at_most_mg: 350", "at_most_mg: 351")
    assert now != was
    assert len(now) == len(was)
    file.write_text(now, encoding="utf-8")
    assert refused(own)
    file.write_text(was, encoding="utf-8")
    assert own.run(*QUERY).code == 0


def test_a_data_file_that_was_added_or_removed_is_noticed(own: Installed) -> None:
    more = own.data / "rules" / "more.yaml"
    more.write_text("[]\n", encoding="utf-8")
    assert refused(own)
    more.unlink()
    assert own.run(*QUERY).code == 0
    (own.data / "rules" / "age.yaml").unlink()
    assert refused(own)


def test_compiled_knowledge_that_was_cut_short_or_damaged_answers_nothing(own: Installed) -> None:
    whole = own.compiled.read_bytes()
    for cut in (0, 10, 1000, len(whole) // 2, len(whole) - 1):
        own.compiled.write_bytes(whole[:cut])
        assert refused(own), cut
    own.compiled.write_bytes(whole + b" ")
    assert refused(own)
    assert b"thyroid-hormones" in whole
    own.compiled.write_bytes(whole.replace(b"thyroid-hormones", b"thyroid-hormonal"))
    assert refused(own)
    own.compiled.unlink()
    assert refused(own)


def test_compiled_knowledge_of_another_version_is_refused(own: Installed) -> None:
    whole = own.compiled.read_bytes()
    own.compiled.write_bytes(whole.replace(b"magadvisor.compiled/2", b"magadvisor.compiled/1", 1))
    assert refused(own)
    own.compiled.write_bytes(whole)
    rule = own.site / "magadvisor" / "model" / "rule.py"
    renamed = rule.read_text(encoding="utf-8").replace("    because: str", "    why: str")
    rule.write_text(renamed, encoding="utf-8")
    assert refused(own)


def test_a_broken_knowledge_base_cannot_be_compiled(tmp_path: Path) -> None:
    shutil.copytree(data_folder(), tmp_path / "data")
    file = tmp_path / "data" / "knowledge.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "more: 1\n", encoding="utf-8")
    with pytest.raises(BadKnowledge) as bad:
        compiled_knowledge(tmp_path / "data")
    assert "`more` is not a key here" in str(bad.value.problems[0])


def test_a_wheel_would_carry_the_yaml_it_was_compiled_from(installed: Installed) -> None:
    assert installed.compiled.name == COMPILED
    assert (installed.data / "knowledge.yaml").is_file()
