"""What is said beside the answer: it may be lost, and the answer stays what it is."""

import os
import sys
from contextlib import suppress
from pathlib import Path


def aside(text: str) -> None:
    """Write to the error stream; one that is full or gone loses the text, and changes nothing else."""
    with suppress(OSError):
        sys.stderr.write(text)
        sys.stderr.flush()


def have_errors_go_somewhere() -> None:
    """Let a closed error stream be one that takes everything and keeps nothing."""
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
