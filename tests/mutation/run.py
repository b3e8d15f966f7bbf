"""Make one thing wrong at a time and see whether a test goes red.

python -m tests.mutation.run [--only PART] [--sample N] [--seed N] [--match TEXT] [--tests FILE,FILE]

A part is `knowledge`, the facts in `data/`, or code: `engine`, `names`, `screening`, `explain`, `reading`,
which reads the knowledge and lays a folder over it, or `beside`, the modules beside the packages.

Every test is run once to see which statements it runs. A change is made in a child process, in the
functions or the records that the tests have loaded already, and only the tests that run the changed
statement are tried, the quick ones first, up to the first that fails.
"""

import argparse
import os
import random
import re
import signal
import sys
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from magadvisor import labels
from magadvisor.indexes import MEDICINES, PHRASES, PRODUCTS, Indexes
from magadvisor.knowledge import load as loading
from magadvisor.model.knowledge import Knowledge
from magadvisor.names import magnesium
from tests.mutation import code, facts
from tests.mutation.reach import Reach, Reached
from tests.mutation.suite import ROOT, Suite, collected, forget, forked

CODE = {
    "engine": "engine",
    "names": "names",
    "screening": "screening",
    "explain": "explain",
    "reading": "knowledge",
    "beside": "",
}
"""The package that a part is; the modules beside the packages are in none."""
PARTS = (*CODE, "knowledge")
LEAST_SHARE = 0.9
RED, GREEN, SAME = 1, 0, 2

OF_PART = {
    "engine": (
        *(
            "figures",
            "amounts",
            "labels",
            "label_lines",
            "hours",
            "ledger",
            "meet",
            "rule_index",
            "what_to_do",
            "examples",
        ),
        *("foods", "whatif", "compare", "day", "interactions", "taking", "screening", "what_follows"),
        *("stories", "eating", "promised_by_count", "cautions"),
    ),
    "names": (
        *(
            "name_index",
            "suggest",
            "names",
            "phrase_index",
            "phrases",
            "labels",
            "label_lines",
            "daily",
            "taking",
            "unheard",
        ),
        *("beside", "settle", "pieces", "profile_lines", "meet", "interactions", "nearest", "claims"),
        "stories",
    ),
    "screening": (
        *("screening", "screening_reading", "screen::test_a_", "screen::test_an_", "screen::test_each"),
        *("screen::test_lines", "screen::test_no_cell", "screen::test_the_", "screen::test_exit"),
    ),
    "explain": ("explain", "kb"),
    "reading": ("overlay", "broken_knowledge", "hostile_knowledge", "compiled", "kb", "kb_schema", "record"),
    "beside": (
        *("eating", "compare", "labels", "label_lines", "amounts", "claims", "plan", "times", "interactions"),
        *("taking", "turned", "names", "phrases", "pasted", "overlay", "profile_lines", "ledger", "stories"),
    ),
}
OF_KNOWLEDGE = {
    "interaction": ("meet", "interactions", "hours", "examples", "figures", "names", "stories"),
    "rule": ("what_follows", "examples", "stories", "eating", "whatif", "ledger"),
    "limit": ("figures", "stories"),
    "question": ("figures", "stories"),
    "phrase": ("phrases::test_what_people_say", "phrases::test_a_text_is_read", "stories"),
}
"""The tests that speak of a part, and of a kind of knowledge, from the facts; the quick ones first.
A file, or the beginning of the tests of a file that can tell.

Left out is what starts programs, what throws anything at every entrance and what repeats what is
recorded, so that any change is seen: that would say nothing about what is proved.
"""


