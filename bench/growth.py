"""What grows with the knowledge, and with a list of profiles: python -m bench.growth

Rules, medicines, interactions and foods are taken ten times, each copy under a name of its own. The
copies of rules are about other conditions, as new rules mostly are, or hold whenever the first do.
What grows with a list of profiles is the memory of `screen`, told beyond what a list of one needs.
"""

import shutil
import sys
import tempfile
from collections.abc import Mapping
from compileall import compile_dir
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from bench.measure import in_turns, machine, processes, table
from bench.profiles import profiles
from bench.screen import Program, measure, write_csv
from magadvisor.engine.settle import settle
from magadvisor.indexes import prepare
from magadvisor.knowledge.compile import compiled
from magadvisor.knowledge.load import data_folder, load
from magadvisor.knowledge.place import COMPILED, PACKAGE
from magadvisor.model.knowledge import Knowledge
from magadvisor.model.profile import Profile
from magadvisor.model.rule import Rule, When

T = TypeVar("T")

TEN = 10
PROFILES = 1_000
TURNS = 11
LISTS = (20_000, 200_000, 600_000)
HEADINGS = (
    "what grows",
    "time of a decision",
    "start of a query, times bare Python",
    "memory of `screen` beyond its start, MiB",
)
QUERY = ("recommend", "--goal", "sleep", "--kidney", "none", "--med", "levothyroxine", "--json")


def main() -> None:
    """Measure and print the table."""
    knowledge = load(data_folder())
    known = profiles(knowledge, PROFILES)
    same = _grown(knowledge, TEN)
    grown = {
        "as it is": knowledge,
        "ten times, other rules": replace(same, rules=_about_others(same.rules, knowledge.rules)),
        "ten times, rules that hold ten times as often": same,
    }
    decisions = _decisions(known, list(grown.values()))
    with tempfile.TemporaryDirectory() as folder:
        programs = [_laid_out(each, Path(folder) / str(place)) for place, each in enumerate(grown.values())]
        starts = _starts(programs, folder)
        memory = _memory(programs[0], Path(folder) / "profiles.csv")
    print(machine())
    rows = [
        [
            f"{name}: {len(more.rules):,} rules, {len(more.medicines):,} medicines",
            f"{decisions[0] / speed:.2f}",
            f"{start:.2f}",
            "",
        ]
        for (name, more), speed, start in zip(grown.items(), decisions, starts, strict=True)
    ]
    rows += [[f"a list of {count:,} profiles", "", "", f"{mib:.0f}"] for count, mib in memory.items()]
    print(table(HEADINGS, rows))


def _decisions(known: list[Profile], grown: list[Knowledge]) -> list[float]:
    """Say how many decisions are taken a second with each knowledge."""
    works = {
        str(place): (partial(_settle, known, knowledge), len(known)) for place, knowledge in enumerate(grown)
    }
    return list(in_turns(works, TURNS).values())


def _settle(known: list[Profile], knowledge: Knowledge) -> None:
    for one in known:
        settle(one, knowledge)


def _memory(program: Program, path: Path) -> dict[int, float]:
    """Screen lists of some lengths on one core; give the most memory of each, beyond that of one row."""
    most = {}
    for count in (1, *LISTS):
        write_csv(path, count)
        _, most[count] = measure(program, path, "csv", 1)
    return {count: most[count] - most[1] for count in LISTS}


def _grown(knowledge: Knowledge, times: int) -> Knowledge:
    """Take the knowledge several times; the copies of rules name no interaction or medicine of the first."""
    return replace(
        knowledge,
        rules=_copies(knowledge.rules, times, "id"),
        interactions=_copies(knowledge.interactions, times, "id"),
        medicines=_copies(knowledge.medicines, times, "name"),
        foods=_copies(knowledge.foods, times, "id"),
    )


def _about_others(rules: Mapping[str, Rule], first: Mapping[str, Rule]) -> dict[str, Rule]:
    """Let every rule that is a copy be about a condition of its own."""
    return {
        name: rule if name in first else replace(rule, when=When(conditions=(f"of-{name}",)))
        for name, rule in rules.items()
    }


def _copies(first: Mapping[str, T], times: int, key: str) -> dict[str, T]:
    copies = dict(first)
    for number in range(1, times):
        for name, one in first.items():
            copies[f"{name}-{number}"] = replace(one, **{key: f"{name}-{number}"})  # type: ignore[type-var]
    return copies


def _laid_out(knowledge: Knowledge, folder: Path) -> Program:
    """Lay the program out as a wheel would, with some knowledge, and say how it is started."""
    package = folder / "magadvisor"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(data_folder(), package / "data")
    (package / COMPILED).write_bytes(compiled(knowledge, prepare(knowledge), package / "data"))
    compile_dir(package, quiet=1)
    start = f"import sys; sys.path.insert(0, {str(folder)!r}); from magadvisor.__main__ import main; main()"
    return sys.executable, "-P", "-c", start


def _starts(programs: list[Program], folder: str) -> list[float]:
    """Say how many times the processor time of bare Python a query takes with each program."""
    asked = {str(place): (*program, *QUERY) for place, program in enumerate(programs)}
    taken = processes({"bare": (sys.executable, "-I", "-c", "pass"), **asked}, TURNS, folder)
    return [taken[name][1] / taken["bare"][1] for name in asked]


if __name__ == "__main__":
    main()
