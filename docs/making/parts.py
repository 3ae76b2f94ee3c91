"""The parts of netlog and their arrows, as a picture made from the code.

A part stands above all that it imports.  An arrow that follows from others is left out:
what imports the plan need not be shown to reach the domain, too.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from html import escape
from typing import NamedTuple

from tests.house.sources import parts

_LEFT_OUT = {"__init__", "__main__", "errors", "namedtuple", "streams", "stories"}
"""What everybody imports, or nobody but one; they would hide the others."""
_HIGH, _BETWEEN, _APART, _LETTER, _MARGIN = 30, 44, 18, 8.4, 24
_PAPER, _BOX, _INK, _LINE = "#16181d", "#242833", "#d8dbe2", "#6d7484"
_FONT = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"

Graph = Mapping[str, set[str]]


class Box(NamedTuple):
    """Where a part stands: the middle of its upper edge, and its width."""

    x: float
    y: float
    width: float


def shown() -> dict[str, set[str]]:
    """Each part that is shown, and the parts it imports."""
    arrows = parts()
    return {
        part: arrows[part] - _LEFT_OUT for part in sorted(arrows.keys() - _LEFT_OUT)
    }


def reduced(graph: Graph) -> dict[str, set[str]]:
    """The same graph without the arrows that follow from others."""

    @cache
    def below(part: str) -> frozenset[str]:
        return frozenset(graph[part]).union(*map(below, graph[part]))

    return {
        part: {
            other
            for other in others
            if not any(other in below(between) for between in others)
        }
        for part, others in graph.items()
    }


def levels(graph: Graph) -> list[list[str]]:
    """The parts, row by row: each above all that it imports."""

    @cache
    def level(part: str) -> int:
        return 1 + max(map(level, graph[part]), default=-1)

    rows: list[list[str]] = [[] for _ in range(1 + max(map(level, graph)))]
    for part in graph:
        rows[-1 - level(part)].append(part)
    return rows


def picture() -> str:
    """The whole picture as SVG."""
    graph = shown()
    boxes = _boxes(levels(graph))
    width = max(box.x + box.width / 2 for box in boxes.values()) + _MARGIN
    height = max(box.y for box in boxes.values()) + _HIGH + _MARGIN
    lines = [
        _arrow(boxes[part], boxes[other])
        for part, others in reduced(graph).items()
        for other in sorted(others)
    ]
    texts = [line for part, box in boxes.items() for line in _box(part, box)]
    return "\n".join([*_frame(width, height), *lines, *texts, "</g>", "</svg>", ""])


def _boxes(rows: list[list[str]]) -> dict[str, Box]:
    """Every part in its row, the rows centred on each other."""
    widths = [sum(map(_width, row)) + _APART * (len(row) - 1) for row in rows]
    middle = _MARGIN + max(widths) / 2
    boxes: dict[str, Box] = {}
    for number, (row, whole) in enumerate(zip(rows, widths, strict=True)):
        x = middle - whole / 2
        for part in row:
            y = _MARGIN + number * (_HIGH + _BETWEEN)
            boxes[part] = Box(x + _width(part) / 2, y, _width(part))
            x += _width(part) + _APART
    return boxes


def _width(part: str) -> float:
    return len(part) * _LETTER + 24


def _frame(width: float, height: float) -> Iterator[str]:
    size = f'width="{width:.0f}" height="{height:.0f}"'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size}'
        f' viewBox="0 0 {width:.0f} {height:.0f}">'
    )
    yield "<title>The parts of netlog, each above what it imports</title>"
    yield (
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7"'
        f' markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="{_LINE}"/>'
        "</marker></defs>"
    )
    yield f'<rect {size} rx="9" fill="{_PAPER}"/>'
    yield f'<g font-family="{_FONT}" font-size="14">'


def _arrow(part: Box, other: Box) -> str:
    return (
        f'<line x1="{part.x:.1f}" y1="{part.y + _HIGH:.1f}" x2="{other.x:.1f}"'
        f' y2="{other.y:.1f}" stroke="{_LINE}" marker-end="url(#tip)"/>'
    )


def _box(part: str, box: Box) -> Iterator[str]:
    yield (
        f'<rect x="{box.x - box.width / 2:.1f}" y="{box.y:.1f}"'
        f' width="{box.width:.1f}" height="{_HIGH}" rx="6" fill="{_BOX}"/>'
    )
    yield (
        f'<text x="{box.x:.1f}" y="{box.y + 20:.1f}" text-anchor="middle"'
        f' fill="{_INK}">{escape(part)}</text>'
    )
