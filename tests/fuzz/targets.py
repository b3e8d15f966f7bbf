"""What a fuzzer feeds with bytes: each target fails when a law is broken, and only then.

Whatever is refused must be refused as a person meets it, with BadAnswer or BadKnowledge; every other
exception is a fault.
"""

import io
import json
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from math import isfinite
from pathlib import Path
from re import sub
from unicodedata import normalize

from magadvisor.advisor import Advisor
from magadvisor.documents import advice_json
from magadvisor.door import Door
from magadvisor.engine.amounts import elemental_fraction
from magadvisor.engine.label import judge
from magadvisor.engine.shelf import Shelf
from magadvisor.folder import with_folder
from magadvisor.inputs import read_clock, read_meals, read_medicine, read_time
from magadvisor.knowledge.reader import Reader
from magadvisor.labels import convert
from magadvisor.model.answers import Answers, BadAnswer, TypedMagnesium, TypedMedicine
from magadvisor.model.food import Food
from magadvisor.model.interaction import Interaction
from magadvisor.model.limit import Limits
from magadvisor.model.medicine import Medicine, Product
from magadvisor.model.problem import BadKnowledge
from magadvisor.model.profile import Dose
from magadvisor.model.rule import Rule
from magadvisor.model.source import Source
from magadvisor.model.vocabulary import Entry
from magadvisor.names import magnesium
from magadvisor.names.label import read_label
from magadvisor.profiles import read_profile
from magadvisor.render.page import page
from magadvisor.render.parts import Choices
from magadvisor.render.plain import plain
from magadvisor.screening.desk import Desk
from magadvisor.screening.opening import opened
from tests.support.asking import shipped
from tests.support.careful import less_careful
from tests.support.hostile import UNSEEN

Target = Callable[[bytes], None]

MINUTES = 24 * 60
LONGEST_LINE = 2_000
LISTS = ("medicines", "conditions", "symptoms", "taking", "avoid")
GOOD_ROW = b"last,sleep,none,none"
GOOD_LINE = b'{"id": "last", "goals": ["sleep"], "kidney": "none", "medicines": []}'
HEAD = b"id,goals,kidney,medicines\n"


@cache
def _door() -> Door:
    return Door(shipped())


@cache
def _advisor() -> Advisor:
    return Advisor(shipped())


def _text(given: bytes) -> str:
    return given.decode("utf-8", "replace")


def names(given: bytes) -> None:
    """Whatever is typed into a list is kept as it was typed, and is checked or is not."""
    typed, door, known = _text(given), _door(), shipped()
    medicine = door.medicine(TypedMedicine(typed)).item
    words = door.words(typed).item
    avoided = door.avoided(typed)
    taken = door.taken(TypedMagnesium(typed)).item
    assert [medicine.typed, words.typed, avoided.typed, taken.typed] == [typed] * 4
    assert all(len(one.suggestions) <= 5 for one in (medicine, words, avoided, taken))
    assert bool(words.matched) is words.checked
    assert avoided.matched or not avoided.checked  # of a list of foods one may be recognised and another not
    assert medicine.checked or not medicine.matched
    assert {*medicine.interactions} <= {*known.interactions}
    assert taken.elemental_mg is None or (isfinite(taken.elemental_mg) and taken.elemental_mg >= 0)


def written(given: bytes) -> None:
    """Blanks, the form of the letters and what cannot be seen change nothing that is recognised."""
    text = _text(given)[: LONGEST_LINE // 2]
    plain = _read(text)
    for otherwise in (
        text.replace(" ", "  "),
        f"  {text} ",
        normalize("NFD", text),
        normalize("NFC", text),
        sub(r"(?<=[a-z])(?=[a-z])", "\N{ZERO WIDTH SPACE}", text, count=1),
    ):
        assert _read(otherwise) == plain, otherwise


def _read(text: str) -> tuple[object, ...]:
    door = _door()
    medicine, taken, avoided = (
        door.medicine(TypedMedicine(text)).item,
        door.taken(TypedMagnesium(text)).item,
        door.avoided(text),
    )
    words = door.words(text)
    return (
        (medicine.checked, medicine.matched, medicine.route, medicine.interactions, medicine.elemental_mg),
        (words.item.checked, words.conditions, words.symptoms, words.kidney, words.life_stages),
        (avoided.checked, avoided.matched),
        (taken.checked, taken.matched, taken.form, taken.counts, taken.elemental_mg),
    )


def profiles(given: bytes) -> None:
    """A profile document is refused, or every item in it is told again beside the caveat."""
    with suppress(BadAnswer):
        answers = read_profile(_text(given), shipped().goals)
        if answers.goals:
            _answered(answers)


def _answered(answers: Answers) -> None:
    advice = _advisor().advise(answers)
    told = json.loads(advice_json(advice))
    for key in ("medicines", "conditions", "symptoms", "taking", "avoid"):
        listed = getattr(answers, key)
        assert len(told[key]) == len(listed or ())
        left = [one["typed"] for one in told["not_checked"] if one["list"] == key]
        checked = " ".join(one["typed"].lower() for one in told[key] if one["checked"])
        for typed in (one["typed"] for one in told[key] if not one["checked"]):
            left.remove(typed)
        # The rest are parts of what was checked.
        assert all(part.lower().split()[0] in checked for part in left)
    text = plain(page(advice, shipped(), Choices(why=False, width=80)), 80, ascii_only=False)
    assert UNSEEN.search(text) is None
    assert told["caveat"].split()[0] in text


FILES: tuple[tuple[str, type, bool], ...] = (
    ("sources/ours.yaml", Source, True),
    ("rules/ours.yaml", Rule, True),
    ("interactions/ours.yaml", Interaction, False),
    ("medicines/ours.yaml", Medicine, True),
    ("products.yaml", Product, True),
    ("foods.yaml", Food, True),
    ("limits.yaml", Limits, False),
    ("words/conditions.yaml", Entry, True),
)
"""Files of a folder; whether each is a list. The first byte says which one the others are."""


def knowledge(given: bytes) -> None:
    """A file of somebody's own knowledge is refused, or the advice is no less careful with it."""
    place, kind, is_list = FILES[given[0] % len(FILES) if given else 0]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / place).parent.mkdir(exist_ok=True)
        (folder / place).write_bytes(given[1:])
        reader = Reader(folder)
        made: list[object] = (reader.each if is_list else reader.one_each)(place, kind)
        assert made or reader.problems or given[1:].lstrip()[:1] in (b"[", b"")
        if made and not reader.problems:  # to lay a folder over takes long, so only one that can be read is
            _laid_over(folder)


