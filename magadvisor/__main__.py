"""Run the program, as `magadvisor` or as `python -m magadvisor`."""

import gc
import os
import signal
import sys
from contextlib import suppress
from typing import NoReturn

STOPPED = 130


def main() -> None:
    """Run the program and leave with its exit code; no answer is ever in an error."""
    try:
        _hear_polite_ends()
        code = _run()
    except KeyboardInterrupt:  # while the program was still being read, or a second time
        with suppress(OSError, AttributeError):
            sys.stderr.write("magadvisor: stopped; nothing was saved\n")
        code = STOPPED
    _leave(code)


def _hear_polite_ends() -> None:
    """Let an end that is asked for, or a terminal that goes away, end a command as Ctrl-C does."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)


def _run() -> int:
    # A start makes much and throws nothing away, and what is there at the end goes with the process:
    # looking for garbage at either time costs a query a fifth of its time and finds none.
    gc.disable()
    from magadvisor.cli.main import run

    gc.freeze()
    gc.set_threshold(_MADE_BETWEEN_LOOKS)
    gc.enable()
    code = run(sys.argv[1:])
    gc.disable()
    gc.freeze()
    return code


_MADE_BETWEEN_LOOKS = 50_000


def _leave(code: int) -> NoReturn:
    """Leave at once; taking everything apart first costs a query some of its time.

    What was written is written out. Whoever used processes or an event loop leaves as Python does.
    """
    if not sys.modules.keys().isdisjoint(_ENDS_ITSELF):
        sys.exit(code)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with suppress(OSError, ValueError):
                stream.flush()
    os._exit(code)


_ENDS_ITSELF = frozenset({"asyncio", "concurrent.futures", "logging", "multiprocessing"})
"""Modules that have something to do at the end."""

if __name__ == "__main__":
    main()
