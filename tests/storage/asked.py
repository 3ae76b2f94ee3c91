"""Which statements the sources ask for, where, and in which shape."""

import ast
import builtins
from collections.abc import Iterator
from importlib import import_module
from typing import Any, NamedTuple

from tests.house.sources import Source, sources

from netlog.storage import sql
from netlog.storage.statement import Statement

STATEMENTS: dict[str, Statement] = {
    name: value for name, value in vars(sql).items() if isinstance(value, Statement)
}
"""Every compiled statement by its name."""
_ASKING = ("ask", "one", "number", "rows")


class Asked(NamedTuple):
    """One place where a statement is run: by which method, in which shape."""

    statement: str
    how: str
    shape: Any
    where: str


def asked() -> Iterator[Asked]:
    """Every place in the sources where a statement is run."""
    for source in sources():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.FunctionDef):
                yield from _in_function(source, node)


def _in_function(source: Source, function: ast.FunctionDef) -> Iterator[Asked]:
    for call in ast.walk(function):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
            continue
        how = call.func.attr
        if how in _ASKING and call.args:
            shape = _named(source, call.args[1]) if len(call.args) > 1 else None
            for name in _statements(call.args[0], function):
                yield Asked(name, how, shape, f"{source.name}.{function.name}")


def _statements(argument: ast.expr, function: ast.FunctionDef) -> list[str]:
    """The statements an argument may be: one, or those a loop goes through."""
    direct = list(_mentioned(argument))
    if direct or not isinstance(argument, ast.Name):
        return direct
    kinds = (ast.For, ast.comprehension)
    loops = [node for node in ast.walk(function) if isinstance(node, kinds)]
    return [
        name
        for loop in loops
        if isinstance(loop.target, ast.Name) and loop.target.id == argument.id
        for name in _mentioned(loop.iter)
    ]


def _mentioned(tree: ast.AST) -> Iterator[str]:
    """The statements of which an expression speaks."""
    for node in ast.walk(tree):
        name = getattr(node, "attr", None) or getattr(node, "id", None)
        if name in STATEMENTS:
            yield str(name)


def _named(source: Source, shape: ast.expr) -> Any:
    """The object that a name in a file stands for."""
    if not isinstance(shape, ast.Name):
        return None
    module = vars(import_module(f"netlog.{source.name}"))
    return module.get(shape.id, getattr(builtins, shape.id, None))


def mentioned_in(*names: str) -> set[str]:
    """The statements of which some files speak, in whatever way."""
    return {
        statement
        for source in sources()
        if source.name in names
        for statement in _mentioned(source.tree)
    }
