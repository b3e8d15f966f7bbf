"""`magadvisor screen`: many profiles, one advice line each."""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from magadvisor.cli.aside import aside
from magadvisor.cli.exits import Exit, Failure
from magadvisor.cli.flags import Force, Knowledge, Output

READ_AS = ("jsonl", "csv")
WRITE_AS = ("jsonl", "json", "csv")
_ENDINGS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".csv": "csv"}
_BUFFER = 262_144

MOST_JOBS = 256


def screen(
    file: Annotated[
        str, typer.Argument(metavar="FILE|-", help="Profiles as JSONL or CSV; - is standard input.")
    ],
    read_as: Annotated[
        str | None,
        typer.Option("--from", help="jsonl or csv; else the file's ending or its first line says."),
    ] = None,
    format_: Annotated[
        str | None, typer.Option("--format", "-f", help="jsonl (whole advice documents) or csv (flat rows).")
    ] = None,
    json_: Annotated[bool, typer.Option("--json", help="Short for --format jsonl.")] = False,
    output: Output = None,
    force: Force = False,
    jobs: Annotated[
        str | None, typer.Option("--jobs", "-j", help="How many cores to use; all of them if left out.")
    ] = None,
    knowledge: Knowledge = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Leave with 0 instead of 4.")] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No summary; the caveat stays in each line.")
    ] = False,
) -> int:
    """Screen many profiles; a line that cannot be answered becomes an error and stops nothing."""
    from magadvisor.cli.knowledge import knowledge_for
    from magadvisor.cli.output import one_of, read_format
    from magadvisor.cli.screen_report import Progress, summary
    from magadvisor.cli.whole_lines import whole_lines
    from magadvisor.screening.desk import head
    from magadvisor.screening.opening import opened
    from magadvisor.screening.run import screened
    from magadvisor.screening.tally import Tally

    cores = _cores(jobs)
    written = read_format(format_, json_, WRITE_AS, "jsonl")
    how = None if read_as is None else one_of(read_as, READ_AS, "--from", "unknown-format")
    tally = Tally()
    with _told(output), _opened(file) as stream:
        records, task = opened(stream, how or _ENDINGS.get(Path(file).suffix.lower()), written == "csv")
        load = partial(knowledge_for, knowledge)
        known = load()
        with whole_lines(output, force) as lines, Progress.on_stderr(stream, output, quiet) as progress:
            lines.write(head(task))
            with closing(screened(records, known, load, task, cores)) as chunks:
                for done in chunks:
                    lines.write(done.text)
                    tally.add(done.tally)
                    progress.show(done.records)
    if not quiet:
        aside(summary(tally, known.meta.version))
    return Exit.ANSWERED if exit_zero or tally.complete else Exit.NOT_ALL_CHECKED


def _cores(jobs: str | None) -> int:
    """Read how many cores to use; without a number all that this process may use."""
    import os

    from magadvisor.inputs import read_count

    if jobs is not None:
        return read_count(jobs, MOST_JOBS, "--jobs")
    usable = getattr(os, "sched_getaffinity", None)
    return min(MOST_JOBS, len(usable(0)) if usable else os.cpu_count() or 1)


@contextmanager
def _opened(file: str) -> Iterator[BinaryIO]:
    if file == "-":
        if sys.stdin is None:
            raise Failure(Exit.INPUT_OUTPUT, "cannot-read", "there is no input to read", "", "FILE")
        yield sys.stdin.buffer
        return
    with Path(file).open("rb", buffering=_BUFFER) as stream:
        yield stream


@contextmanager
def _told(output: Path | None) -> Iterator[None]:
    """Tell what ends a run: what cannot be read on, and the person, who may want to know what is left."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as wrong:
        reason = wrong.strerror or "it cannot be read"
        message = f"the profiles were not read: {reason}"
        raise Failure(Exit.INPUT_OUTPUT, "cannot-read", message, "", "FILE") from None
    except KeyboardInterrupt:
        left = "the lines that were written are whole" if output is None else "nothing was saved"
        raise Failure(Exit.STOPPED, "stopped", f"stopped; {left}") from None
