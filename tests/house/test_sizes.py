"""How long files and functions are."""

import ast
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from statistics import median

from tests.house.sources import PACKAGE, ROOT, Source, sources

FILE_LIMIT = 250
TEST_LIMIT = 400
FUNCTION_LIMIT = 25
MEDIAN_LIMIT = 6
_MADE = PACKAGE / "storage" / "sql.py"


def lines(path: Path) -> int:
    """How many lines a file has."""
    return len(path.read_text(encoding="utf-8").splitlines())


def functions(source: Source) -> Iterator[tuple[str, int]]:
    """Each function of a file, and how many lines its body has."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{source.name}.{node.name}", body_lines(node)


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines from the first statement to the last, the docstring left out."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_a_file_is_one_idea() -> None:
    """Source files have at most 250 lines; what is generated does not count."""
    sizes = {one.name: lines(one.path) for one in sources() if one.path != _MADE}
    assert {name: size for name, size in sizes.items() if size > FILE_LIMIT} == {}


def test_a_test_file_is_not_much_longer() -> None:
    """Tests, benchmarks and scripts have at most 400 lines a file."""
    folders = (ROOT / name for name in ("tests", "bench", "scripts"))
    paths = (
        path
        for path in chain.from_iterable(folder.rglob("*.py") for folder in folders)
        if ".peers" not in path.parts
    )
    sizes = {str(path.relative_to(ROOT)): lines(path) for path in paths}
    assert {name: size for name, size in sizes.items() if size > TEST_LIMIT} == {}


def test_a_function_fits_on_a_screen() -> None:
    """The body of a function has at most 25 lines."""
    sizes = chain.from_iterable(map(functions, sources()))
    assert {name: size for name, size in sizes if size > FUNCTION_LIMIT} == {}


def test_functions_are_small() -> None:
    """The median function has at most six lines."""
    sizes = chain.from_iterable(map(functions, sources()))
    assert median(size for _, size in sizes) <= MEDIAN_LIMIT
