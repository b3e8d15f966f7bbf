"""`screen` as a list meets it: every line answered or refused on its own, in order, in whole lines."""

import csv
import io
import json
import os
import pty
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from magadvisor.cli.main import run
from magadvisor.model.answers import BadAnswer
from magadvisor.model.knowledge import Knowledge
from magadvisor.screening.desk import head
from magadvisor.screening.opening import opened
from magadvisor.screening.run import screened as chunks_of
from tests.support.commands import Streams, asked
from tests.support.overlays import examples
from tests.support.overlays import written as laid
from tests.support.stories import stories

CAVEAT = "This is general information. It is not medical advice."
GOOD = '{"id": "a", "goals": ["sleep"], "kidney": "none", "medicines": []}'


def screened(capsys: Streams, path: Path, *options: str) -> tuple[int, str, str]:
    return asked(capsys, "screen", str(path), "--jobs", "1", *options)


def text_of(knowledge: Knowledge, text: str | bytes, as_csv: bool) -> str:
    stream = io.BytesIO(text if isinstance(text, bytes) else text.encode())
    records, task = opened(stream, None, as_csv)
    chunks = list(chunks_of(records, knowledge, lambda: knowledge, task, 1))
    return (head(task) + b"".join(chunk.text for chunk in chunks)).decode()


def lines_of(knowledge: Knowledge, text: str | bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in text_of(knowledge, text, False).splitlines()]


def rows_of(knowledge: Knowledge, text: str | bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text_of(knowledge, text, True), newline="")))


