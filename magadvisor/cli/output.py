"""Where an answer goes: a stream or a file, in colour or without, in marks it can show."""

import os
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from magadvisor.cli.exits import Exit, Failure
from magadvisor.inputs import did_you_mean
from magadvisor.model.answers import BadAnswer

FORMATS = ("screen", "plain", "json", "markdown", "html", "csv")
COLOURS = ("auto", "always", "never")
WIDEST = 100
NARROWEST = 20


def width() -> int:
    """Measure the terminal, in columns; 80 where there is none."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((80, 24)).columns))


def ascii_only() -> bool:
    """Say whether the output can show nothing but plain ASCII."""
    return "utf" not in (sys.stdout.encoding or "").lower()


def spoken() -> bool:
    """Say whether a screen reader reads the output: words in rows, nothing drawn, no columns."""
    return os.environ.get("MAGADVISOR_ACCESSIBLE", "0") not in ("", "0")


def coloured(choice: str) -> bool:
    """Decide once whether to colour: the option, then the environment, then the terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR") or os.environ.get("CLICOLOR_FORCE", "0") != "0":
        return True
    dumb = os.environ.get("TERM") == "dumb" or os.environ.get("CLICOLOR") == "0"
    return sys.stdout.isatty() and not dumb


def format_and_colour(format_: str | None, as_json: bool, colour: str, *, in_words: bool) -> tuple[str, bool]:
    """Read the words of --format and --color; the format falls back to what the output can show."""
    colours = coloured(one_of(colour, COLOURS, "--color", "unknown-color"))
    draws = (colours or sys.stdout.isatty()) and not in_words
    return read_format(format_, as_json, FORMATS) or ("screen" if draws else "plain"), colours


def read_format(
    format_: str | None, as_json: bool, formats: tuple[str, ...], short: str = "json"
) -> str | None:
    """Read --format, for one word of which --json is short; two that differ contradict each other."""
    said = None if format_ is None else one_of(format_, formats, "--format", "unknown-format")
    if as_json and said not in (None, "json", short):
        message = "--json and --format contradict each other"
        raise BadAnswer("contradiction", message, "leave one out", "--format")
    return short if as_json else said


def one_of(word: str, words: Sequence[str], where: str, code: str) -> str:
    """Read one of these words, whatever its case; of another say which was meant, or which there are."""
    tidy = " ".join(word.lower().split())
    if tidy in words:
        return tidy
    hint = did_you_mean(tidy, words) or f"use one of {', '.join(words)}"
    raise BadAnswer(code, f"{where}: that is not available", hint, where)


def writable(path: Path, force: bool, option: str = "--output") -> None:
    """Refuse what is no file and what leads to one, and a file that is there unless it may be written over.

    A file is written beside its place and moved there: what stood there, a device too, would be gone.
    """
    try:
        is_link, is_folder, is_file = path.is_symlink(), path.is_dir(), path.is_file()
        is_there = path.exists()
    except (OSError, ValueError):  # a name that no file can have
        message = f"{option} names no file that can be written"
        raise Failure(Exit.INPUT_OUTPUT, "cannot-write", message, "use a shorter name", option) from None
    if is_link or (is_there and not is_file):
        what = "a link" if is_link else "a folder" if is_folder else "something that is no file"
        message = f"{option} names {what}"
        raise Failure(Exit.INPUT_OUTPUT, "not-a-file", message, "name the file itself", option)
    if is_there and not force:
        hint = "use --force to write over it"
        raise Failure(Exit.INPUT_OUTPUT, "file-exists", "the output file is there already", hint, option)


def write_file(path: Path, text: str, force: bool, option: str = "--output") -> None:
    """Write a file whole or not at all, readable by its owner only."""
    writable(path, force, option)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(text)
        draft.replace(path)
    except OSError as wrong:
        reason = wrong.strerror or "it cannot be written"
        message = f"the output file was not written: {reason}"
        raise Failure(Exit.INPUT_OUTPUT, "cannot-write", message, "", option) from None
    finally:
        with suppress(OSError):  # a name that no file can have
            draft.unlink(missing_ok=True)
