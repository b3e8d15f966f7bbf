"""Which tests run which statement: found by running every test once with a mark before each statement."""

import ast
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from tests.mutation import code

Statement = tuple[str, int]  # a module and the line a statement begins on

_MARK = "__reached__"
_ALIKE = 20  # cases of one test, from which on a further one tells as little as the next


@dataclass(frozen=True, slots=True)
class Reached:
    """What one test ran, and how long it took."""

    file: str
    seconds: float
    passed: bool
    statements: frozenset[Statement]


class Marks:
    """The statements that were run since they were last asked for."""

    def __init__(self, packages: Sequence[str]) -> None:
        """Put a mark before every statement of every function of these packages."""
        self._seen: dict[str, dict[int, None]] = {}
        for package in packages:
            for module, file in code.modules(package):
                self._mark(module, file)

    def take(self) -> frozenset[Statement]:
        """Give the statements run since the last time, and forget them."""
        seen = frozenset((module, line) for module, lines in self._seen.items() for line in lines)
        for lines in self._seen.values():
            lines.clear()
        return seen

    def _mark(self, module: str, file: Path) -> None:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for function in code.functions(tree):
            _marked(function)
        ast.fix_missing_locations(tree)
        loaded = import_module(module)
        vars(loaded)[_MARK] = self._seen.setdefault(module, {})
        code.put(loaded, compile(tree, str(file), "exec"))


def _marked(function: ast.FunctionDef) -> None:
    """Put a mark before every statement, however deep it stands: an entry in a table, as the cheapest."""
    for node in list(ast.walk(function)):
        for field in ("body", "orelse", "finalbody"):
            block = getattr(node, field, None)
            if isinstance(block, list):
                setattr(node, field, list(_with_marks(block)))


def _with_marks(block: list[ast.stmt]) -> Iterator[ast.stmt]:
    for statement in block:
        entry = ast.Subscript(ast.Name(_MARK, ast.Load()), ast.Constant(statement.lineno), ast.Store())
        yield ast.copy_location(ast.Assign([entry], ast.Constant(None)), statement)
        yield statement


class Reach:
    """Which tests to try for a statement."""

    def __init__(self, told: Mapping[str, Reached]) -> None:
        """Turn what each test ran into which tests ran it."""
        self._told = told
        self._by_statement: dict[Statement, set[str]] = defaultdict(set)
        self._by_module: dict[tuple[str, str], set[str]] = defaultdict(set)
        for test, reached in told.items():
            for statement in reached.statements:
                self._by_statement[statement].add(test)
                self._by_module[reached.file, statement[0]].add(test)

    def tests(self, statement: Statement, among: Sequence[str]) -> list[str]:
        """Choose the tests that run a statement, and put those first.

        What is worked out once and kept is run by the first test of a file only; so where a file runs
        the statement, its other tests that run anything of the module are given too. Of a test with many
        cases not all are run to see what they reach; so the further cases of a test that runs anything of
        the module come last. A statement that nothing ran gets every test of the files that run anything
        of its module.
        """
        direct = self._by_statement[statement]
        if not direct:
            files = {file for file, module in self._by_module if module == statement[0]}
            return self._ordered(one for one in among if one.partition("::")[0] in files)
        files = {self._told[test].file for test in direct}
        kept = set[str]().union(*(self._by_module[file, statement[0]] for file in files)) - direct
        alike = {_test(one) for one in direct | kept}
        further = {one for one in among if one not in self._told and _test(one) in alike}
        return [
            *self._ordered(one for one in among if one in direct),
            *self._ordered(one for one in among if one in kept),
            *self._ordered(one for one in among if one in further),
        ]

    def _ordered(self, names: Iterable[str]) -> list[str]:
        """Put what tells most in the least time first: the quick, and of each test the first cases."""
        earlier = Counter[str]()
        costs: dict[str, float] = {}
        for name in names:
            earlier[_test(name)] += 1
            seconds = self._told[name].seconds if name in self._told else 0.0
            costs[name] = seconds * min(earlier[_test(name)], _ALIKE)
        return sorted(costs, key=lambda name: costs[name])


def _test(name: str) -> str:
    return name.partition("[")[0]
