"""Many profiles at once: what is remembered changes no answer, and no line is lost on the way."""

import csv
import io
import json
import random
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as some

import magadvisor
from magadvisor.advisor import Advisor
from magadvisor.documents import advice_document
from magadvisor.model.knowledge import Knowledge
from magadvisor.profile_shape import ProfileDocument
from magadvisor.profiles import answers_of, profile_document
from magadvisor.screening.columns import KEYS, read_columns
from magadvisor.screening.lines import csv_cells, csv_records, physical_lines
from tests.support.stories import stories

Told = dict[str, object]


def profiles(knowledge: Knowledge, number: int) -> Iterator[Told]:
    """Draw profiles in every question's words, some of them not answered."""
    draw = random.Random(1)
    goals = list(knowledge.goals)
    medicines = [
        *knowledge.medicines,
        "cipro 500mg",
        "a PPI",
        "metformn",
        "milk of magnesia 30 ml",
        "antacid",
        "vitamin B6 8 mg",
        "vitamin B6 100 mg",
    ]
    medicines += ["metformn", "a PPI", "vitamin B6 8 mg"] * 20
    medicines += ["dialysis", "heart block", "numb saddle area"] * 20  # in the wrong list they count too
    medicines += ["ciprofloxacin", "levothyroxine", "pyridostigmine", "baloxavir", "misoprostol"] * 40
    lists: dict[str, list[str]] = {
        "medicines": medicines,
        "conditions": [
            "diabetes",
            "heart block",
            "myasthenia gravis",
            "asthma",
            "odd",
            "weak kidneys",
            "pregnant",
        ],
        "symptoms": ["diarrhoea", "numb saddle area", "odd", "nausea", "headache", "vomiting"],
        "taking": ["glycinate 100 mg elemental", "oxide 400 mg", "magnesium", "glycinate 50 mg with B6 5 mg"],
        "avoid": ["peanut", "odd"],
        "diet": ["vegan", "low-fodmap"],
        "digestion": ["normal", "sensitive", "loose", "constipated"],
    }
    words = {
        "sex": ["female", "male"],
        "life_stage": ["none", "pregnant", "breastfeeding"],
        "kidney": ["none", "unknown", "diagnosed", "g2", "g3a", "g4"],
        "region": ["us", "eu", "uk", "ca", "jp", "anz"],
    }
    ages = [0.3, 3, 12, 17.9, 18, 19, 30, 64.9, 65, 100]
    for _ in range(number):
        told: Told = {"goals": draw.sample(goals, draw.choice((1, 1, 2)))}
        told |= {
            key: draw.choices(each, k=draw.randrange(4)) for key, each in lists.items() if draw.random() < 0.6
        }
        told |= {key: draw.choice(each) for key, each in words.items() if draw.random() < 0.6}
        told |= {"age": draw.choice(ages)} if draw.random() < 0.8 else {}
        if draw.random() < 0.2:  # few people have a bit of everything
            told = {"goals": told["goals"], "kidney": "none", "medicines": [], "age": draw.choice(ages)}
        told |= {"egfr": draw.choice((14.9, 29.9, 44.9, 50, 59.9, 60, 95))} if draw.random() < 0.2 else {}
        yield told


def expected(document: Told) -> Told:
    """Work a row out of the advice document that `recommend` gives, by what the columns promise."""
    advice = json.loads(json.dumps(document))
    form, dose = advice["form"], advice["dose"]
    hours = "{severity}, {action}, magnesium {after:g} h after it or {before:g} h before it ({id})"
    plain = "{severity}, {action} ({id})"
    return {
        "id": "",
        "outcome": advice["outcome"],
        "form": form["id"] if form else "",
        "limit_mg": dose["limit_mg"] if dose else None,
        "at_most_mg": dose["at_most_mg"] if dose else None,
        "interactions": " | ".join(
            f"{' + '.join(one['medicines'])}: "
            + (hours if one["action"] == "separate" else plain).format(
                **one,
                after=one["magnesium_after_medicine_hours"] or 0,
                before=one["magnesium_before_medicine_hours"] or 0,
            )
            for one in advice["interactions"]
        ),
        "actions": " | ".join(f"{one['urgency']}, {one['who']}: {one['text']}" for one in advice["actions"]),
        "not_checked": " | ".join(
            f"{one['list']}: {one['typed']}"
            + (f" (did you mean {' or '.join(one['suggestions'])}?)" if one["suggestions"] else "")
            for one in advice["not_checked"]
        ),
        "error": "",
        "caveat": advice["caveat"],
    }


def advised(records: Iterable[Told], knowledge: Knowledge) -> list[Told]:
    advisor = Advisor(knowledge)
    read = (answers_of(profile_document(one), knowledge.goals) for one in records)
    return [dict(advice_document(advisor.advise(answers))) for answers in read]


def test_a_row_says_what_the_advice_says_however_much_is_remembered(knowledge: Knowledge) -> None:
    records = list(profiles(knowledge, 250))
    rows = list(magadvisor.screen_rows([*records, *records[::-1]], knowledge=knowledge))
    advices = [expected(one) for one in advised(records, knowledge)]
    assert rows[:250] == advices
    assert rows[250:] == advices[::-1]
    assert len({str(row["outcome"]) for row in rows}) == 4


