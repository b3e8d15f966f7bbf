"""What `screen` costs: rows a second on each number of cores, and memory against the length of the file.

    python bench/screen.py [--rows 20000] [--times 10] [--jobs 1,2]

Profiles are drawn at random with a fixed seed: three medicines each, as people type them, popular ones
more often (the weight of a name falls with its rank), with ages, kidneys, conditions and regions.
"""

import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from magadvisor import load
from magadvisor.knowledge.load import data_folder

SEED = 20261125
HEAD = ("id", "goals", "age", "sex", "kidney", "digestion", "medicines", "conditions", "taking", "region")
STRENGTHS = ("", " 5 mg", " 10 mg", " 20 mg", " 25 mg", " 50 mg", " 100 mg", " 500 mg", " 50 mcg")
SCHEDULES = ("", "", "", " bid", " once daily", " at night")
KIDNEYS = ("none",) * 12 + ("unknown",) * 4 + ("g1", "g2", "g3a", "g3b", "diagnosed")
CONDITIONS = ("none",) * 4 + ("", "diabetes", "high blood pressure", "asthma", "diabetes;high blood pressure")
MISSPELT = 0.01
TOLD = (
    "input",
    "output",
    "jobs",
    "rows",
    "processor seconds",
    "of them beyond one row",
    "rows a second of one core",
    "MiB, largest process",
)
WATCH = """
import os, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
assert done.returncode in (0, 4), done.stderr.decode()
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_maxrss, used.ru_utime + used.ru_stime)
"""


def profiles(rows: int) -> list[tuple[str, ...]]:
    """Draw profiles; the same number gives the same profiles."""
    draw = random.Random(SEED)
    knowledge = load(data_folder())
    names = list(knowledge.medicines)
    draw.shuffle(names)
    weights = [1 / (rank + 10) for rank in range(len(names))]
    goals = list(knowledge.goals)
    return [
        (
            str(row),
            draw.choice(goals),
            str(draw.randint(18, 95)),
            draw.choice(("female", "male")),
            draw.choice(KIDNEYS),
            draw.choice(("normal", "normal", "sensitive", "loose", "")),
            ";".join(_typed(name, draw) for name in draw.choices(names, weights, k=3)),
            draw.choice(CONDITIONS),
            draw.choice(("none", "none", "", "glycinate 100 mg elemental")),
            draw.choice(("us", "us", "eu", "uk", "")),
        )
        for row in range(rows)
    ]


def _typed(name: str, draw: random.Random) -> str:
    if draw.random() < MISSPELT:
        cut = draw.randrange(len(name))
        name = name[:cut] + name[cut + 1 :]
    return name + draw.choice(STRENGTHS) + draw.choice(SCHEDULES)


def write_csv(path: Path, drawn: list[tuple[str, ...]], times: int = 1) -> None:
    """Write profiles as CSV, `times` over."""
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(HEAD)
        for _ in range(times):
            writer.writerows(drawn)


def write_jsonl(path: Path, drawn: list[tuple[str, ...]]) -> None:
    """Write the same profiles as JSONL."""
    with path.open("w", encoding="utf-8") as stream:
        for row in drawn:
            told: dict[str, object] = {name: cell for name, cell in zip(HEAD, row, strict=True) if cell}
            told["age"] = int(row[HEAD.index("age")])
            for name in ("goals", "digestion", "medicines", "conditions", "taking"):
                if name in told:
                    told[name] = str(told[name]).split(";")
            stream.write(json.dumps(told) + "\n")


def measure(path: Path, output: str, jobs: int) -> tuple[float, float]:
    """Run `screen` on a file; give seconds of all processors, and the most memory of a process in MiB."""
    command = [sys.executable, "-m", "magadvisor", "screen", str(path), "-f", output, "--jobs", str(jobs)]
    done = subprocess.run(
        [sys.executable, "-c", WATCH, *command], stdout=subprocess.PIPE, check=True, text=True
    )
    kib, seconds = done.stdout.split()
    return float(seconds), int(kib) / 1024


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rows", type=int, default=20_000)
    asked.add_argument("--times", type=int, default=10)
    asked.add_argument("--jobs", default=f"1,{os.cpu_count() or 1}")
    told = asked.parse_args()
    drawn = profiles(told.rows)
    with tempfile.TemporaryDirectory() as folder:
        one, many, few, lines = (Path(folder) / name for name in ("1.csv", "n.csv", "0.csv", "1.jsonl"))
        write_csv(few, drawn[:1])
        write_csv(one, drawn)
        write_csv(many, drawn, told.times)
        write_jsonl(lines, drawn[: told.rows // 20])
        start = 0.0
        print(f"| {' | '.join(TOLD)} |")
        print("|---|---|---|---|---|---|---|---|")
        for path, rows, output in (
            (few, 1, "csv"),
            (one, told.rows, "csv"),
            (many, told.rows * told.times, "csv"),
            (lines, told.rows // 20, "csv"),
            (lines, told.rows // 20, "jsonl"),
        ):
            for jobs in (int(number) for number in told.jobs.split(",")):
                seconds, mib = measure(path, output, jobs)
                start = seconds if rows == 1 else start
                beyond = seconds - start
                speed = f"{rows / beyond:,.0f}" if rows > 1 else ""
                told_row = (
                    path.suffix[1:],
                    output,
                    jobs,
                    f"{rows:,}",
                    f"{seconds:.1f}",
                    f"{beyond:.1f}",
                    speed,
                    f"{mib:.0f}",
                )
                print(f"| {' | '.join(str(cell) for cell in told_row)} |", flush=True)


if __name__ == "__main__":
    main()
