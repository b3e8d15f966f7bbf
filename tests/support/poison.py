"""A knowledge folder in which every text is an attack on whatever shows it."""

import json
from collections.abc import Callable
from itertools import count
from pathlib import Path

from tests.support.overlays import write

POISON = "=[red]x[/red][/]<b>&amp;{{7*7}}`*_|\x1b[31m\x07\u202e\u200b\x00\x85"
"""Markup of rich, HTML and Markdown, a template, a formula, colours, a bell, and what turns or hides text."""

SEEN = "=[red]x[/red][/]<b>&amp;{{7*7}}`*_|\\x1b[31m\\x07\\u202e\\u200b\\x00\\x85"
"""How it stands in an answer: every character that cannot be seen is its escape."""

NAME = "[red]foo[/red]\x1b[31m\u202e"
"""The attack where a text is a name that people type; names have words and no formulas."""


def poisoned(folder: Path) -> Path:
    """Write a folder that may be laid over the shipped knowledge, with an attack in each of its texts."""
    numbers = count(1)
    for name, value in _files(lambda: f"{POISON} {next(numbers)}.").items():
        write(folder, name, json.dumps(value))  # JSON is YAML, and its escapes are too
    return folder


def _files(text: Callable[[], str]) -> dict[str, object]:
    cited = [{"id": "our-label", "at": text(), "says": text()}]
    said = [{"text": text(), "certainty": "low", "sources": cited}]
    named = {"name": f"{NAME}mag", "names": [f"{NAME}magnesium"]}
    ask = {"ask": {"who": "pharmacist", "text": text()}, "watch": text(), "say": text()}
    return {
        "sources/ours.yaml": [
            {"id": "our-label", "title": text(), "publisher": text(), "kind": "label", "url": text()}
            | {"read_on": text(), "note": text()}
        ],
        "forms/our-form.yaml": {
            **{"id": "our-form", "route": "oral", **named, "solubility": text(), "gut_says": text()},
            "compounds": [{"name": f"{NAME}compound", "formula": "MgO", "reference": True}],
            "absorption": [{**said[0], "evidence": "human"}],
            **{"gut_effect": "low", "alkaline": True, "offered": False, "not_offered_because": text()},
            "units": [{"text": text(), "low_mg": 1, "high_mg": 2}],
            **{
                "cautions": said,
                "status": [{"region": "us", "in_short": text(), "text": text(), "sources": cited}],
            },
            **{"sources": cited, "medicine_use": text(), "longest_use": text()},
        },
        "rules/ours.yaml": [
            {"id": "our-rule", "says": text(), "when": {"conditions": ["our-illness"]}, "then": ask}
            | {"because": text(), "certainty": "low", "sources": cited}
            | {"fires_for": [{"conditions": ["our-illness"]}], "silent_for": [{"conditions": ["none"]}]}
        ],
        "interactions/ours.yaml": {
            **{"id": "our-interaction", "name": text(), "applies_to": {"medicines": [f"{NAME}xine"]}},
            **{"routes": ["oral"], "salts": "all", "mechanism": text(), "severity": "moderate"},
            **{"direction": "magnesium-lowers-medicine", "action": "separate"},
            **{"magnesium_after_medicine_hours": 2, "magnesium_before_medicine_hours": 4},
            **{"tell": text(), "because": text(), "monitor": text(), "certainty": "low", "fit": "inferred"},
            "sources": cited,
        },
        "medicines/ours.yaml": [
            {"name": f"{NAME}xine", "routes": ["oral"], "brands": [f"{NAME}brand"], "note": text()}
        ],
        "products.yaml": [
            {"id": "our-product", "name": f"{NAME}tonic", "kind": "supplement", "form": "citrate"}
            | {"compounds": ["citrate"], "unit": text(), "source": "our-label", "low_mg": 1, "high_mg": 1}
            | {"names": [f"{NAME}fizz"], "countries": [text()], "notable": text(), "note": text()}
        ],
        "foods.yaml": [
            {"id": "our-food", "name": text(), "kind": "our-food", "group": "seeds", "portion": text()}
            | {"portion_g": 30, "magnesium_mg": 300, "magnesium_mg_per_100g": 1000, "source": "our-label"}
            | {"source_ref": text(), "confidence": text(), "note": text()}
        ],
        "limits.yaml": {
            "intake_tables": [],
            "uppers": [
                {"id": "our-upper", "body": text(), "region": "us", "year": 2026, "says": text()}
                | {"from_age": 18, "at_most_mg": 90, "sources": cited}
            ],
        },
        "words/conditions.yaml": [{"id": "our-illness", "name": text(), "phrases": ["barfoo syndrome"]}],
    }
