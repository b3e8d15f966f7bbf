"""Small wrong changes of the code: each function as it is, with one thing in it made wrong."""

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from itertools import islice
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

from magadvisor.knowledge.place import PACKAGE

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_CALCULATED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
}
_TURNED = {"min": "max", "max": "min", "any": "all", "all": "any"}


_APART = ("__init__", "__main__", "build_hook")
"""Modules that no test in one process runs: the start, and what only builds a wheel."""


@dataclass(frozen=True, slots=True)
class Change:
    """A function with one thing in it made wrong; `line` and `what` tell a reader where and how.

    `statement` is the line on which the statement begins that holds what is wrong.
    """

    module: str
    line: int
    what: str
    statement: int
    make: Callable[[], ast.Module]

    def apply(self) -> None:
        """Put the wrong code into the functions that everybody has imported already."""
        module = import_module(self.module)
        compiled = compile(self.make(), module.__file__ or "", "exec")
        put(module, compiled)


def changes(package: str) -> Iterator[Change]:
    """Give every change of every function of a package's modules."""
    for module, file in modules(package):
        yield from _of_module(module, file)


def modules(package: str) -> Iterator[tuple[str, Path]]:
    """Give the name and file of every module of a package; of none, the modules beside the packages."""
    for file in sorted((PACKAGE / package).glob("*.py")):
        if file.stem not in _APART:
            yield ".".join(filter(None, ("magadvisor", package, file.stem))), file


def used_by(module: str) -> frozenset[str]:
    """Give a module and every module of its package that it imports, itself or through another."""
    package = module.rpartition(".")[0]
    files = dict(modules(package.rpartition(".")[2]))
    found, waiting = {module}, [module]
    while waiting:
        tree = ast.parse(files[waiting.pop()].read_text(encoding="utf-8"))
        named = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        new = [name for name in files if name in named - found]
        found.update(new)
        waiting += new
    return frozenset(found)


def _of_module(module: str, file: Path) -> Iterator[Change]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    numbered = {id(node): number for number, node in enumerate(ast.walk(tree))}
    inside = [one for function in functions(tree) for body in function.body for one in _within(body, body)]
    for node, statement in inside:
        for what, alter in _alterations(node):
            line = getattr(node, "lineno", statement.lineno)
            make = partial(_changed, tree, numbered[id(node)], alter)
            yield Change(module, line, what, statement.lineno, make)


def _changed(tree: ast.Module, place: int, alter: "Alter") -> ast.Module:
    """Give a copy of a module with one node of it altered."""
    changed = copy.deepcopy(tree)
    alter(next(islice(ast.walk(changed), place, None)))
    ast.fix_missing_locations(changed)
    return changed


def _within(node: ast.AST, statement: ast.stmt) -> Iterator[tuple[ast.AST, ast.stmt]]:
    """Give a node and all that stands in it, each with the statement it belongs to."""
    yield node, statement
    for inner in ast.iter_child_nodes(node):
        yield from _within(inner, inner if isinstance(inner, ast.stmt) else statement)


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    """Give the functions and methods of a module."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node
        elif isinstance(node, ast.ClassDef):
            yield from (inner for inner in node.body if isinstance(inner, ast.FunctionDef))


Alter = Callable[[ast.AST], None]


def _alterations(node: ast.AST) -> Iterator[tuple[str, Alter]]:
    """Give the wrong changes of one node, with a word for each."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in _COMPARED:
            other = _COMPARED[type(op)]
            yield f"{type(op).__name__} becomes {other.__name__}", _setter("ops", lambda: [other()])
        case ast.BoolOp(op=ast.And()):
            yield "and becomes or", _setter("op", ast.Or)
        case ast.BoolOp():
            yield "or becomes and", _setter("op", ast.And)
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            yield "not is dropped", _becomes(ast.Call(ast.Name("bool", ast.Load()), [inner], []))
        case ast.BinOp(op=op) if type(op) in _CALCULATED:
            turned = _CALCULATED[type(op)]
            yield f"{type(op).__name__} becomes {turned.__name__}", _setter("op", turned)
        case ast.Constant(value=bool() as value):
            yield f"{value} becomes {not value}", _setter("value", lambda: not value)
        case ast.Constant(value=int() | float() as value):
            yield f"{value} becomes {value + 1}", _setter("value", lambda: value + 1)
        case ast.Call(func=ast.Name(id=name)) if name in _TURNED:
            yield f"{name} becomes {_TURNED[name]}", _renamed
        case ast.Call(args=[ast.AST(), ast.AST(), *_], keywords=[]):
            yield "the first two arguments change places", _swapped
        case ast.If() | ast.IfExp():
            yield "the condition is turned round", _turned
        case ast.comprehension(ifs=[_, *_]):
            yield "a filter is dropped", _setter("ifs", list)
        case ast.Expr(value=ast.Call()) | ast.Expr(value=ast.YieldFrom()) | ast.Expr(value=ast.Yield()):
            yield "a statement is dropped", _setter("value", _nothing(node))


def _setter(field: str, make: Callable[[], object]) -> Alter:
    return lambda node: setattr(node, field, make())


def _nothing(node: ast.Expr) -> Callable[[], ast.expr]:
    """Leave a generator a generator when what it gives is dropped."""
    empty = ast.YieldFrom(ast.Tuple([], ast.Load()))
    return lambda: ast.Constant(None) if isinstance(node.value, ast.Call) else copy.deepcopy(empty)


def _becomes(other: ast.Call) -> Alter:
    """Turn a `not` into its operand, as `not not`."""

    def alter(node: ast.AST) -> None:
        if isinstance(node, ast.UnaryOp):
            node.operand = ast.UnaryOp(ast.Not(), copy.deepcopy(other))

    return alter


def _renamed(node: ast.AST) -> None:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        node.func.id = _TURNED[node.func.id]


def _swapped(node: ast.AST) -> None:
    if isinstance(node, ast.Call):
        node.args[0], node.args[1] = node.args[1], node.args[0]


def _turned(node: ast.AST) -> None:
    if isinstance(node, ast.If | ast.IfExp):
        node.test = ast.UnaryOp(ast.Not(), node.test)


def put(module: ModuleType, compiled: CodeType) -> None:
    """Put the code of a module's functions into the functions that are loaded."""
    for constant in compiled.co_consts:
        if not isinstance(constant, CodeType):
            continue
        owner = getattr(module, constant.co_name, None)
        if _plain(owner) is not None:
            _replace(owner, constant)
        elif isinstance(owner, type):
            for inner in constant.co_consts:
                if isinstance(inner, CodeType):
                    _replace(vars(owner).get(inner.co_name), inner)


def _plain(found: object) -> FunctionType | None:
    """Give the function under what wraps it: a cache, a property, a class method; a kept property too."""
    for name in ("__wrapped__", "fget", "func", "__func__"):
        found = getattr(found, name, found)
    return found if isinstance(found, FunctionType) else None


def _replace(found: object, code: CodeType) -> None:
    function = _plain(found)
    if function is not None and function.__code__.co_freevars == code.co_freevars:
        function.__code__ = code
