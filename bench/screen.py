"""What `screen` costs: rows a second of one core, and memory against the length of the file.

    python -m bench.screen [PYTHON] [--rows 20000] [--times 10] [--jobs 1,2] [--turns 3]

PYTHON is that of an environment in which the wheel is installed; without one such an environment is made.
Every list is screened in so many turns, and the quickest counts, because the speed of a processor swings.

The profiles are those of a made-up pharmacy, drawn by chance with a fixed seed: three medicines a row out of
1,500 texts as people type them, common ones far more often, with ages, kidneys and conditions. Texts come
again and again, whole rows hardly ever.
"""

import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from bench.measure import machine, table
from bench.start import installed
from magadvisor import load
from magadvisor.knowledge.load import data_folder

SEED = 20261125
HEAD = (
    "id",
    "goals",
    "age",
    "sex",
    "kidney",
    "egfr",
    "digestion",
    "medicines",
    "conditions",
    "taking",
    "region",
)
LISTS = ("goals", "digestion", "medicines", "conditions", "taking")
TEXTS = 1_500
MISSPELT = 0.01
STRENGTHS = ("", " 5 mg", " 10 mg", " 20 mg", " 25 mg", " 50 mg", " 100 mg", " 500 mg", " 50 mcg")
SCHEDULES = ("", "", "", " bid", " once daily", " at night")
KIDNEYS = ("none",) * 4 + ("unknown", "", "g2", "g3a", "diagnosed")
CONDITIONS = (
    "diabetes",
    "high blood pressure",
    "asthma",
    "diabetes;high blood pressure",
    "migraine",
    "heart failure",
)
TAKEN = ("none",) * 8 + ("glycinate 100 mg elemental", "magnesium oxide 400 mg")
HEADINGS = (
    "input",
    "output",
    "jobs",
    "rows",
    "processor seconds",
    "of them beyond one row",
    "rows a second of one core",
    "MiB, largest process",
)
Program = tuple[str, ...]
"""How the program is started."""

WATCH = """
import os, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
assert done.returncode in (0, 4), done.stderr.decode()
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_maxrss, used.ru_utime + used.ru_stime)
"""


def profiles() -> Iterator[tuple[str, ...]]:
    """Draw profiles without end; they are the same in every run."""
    draw = random.Random(SEED)
    knowledge = load(data_folder())
    names = list(knowledge.medicines)
    draw.shuffle(names)
    typed = list(
        dict.fromkeys(_typed(name, draw) for name in draw.choices(names, _falling(names), k=4 * TEXTS))
    )
    typed = typed[:TEXTS]
    falling = _falling(typed)
    goals = list(knowledge.goals)
    row = 0
    while True:
        row += 1
        measured = draw.choice((True, False))
        yield (
            str(row),
            draw.choice(goals),
            str(draw.randint(18, 95)),
            draw.choice(("female", "male")),
            "" if measured else draw.choice(KIDNEYS),
            str(draw.randint(20, 110)) if measured else "",
            draw.choice(("", "", "normal", "sensitive", "loose")),
            ";".join(draw.choices(typed, falling, k=3)),
            draw.choice(CONDITIONS) if draw.random() < 1 / 3 else "none",
            draw.choice(TAKEN),
            draw.choice(("us", "us", "us", "")),
        )


def _falling(texts: list[str]) -> list[float]:
    """Give the second text half the weight of the first, the third a third, as Zipf found of words."""
    return [1 / (place + 1) for place in range(len(texts))]


def _typed(name: str, draw: random.Random) -> str:
    if draw.random() < MISSPELT:
        cut = draw.randrange(len(name))
        name = name[:cut] + name[cut + 1 :]
    return name + draw.choice(STRENGTHS) + draw.choice(SCHEDULES)


def write_csv(path: Path, rows: int) -> None:
    """Write profiles as CSV."""
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(HEAD)
        writer.writerows(islice(profiles(), rows))


def write_jsonl(path: Path, rows: int) -> None:
    """Write the same profiles as JSONL."""
    with path.open("w", encoding="utf-8") as stream:
        for row in islice(profiles(), rows):
            told: dict[str, object] = {name: cell for name, cell in zip(HEAD, row, strict=True) if cell}
            told.update((name, int(str(told[name]))) for name in ("age", "egfr") if name in told)
            told.update((name, str(told[name]).split(";")) for name in LISTS if name in told)
            stream.write(json.dumps(told) + "\n")


def measure(program: Program, path: Path, output: str, jobs: int) -> tuple[float, float]:
    """Run `screen` on a file; give seconds of all processors, and the most memory of a process in MiB."""
    command = (*program, "screen", str(path), "-f", output, "--jobs", str(jobs))
    watched = (sys.executable, "-c", WATCH, *command)
    done = subprocess.run(watched, cwd=path.parent, stdout=subprocess.PIPE, check=True, text=True)
    kib, seconds = done.stdout.split()
    return float(seconds), int(kib) / 1024


def quickest(turns: int, program: Program, path: Path, output: str, jobs: int) -> tuple[float, float]:
    """Measure so many turns; give the seconds of the quickest, and the most memory of all."""
    taken = [measure(program, path, output, jobs) for _ in range(turns)]
    return min(seconds for seconds, _ in taken), max(mib for _, mib in taken)


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("python", nargs="?", type=Path)
    asked.add_argument("--rows", type=int, default=20_000)
    asked.add_argument("--times", type=int, default=10)
    asked.add_argument("--jobs", default=f"1,{os.cpu_count() or 1}")
    asked.add_argument("--turns", type=int, default=3)
    told = asked.parse_args()
    jobs = [int(number) for number in told.jobs.split(",")]
    few, many = told.rows // 20, told.rows * told.times
    with tempfile.TemporaryDirectory() as folder:
        python = told.python or installed(Path(folder))
        program = (str(python.parent / "magadvisor"),)
        sheet, lines = Path(folder) / "profiles.csv", Path(folder) / "profiles.jsonl"
        write_csv(sheet, 1)
        start, _ = quickest(told.turns, program, sheet, "csv", 1)
        rows = []
        for path, output, count in (
            (sheet, "csv", 1),
            (sheet, "csv", told.rows),
            (sheet, "csv", many),
            (lines, "csv", few),
            (lines, "csv", told.rows),
            (lines, "jsonl", few),
        ):
            (write_csv if path is sheet else write_jsonl)(path, count)
            for cores in jobs:
                rows.append([path.suffix[1:], output, str(cores), f"{count:,}"])
                seconds, mib = quickest(told.turns, program, path, output, cores)
                speed = f"{count / (seconds - start):,.0f}" if count > 1 else ""
                rows[-1] += [f"{seconds:.2f}", f"{seconds - start:.2f}", speed, f"{mib:.0f}"]
    print(machine())
    print(table(HEADINGS, rows))


if __name__ == "__main__":
    main()