def written(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_each_line_is_the_advice_that_recommend_gives(capsys: Streams, tmp_path: Path) -> None:
    documents = [story.answers for story in stories()][::40]
    path = written(tmp_path, "many.jsonl", "".join(json.dumps(one) + "\n" for one in documents))
    lines = [json.loads(line) for line in screened(capsys, path)[1].splitlines()]
    assert len(lines) == len(documents)
    for place, document in enumerate(documents):
        one = written(tmp_path, "one.json", json.dumps(document))
        run(["recommend", "--profile", str(one), "--json"])
        told = json.loads(capsys.readouterr().out)
        assert lines[place] == {**told, "line": place + 1}


def test_a_line_of_cells_says_what_the_same_document_says(knowledge: Knowledge) -> None:
    document = {
        "id": "7",
        "goals": ["nerve-pain", "sleep"],
        "age": 54.5,
        "sex": "female",
        "life_stage": "none",
        "kidney": "unknown",
        "egfr": 72,
        "digestion": ["sensitive"],
        "medicines": ["Synthroid 50 mcg@07:00", "cipro 500 mg@08:00,20:00"],
        "conditions": ["diabetes", "asthma"],
        "symptoms": [],
        "taking": ["glycinate 100 mg elemental"],
        "diet": ["vegan", "gluten-free"],
        "avoid": ["peanut"],
        "region": "us",
    }
    cells = {
        key: ";".join(map(str, value)) or "none" if isinstance(value, list) else str(value)
        for key, value in document.items()
    }
    table = io.StringIO()
    writer = csv.DictWriter(table, list(cells), lineterminator="\n")
    writer.writeheader()
    writer.writerow(cells)
    by_document = lines_of(knowledge, json.dumps(document))
    by_cells = lines_of(knowledge, table.getvalue())
    assert by_cells == [{**by_document[0], "line": 2}]
    assert by_cells[0]["schema"] == "magadvisor.advice/1"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_added_folder_counts_on_every_line_as_it_does_for_recommend(
    capsys: Streams, tmp_path: Path, jobs: str
) -> None:
    folder = tmp_path / "ours"
    added = str(laid(examples("stricter.yaml")[-1], folder))
    many = "".join(f'{{"goals": ["bone"], "medicines": ["fooxine {row} mg"]}}\n' for row in range(1, 40))
    path = written(tmp_path, "many.jsonl", many)
    run(["screen", str(path), "--knowledge", added, "--jobs", jobs])
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(lines) == 39
    for line in (lines[0], lines[-1]):
        run(
            [
                "recommend",
                "--goal",
                "bone",
                "--med",
                f"fooxine {line['line']} mg",
                "--knowledge",
                added,
                "--json",
            ]
        )
        assert line == {**json.loads(capsys.readouterr().out), "line": line["line"]}
    assert [line["medicines"][0]["matched"] for line in lines] == [["fooxine"]] * 39


def test_a_folder_that_loosens_answers_no_line(capsys: Streams, tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    written(tmp_path / "ours", "rules.yaml", "- id: [")
    path = written(tmp_path, "one.jsonl", GOOD)
    code, out, err = screened(capsys, path, "--knowledge", str(tmp_path / "ours"))
    assert (code, out) == (5, "")
    assert "the added knowledge cannot be used" in err


def test_an_empty_cell_is_not_answered_and_none_is_none(knowledge: Knowledge) -> None:
    silent, none = rows_of(knowledge, "goals,kidney,medicines\nsleep,none,\nsleep,none,none\n")
    assert (silent["outcome"], none["outcome"]) == ("ask-first", "suggest")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"no json", "invalid-profile"),
        (b'["goals"]', "invalid-profile"),
        (b'{"goals": ["sleep"], "age": NaN}', "invalid-profile"),
        (b'{"goals": ["sleep"], "goals": ["bone"]}', "invalid-profile"),
        (b'{"goals": "sleep"}', "invalid-profile"),
        (b'{"goals": ["sleep"], "medicnes": []}', "invalid-profile"),
        (b'{"goals": ["sleep"], "id": [1]}', "invalid-profile"),
        (b'{"goals": ["sleep"], "age": ' + b"9" * 5_000 + b"}", "invalid-profile"),
        (b'{"goals": ["secret"]}', "unknown-goals"),
        (b'{"kidney": "none"}', "no-goal"),
        (b'{"goals": ["sleep"], "age": 777}', "bad-age"),
        (b'{"goals": ["sleep"], "kidney": "secret"}', "unknown-kidney"),
        (b'{"goals": ["sle\0ep"]}', "nul-byte"),
        (b'{"goals": ["sle\xffep"]}', "not-utf-8"),
        (b'{"goals": ["' + b"x" * 1_100_000 + b'"]}', "too-long"),
        (b"[" * 200_000, "invalid-profile"),
        (b'{"goals": ["sleep"], "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "invalid-profile"),
        (b'{"goals": ["sleep"], "egfr": 1e309}', "bad-egfr"),
        (b'{"goals": ["sleep"], "egfr": -Infinity}', "invalid-profile"),
        (b'\xef\xbb\xbf{"goals": ["sleep"]}', "invalid-profile"),
        (b'{"goals": ["sleep"]}\r{"goals": ["bone"]}', "invalid-profile"),
        (b'{"goals": ["sl\\ud800eep"]}', "invalid-profile"),
        (b'{"goals": ["=cmd|x"]}', "unknown-goals"),
        ('{"goals": ["\u202esleep\u2066"]}'.encode(), "unknown-goals"),
    ],
)
def test_a_bad_line_becomes_an_error_and_its_neighbours_are_answered(
    knowledge: Knowledge, line: bytes, code: str
) -> None:
    before, bad, after = lines_of(knowledge, GOOD.encode() + b"\n" + line + b"\n" + GOOD.encode())
    assert bad["schema"] == "magadvisor.error/1"
    assert bad["line"] == 2
    assert bad["code"] in (code, "unknown-goal")
    assert not {"secret", "777"} & set(json.dumps(bad).replace('"', " ").replace(",", " ").split())
    assert [one["schema"] for one in (before, after)] == ["magadvisor.advice/1"] * 2
    assert after == {**before, "line": 3}


def test_an_error_keeps_the_id_of_its_line(knowledge: Knowledge) -> None:
    lines = lines_of(knowledge, '{"id": 12, "goals": []}\n')
    assert [(one["id"], one["code"]) for one in lines] == [(12, "no-goal")]


def test_lines_that_hold_nothing_are_left_out_and_still_counted(knowledge: Knowledge) -> None:
    assert [one["line"] for one in lines_of(knowledge, f"\n{GOOD}\r\n  \n{GOOD}")] == [2, 4]