_INDEXES = ("magadvisor.names.name_index", "magadvisor.names.phrase_index", "magadvisor.names.taking")
_ready: dict[str, object] = {}
"""The indexes of names of the shipped knowledge, for every child whose change leaves them as they are."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One wrong thing: its kind, where, what, how to make it so, and the tests to try.

    Tests with a word of `about` in their names are tried before the others. `indexes` says that
    names are looked up otherwise, `same` whether the change made no difference.
    """

    kind: str
    name: str
    make: Callable[[], None]
    tests: Sequence[str]
    about: Sequence[str] = ()
    indexes: bool = False
    same: Callable[[], bool] = bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What to try."""

    parts: Sequence[str]
    sample: int
    seed: int
    match: str
    tests: Sequence[str]
    seconds: float
    jobs: int
    reach: Path | None


def mutants(
    part: str, suite: Suite, told: Mapping[str, Reached], red: Collection[str], asked: Asked
) -> Iterator[Mutant]:
    """Give every mutant of a part with the tests that can see it; what is `red` already sees nothing."""
    if part == "knowledge":
        of_kind = {kind: suite.of_files(files) for kind, files in OF_KNOWLEDGE.items()}
        for change in facts.changes(loading.load(loading.data_folder())):
            tests, phrase = of_kind[change.kind], change.kind == "phrase"
            yield Mutant(change.kind, change.what, change.put, tests, change.about, phrase, change.same)
        return
    reach = Reach(told)
    files = [one for one in suite.of_files(asked.tests or OF_PART[part]) if one not in red]
    indexing = frozenset[str]().union(*map(code.used_by, _INDEXES))
    for one in code.changes(CODE[part]):
        name = f"{one.module}:{one.line}: {one.what}"
        tests = reach.tests((one.module, one.statement), files)
        yield Mutant(part, name, one.apply, tests, indexes=one.module in indexing)


def _files(parts: Sequence[str], tests: Sequence[str]) -> list[str]:
    """Give the names of the test files that are needed for some parts, in the order to try them."""
    if tests:
        return list(dict.fromkeys(name.partition("::")[0] for name in tests))
    needed = [OF_PART[part] for part in parts if part in OF_PART]
    needed += OF_KNOWLEDGE.values() if "knowledge" in parts else ()
    return list(dict.fromkeys(name.partition("::")[0] for names in needed for name in names))


def tried(suite: Suite, asked: Asked) -> float:
    """Try a sample of the mutants of each part, list what nothing noticed, and give the lowest share."""
    began = time.monotonic()
    packages = [package for part, package in CODE.items() if part in asked.parts]
    told = suite.gather(packages, asked.reach, _ready.clear) if packages else {}
    red = [name for name, one in told.items() if not one.passed]
    green = {name: one for name, one in told.items() if one.passed}
    print(f"{len(green)} tests in {time.monotonic() - began:.0f} s", flush=True)
    print("".join(f"red before anything is changed, left out: {name}\n" for name in red), end="", flush=True)
    worst = 1.0
    for part in asked.parts:
        every = [one for one in mutants(part, suite, green, red, asked) if re.search(asked.match, one.name)]
        sample = _sample(every, asked)
        survivors, same = _survivors(suite, sample, green, asked)
        sample = [one for one in sample if one not in same]
        share = 1 - len(survivors) / max(1, len(sample))
        worst = min(worst, share)
        for kind in sorted({one.kind for one in sample}):
            of_kind, left = ([one for one in group if one.kind == kind] for group in (sample, survivors))
            print(f"{kind}: {len(of_kind) - len(left)} of {len(of_kind)} killed")
        told_share = f"{len(sample) - len(survivors)} of {len(sample)} killed ({share:.1%})"
        told_same = f"{len(same)} more made no difference"
        print(f"{part}: {told_share}, {told_same}, seed {asked.seed}; {len(every)} in all")
    print(f"{time.monotonic() - began:.0f} s", flush=True)
    return worst


def _sample(every: Sequence[Mutant], asked: Asked) -> list[Mutant]:
    """Draw as many of each kind, so that the many phrases do not crowd out the few limits."""
    kinds: dict[str, list[Mutant]] = {}
    for one in every:
        kinds.setdefault(one.kind, []).append(one)
    draw = random.Random(asked.seed)
    drawn: list[Mutant] = []
    left = asked.sample
    for place, kind in enumerate(sorted(kinds.values(), key=len)):
        taken = draw.sample(kind, min(len(kind), left // (len(kinds) - place)))
        left -= len(taken)
        drawn += taken
    return drawn


def _survivors(
    suite: Suite, sample: Sequence[Mutant], told: Mapping[str, Reached], asked: Asked
) -> tuple[list[Mutant], list[Mutant]]:
    """Try mutants, several at a time; give those that no test noticed, and those with nothing to notice."""
    running: dict[int, Mutant] = {}
    waiting = list(reversed(sample))
    left: list[Mutant] = []
    same: list[Mutant] = []
    ended = 0
    while waiting or running:
        while waiting and len(running) < asked.jobs:
            following = waiting.pop()
            running[_started(suite, following, told, asked.seconds)] = following
        child, status = os.wait()
        one = running.pop(child)
        ended += 1
        how = os.waitstatus_to_exitcode(status)
        if how == GREEN:
            left.append(one)
            print(f"survived: {one.name} ({len(one.tests)} tests)", flush=True)
        elif how == SAME:
            same.append(one)
            print(f"makes no difference: {one.name}", flush=True)
        elif how != RED:
            print(f"{'never ended' if how == -signal.SIGPROF else f'ended by {how}'}: {one.name}", flush=True)
        if ended % 25 == 0:
            print(f"{ended - len(left) - len(same)} of {ended - len(same)} killed", flush=True)
    return left, same


def _started(suite: Suite, one: Mutant, told: Mapping[str, Reached], seconds: float) -> int:
    def told_by() -> int:
        one.make()
        if one.indexes:
            _ready.clear()
        # What was worked out before the change was made and is kept would hide it.
        forget()
        tests = sorted(one.tests, key=lambda test: not any(word in test for word in one.about))
        return RED if suite.is_red(tests, told, seconds) else SAME if one.same() else GREEN

    return forked(told_by)


def _read_once() -> None:
    """Let every test share one knowledge, so that a change in it is seen by all, and its indexes of names."""
    real, held, shipped = loading.load, dict[Path, Knowledge](), loading.data_folder()
    real_index = magnesium.index

    def load(folder: Path) -> Knowledge:
        if folder not in held:
            held[folder] = real(folder)
        return held[folder]

    def prepared(known: Knowledge) -> Mapping[str, object]:
        return _ready if known is held.get(shipped) else {}

    def index(*given: Any) -> object:
        return _ready.get(PRODUCTS) or real_index(*given)

    fresh = Indexes(load(shipped))
    _ready.update({MEDICINES: fresh.medicines, PHRASES: fresh.phrases, PRODUCTS: fresh.products})
    loading.load = load
    vars(labels)["index"] = index
    Knowledge.prepared = property(prepared)  # type: ignore[assignment,method-assign]


def main() -> int:
    """Try a sample of the mutants of each part; fail where too few are noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=PARTS)
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--match", default="", help="only mutants whose name this pattern fits")
    parser.add_argument("--tests", default="", help="only these files of tests, with commas between")
    parser.add_argument("--seconds", type=float, default=20, help="how long a mutant is tried at most")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--reach", type=Path, help="a file that keeps what the tests run, for the next time")
    given = parser.parse_args()
    parts = (given.only,) if given.only else PARTS
    tests = tuple(filter(None, given.tests.split(",")))
    kept = (given.seconds, given.jobs, given.reach)
    asked = Asked(parts, given.sample, given.seed, given.match, tests, *kept)
    shares: list[float] = []
    _read_once()
    files = [str(ROOT / f"test_{name}.py") for name in _files(parts, tests)]
    collected(files, lambda suite: shares.append(tried(suite, asked)))
    return 0 if shares and shares[0] >= LEAST_SHARE else 1


if __name__ == "__main__":
    sys.exit(main())
