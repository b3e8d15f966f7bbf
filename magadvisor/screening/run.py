"""Lines in, lines out, in their order, on one core or many, in little memory."""

import gc
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import connection, parent_process
from os import _exit
from threading import Thread, Timer

from magadvisor.model.knowledge import Knowledge
from magadvisor.screening.desk import Desk, Done, Task
from magadvisor.screening.lines import Record
from magadvisor.stopping import STOPS

ROWS_A_CHUNK = 512
DOCUMENTS_A_CHUNK = 16
"""Advice documents are long; so many of them at a time keep memory small on many cores."""

_MOST_BYTES = 262_144
_AHEAD = 2
"""Chunks for each core that are read before they are needed."""

_GRACE_SECONDS = 2.0
"""How long a helping process that is asked to end may write: who reads half a chunk waits for the rest."""

_GONE = 1
_desks: list[Desk] = []
"""The desk of a helping process: a forked one inherits it with all it remembers, another makes its own."""


Load = Callable[[], Knowledge]
"""Reads the knowledge again, for a process that does not inherit it."""


def screened(
    records: Iterator[Record], knowledge: Knowledge, load: Load, task: Task, jobs: int
) -> Generator[Done]:
    """Screen records chunk by chunk; what fits into one chunk needs no second process."""
    chunks = _chunks(records, ROWS_A_CHUNK if task.as_csv else DOCUMENTS_A_CHUNK)
    desk = Desk(knowledge, task)
    yield from map(desk.screen, islice(chunks, 1))
    second = list(islice(chunks, 1))
    if second and jobs > 1:
        yield from _on_cores(chain(second, chunks), desk, (load, task), jobs)
    else:
        yield from map(desk.screen, chain(second, chunks))


def _on_cores(
    chunks: Iterable[list[Record]], desk: Desk, needs: tuple[Load, Task], jobs: int
) -> Iterator[Done]:
    gc.freeze()  # what is there now is shared with the other processes; the collector must not touch it
    _desks.append(desk)
    waiting: deque[Future[Done]] = deque()
    pool = ProcessPoolExecutor(jobs, initializer=_sit_down, initargs=needs)
    try:
        for chunk in chunks:
            with _undisturbed():
                waiting.append(pool.submit(_screen, chunk))
            if len(waiting) > _AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        _desks.clear()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let a signal wait: one that came while processes start would leave some of them without anybody."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _sit_down(load: Load, task: Task) -> None:
    """Begin in a helping process: only the first process hears a terminal, and none outlives it."""
    for one in STOPS:
        signal.signal(one, _end_soon if one is signal.SIGTERM else signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)
    if not _desks:
        _desks.append(Desk(load(), task))
    Thread(target=_leave_together, daemon=True).start()


def _end_soon(*_: object) -> None:
    """End, but not in the middle of a chunk; if the first process is asked too, it ends this one before."""
    end = Timer(_GRACE_SECONDS, _exit, (_GONE,))
    end.daemon = True
    end.start()


def _leave_together() -> None:
    first = parent_process()
    if first is not None:
        connection.wait([first.sentinel])
        _exit(_GONE)


def _screen(chunk: list[Record]) -> Done:
    return _desks[0].screen(chunk)


def _chunks(records: Iterator[Record], most: int) -> Iterator[list[Record]]:
    """Gather records up to a number or a size."""
    chunk: list[Record] = []
    size = 0
    for record in records:
        chunk.append(record)
        size += len(record[1])
        if len(chunk) >= most or size >= _MOST_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