HEAD = "id,goals,kidney,medicines\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1,sleep,none,none\n2,sleep,none\n3,sleep,none,none\n", "1 suggest 2, error 3, 3 suggest 4"),
        ("1,sleep,none,none\n2,sleep,none,none,,\n", "1 suggest 2, 2 suggest 3"),
        ("1,sleep,none,none\n2,sleep,none,none,more\n3,sleep,none,none", "1 suggest 2, error 3, 3 suggest 4"),
        ('1,"sleep,none,none\n2,sleep,none,none\n', "error 2, 2 suggest 3"),
        ('1,"sleep,none,none\n2,"sleep",none,none\n3,sleep,none,none\n', "error 2, 2 suggest 3, 3 suggest 4"),
        ('1,sle"ep,none,none\n2,sleep,none,none\n', "1 error 2, 2 suggest 3"),
        ('1,"sleep"x,none,none\n2,sleep,none,none\n', "error 2, 2 suggest 3"),
        ('1,sleep,none,"none\n"\n2,sleep,none,none\n', "1 suggest 2, 2 suggest 4"),
        ('1,sleep,none,"Zemtal, ""new""\n500 mg"\n2,sleep,none,none\n', "1 ask-first 2, 2 suggest 4"),
        ("1,sleep,none,none\r\n2,sleep,none,none\r\n", "1 suggest 2, 2 suggest 3"),
        ("1,sleep,none,none\r2,sleep,none,none\n3,sleep,none,none\n", "error 2, 3 suggest 3"),
        ("1,sle\0ep,none,none\n2,sleep,none,none\n", "error 2, 2 suggest 3"),
        (f"1,sleep,none,{'x' * 10_000_000}\n2,sleep,none,none\n", "error 2, 2 suggest 3"),
        ("1,sleep,none,=cmd|x\n2,sleep,none,none\n", "1 ask-first 2, 2 suggest 3"),
        ("1,sleep,none,\u202ecipro\u2066\n2,sleep,none,none\n", "1 ask-first 2, 2 suggest 3"),
        ("1,sleep,NaN,none\n2,sleep,1e309,none\n3,sleep,none,none\n", "1 error 2, 2 error 3, 3 suggest 4"),
        ('1,sleep,none,"' + "none\n" * 300 + "2,sleep,none,none\n", None),
    ],
)
def test_a_line_of_cells_that_does_not_fit_loses_no_neighbour(
    knowledge: Knowledge, text: str, said: str | None
) -> None:
    rows = rows_of(knowledge, b"\xef\xbb\xbf" + (HEAD + text).encode())
    told = ", ".join(f"{row['id']} {row['outcome']} {row['line']}".strip() for row in rows)
    if said is None:
        assert told.startswith("error 2, error 3")
        assert told.endswith("2 suggest 302")
    else:
        assert told == said
    assert all(CAVEAT in row["caveat"] for row in rows)


@pytest.mark.parametrize("begin", [*"=+-@", "\t", "\r", "＝"])
def test_no_cell_begins_as_a_formula(knowledge: Knowledge, begin: str) -> None:
    document = {"id": f"{begin}1", "goals": ["sleep"], "medicines": [f"{begin}cmd"]}
    (row,) = rows_of(knowledge, json.dumps(document))
    assert row["id"] == f"'{begin}1"
    assert not [cell for cell in row.values() if cell.startswith(tuple("=+-@\t\r＝"))]


def test_a_line_end_in_an_answer_never_parts_a_row(knowledge: Knowledge) -> None:
    document = {"goals": ["sleep"], "medicines": ["Zemtal\n=1+1"], "conditions": ["odd\x1b[31m"]}
    out = text_of(knowledge, json.dumps(document), True)
    assert len(out.splitlines()) == 2
    assert "Zemtal\\n=1+1" in out
    assert "\x1b" not in out


@pytest.mark.parametrize(
    ("names", "says"),
    [
        ("goals,medicnes", "did you mean medicines?"),
        ("goals,kidney,goals", "stands twice"),
        ("kidney,medicines", "there is no column goals"),
        ("goals;kidney", "is not a column"),
        ("[", "is not a column"),
        ("go\0als", "no text has"),
    ],
)
def test_a_head_that_would_lose_answers_is_refused_before_any_line(names: str, says: str) -> None:
    with pytest.raises(BadAnswer) as refused:
        opened(io.BytesIO(f"{names}\nsleep,none\n".encode()), None, True)
    assert says in f"{refused.value.message}; {refused.value.hint}"


def test_a_refused_head_is_exit_2_and_nothing_is_answered(capsys: Streams, tmp_path: Path) -> None:
    code, out, err = screened(capsys, written(tmp_path, "a.csv", "goals,medicnes\nsleep,none\n"))
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 2


def test_the_form_of_the_input_is_told_by_option_then_ending_then_first_character(
    capsys: Streams, tmp_path: Path
) -> None:
    table = "goals,kidney,medicines\nsleep,none,none\n"
    for name, text, options in (
        ("a.jsonl", GOOD, ()),
        ("a.csv", table, ()),
        ("a", GOOD, ()),
        ("a.txt", table, ()),
        ("b.csv", GOOD, ("--from", "jsonl")),
        ("b.jsonl", table, ("--from", "csv")),
    ):
        assert screened(capsys, written(tmp_path, name, text), *options)[0] == 0
    assert screened(capsys, tmp_path / "a.csv", "--from", "xml")[0] == 2
    assert screened(capsys, tmp_path / "a.csv", "-f", "xml")[0] == 2
    assert screened(capsys, tmp_path / "a.csv", "--jobs", "0")[0] == 2


