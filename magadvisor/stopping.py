"""What ends a run before its end, and who hears it meanwhile."""

import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import FrameType

POLITE = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""An end that is asked for, and a terminal that goes away."""

STOPS = (signal.SIGINT, *POLITE)
"""Every end, Ctrl-C too."""


@contextmanager
def heard_by(handler: Callable[[int, FrameType | None], None], numbers: Iterable[int]) -> Iterator[None]:
    """Let a handler hear these signals, and give them back; what was ignored stays ignored."""
    before = {one: signal.getsignal(one) for one in numbers}
    heard = [one for one, earlier in before.items() if earlier is not signal.SIG_IGN]
    for one in heard:
        signal.signal(one, handler)
    try:
        yield
    finally:
        for one in heard:
            signal.signal(one, before[one])
