"""Whatever breaks inside, a person sees one line, no advice, and nothing of what was answered."""

import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import CodeType, FunctionType

import pytest

from magadvisor.cli.main import run
from magadvisor.knowledge import shipped
from magadvisor.model.knowledge import Knowledge

Streams = pytest.CaptureFixture[str]

SECRET = "qzxsecretqzx"
QUERY = (
    *("recommend", "--goal", "nerve-pain", "--kidney", "none", "--age", "70", "--why"),
    *("--med", f"{SECRET} cipro@08:00", "--med", "levothyroxine@07:00", "--condition", SECRET),
    *("--taking", f"glycinate 100 mg elemental {SECRET}", "--avoid", "peanut"),
)
FORMATS = ("screen", "plain", "json", "markdown", "html", "csv")
PARTS = ("magadvisor.engine.", "magadvisor.names.", "magadvisor.render.")
EVERY = 30
"""One function in so many is broken in a run of the tests; the seed decides which."""


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch, knowledge: Knowledge) -> None:
    monkeypatch.setattr(shipped, "shipped", lambda: knowledge)


def _breaks(*_: object, **__: object) -> None:
    raise RuntimeError("qzxsecretqzx")


def functions() -> list[FunctionType]:
    """List the functions of the engine, the names and the formats that are loaded and can be broken."""
    found = {
        f"{name}.{one.__qualname__}": one
        for name, module in sorted(sys.modules.items())
        if name.startswith(PARTS)
        for one in vars(module).values()
        if isinstance(one, FunctionType) and one.__module__ == name and not one.__code__.co_freevars
    }
    return list(found.values())


@contextmanager
def broken(one: FunctionType) -> Iterator[None]:
    """Let a function fail, for everybody who has imported it."""
    whole: CodeType = one.__code__
    one.__code__ = _breaks.__code__
    try:
        yield
    finally:
        one.__code__ = whole


@pytest.mark.parametrize("format_", FORMATS)
def test_a_fault_anywhere_is_one_line_and_never_a_part_of_an_advice(format_: str, capsys: Streams) -> None:
    arguments = (*QUERY, "--format", format_)
    whole = run(arguments)
    answer = capsys.readouterr().out
    assert whole in (0, 3, 4)
    known = functions()
    tried = random.Random(format_).sample(known, len(known) // EVERY)
    met = 0
    for one in tried:
        with broken(one):
            code = run(arguments)
        told = capsys.readouterr()
        if code == whole and told.out == answer:
            continue  # this query has no need of it
        met += 1
        assert (code, told.out) == (70, ""), f"{one.__module__}.{one.__qualname__}"
        assert len(told.err.splitlines()) == 1
        assert SECRET not in told.err
        assert "RuntimeError" in told.err
    assert met > 0


@pytest.mark.parametrize("fault", [MemoryError, RecursionError, KeyError, UnicodeError, AssertionError])
def test_a_fault_of_any_kind_is_told_without_its_message(
    fault: type[Exception], capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise fault(SECRET)

    monkeypatch.setattr("magadvisor.engine.decide.settle", fail)
    code = run(QUERY)
    told = capsys.readouterr()
    assert (code, told.out) == (70, "")
    assert told.err.count("\n") == 1
    assert SECRET not in told.err
