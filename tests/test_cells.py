"""Cells of a list that are long, empty or wrong: what is said of them, and that no neighbour is lost."""

import csv
import io

import pytest

from magadvisor.model.knowledge import Knowledge
from magadvisor.screening.desk import HEAD, Desk
from magadvisor.screening.opening import opened
from magadvisor.screening.run import screened
from magadvisor.screening.tally import Tally

Row = dict[str, str]


def rows_of(knowledge: Knowledge, text: str) -> list[Row]:
    records, task = opened(io.BytesIO(text.encode()), None, True)
    told = b"".join(done.text for done in screened(records, knowledge, lambda: knowledge, task, 1))
    return list(csv.DictReader(io.StringIO(told.decode(), newline=""), HEAD))


def test_an_error_says_what_to_write_instead(knowledge: Knowledge) -> None:
    """Style, errors: where, what, what to do; one without a hint does not end as if there were one."""
    wrong, cut = rows_of(knowledge, 'id,goals,kidney\n1,sleep,no idea at all\n2,"a"b,none\n')
    assert wrong["error"].startswith("unknown-kidney: ")
    assert "; use one of none, " in wrong["error"]
    assert cut["error"].startswith("bad-quote: ")
    (none,) = rows_of(knowledge, '{"id": [], "goals": ["sleep"]}')
    assert none["error"] == "invalid-profile: id must be text or a whole number"


@pytest.mark.parametrize("column", ["conditions", "symptoms", "taking", "avoid"])
def test_a_long_cell_says_what_a_short_one_says(knowledge: Knowledge, column: str) -> None:
    """Contract: `;` stands between the items of a list, however many there are."""
    said = {
        "conditions": "heart block",
        "symptoms": "chest pain",
        "taking": "glycinate 100 mg",
        "avoid": "peanut",
    }
    short, long = rows_of(
        knowledge,
        f"goals,kidney,medicines,age,{column}\nsleep,none,none,40,{said[column]}\n"
        f"sleep,none,none,40,{'; '.join([said[column]] + ['odd thing'] * 30)}\n",
    )
    assert long["error"] == short["error"] == ""
    assert long["not_checked"].count("odd thing") == 30
    order = ("suggest", "ask-first", "withhold", "urgent")
    assert order.index(long["outcome"]) >= max(1, order.index(short["outcome"]))


def test_one_medicine_of_several_that_cannot_be_read_is_told_by_its_mistake(knowledge: Knowledge) -> None:
    """Contract: errors name what is wrong; a wrong time is no fault of the program."""
    first, second = rows_of(knowledge, "goals,medicines\nsleep,cipro;levothyroxine@25:00\nsleep,cipro\n")
    assert (first["outcome"], second["outcome"]) == ("error", "ask-first")
    assert first["error"].startswith("bad-time: ")


@pytest.mark.parametrize("empty", ['""', '" "'])
def test_an_empty_cell_in_quotes_ends_where_its_quotes_end(knowledge: Knowledge, empty: str) -> None:
    told = rows_of(
        knowledge,
        f'id,goals,kidney,medicines\n{empty},sleep,none,none\n2,"sleep",{empty},none\n3,sleep,none,{empty}\n',
    )
    assert [(one["line"], one["outcome"]) for one in told] == [
        ("2", "suggest"),
        ("3", "ask-first"),
        ("4", "ask-first"),
    ]


def test_what_a_reader_is_told_of_a_chunk_is_in_its_tally(knowledge: Knowledge) -> None:
    records, task = opened(io.BytesIO(b"goals,medicines\nsleep,wibble\nnope,none\n"), "csv", True)
    tally = Desk(knowledge, task).screen(list(records)).tally
    assert (tally.answered, tally.bad, tally.not_checked, dict(tally.names)) == (1, 1, 1, {"wibble": 1})


@pytest.mark.parametrize("name", ['say "Zem"', 'a, "b"', '"', "a,b", "a\nb", 'a\n"b", c'])
def test_an_id_is_written_so_that_a_table_reads_it_back(knowledge: Knowledge, name: str) -> None:
    """RFC 4180: a cell with a comma, a quote or a line end stands in quotes, and a quote in it twice."""
    given = io.StringIO()
    csv.writer(given).writerows([("id", "goals", "kidney", "medicines"), (name, "sleep", "none", "none")])
    (row,) = rows_of(knowledge, given.getvalue())
    assert (row["id"], row["outcome"], row["error"]) == (name, "suggest", "")
    assert row["caveat"] == knowledge.meta.caveat


def test_that_names_were_forgotten_is_not_forgotten() -> None:
    one, other = Tally(), Tally()
    other.forgot = True
    one.add(other)
    assert one.forgot
    one.add(Tally())
    assert one.forgot
