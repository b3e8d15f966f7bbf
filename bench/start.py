"""How long a command takes, as a ratio to bare Python: python -m bench.start PYTHON

PYTHON is that of an environment in which the wheel is installed; without one, a wheel is built and
installed into an environment of its own, which needs a package index.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.measure import TURNS, machine, processes, table

QUERY = ("recommend", "--goal", "sleep", "--kidney", "none", "--med", "levothyroxine")
BARE = "python -I -c pass"


def main() -> None:
    """Measure and print the table."""
    with tempfile.TemporaryDirectory() as folder:
        python = Path(sys.argv[1]) if len(sys.argv) > 1 else installed(Path(folder))
        print(machine())
        print(measured(python, folder))


def measured(python: Path, folder: str, turns: int = TURNS) -> str:
    """Measure every command beside bare Python of the same environment."""
    program = str(python.parent / "magadvisor")
    bare = (str(python), "-I", "-c")
    commands = {
        BARE: (*bare, "pass"),
        "import typer": (*bare, "import typer"),
        "import typer, pydantic, yaml": (*bare, "import typer, pydantic, yaml"),
        "magadvisor --version": (program, "--version"),
        "magadvisor --help": (program, "--help"),
        "magadvisor recommend --help": (program, "recommend", "--help"),
        "recommend, --json": (program, *QUERY, "--json"),
        "recommend, plain": (program, *QUERY),
        "recommend, coloured screen": (program, *QUERY, "-f", "screen", "--color", "always"),
        "recommend, a misspelt name": (program, *QUERY[:-1], "metformn", "--json"),
        "recommend, a condition": (program, *QUERY, "--condition", "diabetes", "--json"),
        "interactions": (program, "interactions", "levothyroxine"),
    }
    taken = processes(commands, turns, folder)
    wall, busy = taken[BARE]
    rows = [
        [
            name,
            f"{taken[name][0] / wall:.1f}",
            f"{taken[name][1] / busy:.1f}",
            f"{1000 * taken[name][0]:.0f} ms",
        ]
        for name in commands
    ]
    return table(("command", "times bare Python", "processor time", "here"), rows)


def installed(folder: Path) -> Path:
    """Build a wheel of this checkout and install it into an environment of its own."""
    checkout = Path(__file__).resolve().parent.parent
    subprocess.run([sys.executable, "-m", "build", "-q", "-w", "-o", folder / "dist", checkout], check=True)
    subprocess.run([sys.executable, "-m", "venv", folder / "env"], check=True)
    python = folder / "env" / "bin" / "python"
    wheel = next((folder / "dist").glob("*.whl"))
    subprocess.run([python, "-m", "pip", "install", "-q", wheel], check=True)
    return python


if __name__ == "__main__":
    main()