def test_exit_codes_say_whether_every_line_was_answered_and_checked(capsys: Streams, tmp_path: Path) -> None:
    unknown = '{"goals": ["sleep"], "medicines": ["Zemtal"]}'
    withheld = '{"goals": ["sleep"], "kidney": "dialysis"}'
    assert screened(capsys, written(tmp_path, "a.jsonl", GOOD))[0] == 0
    assert screened(capsys, written(tmp_path, "a.jsonl", withheld))[0] == 0
    assert screened(capsys, written(tmp_path, "a.jsonl", unknown))[0] == 4
    assert screened(capsys, written(tmp_path, "a.jsonl", unknown), "--exit-zero")[0] == 0
    assert screened(capsys, written(tmp_path, "a.jsonl", ""))[0] == 0
    assert screened(capsys, written(tmp_path, "a.jsonl", f"{GOOD}\n{{"))[0] == 4
    assert screened(capsys, tmp_path / "nothing.jsonl")[0] == 1
    assert screened(capsys, tmp_path)[0] == 1


def test_the_summary_counts_outcomes_severities_and_names(capsys: Streams, tmp_path: Path) -> None:
    lines = [
        '{"goals": ["sleep"], "kidney": "none", "medicines": ["ciprofloxacin", "levothyroxine"]}',
        '{"goals": ["sleep"], "kidney": "none", "medicines": ["Zemtal", "ZEMTAL", "Qwrt"]}',
        '{"goals": ["sleep"], "kidney": "dialysis"}',
        "broken",
    ]
    path = written(tmp_path, "a.jsonl", "\n".join(lines))
    _, out, err = screened(capsys, path)
    assert len(out.splitlines()) == 4
    assert "4 profiles screened" in err
    assert "ask-first 2, withhold 1" in err
    assert "major 1, moderate 1" in err
    assert "errors        1" in err
    assert "3: zemtal (2), qwrt (1)" in err
    assert screened(capsys, path, "--quiet")[2] == ""


def test_an_output_file_is_whole_private_and_never_written_over(capsys: Streams, tmp_path: Path) -> None:
    path, output = written(tmp_path, "a.jsonl", GOOD), tmp_path / "out.csv"
    options = ("-f", "csv", "-o", str(output))
    assert screened(capsys, path, *options)[:2] == (0, "")
    assert output.stat().st_mode & 0o777 == 0o600
    assert output.read_text().count("\n") == 2
    assert screened(capsys, path, *options)[0] == 1
    assert screened(capsys, path, *options, "--force")[0] == 0
    assert screened(capsys, path, "-o", os.devnull, "--force")[0] == 1
    assert screened(capsys, path, "-o", str(tmp_path / "no" / "out"))[0] == 1
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.jsonl", "out.csv"]


def many(folder: Path, rows: int) -> Path:
    names = ("cipro 500 mg", "Synthroid", "metformin", "Zemtal", "warfarin", "none")
    body = "".join(f"{row},sleep,none,{names[row % len(names)]}\n" for row in range(rows))
    return written(folder, "many.csv", HEAD + body)


def started(*arguments: str, **streams: object) -> "subprocess.Popen[bytes]":
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
    return subprocess.Popen([sys.executable, "-m", "magadvisor", "screen", *arguments], **pipes)  # type: ignore[call-overload,no-any-return]


def test_several_cores_write_what_one_writes_in_the_same_order(tmp_path: Path) -> None:
    path = str(many(tmp_path, 3_000))
    one = started(path, "-f", "csv", "--jobs", "1").communicate()
    assert started(path, "-f", "csv", "--jobs", "3").communicate() == one
    assert one[0].count(b"\n") == 3_001


def test_a_reader_that_goes_away_ends_the_run_without_a_word(tmp_path: Path) -> None:
    process = started(str(many(tmp_path, 20_000)), "-f", "csv", "--jobs", "2")
    assert process.stdout
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr
    assert process.stderr.read() == b""
    assert process.wait() == 1


def test_a_full_disk_is_exit_1(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        process = started(str(many(tmp_path, 10)), "-f", "csv", stdout=full)
        said = process.communicate()[1].decode()
    assert process.returncode == 1
    assert said.startswith("magadvisor: the output was not written: ")
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_disk_that_fills_up_is_left_with_whole_lines_only(tmp_path: Path, jobs: str) -> None:
    def fill() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300_001, 300_001))

    path, output = many(tmp_path, 5_000), tmp_path / "out.csv"
    with output.open("wb") as stream:
        process = started(str(path), "-f", "csv", "--jobs", jobs, stdout=stream, preexec_fn=fill)
        process.communicate()
    assert process.returncode == 1
    assert 200_000 < output.stat().st_size <= 300_001
    assert output.read_bytes().endswith(b'any medicine."\n')


