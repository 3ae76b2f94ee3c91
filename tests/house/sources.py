"""The source files of netlog, parsed: what the tests of the house look at."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "netlog"


class Import(NamedTuple):
    """One import: the module, in full, and whether only the type checker sees it."""

    module: str
    checking: bool


class Source(NamedTuple):
    """One file: its module name below netlog ('storage.store'), and its tree."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def part(self) -> str:
        """The folder or file at the top that it belongs to."""
        return self.name.split(".")[0]

    @property
    def imports(self) -> list[Import]:
        """Everything that it imports, wherever in the file."""
        unseen = {
            id(node) for branch in _checked(self.tree) for node in ast.walk(branch)
        }
        return [
            Import(module, id(node) in unseen)
            for node in ast.walk(self.tree)
            for module in _imported(node)
        ]


def sources() -> list[Source]:
    """Every file of netlog, by name."""
    return [
        Source(_name(path), path, ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted(PACKAGE.rglob("*.py"))
    ]


def _name(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__") or "__init__"


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        above = "." * node.level
        return [f"{above}{node.module or ''}.{alias.name}" for alias in node.names]
    return []


def _checked(tree: ast.Module) -> Iterator[ast.AST]:
    """The branches that only a type checker takes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            yield from node.body
