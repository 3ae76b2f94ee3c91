"""The source files of netlog, parsed: what the tests of the house look at."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "netlog"


class Source(NamedTuple):
    """One file: its module name below netlog ('db.store'), and what is in it.

    `imports` are the modules that it imports, in full, wherever in the file.
    """

    name: str
    path: Path
    tree: ast.Module
    imports: tuple[str, ...]

    @property
    def part(self) -> str:
        """The folder or file at the top that it belongs to."""
        return self.name.split(".")[0]


@cache
def sources() -> tuple[Source, ...]:
    """Every file of netlog, by name."""
    return tuple(_read(path) for path in sorted(PACKAGE.rglob("*.py")))


def _read(path: Path) -> Source:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imports = (module for node in ast.walk(tree) for module in _imported(node))
    return Source(_name(path), path, tree, tuple(imports))


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


@cache
def files() -> dict[str, set[str]]:
    """Each file of netlog, and the others that it imports, wherever it does so."""
    names = {source.name for source in sources()}
    return {
        source.name: set(_files(source, names)) - {source.name} for source in sources()
    }


def _files(source: Source, names: set[str]) -> Iterator[str]:
    """The files that a file imports; of a name in a file, the file."""
    for module in source.imports:
        top, _, name = module.partition(".")
        if top == "netlog":
            while name and name not in names:
                name = name.rpartition(".")[0]
            yield name or "__init__"


def parts() -> dict[str, set[str]]:
    """Each part of netlog, and the others that its files import."""
    arrows: dict[str, set[str]] = {source.part: set() for source in sources()}
    for name, imported in files().items():
        part = name.split(".")[0]
        arrows[part] |= {other.split(".")[0] for other in imported} - {part}
    return arrows
