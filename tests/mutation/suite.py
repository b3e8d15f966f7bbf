"""The tests as they are tried on a mutant: collected once, run in children that are thrown away."""

import gc
import os
import pickle
import resource
import signal
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import _lru_cache_wrapper
from hashlib import sha256
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol
from hypothesis.internal.detection import is_hypothesis_test

from magadvisor.knowledge.place import PACKAGE
from tests.mutation.reach import Marks, Reached

ROOT = Path(__file__).parent.parent
CASES_SECONDS = 15.0
"""Once the cases of a test have taken this long, its further cases are not tried."""
MOST_BYTES = 6_000_000_000


class Suite:
    """The collected tests."""

    def __init__(self, items: Sequence[pytest.Item]) -> None:
        """Keep the tests by name; those that throw anything at the program prove no fact, and take long."""
        self._items = {item.nodeid: item for item in items if not _throws_anything(item)}

    def gather(
        self, packages: Sequence[str], kept: Path | None, before: Callable[[], None]
    ) -> dict[str, Reached]:
        """Run every test once, after `before`, and say what each of them reaches.

        What passed and is kept is not run again.
        """
        known: dict[str, Reached] = {}
        if kept is not None and kept.is_file():
            stored: dict[str, Reached] = pickle.loads(kept.read_bytes())
            known = {key: one for key, one in stored.items() if one.passed}
        program = _digest(*sorted(PACKAGE.rglob("*.py")), *sorted((PACKAGE.parent / "data").rglob("*.yaml")))
        of_file = {file: _digest(ROOT.parent / file) for file in {_file(name) for name in self._items}}
        keys = {name: f"{program} {of_file[_file(name)]} {name}" for name in self._items}
        left = [name for name, key in keys.items() if key not in known]
        spent = defaultdict[str, float](float)
        for name in self._items.keys() - left:
            spent[_test(name)] += known[keys[name]].seconds
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / "reached"

            def told() -> int:
                before()
                return self._gathered(packages, left, spent, place)

            child = forked(told)
            os.waitpid(child, 0)
            found: dict[str, Reached] = pickle.loads(place.read_bytes())
        known |= {keys[name]: reached for name, reached in found.items()}
        if kept is not None:
            kept.write_bytes(pickle.dumps(known))
        return {name: known[key] for name, key in keys.items() if key in known}

    def of_files(self, names: Iterable[str]) -> list[str]:
        """Give the tests of some files, or those of a file that begin so, in that order."""
        of_file: dict[str, list[str]] = defaultdict(list)
        for item in self._items:
            of_file[_file(item)].append(item)
        asked = [(f"tests/test_{file}.py", of) for file, _, of in (name.partition("::") for name in names)]
        return [item for file, of in asked for item in of_file[file] if item.startswith(f"{file}::{of}")]

    def is_red(self, names: Iterable[str], told: Mapping[str, Reached], seconds: float) -> bool:
        """Run tests one after the other until one fails or the time is over; say whether one failed."""
        left = [self._items[name] for name in names]
        longest = defaultdict[str, float](float)
        for name, one in told.items():
            longest[_test(name)] = max(longest[_test(name)], one.seconds)
        until = time.process_time() + seconds
        for item, following in zip(left, [*left[1:], None], strict=True):
            if told:
                # Whoever runs into this loops without end; the signal ends the process.
                signal.setitimer(signal.ITIMER_PROF, 5 + 20 * longest[_test(item.nodeid)])
            if not _passes(item, following):
                return True
            if time.process_time() > until:
                return False
        return False

    def _gathered(
        self, packages: Sequence[str], names: Sequence[str], spent: defaultdict[str, float], place: Path
    ) -> int:
        marks = Marks(packages)
        told: dict[str, Reached] = {}
        before = ""
        items = [self._items[name] for name in names]
        for item, following in zip(items, [*items[1:], None], strict=True):
            file, test = _file(item.nodeid), _test(item.nodeid)
            if spent[test] > CASES_SECONDS:
                continue
            if file != before:
                forget()
                before = file
            # The test before may have been told that one follows which is not run.
            item.session._setupstate.teardown_exact(item)
            marks.take()
            began = time.process_time()
            passed = _passes(item, following)
            seconds = time.process_time() - began
            spent[test] += seconds
            told[item.nodeid] = Reached(file, seconds, passed, marks.take())
        place.write_bytes(pickle.dumps(told))
        return 0


def collected(files: Collection[str], do: Callable[[Suite], None]) -> None:
    """Collect the tests of some files and hand them to `do`."""
    # Nothing is captured: the children have nowhere to print to. Why a test fails is not worked out.
    options = ("--override-ini=addopts=", "-s", "--assert=plain")
    pytest.main([*options, "-p", "no:cacheprovider", "-p", "no:terminal", *files], [_Loop(do)])


class _Loop:
    """Stands in for pytest's own loop over the tests."""

    def __init__(self, do: Callable[[Suite], None]) -> None:
        self._do = do

    def pytest_configure(self, config: pytest.Config) -> None:
        """Ask for no traceback: to write one takes longer than most tests."""
        config.option.tbstyle = "no"

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self._do(Suite(session.items))
        return True


def forked(do: Callable[[], int]) -> int:
    """Do something in a child that keeps nothing and cannot eat the machine; give its number."""
    # What is there already is garbage for no child, and to look through it would copy it.
    gc.freeze()
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
    gc.unfreeze()
    for one in gc.get_objects():
        if isinstance(one, _lru_cache_wrapper) and one.__module__.startswith(("magadvisor.", "tests.")):
            one.cache_clear()


def _file(name: str) -> str:
    return name.partition("::")[0]


def _throws_anything(item: pytest.Item) -> bool:
    return isinstance(item, pytest.Function) and is_hypothesis_test(item.obj)


def _test(name: str) -> str:
    return name.partition("[")[0]


def _digest(*files: Path) -> str:
    total = sha256()
    for file in files:
        total.update(file.read_bytes() + b"\0")
    return total.hexdigest()


def _passes(item: pytest.Item, following: pytest.Item | None) -> bool:
    reports = runtestprotocol(item, log=False, nextitem=following)
    return not any(report.failed for report in reports)
