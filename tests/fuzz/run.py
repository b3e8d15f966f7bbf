"""Fuzz one target, guided by what it covers: python -m tests.fuzz.run TARGET --seconds 180

Needs `atheris`, which no test needs. An input that breaks a law ends the run and is kept beside the corpus.
"""

import argparse
import sys
from importlib import import_module
from pathlib import Path
from tempfile import gettempdir

TARGETS = ("names", "profiles", "knowledge", "times", "labels", "rows", "written")
LONGEST = 4_096
MOST_MIB = 1_536
SLOWEST_SECONDS = 60


def main(arguments: list[str]) -> None:
    """Begin with the seeds and go on until the time is over or a law is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=180)
    parser.add_argument("--corpus", type=Path, default=Path(gettempdir()) / "magadvisor-fuzz")
    chosen = parser.parse_args(arguments)
    corpus = chosen.corpus / chosen.target
    corpus.mkdir(parents=True, exist_ok=True)

    import atheris

    with atheris.instrument_imports(include=["magadvisor"]):
        target = import_module("tests.fuzz.targets").TARGETS[chosen.target]
        seeds = import_module("tests.fuzz.seeds").SEEDS[chosen.target]
        for place, seed in enumerate(seeds):
            target(seed)  # what is imported late is instrumented too
            (corpus / f"seed-{place}").write_bytes(seed)
    options = {
        "max_total_time": chosen.seconds,
        "max_len": LONGEST,
        "rss_limit_mb": MOST_MIB,
        "timeout": SLOWEST_SECONDS,
        "artifact_prefix": f"{chosen.corpus}/{chosen.target}-",
        "print_final_stats": 1,
    }
    atheris.Setup(
        [sys.argv[0], *(f"-{name}={value}" for name, value in options.items()), str(corpus)], target
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
