"""The command reference docs/cli.md, and a way to write it anew: python -m tests.support.cli_page"""

import contextlib
import io
import os
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import typer

from magadvisor.cli.commands import COMMANDS, Commands
from magadvisor.cli.exits import Exit
from magadvisor.cli.main import app, run

PAGE = Path(__file__).parent.parent.parent / "docs" / "cli.md"
MEANING = {
    Exit.ANSWERED: "answered; everything listed was checked",
    Exit.INPUT_OUTPUT: "reading or writing failed",
    Exit.USAGE: "wrong usage, an unknown word or an invalid document; nothing was answered",
    Exit.NO_SUPPLEMENT: "answered, but no supplement is suggested",
    Exit.NOT_ALL_CHECKED: "answered, but something listed could not be checked",
    Exit.KNOWLEDGE: "the knowledge base is missing or invalid",
    Exit.FAULT: "a fault of the program",
    Exit.STOPPED: "stopped by the person; nothing was saved",
}


def help_of(*words: str) -> str:
    """Give the help of a command, at 80 columns."""
    told = io.StringIO()
    with patch.dict(os.environ, {"COLUMNS": "82", "TERM": "dumb"}), contextlib.redirect_stdout(told):
        run([*words, "--help"])
    return "\n".join(line.rstrip() for line in told.getvalue().strip().splitlines()) + "\n"


def commands() -> Iterator[tuple[str, ...]]:
    """List every command of the table, and the commands inside those that have some."""
    root = typer.main.get_command(app)
    assert isinstance(root, Commands)
    for name in COMMANDS:
        yield (name,)
        inner = getattr(root.get_command(None, name), "commands", {})
        yield from ((name, one) for one in inner)


def reference() -> str:
    """Write the whole page."""
    parts = [
        "# The command line\n",
        "Every command with its options and examples. The program writes this page itself.\n",
        f"```text\n{help_of()}```\n",
        *(f"## {' '.join(words)}\n\n```text\n{help_of(*words)}```\n" for words in commands()),
        "## Exit codes\n",
        "\n".join(["| code | meaning |", "|---|---|", *(f"| {code} | {MEANING[code]} |" for code in Exit)])
        + "\n",
    ]
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(reference(), encoding="utf-8")
