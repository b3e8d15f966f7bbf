"""Lines go out whole: to the output as they come, or to a file that is there only when all of them are."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from types import FrameType
from typing import Protocol

from magadvisor.cli.exits import Exit, Failure
from magadvisor.cli.output import writable
from magadvisor.stopping import STOPS, heard_by

_FULL_PIPE_SECONDS = 0.01


class Sink(Protocol):
    """Where bytes go; it may take fewer than it was given."""

    def write(self, text: memoryview, /) -> int | None:
        """Take bytes, and say how many."""


class WholeLines:
    """Writes blocks of whole lines; a block that has begun is finished before anything stops."""

    def __init__(self, sink: Sink, handle: int | None) -> None:
        """Write to a sink; `handle` is its file number, if it has one."""
        self._sink = sink
        self._handle = handle
        self._writing = False
        self._stopped = False

    def write(self, block: bytes) -> None:
        """Write a block, or as many of its whole lines as there is room for, and fail."""
        self._writing = True
        written = 0
        try:
            while written < len(block):
                taken = self._sink.write(memoryview(block)[written:])
                written += taken or 0
                if taken is None:
                    sleep(_FULL_PIPE_SECONDS)
        except BrokenPipeError:
            raise
        except OSError as wrong:
            self._cut(written - block.rfind(b"\n", 0, written) - 1)
            raise _not_written(wrong) from None
        finally:
            self._writing = False
        if self._stopped:
            raise KeyboardInterrupt

    def stop(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002
        """Stop now, or behind the block that is being written; a second time stops at once."""
        if self._writing and not self._stopped:
            self._stopped = True
        else:
            raise KeyboardInterrupt

    def _cut(self, surplus: int) -> None:
        """Take back the part of a line that a full disk left; what went down a pipe cannot be taken back."""
        if self._handle is None or not surplus:
            return
        try:
            end = os.lseek(self._handle, -surplus, os.SEEK_CUR)
            os.ftruncate(self._handle, end)
        except OSError:
            return


@contextmanager
def whole_lines(path: Path | None, force: bool) -> Iterator[WholeLines]:
    """Open the output, or a draft that becomes the file when everything was written."""
    if path is None:
        lines = WholeLines(*_standard_output())
        with heard_by(lines.stop, STOPS):
            yield lines
        return
    draft, handle = _draft_of(path, force)
    try:
        with os.fdopen(handle, "wb", buffering=0) as stream:
            lines = WholeLines(stream, handle)
            with heard_by(lines.stop, STOPS):
                yield lines
        _become(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _standard_output() -> tuple[Sink, int | None]:
    """Give the output below its buffer, so that what was written is known to the byte."""
    sys.stdout.flush()
    buffered = sys.stdout.buffer
    sink: Sink = getattr(buffered, "raw", buffered)
    try:
        handle = sys.stdout.fileno()
    except OSError:
        return sink, None
    return sink, handle if stat.S_ISREG(os.fstat(handle).st_mode) else None


def _draft_of(path: Path, force: bool) -> tuple[Path, int]:
    """Begin a draft beside the file, readable by its owner only."""
    writable(path, force)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        return draft, os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as wrong:
        raise _not_written(wrong) from None


def _become(draft: Path, path: Path) -> None:
    try:
        draft.replace(path)
    except OSError as wrong:
        raise _not_written(wrong) from None


def _not_written(wrong: OSError) -> Failure:
    reason = wrong.strerror or "it cannot be written"
    return Failure(Exit.INPUT_OUTPUT, "cannot-write", f"the output was not written: {reason}")
