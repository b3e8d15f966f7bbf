"""What is said beside the answer: it may be lost, and the answer stays what it is."""

import os
import sys
from contextlib import suppress
from io import UnsupportedOperation
from pathlib import Path
from typing import TextIO


def aside(text: str) -> None:
    """Write to the error stream; one that is full or gone loses the text, and changes nothing else."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        drop(sys.stderr)


def drop(stream: TextIO) -> None:
    """Let what is still to be flushed go nowhere, so that the interpreter ends quietly."""
    with suppress(UnsupportedOperation):  # a stream that is no file of the system's has nothing left behind
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def have_errors_go_somewhere() -> None:
    """Let a closed error stream be one that takes everything and keeps nothing."""
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
