"""Make one thing wrong at a time and see whether a test goes red.

python -m tests.mutation.run [--only engine|names|knowledge] [--sample N] [--seed N] [--jobs N]

A change is made in a child process, in the functions or the knowledge that the tests have loaded already,
so that a mutant costs no more than the tests up to the first that fails.
"""

import argparse
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from magadvisor.knowledge import load as loading
from magadvisor.model.knowledge import Knowledge
from tests.mutation import code, facts

LONGEST_SECONDS = 240
ROOT = Path(__file__).parent.parent
_RED = 1

TESTS = {"engine": ("stories", "exhaustive_laws"), "names": ("stories",)}
"""The tests that speak of every module of a part."""

PARTS = ("engine", "names", "knowledge")

OF_KNOWLEDGE = {
    "interaction": ("meet", "examples", "stories"),
    "rule": ("examples", "stories", "exhaustive_laws"),
    "limit": ("figures", "stories", "exhaustive_laws"),
    "question": ("meet", "stories"),
    "phrase": ("phrases", "stories"),
}
"""The tests that speak of a kind of knowledge, the quick ones first."""

OF_MODULE = {
    "day": ("day",),
    "meet": ("meet",),
    "examine": ("examples",),
    "rule_index": ("rule_index",),
    "amounts": ("amounts",),
    "shelf": ("labels",),
    "percentages": ("labels",),
    "convert": ("labels",),
    "shares": ("labels",),
    "portions": ("eating",),
    "foods": ("stories", "eating"),
    "compare": ("compare",),
    "reading": ("compare",),
    "weigh": ("compare",),
    "nearly": ("whatif",),
    "moves": ("whatif",),
    "whatif": ("whatif",),
    "notfirst": ("figures", "stories"),
    "ledger": ("ledger",),
    "quantity": ("taking", "labels"),
    "magnesium": ("taking", "labels"),
    "amount": ("labels",),
    "daily": ("taking",),
    "taking": ("taking",),
    "label": ("labels",),
    **dict.fromkeys(
        ("phrases", "phrase_index", "clauses", "hits", "egfr", "misspelt", "nearest"), ("phrases",)
    ),
    **dict.fromkeys(
        ("find", "name_index", "narrow", "recognise", "routes", "settle", "spelling", "suggest", "tidy"),
        ("names", "meet"),
    ),
}
"""Which tests to try first for a module of the engine or the names."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One wrong thing: where, what, how to make it so, and the tests to try."""

    name: str
    make: Callable[[], None]
    tests: tuple[str, ...]


def mutants(part: str) -> Iterator[Mutant]:
    """Give every mutant of a part."""
    if part == "knowledge":
        known = loading.load(loading.data_folder())
        for change in facts.changes(known):
            yield Mutant(change.what, lambda change=change: change.put(known), OF_KNOWLEDGE[change.kind])  # type: ignore[misc]
        return
    for one in code.changes(part):
        first = OF_MODULE.get(one.module.rpartition(".")[2], ())
        tests = tuple(dict.fromkeys((*first, *TESTS[part])))
        yield Mutant(f"{one.module}:{one.line}: {one.what}", one.apply, tests)


def survives(one: Mutant) -> bool:
    """Say whether no test goes red, in a child process that is thrown away."""
    child = os.fork()
    if child == 0:
        os._exit(_told(one))
    ends = time.monotonic() + LONGEST_SECONDS
    while time.monotonic() < ends:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.05)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False  # what never ends is seen


def _told(one: Mutant) -> int:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    try:
        one.make()
        for name in [name for name in sys.modules if name.startswith("tests.") and "mutation" not in name]:
            del sys.modules[name]
        return int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", *_files(one.tests)]))
    except BaseException:
        return _RED


def _files(tests: Sequence[str]) -> list[str]:
    found = (ROOT / f"test_{name}.py" for name in tests)
    return [str(file) for file in found if file.is_file()]


def _read_once() -> None:
    """Let every test share one knowledge, so that a change in it is seen by all."""
    real = cache(loading.load)

    def load(folder: Path) -> Knowledge:
        return real(folder)

    loading.load = load


def main() -> int:
    """Try a sample of the mutants of each part and list those that nothing noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=PARTS)
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--match", default="", help="only mutants whose name holds this")
    asked = parser.parse_args()
    settings.register_profile("mutation", database=None, derandomize=True, max_examples=20)
    settings.load_profile("mutation")
    _read_once()
    loading.load(loading.data_folder())
    worst = 1.0
    for part in (asked.only,) if asked.only else PARTS:
        every = [one for one in mutants(part) if asked.match in one.name]
        tried = random.Random(asked.seed).sample(every, min(asked.sample, len(every)))
        left = 0
        for number, one in enumerate(tried, 1):
            if survives(one):
                left += 1
                print(f"survived: {one.name}", flush=True)
            if number % 25 == 0:
                print(f"{part}: {number - left} of {number} killed", flush=True)
        share = 1 - left / max(1, len(tried))
        worst = min(worst, share)
        print(f"{part}: {len(tried) - left} of {len(tried)} killed ({share:.0%}); {len(every)} in all")
    return 0 if worst >= 0.9 else 1


if __name__ == "__main__":
    sys.exit(main())
