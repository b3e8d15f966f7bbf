"""What a run says on the way and at its end; both go to stderr."""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from io import UnsupportedOperation
from pathlib import Path
from time import monotonic
from typing import BinaryIO

from magadvisor.model.printable import in_ascii, printable
from magadvisor.model.words import Outcome, Severity
from magadvisor.screening.tally import Tally

MOST_NAMES = 10
BAR = 24
_SECONDS_BETWEEN = 0.2


class Progress:
    """A line on a terminal that says how far a run has come; silent anywhere else."""

    def __init__(self, stream: BinaryIO, silent: bool) -> None:
        """Begin; the size of the input is known only of a file."""
        self._stream = stream
        self._silent = silent
        self._records = 0
        self._began = self._shown = monotonic()
        self._size = 0 if silent else _size(stream)

    @classmethod
    @contextmanager
    def on_stderr(cls, stream: BinaryIO, output: Path | None, quiet: bool) -> "Iterator[Progress]":
        """Show progress while a run lasts, where it does not mix with the answers."""
        mixes = output is None and sys.stdout.isatty()
        progress = cls(stream, quiet or mixes or not sys.stderr.isatty())
        try:
            yield progress
        finally:
            progress._clear()

    def show(self, records: int) -> None:
        """Count records, and say so now and then."""
        self._records += records
        now = monotonic()
        if self._silent or now - self._shown < _SECONDS_BETWEEN:
            return
        self._shown = now
        speed = self._records / (now - self._began)
        sys.stderr.write(f"\r\x1b[K{self._bar()}{self._records:,} lines, {speed:,.0f} a second")
        sys.stderr.flush()

    def _bar(self) -> str:
        if not self._size:
            return ""
        part = min(1.0, self._stream.tell() / self._size)
        full = round(part * BAR)
        return f"[{'#' * full}{'.' * (BAR - full)}] {part:4.0%}  "

    def _clear(self) -> None:
        if not self._silent and self._shown > self._began:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def summary(tally: Tally, version: str) -> str:
    """Say what a run came to: outcomes, interactions by severity, and the names that were not recognised."""
    lines = [f"{tally.answered + tally.bad:,} profiles screened with knowledge {version}"]
    lines.append(f"  outcomes      {_counts(tally.outcomes, tuple(Outcome)) or 'none'}")
    if tally.bad:
        lines.append(f"  errors        {tally.bad:,}; each stands in its line of the output")
    lines.append(f"  interactions  {_counts(tally.severities, tuple(Severity)[::-1]) or 'none'}")
    if tally.not_checked:
        lines.append(f"  not checked   {tally.not_checked:,}: {_names(tally)}")
    return "\n".join(lines) + "\n"


def _counts(counted: Counter[str], words: tuple[str, ...]) -> str:
    return ", ".join(f"{word} {counted[word]:,}" for word in words if counted[word])


def _names(tally: Tally) -> str:
    """List the names most often not recognised; of a very long list the counts may be too low."""
    most = sorted(tally.names.items(), key=lambda one: (-one[1], one[0]))[:MOST_NAMES]
    least = "at least " if tally.forgot else ""
    told = ", ".join(f"{in_ascii(printable(name))} ({least}{count:,})" for name, count in most)
    return f"{told}{', ...' if len(tally.names) > len(most) else ''}"


def _size(stream: BinaryIO) -> int:
    try:
        return os.fstat(stream.fileno()).st_size if stream.seekable() else 0
    except (OSError, UnsupportedOperation):
        return 0
