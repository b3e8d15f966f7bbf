"""Folders to lay over the shipped knowledge, written from the examples of tests/overlays."""

import os
import socket
from collections.abc import Mapping
from pathlib import Path

import yaml

from magadvisor.knowledge.load import data_folder

RULE = """\
- id: our-rule
  says: With diabetes, ask us.
  when: {conditions: [diabetes]}
  then: {ask: {who: pharmacist, text: Ask us first.}}
  because: Ours.
  certainty: low
  sources: [{id: iom-1997-dri, at: Table 1}]
  fires_for: [{conditions: [diabetes]}]
  silent_for: [{conditions: [none]}]
"""
"""A rule that somebody may add: it asks more, and loosens nothing."""

EXAMPLES = Path(__file__).parent.parent / "overlays"
Example = Mapping[str, object]


def examples(name: str) -> list[Example]:
    """Read the examples of a file of tests/overlays."""
    told: list[Example] = yaml.safe_load((EXAMPLES / name).read_text(encoding="utf-8"))
    return told


def written(example: Example, folder: Path) -> Path:
    """Write the folder of an example."""
    files = example.get("files")
    assert files is None or isinstance(files, dict)
    for name, text in (files or {}).items():
        write(folder, str(name), str(text))
    if "from" in example:
        name = str(example["from"])
        write(folder, name, _changed(example, (data_folder() / name).read_text(encoding="utf-8")))
    return folder


def write(folder: Path, name: str, text: str) -> None:
    """Write one file of a folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _changed(example: Example, text: str) -> str:
    if "good" in example:
        assert str(example["good"]) in text
        return text.replace(str(example["good"]), str(example["bad"]), 1)
    changes = example.get("changes", [])
    assert isinstance(changes, list)
    for good, bad in changes:
        text = text.replace(good, bad)
    return text


def bound_socket(path: Path) -> None:
    """Let a socket stand where a file is looked for."""
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket may not be long
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(here)
