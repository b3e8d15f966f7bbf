"""The blocks of output in the README, and a way to write them anew: python -m tests.support.readme"""

import contextlib
import io
import os
import re
import shlex
from pathlib import Path
from unittest.mock import patch

from magadvisor.cli.main import run

README = Path(__file__).parent.parent.parent / "README.md"
BLOCK = re.compile(r"(<!-- output: (?P<command>.+?) -->\n)(?P<body>.*?)(<!-- end -->)", re.DOTALL)


def output(command: str) -> str:
    """Run a command line and give what it prints at 80 columns."""
    told = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with patch.dict(os.environ, {"COLUMNS": "80"}), contextlib.redirect_stdout(told):
        run(shlex.split(command))
    told.flush()
    told.seek(0)
    return told.read()


def filled(text: str) -> str:
    """Write every block of a text anew."""

    def block(found: re.Match[str]) -> str:
        command = found["command"]
        return f"{found[1]}```text\n$ magadvisor {command}\n{output(command)}```\n{found[4]}"

    return BLOCK.sub(block, text)


if __name__ == "__main__":
    README.write_text(filled(README.read_text(encoding="utf-8")), encoding="utf-8")
