"""Stories: answers as typed, and what must and must not be in the advice; written from a source."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

CASES = Path(__file__).parent.parent / "cases"


@dataclass(frozen=True, slots=True)
class Story:
    """One story; `answers` is a profile document, `expect` what a reader of the source would check."""

    name: str
    source: str
    answers: dict[str, object]
    expect: dict[str, object]
    file: str


def stories() -> Iterator[Story]:
    """Read every story of tests/cases."""
    for path in sorted(CASES.glob("*.yaml")):
        for told in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield Story(told["story"], told["source"], told["answers"], told["expect"], path.name)
