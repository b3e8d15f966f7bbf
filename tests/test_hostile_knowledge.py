"""A folder of somebody's own knowledge may hold anything: it is used as it is meant, or refused in a line."""

import csv
import os
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from magadvisor.cli.main import run
from magadvisor.folder import with_folder
from magadvisor.knowledge import shipped
from magadvisor.model.knowledge import Knowledge
from tests.support.channels import from_html, from_markdown, squeezed
from tests.support.commands import Streams, ended
from tests.support.hostile import UNSEEN, Ended, faults
from tests.support.overlays import RULE, bound_socket, write
from tests.support.poison import NAME, SEEN, poisoned

TAKES_A_FOLDER = (
    *(("recommend", "--goal", "sleep"), ("handout", "--goal", "sleep"), ("interactions", "cipro")),
    *(("plan", "--med", "cipro@08:00"), ("compare", "oxide"), ("forms",), ("foods",), ("claims",)),
    *(("convert", "5mg", "--form", "oxide"), ("label", "oxide 5 mg"), ("explain", "oxide")),
    *(("screen", os.devnull), ("kb", "info"), ("kb", "sources")),
)
"""A query of each command that takes --knowledge."""

NAMES_A_FOLDER = (("kb", "check"), ("kb", "test"), ("kb", "schema"))


BAD = {
    "aliases": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "a bomb of aliases": "".join(f"k{one}: &k{one} [{f'*k{one - 1}, ' * 9}]\n" for one in range(1, 60)),
    "a depth without end": "[" * 100_000,
    "a depth in blocks": "- " * 50_000,
    "a depth of keys": "{a: " * 5_000,
    "a tag": "- !!python/object/apply:os.system [echo]\n",
    "a key twice": f"{RULE}  because: Again.\n",
    "a byte order mark": f"\ufeff{RULE}",
    "a NUL": RULE.replace("Ours.", "Ou\0rs."),
    "half a character": RULE.replace("Ours.", '"Ou\\ud800rs."'),
    "no number": RULE.replace("ask: {", "at_most_mg: .nan, ask: {"),
    "too large a number": RULE.replace("then: {", "then: {at_most_mg: 1e309, "),
    "a number of many digits": RULE.replace("then: {", f"then: {{at_most_mg: {'9' * 500}.5, "),
    "more than a file may hold": f"{RULE}#{'x' * 1_000_000}",
    "one text of 10 MB": RULE.replace("Ours.", "x" * 10_000_000),
    "items without end": "- a\n" * 2_500_000,
    "a path as an id": RULE.replace("our-rule", "../../../etc/passwd"),
    "escapes as an id": RULE.replace("our-rule", '"\\x1b[31m\\u202e[red]"'),
    "a line's end in an id": RULE.replace("our-rule", '"our-rule\\n"'),
    "nothing": "",
    "a comment alone": "# nothing\n",
    "no entries": "- 1\n- x\n-\n- [a]\n",
    "two documents": f"{RULE}---\n{RULE}",
    "an unknown key": RULE.replace("because", "becuase"),
}
"""What a file of rules may hold that is none."""

BYTES = {
    "bytes": bytes(range(256)) * 100,
    "UTF-16": RULE.encode("utf-16"),
    "Latin-1": RULE.replace("Ours.", "Größe.").encode("latin-1"),
}


def only_a_line(told: Ended) -> bool:
    """Say whether a folder was refused: exit 5, a line with what to do, and no answer."""
    lines = told.err.splitlines()
    return (told.code, told.out, faults(told)) == (5, "", []) and len(lines) <= 2 and "knowledge" in lines[0]


@pytest.mark.parametrize("name", [*BAD, *BYTES])
def test_a_file_that_is_an_attack_is_refused_with_its_name(
    name: str, tmp_path: Path, capsys: Streams
) -> None:
    file = tmp_path / "rules" / "ours.yaml"
    file.parent.mkdir()
    file.write_bytes(BYTES[name] if name in BYTES else BAD[name].encode())
    told = ended(capsys, "recommend", "--goal", "sleep", "--knowledge", str(tmp_path))
    assert only_a_line(told)
    assert f"{file}" in told.err