@pytest.fixture
def endless() -> "Iterator[subprocess.Popen[bytes]]":
    """A process that writes profiles for as long as somebody reads them."""
    lines = "while True: print('1,sleep,none,cipro 500 mg')"
    process = subprocess.Popen(
        [sys.executable, "-c", f"print('id,goals,kidney,medicines')\n{lines}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    yield process
    process.kill()
    process.communicate()


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_stopped_run_leaves_whole_lines_and_says_so(
    tmp_path: Path, endless: "subprocess.Popen[bytes]", jobs: str, number: signal.Signals
) -> None:
    output = tmp_path / "out.csv"
    with output.open("wb") as stream:
        process = started("-", "-f", "csv", "--jobs", jobs, stdin=endless.stdout, stdout=stream)
        wait_for(output)
        process.send_signal(number)
        said = process.communicate()[1]
    assert process.returncode == 130
    assert len(said.splitlines()) == 1
    assert output.read_bytes().endswith(b'any medicine."\n')


def test_a_stopped_run_leaves_no_file(tmp_path: Path, endless: "subprocess.Popen[bytes]") -> None:
    output = tmp_path / "out.csv"
    process = started("-", "-f", "csv", "-o", str(output), "--jobs", "2", stdin=endless.stdout)
    wait_for(tmp_path / f".out.csv.{process.pid}")
    process.send_signal(signal.SIGINT)
    process.communicate()
    assert process.returncode == 130
    assert list(tmp_path.iterdir()) == []


def wait_for(path: Path, size: int = 100_000) -> None:
    while not path.exists() or path.stat().st_size < size:
        time.sleep(0.01)


def test_helping_processes_leave_with_the_first(tmp_path: Path, endless: "subprocess.Popen[bytes]") -> None:
    output = tmp_path / "out.csv"
    with output.open("wb") as stream:
        process = started("-", "-f", "csv", "--jobs", "2", stdin=endless.stdout, stdout=stream)
        wait_for(output, 2_000_000)
        helpers = helpers_of(process)
        process.kill()
        process.communicate()
    assert helpers
    while any(Path(f"/proc/{helper}").exists() for helper in helpers):
        time.sleep(0.01)


def test_a_stop_that_helping_processes_hear_first_is_a_stop(
    tmp_path: Path, endless: "subprocess.Popen[bytes]"
) -> None:
    output = tmp_path / "out.csv"
    with output.open("wb") as stream:
        process = started("-", "-f", "csv", "--jobs", "2", stdin=endless.stdout, stdout=stream)
        wait_for(output, 2_000_000)
        for helper in helpers_of(process):
            os.kill(helper, signal.SIGTERM)
        time.sleep(0.2)
        process.terminate()
        said = process.communicate()[1]
    assert (process.returncode, len(said.splitlines())) == (130, 1)
    assert output.read_bytes().endswith(b'any medicine."\n')


def helpers_of(process: "subprocess.Popen[bytes]") -> list[int]:
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    return [int(number) for number in children.read_text().split()]


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    few, lots = many(tmp_path, 10), tmp_path / "lots.csv"
    body = "".join(f"{row},sleep,none,cipro {row} mg;Synthroid {row} mcg\n" for row in range(6_000))
    lots.write_text(HEAD + body + f"x,sleep,none,{'y' * 30_000_000}\n" + body, encoding="utf-8")
    assert most_memory_kib(lots) - most_memory_kib(few) <= 64 * 1024


def most_memory_kib(path: Path) -> int:
    watch = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    command = [sys.executable, "-c", watch, sys.executable, "-m", "magadvisor"]
    asked = [*command, "screen", str(path), "-f", "csv", "--jobs", "1"]
    return int(subprocess.run(asked, stdout=subprocess.PIPE, check=True).stdout)


def test_progress_is_shown_at_a_terminal_and_nowhere_else(tmp_path: Path) -> None:
    path = str(many(tmp_path, 30_000))
    assert b"\r" not in started(path, "-f", "csv").communicate()[1]
    leader, follower = pty.openpty()
    process = started(path, "-f", "csv", stdout=subprocess.DEVNULL, stderr=follower)
    process.wait()
    os.close(follower)
    said = os.read(leader, 65_536).decode()
    os.close(leader)
    assert "lines, " in said
    assert "%" in said
    assert "30,000 profiles screened" in said.split("\x1b[K")[-1]
