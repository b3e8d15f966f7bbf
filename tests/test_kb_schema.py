"""The schemas that editors complete with are current, and every knowledge file fits its own."""

import json
from pathlib import Path, PurePath

import pytest
from jsonschema import Draft7Validator

from magadvisor.cli.main import run
from magadvisor.knowledge.load import data_folder
from magadvisor.knowledge.schema import KINDS, FileKind, schema_text, schemas
from magadvisor.knowledge.strict_yaml import read_yaml
from magadvisor.model.knowledge import Knowledge
from tests.support.overlays import examples, written

FILES = sorted(data_folder().rglob("*.yaml"))


def kind_of(path: Path) -> FileKind:
    name = PurePath(path.relative_to(data_folder()))
    return next(kind for kind in KINDS if name.match(kind.files))


def test_the_schemas_in_the_folder_are_those_of_the_knowledge(knowledge: Knowledge) -> None:
    """Out of date? Run `magadvisor kb schema --output data/schema --force`."""
    there = {
        path.stem: path.read_text(encoding="utf-8") for path in (data_folder() / "schema").glob("*.json")
    }
    assert there == {name: schema_text(one) for name, one in schemas(knowledge).items()}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(data_folder())))
def test_a_knowledge_file_names_its_schema_and_fits_it(path: Path) -> None:
    kind = kind_of(path)
    text = path.read_text(encoding="utf-8")
    up = "../" * (len(path.relative_to(data_folder()).parts) - 1)
    assert text.splitlines()[0] == f"# yaml-language-server: $schema={up}schema/{kind.schema}.json"
    schema = json.loads((data_folder() / "schema" / f"{kind.schema}.json").read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    assert [error.message for error in Draft7Validator(schema).iter_errors(read_yaml(text, "").value)] == []


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("interaction", {"id": "x"}),
        ("interaction", {"action": "seperate"}),
        ("rule", [{"when": {"kidney": ["g6"]}}]),
        ("rule", [{"fires_for": [{"kidny": ["g4"]}]}]),
        ("source", [{"id": "x", "title": "t", "publisher": "p", "kind": "label", "yaer": 1}]),
        ("look-alikes", [["one"]]),
        ("food", [{"magnesium_mg": "many"}]),
    ],
)
def test_a_schema_refuses_what_the_program_refuses(knowledge: Knowledge, kind: str, value: object) -> None:
    schema = schemas(knowledge)[kind]
    assert isinstance(schema, dict)
    assert list(Draft7Validator(schema).iter_errors(value))


def test_the_schemas_of_a_folder_know_its_ids(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(examples("stricter.yaml")[-1], tmp_path)
    assert run(["kb", "schema", str(tmp_path)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert "ours-label" in told["interaction"]["definitions"]["source-id"]["enum"]
    assert run(["kb", "schema", str(tmp_path), "--output", str(tmp_path / "schema")]) == 0
    assert len(list((tmp_path / "schema").glob("*.json"))) == len(told)
    assert run(["kb", "schema", str(tmp_path), "--output", str(tmp_path / "schema")]) == 1
