"""The caveat is in every format of every command that answers, and a format that loses it is seen."""

import csv
import inspect
import io
import json
import re
import textwrap
from collections.abc import Callable
from pathlib import Path
from types import CodeType, FunctionType

import pytest

from magadvisor import documents
from magadvisor.cli.main import run
from magadvisor.cli.output import FORMATS
from magadvisor.render import csv as page_csv
from magadvisor.render import html as page_html
from magadvisor.render import layout, table_formats
from magadvisor.render import markdown as page_markdown
from magadvisor.screening import rows, screener
from tests.support.channels import from_csv, from_html, from_markdown, squeezed
from tests.support.queries import QUERIES

Streams = pytest.CaptureFixture[str]
CAVEAT = (
    "This is general information. It is not medical advice. Ask a doctor or pharmacist before you take "
    "magnesium. Ask first if you have kidney problems, are pregnant, or take any medicine."
)
NOT_HERE = frozenset(("ask", "kb", "screen"))
"""Questions end with what `recommend` writes, `kb` answers nobody, and `screen` has formats of its own."""

TELL = (*FORMATS, "coloured")
ANSWERED = [f"{command} {form}" for command in QUERIES if command not in NOT_HERE for form in TELL]
SCREENED = ["screen jsonl", "screen csv"]
ROWS = '{"goals": ["sleep"], "medicines": []}\n{"goals": ["cramps"], "egfr": 20}\n'
BAD_ROW = '{"goals": ["sleep"], "egfr": "x"}\n'


def carries(name: str, many: Path, streams: Streams) -> bool:
    """Say whether each answer of a command in a format has the caveat where a reader sees it."""
    command, form = name.split()
    if command == "screen":
        run((command, str(many), "--format", form))
    elif form == "coloured":
        run((command, *QUERIES[command], "--format", "screen", "--color", "always"))
    else:
        run((command, *QUERIES[command], "--format", form))
    told = streams.readouterr().out
    assert told
    return all(squeezed(CAVEAT) in squeezed(one) for one in READ.get(form, as_text)(told, command))


def as_text(told: str, _: str) -> list[str]:
    return [re.sub(r"\x1b\[[0-9;]*m", "", told)]


def as_document(told: str, _: str) -> list[str]:
    return [json.loads(told)["caveat"]]


def as_documents(told: str, _: str) -> list[str]:
    return [json.loads(line).get("caveat", "") for line in told.splitlines()]


def as_spreadsheet(told: str, command: str) -> list[str]:
    if command == "screen":
        return [row["caveat"] for row in csv.DictReader(io.StringIO(told, newline=""))]
    return [from_csv(told)]


Reader = Callable[[str, str], list[str]]
READ: dict[str, Reader] = {
    "json": as_document,
    "jsonl": as_documents,
    "csv": as_spreadsheet,
    "html": lambda told, _: [from_html(told)],
    "markdown": lambda told, _: [from_markdown(told)],
}


def listed(folder: Path, text: str = ROWS) -> Path:
    file = folder / "rows.jsonl"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("name", [*ANSWERED, *SCREENED])
def test_every_answer_carries_the_caveat(name: str, tmp_path: Path, capsys: Streams) -> None:
    assert carries(name, listed(tmp_path), capsys)


Fault = tuple[Callable[..., object], str, str, tuple[str, ...]]


def of_template(record: str) -> str:
    """Read a template from which the caveat was cut."""
    source = "_environment().loader.get_source(_environment(), template)[0]"
    return f"_environment().from_string({source}.replace('{{{{ {record}.caveat }}}}', ''))"


FILLED = "_environment().get_template(template)"
FAULTS: dict[str, Fault] = {
    "text has no box": (
        layout.box,
        "wrap(page.caveat, inner)",
        "()",
        ("recommend plain", "recommend screen", "recommend coloured", "compare plain", "handout screen"),
    ),
    "a page in Markdown has none": (
        page_markdown.markdown,
        "> **{escaped(page.caveat)}**",
        ">",
        ("recommend markdown", "handout markdown"),
    ),
    "a page as a spreadsheet has none": (
        page_csv.page_csv,
        '("Caveat", page.caveat), ',
        "",
        ("recommend csv", "handout csv"),
    ),
    "a page for a browser has none": (page_html.fill, FILLED, of_template("page"), ("recommend html",)),
    "a hand-out has none": (page_html.fill, FILLED, of_template("sheet"), ("handout html",)),
    "an advice document has an empty one": (
        documents.advice_json,
        "advice_document(advice)",
        '{**advice_document(advice), "caveat": ""}',
        ("recommend json",),
    ),
    "another document has an empty one": (
        documents.command_json,
        "caveat=meta.caveat",
        'caveat=""',
        ("compare json", "foods json", "explain json"),
    ),
    "a table in Markdown has none": (
        table_formats.markdown,
        'f"> {escaped(sheet.caveat)}", ',
        "",
        ("compare markdown",),
    ),
    "a table for a browser has none": (
        page_html.table,
        "page=sheet",
        'page=__import__("dataclasses").replace(sheet, caveat="")',
        ("compare html", "label html"),
    ),
    "a table as a spreadsheet has none": (
        table_formats.csv,
        '["caveat", sheet.caveat], ',
        "",
        ("compare csv",),
    ),
    "a line of many has an empty one": (
        screener.Screener._document,
        "advice_document(advice)",
        '{**advice_document(advice), "caveat": ""}',
        ("screen jsonl",),
    ),
    "a row of many has an empty one": (
        rows.Rows.row,
        "caveat=self._known.meta.caveat",
        'caveat=""',
        ("screen csv",),
    ),
}


def spoiled(function: Callable[..., object], sound: str, wrong: str) -> CodeType:
    """Compile a function again with one thing wrong."""
    assert isinstance(function, FunctionType)
    source = textwrap.dedent(inspect.getsource(function))
    assert source.count(sound) == 1
    names: dict[str, object] = dict(function.__globals__)
    exec(compile(source.replace(sound, wrong), "a fault", "exec"), names)
    made = names[function.__name__]
    assert isinstance(made, FunctionType)
    return made.__code__


@pytest.mark.parametrize("fault", FAULTS)
def test_a_format_that_loses_the_caveat_is_seen(
    fault: str, tmp_path: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    function, sound, wrong, lost = FAULTS[fault]
    monkeypatch.setattr(function, "__code__", spoiled(function, sound, wrong))
    assert [name for name in lost if carries(name, listed(tmp_path), capsys)] == []


REFUSES = {"screen csv": screener.Screener._bad_row, "screen jsonl": screener.Screener._bad_document}


@pytest.mark.parametrize("name", REFUSES)
def test_a_record_that_cannot_be_read_carries_the_caveat_and_its_loss_is_seen(
    name: str, tmp_path: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert carries(name, listed(tmp_path, BAD_ROW), capsys)
    function = REFUSES[name]
    lost = spoiled(function, "self._knowledge.meta.caveat", '""')
    monkeypatch.setattr(function, "__code__", lost)
    assert not carries(name, listed(tmp_path, BAD_ROW), capsys)
