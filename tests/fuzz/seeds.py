"""Where a fuzzer begins, target by target, and what fuzzing has found; the tests try each of them."""

from tests.support.hostile import TEXTS
from tests.support.overlays import RULE

_TEXTS = tuple(text.encode("utf-8", "surrogatepass") for text in TEXTS.values())

_RULE = RULE.encode()

SEEDS: dict[str, tuple[bytes, ...]] = {
    "names": (
        b"cipro 500 mg bid",
        b"Synthroid 50 mcg",
        b"no kidney failure, but myasthenia gravis",
        b"milk of magnesia 30 ml",
        b"glycinate 200 mg elemental, 2 capsules a day",
        b"HIV meds; insulin pen",
        b"peanuts, wibbleberry",
        *_TEXTS,
    ),
    "profiles": (
        b"goals: [sleep]\nkidney: none\nmedicines:\n- {name: cipro, at: ['08:00'], route: oral}\n",
        b"goals: [sleep]\nconditions: ['diabetes, wibblitis']\ntaking: ['glycinate 100 mg and wibble']\n",
        b'{"goals": ["bone"], "age": 54.5, "egfr": 42, "taking": [{"form": "oxide", "elemental_mg": 10}]}',
        b"goals: [cramps]\nconditions: [diabetes]\nsymptoms: []\navoid: [peanut]\nregion: us\n",
    ),
    "knowledge": (
        b"\x00- {id: ours, title: T, publisher: P, kind: review, url: null}\n",
        b"\x01" + _RULE,
        b"\x03- {name: foo, routes: [oral], atc: [], brands: [], also: [], ingredients: []}\n",
        b"\x07- {id: ours, phrases: [odd illness]}\n",
    ),
    "times": (b"08:00", b"sun 07:00,20:30", b"8:00, 20:00", b"24:00", b"99999999999999999999:00"),
    "labels": (
        b"Magnesium (as citrate) 200 mg (48% DV)",
        b"Magnesium ( (as citrate) 0 mg (48% DV)",
        b"Magnesium bisglycinate 1,000 mg providing 100-120 mg magnesium per 2 capsules",
        b"per 5 ml: 8 mmol; 5 mEq elemental",
        *_TEXTS,
    ),
    "rows": (
        b"\x011,sleep,none,cipro 500 mg;Synthroid@07:00",
        b'\x011,"sleep,none,none\n2,"sleep",none,"a ""b"""\n',
        b'\x00{"id": 1, "goals": ["sleep"], "medicines": ["cipro"], "age": 1e309}',
        b"\x00" + b"[" * 500,
        *(b"\x01" + text for text in _TEXTS),
    ),
    "written": (
        b"cipro 500 mg bid",
        b"co-amilozide 2.5/25",
        b"no kidney failure, but myasthenia gravis; numb between the legs",
        b"milk of magnesia 30 ml, glycinate 200 mg elemental",
        b"Magnesium Hydroxide Mixture 8 %",
        b"2 x 1,000 mg citrate (as 160 mg magnesium), 1-0-1",
        "Ménière, 400 µg".encode(),
        b"spinach, kale and chia seeds",
    ),
}