def test_every_story_gets_the_same_advice_in_a_batch_as_alone(knowledge: Knowledge) -> None:
    records = [story.answers for story in stories()][::3]
    alone = advised(records, knowledge)
    assert list(magadvisor.screen_documents(records, knowledge=knowledge)) == alone
    assert list(magadvisor.screen_rows(records, knowledge=knowledge)) == [expected(one) for one in alone]


def test_a_batch_answers_its_good_records_and_names_what_is_wrong_with_the_others(
    knowledge: Knowledge,
) -> None:
    records: list[Told] = [{"id": 1, "goals": ["sleep"]}, {"id": 2, "goals": ["slep"]}, {"goals": None}, {}]
    documents = list(magadvisor.screen_documents(records, knowledge=knowledge))
    assert [one["schema"] for one in documents] == ["magadvisor.advice/1", *["magadvisor.error/1"] * 3]
    assert [one.get("id") for one in documents] == [1, 2, None, None]
    rows = list(magadvisor.screen_rows(records, knowledge=knowledge))
    assert [(row["id"], row["outcome"]) for row in rows[:2]] == [("1", "ask-first"), ("2", "error")]


def test_a_batch_of_cells_reads_texts_and_refuses_what_is_none(knowledge: Knowledge) -> None:
    cells: list[Told] = [
        {"id": "1", "goals": "sleep", "kidney": "none", "medicines": "none", "age": None, "sex": ""},
        {"goals": "sleep", "age": 50},
        {"goals": "sleep", "colour": "red"},
    ]
    rows = list(magadvisor.screen_rows(cells, cells=True, knowledge=knowledge))
    assert [row["outcome"] for row in rows] == ["suggest", "error", "error"]
    assert [str(row["error"]).split(":")[0] for row in rows] == ["", "invalid-profile", "no-such-column"]


def test_a_row_of_cells_says_what_the_row_of_the_same_document_says(knowledge: Knowledge) -> None:
    records = list(profiles(knowledge, 400))
    cells: list[Told] = [{key: _cell(key, value) for key, value in one.items()} for one in records]
    by_document = list(magadvisor.screen_rows(records, knowledge=knowledge))
    by_cells = list(magadvisor.screen_rows([*cells, *cells[::-1]], cells=True, knowledge=knowledge))
    assert by_cells[:400] == by_document
    assert by_cells[400:] == by_document[::-1]


def _cell(key: str, value: object) -> str:
    items = [str(item) for item in value] if isinstance(value, list) else [str(value)]
    nothing = "" if key == "digestion" else "none"
    return ";".join(items) or nothing


@pytest.mark.parametrize(
    ("key", "cell"),
    [("medicines", "none;cipro"), ("medicines", "cipro;;"), ("conditions", "none"), ("age", "54.5")],
)
def test_a_cell_reads_as_its_list_does(knowledge: Knowledge, key: str, cell: str) -> None:
    items = [item for item in cell.split(";") if item]
    value = float(cell) if key == "age" else items
    documents: list[Told] = [{"goals": ["sleep"], key: value}]
    cells: list[Told] = [{"goals": "sleep", key: cell}]
    by_cells = magadvisor.screen_documents(cells, cells=True, knowledge=knowledge)
    assert list(by_cells) == list(magadvisor.screen_documents(documents, knowledge=knowledge))


@pytest.mark.parametrize("cell", [";", " ; ; "])
def test_marks_with_nothing_between_them_are_no_answer(knowledge: Knowledge, cell: str) -> None:
    for key in ("medicines", "conditions", "taking"):
        (row,) = magadvisor.screen_rows([{"goals": "sleep", key: cell}], cells=True, knowledge=knowledge)
        assert str(row["error"]).startswith("blank-item")


WIDE = read_columns(("goals", "kidney", "medicines"))
CELL = some.text(alphabet=some.sampled_from('ab," \n;é'), max_size=8)


@given(some.lists(some.lists(CELL, min_size=3, max_size=3), max_size=12))
def test_every_record_of_a_written_table_is_read_back(rows: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    records = csv_records(physical_lines(io.BytesIO(text.getvalue().encode())), WIDE)
    assert [list(csv_cells(raw.decode())) for _, raw, _ in records] == rows


@given(some.lists(some.text(alphabet=some.sampled_from('ab,"'), max_size=12), max_size=20))
def test_whatever_a_file_holds_every_line_stands_in_one_record(lines: list[str]) -> None:
    stream = io.BytesIO("".join(f"{line}\n" for line in lines).encode())
    records = list(csv_records(physical_lines(stream), WIDE))
    covered = [raw.count(b"\n") + 1 for _, raw, _ in records]
    assert [first for first, _, _ in records] == [1 + sum(covered[:place]) for place in range(len(records))]
    assert sum(covered) == len(lines)
    assert all(WIDE.fit(csv_cells(raw.decode())) for _, raw, _ in records if b"\n" in raw)


def test_columns_are_the_keys_of_a_profile_document() -> None:
    assert set(KEYS) == set(ProfileDocument.__match_args__)
    columns = read_columns(["ID", " Goals ", "kidney"])
    assert columns.sort(["7", "sleep", "none"])[0] == "7"
