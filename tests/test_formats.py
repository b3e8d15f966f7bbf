"""Markdown, HTML and CSV: what people and data say shows as itself and runs nothing."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from magadvisor.cli.main import run
from magadvisor.model.printable import printable
from magadvisor.render.csv import cell, page_csv, rows_csv
from magadvisor.render.html import html
from magadvisor.render.markdown import markdown
from magadvisor.render.parts import Line, Page, Part
from tests.support.channels import from_html, from_markdown

CAVEAT = "This is general information. It is not medical advice."
Streams = pytest.CaptureFixture[str]
TEXTS = st.text(max_size=60) | st.text("*_[]()<>|#-+.=!&`~\\ 1:$\t\r\n'\"@", max_size=30)


def page_of(text: str) -> Page:
    parts = (
        Part(
            "Watch",
            (Line(text), Line(text, under=True), Line("a drawing", fixed=True), Line(text, "careful")),
        ),
    )
    return Page(text or "x", "suggest", text, parts, "The caveat.", "knowledge 1")


def as_shown(text: str) -> str:
    return " ".join(printable(text).split())


@pytest.mark.parametrize(
    "text",
    [
        "[a](b)",
        "![a](b)",
        "[a]: b",
        "1. a",
        "12) a",
        "- a",
        "+ a",
        "# a",
        "> a",
        "a | b",
        "*a* **b** _c_ ~~d~~",
        "`a`",
        "<b>a</b>",
        "<https://a.b>",
        "&amp; &#60;",
        "    a",
        "---",
        "===",
        "```",
        "a\\",
    ],
)
def test_markdown_shows_its_own_marks_as_themselves(text: str) -> None:
    shown = from_markdown(markdown(page_of(text))).split("\n")
    assert shown[:4] == [as_shown(text), as_shown(text), "Watch", as_shown(text)]


@given(TEXTS)
def test_markdown_shows_any_text_as_itself(text: str) -> None:
    told = markdown(page_of(text))
    shown = [line for line in from_markdown(told).split("\n") if line.strip()]
    as_itself = [as_shown(text)] if as_shown(text) else []
    expected = [as_shown(text or "x"), *as_itself, "Watch", *as_itself, *as_itself, "a drawing", *as_itself]
    assert [" ".join(line.split()) for line in shown[:-2]] == [line for line in expected if line]
    assert shown[-2:] == ["The caveat.", "knowledge 1"]


@given(TEXTS)
def test_markdown_of_a_text_holds_no_link_picture_table_or_html(text: str) -> None:
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = [
        inner for token in reader.parse(markdown(page_of(text))) for inner in (token, *(token.children or ()))
    ]
    kinds = {token.type for token in tokens}
    assert not kinds & {
        "link_open",
        "image",
        "html_inline",
        "html_block",
        "table_open",
        "s_open",
        "em_open",
        "hr",
    }


@given(TEXTS)
def test_html_shows_any_text_as_itself(text: str) -> None:
    told = html(page_of(text))
    assert told.isascii()
    shown = "".join(from_html(told).split())
    assert "".join(printable(text).split()) in shown
    assert "<script" not in told.lower()


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_no_cell_starts_a_formula_and_every_cell_reads_back(texts: list[str]) -> None:
    told = rows_csv([f"c{place}" for place, _ in enumerate(texts)], [texts])
    head, row = csv.reader(StringIO(told, newline=""))
    assert len(head) == len(row) == len(texts)
    for text, read in zip(texts, row, strict=True):
        assert not read.lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))
        assert read.removeprefix("'") == printable(text).removeprefix("'")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "＝1"])
def test_what_would_start_a_formula_stands_behind_an_apostrophe(text: str) -> None:
    assert cell(text) == f"'{text}"


def test_a_tab_or_return_in_front_of_a_formula_is_made_visible() -> None:
    assert cell("\t=1") == "\\t=1"
    assert cell("\r=1") == "\\r=1"


def test_rows_end_and_quote_as_the_standard_says() -> None:
    assert rows_csv(("a", "b"), [('say "x"', "1, 2")]) == 'a,b\r\n"say ""x""","1, 2"\r\n'


def test_a_spreadsheet_ends_with_the_caveat_and_the_knowledge() -> None:
    assert page_csv(page_of("x")).endswith("Caveat,The caveat.\r\nKnowledge,knowledge 1\r\n")


@pytest.mark.parametrize("format_", ["markdown", "html", "csv"])
@pytest.mark.parametrize(
    "answers",
    [
        ["--goal", "sleep", "--kidney", "none", "--no-meds"],
        ["--goal", "sleep", "--egfr", "27"],
        ["--goal", "nerve-pain", "--symptom", "numb saddle area"],
    ],
)
def test_the_caveat_is_in_every_format_also_when_quiet(
    capsys: Streams, format_: str, answers: list[str]
) -> None:
    for extra in ([], ["--quiet"], ["--why"]):
        run(["recommend", *answers, "--format", format_, *extra])
        assert CAVEAT in capsys.readouterr().out


def test_a_page_for_a_browser_has_a_language_and_a_title_and_fetches_nothing(capsys: Streams) -> None:
    run(["recommend", "--goal", "sleep", "--kidney", "none", "--no-meds", "--format", "html"])
    told = capsys.readouterr().out
    assert '<html lang="en">' in told
    assert "<title>Magnesium glycinate, at most 250 mg a day</title>" in told
    assert "default-src 'none'" in told
    assert not [word for word in ("<script", "src=", "@import", "url(", "<link") if word in told]


def test_the_formats_do_not_depend_on_the_terminal(capsys: Streams, monkeypatch: pytest.MonkeyPatch) -> None:
    told = []
    for columns in ("40", "160"):
        monkeypatch.setenv("COLUMNS", columns)
        for format_ in ("markdown", "html", "csv"):
            run(["recommend", "--goal", "sleep", "--med", "Synthroid@07:00", "--format", format_])
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]


def test_a_format_that_is_not_known_names_those_that_are(capsys: Streams) -> None:
    assert run(["recommend", "--goal", "sleep", "--format", "pdf"]) == 2
    assert "markdown" in capsys.readouterr().err


@pytest.mark.parametrize("written", [["--format", "JSON"], ["-f", "Json"], ["-fJSON"], ["--format=JSON"]])
def test_a_format_is_known_in_capitals_as_every_other_word_is(capsys: Streams, written: list[str]) -> None:
    assert run(["recommend", "--goal", "sleep", *written]) == 0
    assert json.loads(capsys.readouterr().out)["schema"] == "magadvisor.advice/1"
    assert run(["recommend", "--goal", "zork", *written]) == 2
    assert json.loads(capsys.readouterr().err)["code"] == "unknown-goal"


def test_a_file_is_written_in_any_format(capsys: Streams, tmp_path: Path) -> None:
    for format_ in ("markdown", "html", "csv", "json"):
        path = tmp_path / format_
        run(["recommend", "--goal", "sleep", "--format", format_, "--output", str(path)])
        assert CAVEAT in path.read_text(encoding="utf-8")
        assert path.stat().st_mode & 0o777 == 0o600
    assert json.loads((tmp_path / "json").read_text())
    assert capsys.readouterr().out == ""