@pytest.mark.parametrize("command", NAMES_A_FOLDER[:2], ids=" ".join)
def test_every_file_that_is_an_attack_is_told_at_once(
    command: tuple[str, ...], tmp_path: Path, capsys: Streams
) -> None:
    (tmp_path / "rules").mkdir()
    files = [tmp_path / "rules" / f"{place}.yaml" for place in range(len(BAD) + len(BYTES))]
    held = [*(text.encode() for text in BAD.values()), *BYTES.values()]
    for file, text in zip(files, held, strict=True):
        file.write_bytes(text)
    listed = ended(capsys, *command, str(tmp_path))
    assert (listed.code, faults(listed)) == (5, [])
    assert [file.name for file in files if f"{file}:" not in listed.out] == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_any_system_ends_them(end: str, tmp_path: Path, capsys: Streams) -> None:
    write(tmp_path, "rules/ours.yaml", "")
    (tmp_path / "rules" / "ours.yaml").write_bytes(RULE.replace("\n", end).encode())
    told = ended(
        *(capsys, "recommend", "--goal", "sleep", "--condition", "diabetes"), "--knowledge", str(tmp_path)
    )
    assert (told.code, faults(told)) == (0, [])
    assert "Ask us first." in told.out


STANDS: dict[str, Callable[[Path], None]] = {
    "a pipe": os.mkfifo,
    "a folder": lambda path: path.mkdir(),
    "a socket": bound_socket,
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
    "a link to a folder": lambda path: path.symlink_to("/"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link to where it stands": lambda path: path.symlink_to("."),
    "a link to nothing": lambda path: path.symlink_to("nothing"),
}
"""What may stand where a file is meant."""


@pytest.mark.parametrize(
    "place", ["rules/x.yaml", "cases/x.yaml", "foods.yaml", "knowledge.yaml", "more/x.yml"]
)
@pytest.mark.parametrize("what", STANDS)
def test_what_is_no_file_is_refused_and_never_waited_for(
    what: str, place: str, tmp_path: Path, capsys: Streams
) -> None:
    write(tmp_path, "rules/ours.yaml", RULE)
    path = tmp_path / place
    path.parent.mkdir(exist_ok=True)
    STANDS[what](path)
    assert only_a_line(ended(capsys, "recommend", "--goal", "sleep", "--knowledge", str(tmp_path)))
    for command in NAMES_A_FOLDER[:2]:
        listed = ended(capsys, *command, str(tmp_path))
        assert (listed.code, faults(listed)) == (5, [])
        assert listed.out.startswith(f"{path}: ")


@pytest.mark.parametrize("what", STANDS)
def test_what_is_no_file_is_a_problem_of_a_whole_knowledge_base_too(
    what: str, tmp_path: Path, capsys: Streams
) -> None:
    write(tmp_path, "knowledge.yaml", "version: '1'\n")
    (tmp_path / "rules").mkdir()
    STANDS[what](tmp_path / "rules" / "x.yaml")
    for command in NAMES_A_FOLDER[:2]:
        listed = ended(capsys, *command, str(tmp_path))
        assert (listed.code, faults(listed)) == (5, [])


@pytest.mark.parametrize("name", [b"\xff\xfe.yaml", b"\x1b[31m[red]\n\xe2\x80\xae.yaml"])
def test_a_name_of_a_file_that_is_no_text_is_shown_as_text(
    name: bytes, tmp_path: Path, capsys: Streams
) -> None:
    (tmp_path / "rules").mkdir()
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/rules/" + name)).write_text("x", encoding="utf-8")
    assert only_a_line(ended(capsys, "recommend", "--goal", "sleep", "--knowledge", str(tmp_path)))
    for command in NAMES_A_FOLDER[:2]:
        listed = ended(capsys, *command, str(tmp_path))
        assert (listed.code, faults(listed)) == (5, [])


def test_a_file_with_a_name_that_is_no_text_counts_as_any_other(tmp_path: Path, capsys: Streams) -> None:
    (tmp_path / "rules").mkdir()
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/rules/\xff.yaml")).write_text(RULE, encoding="utf-8")
    told = ended(
        *(capsys, "recommend", "--goal", "sleep", "--condition", "diabetes"), "--knowledge", str(tmp_path)
    )
    assert told.code == 0
    assert "Ask us first." in told.out


@pytest.mark.parametrize("command", [*TAKES_A_FOLDER, *NAMES_A_FOLDER], ids=" ".join)
def test_no_command_waits_for_a_pipe_or_answers_beside_it(
    command: tuple[str, ...], tmp_path: Path, capsys: Streams
) -> None:
    (tmp_path / "rules").mkdir()
    os.mkfifo(tmp_path / "rules" / "x.yaml")
    folder = ("--knowledge", str(tmp_path)) if command in TAKES_A_FOLDER else (str(tmp_path),)
    told = ended(capsys, *command, *folder)
    assert (told.code, faults(told)) == (5, [])
    assert told.out == "" or command in NAMES_A_FOLDER


PERSON = (
    *("--goal", "sleep", "--goal", "bone", "--age", "40", "--region", "us", "--condition", "barfoo syndrome"),
    *("--med", f"{NAME}xine@08:00", "--med", f"{NAME}brand", "--taking", f"{NAME}tonic 1 tablet"),
)
SHOWN = {
    "recommend": ("recommend", *PERSON, "--why"),
    "handout": ("handout", *PERSON),
    "interactions": ("interactions", f"{NAME}xine"),
    "plan": ("plan", "--med", f"{NAME}xine@08:00"),
    "compare": ("compare", "our-form", "citrate", "--columns", "cautions,status", "--med", f"{NAME}xine"),
    "forms": ("forms", "our-form"),
    "foods": ("foods", "--group", "seeds"),
    "convert": ("convert", "500mg", "--form", "our-form"),
    "label": ("label", f"{NAME}magnesium 200 mg"),
    **{
        f"explain {name}": ("explain", f"our-{name}")
        for name in ("rule", "interaction", "form", "label", "illness", "food")
    },
}
"""Queries whose answers hold texts of the folder."""

FORMATS = ("screen", "plain", "json", "markdown", "html", "csv")
_BEGINS = squeezed(SEEN)[:10]


@pytest.fixture(scope="module")
def poison(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return poisoned(tmp_path_factory.mktemp("poison"))


@pytest.fixture(scope="module")
def poisonous(poison: Path, knowledge: Knowledge) -> Knowledge:
    """Lay the folder over the knowledge once, as every command would."""
    return with_folder(poison, knowledge)


def test_a_folder_of_nothing_but_attacks_is_well_formed(poison: Path, capsys: Streams) -> None:
    assert run(("kb", "check", str(poison))) == 0, capsys.readouterr().out


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("query", SHOWN)
def test_every_text_of_a_folder_is_shown_as_text(
    query: str, format_: str, poisonous: Knowledge, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shipped, "shipped", lambda: poisonous)
    named = () if query == "handout" else ("--format", format_)
    told = ended(capsys, *SHOWN[query], *named)
    assert told.code in (0, 3, 4), told.err
    assert UNSEEN.search(told.out.replace("\r\n", "\n")) is None
    read = squeezed(_read(told.out, "html" if query == "handout" else format_))
    if format_ == "json" and query != "handout":
        assert SEEN[:20] in told.out
    elif query in ("compare", "foods") and format_ in ("screen", "plain"):
        # Columns stand side by side, so no cell is read in one piece.
        assert "[red]" in told.out
    else:
        # Each attack stands there whole, and there is one.
        assert read.count(_BEGINS) == read.count(squeezed(SEEN)) > 0


def _read(text: str, format_: str) -> str:
    if format_ == "markdown":
        return from_markdown(text)
    if format_ == "html":
        assert "<b>" not in text
        return from_html(text)
    if format_ == "csv":
        cells = [cell for row in csv.reader(StringIO(text)) for cell in row]
        assert [cell for cell in cells if cell.startswith("=")] == []
        return "\n".join(cells)
    return text


@pytest.mark.parametrize("arguments", [("kb", "sources"), ("kb", "sources", "--json"), ("kb", "schema")])
def test_every_source_of_a_folder_is_listed_as_text(
    arguments: tuple[str, ...], poisonous: Knowledge, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shipped, "shipped", lambda: poisonous)
    told = ended(capsys, *arguments)
    assert (told.code, faults(told)) == (0, [])


def test_every_row_of_a_file_shows_the_texts_of_a_folder_as_text(
    poisonous: Knowledge, tmp_path: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shipped, "shipped", lambda: poisonous)
    rows = tmp_path / "rows.csv"
    rows.write_text(f"goals,conditions,medicines\nsleep,barfoo syndrome,{NAME}xine\n", encoding="utf-8")
    for format_ in ("jsonl", "csv"):
        told = ended(capsys, "screen", str(rows), "--format", format_)
        assert told.code == 0, told.err
        assert UNSEEN.search(told.out) is None
        assert len(told.out.splitlines()) == (1 if format_ == "jsonl" else 2)
        assert not re.search(r"(^|,)=", told.out)


WORDS = {
    "in whom it was seen": ("forms/our-form.yaml", '"evidence": "human"', '"evidence": "martians"'),
    "a region": ("forms/our-form.yaml", '"region": "us"', '"region": "mars"'),
    "how sure it is": ("forms/our-form.yaml", '"certainty": "low"', '"certainty": "surely"'),
    "how much potassium": ("foods.yaml", '"portion_g": 30', '"portion_g": 30, "potassium_class": "hihg"'),
}


@pytest.mark.parametrize("what", WORDS)
def test_a_word_of_a_closed_list_is_refused_before_anything_is_shown(
    what: str, tmp_path: Path, capsys: Streams
) -> None:
    name, good, bad = WORDS[what]
    file = poisoned(tmp_path) / name
    text = file.read_text(encoding="utf-8")
    assert good in text
    file.write_text(text.replace(good, bad), encoding="utf-8")
    assert only_a_line(ended(capsys, "forms", "our-form", "--knowledge", str(tmp_path)))
