"""How things are measured: side by side in one run, the middle of many turns."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

TURNS = 15
ADDITIONS = 1_000_000


def processes(
    commands: Mapping[str, Sequence[str]], turns: int, folder: str
) -> dict[str, tuple[float, float]]:
    """Run whole processes in turns; give the middle of each one's wall and processor seconds."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(turns):
        for name, command in commands.items():
            taken[name].append(_process(command, folder))
    return {
        name: (median(wall for wall, _ in each), median(busy for _, busy in each))
        for name, each in taken.items()
    }


def per_second(work: Callable[[], object], count: int, turns: int = 5) -> float:
    """Say how many of `count` things a call does in a second of one core; the best turn counts."""
    best = float("inf")
    for _ in range(turns):
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    return count / best


def in_turns(works: Mapping[str, tuple[Callable[[], object], int]], turns: int) -> dict[str, float]:
    """Say how many things each work does in a second of one core, given how many a call does.

    All are tried in turns and the best of each counts, because the speed of a processor swings.
    """
    best = dict.fromkeys(works, 0.0)
    for _ in range(turns):
        for name, (work, count) in works.items():
            best[name] = max(best[name], per_second(work, count, turns=1))
    return best


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a table as Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def machine() -> str:
    """Say what a run was measured on, and how quick that is at adding numbers."""
    version = ".".join(map(str, sys.version_info[:3]))
    loop = 1000 * ADDITIONS / per_second(_add, ADDITIONS)
    return (
        f"Python {version}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, "
        f"a million additions in {loop:.0f} ms"
    )


def _add() -> None:
    total = 0
    for number in range(ADDITIONS):
        total += number


def _process(command: Sequence[str], folder: str) -> tuple[float, float]:
    before = _busy()
    begin = time.perf_counter()
    subprocess.run(command, cwd=folder, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall = time.perf_counter() - begin
    return wall, _busy() - before


def _busy() -> float:
    """Give the processor seconds of all processes that were started and have ended."""
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
