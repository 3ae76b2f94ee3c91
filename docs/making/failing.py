"""Everything that can go wrong, read from the code: each error that it makes."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import netlog
from netlog import errors
from netlog.db import failures

PACKAGE = Path(netlog.__file__).parent
FAMILY: Mapping[str, type[errors.NetlogError]] = {
    name: sort
    for name, sort in vars(errors).items()
    if isinstance(sort, type) and issubclass(sort, errors.NetlogError)
}
"""Every class of error by its name, in the order in which they are written."""
WITHIN = dict.fromkeys(
    ("OlderError", "NewerError", "UnsoundError", "LayoutError"), "DatabaseError"
)
"""Classes that one part of the code knows and nobody else."""
VARIES = "…"
"""In place of what differs from one time to the next."""


class Failure(NamedTuple):
    """One place where the code makes an error; `parts` are what it fills in there."""

    where: str
    sort: type[errors.NetlogError]
    sentence: str
    advice: str
    parts: Sequence[str] = ()


def failures_of(package: Path = PACKAGE) -> Iterator[Failure]:
    """Every place of a package that makes an error, file by file."""
    for path in sorted(package.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = path.relative_to(package).with_suffix("").parts
        yield from _Reader(".".join((package.name, *names))).failures(tree)


def said() -> list[Failure]:
    """The same, and what is said of SQLite's errors; each sentence once."""
    found = [*failures_of(), *_of_sqlite()]
    known = [one for one in found if one.sentence.strip(f"{VARIES} .:")]
    once = {(one.sort.exit_code, one.sentence, one.advice): one for one in known}
    return [once[key] for key in sorted(once)]


def _of_sqlite() -> Iterator[Failure]:
    pairs = [(sentence, advice) for _, sentence, advice in failures.SAID]
    for sentence, advice in (*pairs, failures.OTHERWISE):
        yield Failure("storage.failures", errors.DatabaseError, sentence, advice)


class _Reader:
    """Reads the errors of one module, which is imported for its constants."""

    def __init__(self, module: str) -> None:
        self.name = module

    def failures(self, tree: ast.AST) -> Iterator[Failure]:
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                name = WITHIN.get(node.func.id, node.func.id)
                if name in FAMILY:
                    yield self._failure(FAMILY[name], node.args)

    def _failure(
        self, sort: type[errors.NetlogError], arguments: Sequence[ast.expr]
    ) -> Failure:
        texts = [text for one in arguments for text in self._texts(one)]
        sentence, advice, *_ = (*texts, "", "")
        parts = [part for one in arguments for part in _filled_in(one)]
        where = self.name.partition(".")[2]
        return Failure(where, sort, sentence, advice, parts)

    def _texts(self, node: ast.expr) -> list[str]:
        """What an argument says; a pair with a star says both."""
        if isinstance(node, ast.Starred):
            return list(self._constant(node.value))
        return [self._text(node)]

    def _text(self, node: ast.expr) -> str:
        if isinstance(node, ast.Constant):
            return str(node.value)
        if isinstance(node, ast.JoinedStr):
            return "".join(map(self._text, node.values))
        if isinstance(node, ast.Name):
            held = self._constant(node)
            return held if isinstance(held, str) else VARIES
        return VARIES

    def _constant(self, node: ast.expr) -> Any:
        name = node.id if isinstance(node, ast.Name) else ""
        return getattr(import_module(self.name), name, ())


def _filled_in(node: ast.expr) -> Iterator[str]:
    """The expressions of which the value is shown."""
    if isinstance(node, ast.JoinedStr):
        parts = [one for one in node.values if isinstance(one, ast.FormattedValue)]
        yield from (ast.unparse(one.value) for one in parts)
    elif not isinstance(node, ast.Constant | ast.Starred):
        yield ast.unparse(node)
