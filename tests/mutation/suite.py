"""The tests as they are tried on a mutant: collected once, run in children that are thrown away."""

import gc
import os
import pickle
import resource
import signal
import tempfile
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import _lru_cache_wrapper
from hashlib import sha256
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import HealthCheck, settings

from magadvisor.knowledge.place import PACKAGE
from tests.mutation.reach import Marks, Reached

ROOT = Path(__file__).parent.parent
QUICK_SECONDS = 0.3
"""What takes longer waits until all quick tests were green."""
MOST_BYTES = 6_000_000_000

NOT_TRIED = frozenset(
    (
        # They start programs, terminals or browsers, or build: nothing is wrong in those.
        *("ask_lines", "ask_terminal", "compiled", "handout_browser", "privacy", "scale", "screen", "start"),
        # They throw anything at every entrance, or repeat what is recorded, so that any change is seen:
        # that would say nothing about what is proved from the facts.
        *("hostile", "faults", "screens", "readme", "release"),
        # They read files, not answers.
        *("architecture", "broken_knowledge", "kb", "kb_schema", "colour", "look", "help", "record"),
    )
)


class Suite:
    """The collected tests."""

    def __init__(self, items: Sequence[pytest.Item]) -> None:
        """Keep the tests by name."""
        self._items = {item.nodeid: item for item in items}
        self._places = {name: place for place, name in enumerate(self._items)}

    def gather(self, packages: Sequence[str], kept: Path | None) -> dict[str, Reached]:
        """Run every test once and say what each of them reaches; what is kept in a file is not run again."""
        known: dict[str, Reached] = {}
        if kept is not None and kept.is_file():
            known = pickle.loads(kept.read_bytes())
        program = _digest(*sorted(PACKAGE.rglob("*.py")), *sorted((PACKAGE.parent / "data").rglob("*.yaml")))
        of_file = {file: _digest(ROOT.parent / file) for file in {_file(name) for name in self._items}}
        keys = {name: f"{program} {of_file[_file(name)]} {name}" for name in self._items}
        left = [name for name, key in keys.items() if key not in known]
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / "reached"
            child = forked(lambda: self._gathered(packages, left, place))
            os.waitpid(child, 0)
            found: dict[str, Reached] = pickle.loads(place.read_bytes())
        known |= {keys[name]: reached for name, reached in found.items()}
        if kept is not None:
            kept.write_bytes(pickle.dumps(known))
        return {name: known[key] for name, key in keys.items()}

    def ordered(self, names: Collection[str], told: Mapping[str, Reached]) -> list[str]:
        """Put the quick tests first, file by file; then the slow ones, the quickest first."""
        files: dict[str, list[float]] = {}
        for name in names:
            files.setdefault(told[name].file, []).append(told[name].seconds)
        usual = {file: sorted(seconds)[len(seconds) // 2] for file, seconds in files.items()}

        def place(name: str) -> tuple[bool, float, str, float]:
            one = told[name]
            quick = one.seconds < QUICK_SECONDS
            return (not quick, usual[one.file] if quick else one.seconds, one.file, self._places[name])

        return sorted(names, key=place)

    def is_red(self, names: Iterable[str], told: Mapping[str, Reached]) -> str | None:
        """Run tests one after the other and name the first that fails."""
        left = [self._items[name] for name in names]
        for item, following in zip(left, [*left[1:], None], strict=True):
            # Whoever runs into this loops without end; the signal ends the process.
            signal.alarm(int(60 + 20 * told[item.nodeid].seconds))
            if not _passes(item, following):
                return item.nodeid
        return None

    def _gathered(self, packages: Sequence[str], names: Sequence[str], place: Path) -> int:
        marks = Marks(packages)
        told: dict[str, Reached] = {}
        before = ""
        items = [self._items[name] for name in names]
        for item, following in zip(items, [*items[1:], None], strict=True):
            file = _file(item.nodeid)
            if file != before:
                forget()
                before = file
            marks.take()
            began = time.process_time()
            passed = _passes(item, following)
            seconds = time.process_time() - began
            told[item.nodeid] = Reached(file, seconds, passed, marks.take())
        place.write_bytes(pickle.dumps(told))
        return 0


def collected(do: Callable[[Suite], None]) -> None:
    """Collect the tests and hand them to `do`."""
    # A time limit for an example would call a busy machine a red test.
    quiet = list(HealthCheck)
    settings.register_profile(
        "mutation",
        database=None,
        derandomize=True,
        max_examples=20,
        deadline=None,
        suppress_health_check=quiet,
    )
    settings.load_profile("mutation")
    files = [str(one) for one in sorted(ROOT.glob("test_*.py")) if one.stem[len("test_") :] not in NOT_TRIED]
    # Nothing is captured: the children have nowhere to print to.
    pytest.main(
        ["--override-ini=addopts=", "-s", "-p", "no:cacheprovider", "-p", "no:terminal", *files], [_Loop(do)]
    )


class _Loop:
    """Stands in for pytest's own loop over the tests."""

    def __init__(self, do: Callable[[Suite], None]) -> None:
        self._do = do

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self._do(Suite(session.items))
        return True


def forked(do: Callable[[], int]) -> int:
    """Do something in a child that keeps nothing and cannot eat the machine; give its number."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        with tempfile.TemporaryDirectory() as folder:
            os.environ["PYTEST_DEBUG_TEMPROOT"] = folder
            nowhere = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(nowhere, stream)
            resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
            code = do()
    except BaseException:
        code = 1
    finally:
        os._exit(code)


def forget() -> None:
    """Empty everything that the program or a test worked out once and kept; what was read stays."""
    for one in gc.get_objects():
        if isinstance(one, _lru_cache_wrapper) and one.__module__.startswith(("magadvisor.", "tests.")):
            one.cache_clear()


def _file(name: str) -> str:
    return name.partition("::")[0]


def _digest(*files: Path) -> str:
    total = sha256()
    for file in files:
        total.update(file.read_bytes() + b"\0")
    return total.hexdigest()


def _passes(item: pytest.Item, following: pytest.Item | None) -> bool:
    reports = runtestprotocol(item, log=False, nextitem=following)
    return not any(report.failed for report in reports)
