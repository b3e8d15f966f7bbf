"""The files of a knowledge folder: each is found, and is read whole, without waiting and within bounds."""

import os
from collections.abc import Iterator
from errno import EFBIG, EINVAL
from pathlib import Path

LONGEST = 1_000_000
"""Bytes of a knowledge file beyond which it is not read; the longest shipped one has a sixth of them."""


def contents(path: Path) -> bytes:
    """Read a file whole; raise OSError for what is no file, and for what is longer than any needs to be."""
    if not path.is_file():  # a pipe would wait for a writer, and a device might never end
        raise OSError(EINVAL, "it is no file", str(path))
    with path.open("rb") as stream:
        read = stream.read(LONGEST + 1)
    if len(read) > LONGEST:
        raise OSError(EFBIG, f"it is longer than {LONGEST:,} bytes", str(path))
    return read


def everything(folder: Path) -> Iterator[Path]:
    """Give everything in a folder, in order, following no link; raise OSError for what cannot be read."""
    for path in sorted(Path(one.path) for one in os.scandir(folder)):
        yield path
        if path.is_dir() and not path.is_symlink():
            yield from everything(path)
