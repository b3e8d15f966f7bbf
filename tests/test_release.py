"""Versions: of the program, and apart from it of the knowledge, which stands for one set of bytes."""

import re
import tomllib
from pathlib import Path

from magadvisor import __version__
from magadvisor.knowledge.place import digest
from magadvisor.model.knowledge import Knowledge
from tests.support.release import recorded

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_a_change_of_the_knowledge_needs_a_new_record() -> None:
    version = re.search(r'^version: "(.+)"$', (ROOT / "data/knowledge.yaml").read_text("utf-8"), re.MULTILINE)
    assert version is not None
    hint = "run `python -m tests.support.release`; a released version needs a new one in data/knowledge.yaml"
    assert recorded()[version[1]]["digest"] == digest(ROOT / "data"), hint


def test_the_digest_changes_with_every_byte_name_and_file(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    seen = {digest(tmp_path)}
    for name, text in (("a", "x: 1"), ("a", "x: 2"), ("b", "x: 2"), ("c", "")):
        file = file if name == "a" else tmp_path / f"{name}.yaml"
        file.write_text(text, encoding="utf-8")
        seen.add(digest(tmp_path))
    assert len(seen) == 5


def test_program_and_knowledge_have_versions_of_their_own(knowledge: Knowledge) -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert PROJECT["version"] == __version__
    assert f"## {__version__}" in changes
    assert f"nowledge {knowledge.meta.version}" in changes
    assert knowledge.meta.version != __version__


def test_every_dependency_has_a_lower_and_an_upper_bound() -> None:
    needed = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]]
    open_ended = [one for one in needed if not ("," in one and ">=" in one and "<" in one)]
    assert [one for one in open_ended if not one.startswith("types-")] == []


def test_the_constraints_name_versions_and_hashes_and_no_address() -> None:
    text = (ROOT / "requirements" / "ci.txt").read_text(encoding="utf-8")
    assert "://" not in text
    entries = [block for block in re.split(r"\n(?=\S)", text.strip()) if not block.startswith("#")]
    for block in entries:
        assert re.match(r"[A-Za-z0-9._-]+==[\w.]+ \\\n", block), block
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", block), block
    names = {re.split(r"==", block)[0].lower().replace("_", "-") for block in entries}
    for one in PROJECT["dependencies"]:
        assert re.split(r"[<>=]", one)[0].lower().replace("_", "-") in names