def _laid_over(folder: Path) -> None:
    try:
        laid = with_folder(folder, shipped())
    except BadKnowledge as bad:
        assert bad.problems
        return
    answers = Answers(goals=("bone",), conditions=("diabetes",), medicines=(TypedMedicine("cipro"),))
    assert less_careful(_advisor().advise(answers), Advisor(laid).advise(answers)) == []


def times(given: bytes) -> None:
    """A time is refused, or stands within a day; a dose at it leaves windows that do too."""
    text = _text(given)
    for read in (read_time, read_clock):
        with suppress(BadAnswer):
            told = read(text, "--at")
            assert 0 <= (told.minute if isinstance(told, Dose) else told) < MINUTES
    with suppress(BadAnswer):
        assert all(0 <= one < MINUTES for one in read_meals([text]))
    with suppress(BadAnswer):
        medicine = read_medicine(f"cipro@{text}")
        assert all(0 <= one.minute < MINUTES for one in medicine.doses)
        day = _advisor().advise(Answers(goals=("sleep",), medicines=(medicine,))).day
        ends = [end for one in day.windows for end in (one.from_, one.to)] if day else []
        assert all(0 <= read_clock(end, "to") < MINUTES for end in ends)


@cache
def _shelf() -> tuple[magnesium.TakingIndex, Shelf]:
    known = shipped()
    index = magnesium.index(known.forms.values(), known.products.values(), elemental_fraction)
    return index, Shelf(known.forms, known.other_compounds)


def labels(given: bytes) -> None:
    """A line of a label is read to finite amounts in their order, and so is an amount."""
    text, known = _text(given)[:LONGEST_LINE], shipped()
    index, shelf = _shelf()
    told = judge(read_label(text, index, known.other_compounds), shelf, known.limits.references)
    low, high = told.elemental_low_mg, told.elemental_high_mg
    assert (low is None) == (high is None)
    assert low is None or high is None or 0 <= low <= high < float("inf")
    with suppress(BadAnswer):
        amount = convert(text, known.forms["oxide"], None, known)
        assert 0 <= amount.elemental_low_mg <= amount.elemental_high_mg < float("inf")


@cache
def _desk(as_csv: bool) -> Desk:
    first = HEAD if as_csv else GOOD_LINE
    return Desk(shipped(), opened(io.BytesIO(first), _kind(as_csv), False)[1])


def _kind(as_csv: bool) -> str:
    return "csv" if as_csv else "jsonl"


def rows(given: bytes) -> None:
    """A row is answered or becomes an error at its line, and the good row behind it is answered."""
    as_csv = bool(given) and given[0] % 2 == 1
    first, last = (HEAD, GOOD_ROW) if as_csv else (GOOD_LINE + b"\n", GOOD_LINE)
    stream = io.BytesIO(first + given[1:] + b"\n" + last)
    records = list(opened(stream, _kind(as_csv), False)[0])
    told = [json.loads(line) for line in _desk(as_csv).screen(records).text.splitlines()]
    places = [one["line"] for one in told]
    assert places == sorted(set(places))
    assert places[-1] == given[1:].count(b"\n") + 3
    assert {one["schema"] for one in told} <= {"magadvisor.advice/1", "magadvisor.error/1"}
    assert (told[-1]["id"], told[-1]["outcome"], told[-1]["medicines"]) == ("last", "suggest", [])


TARGETS: dict[str, Target] = {
    "names": names,
    "profiles": profiles,
    "knowledge": knowledge,
    "times": times,
    "labels": labels,
    "rows": rows,
    "written": written,
}
