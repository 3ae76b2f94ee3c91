"""A terminal in memory: what was written in, lines of styled runs out."""

from collections.abc import Iterator
from functools import cached_property
from itertools import groupby
from typing import Any, NamedTuple

import pyte

COLUMNS, ROWS = 80, 500
_FAINT, _GREY = 2, 90


class Style(NamedTuple):
    """How a character looks."""

    colour: str = "default"
    bold: bool = False


class Run(NamedTuple):
    """Characters of one style side by side; the first stands in column `at`."""

    at: int
    text: str
    style: Style


class _Terminal(pyte.Screen):
    """pyte knows no faint letters; here they are grey."""

    def select_graphic_rendition(self, *attrs: int, **more: Any) -> None:
        """Set how the next characters look."""
        known = [_GREY if attr == _FAINT else attr for attr in attrs]
        super().select_graphic_rendition(*known, **more)


class Screen:
    """What a terminal of 80 columns shows after it was written to."""

    def __init__(self, written: str) -> None:
        self._terminal = _Terminal(COLUMNS, ROWS)
        pyte.Stream(self._terminal).feed(written)

    @cached_property
    def text(self) -> str:
        """The lines without colours, nothing at their ends."""
        last = max(self._terminal.buffer, default=-1)
        lines = ("".join(self._cells(row)).rstrip() for row in range(last + 1))
        return "\n".join(lines).rstrip() + "\n" if last >= 0 else ""

    def _cells(self, row: int) -> Iterator[str]:
        line = self._terminal.buffer[row]
        return (line[column].data for column in range(COLUMNS))

    @property
    def lines(self) -> list[list[Run]]:
        """The same lines as runs of one style."""
        return [self._runs(number) for number in range(self.text.count("\n"))]

    def _runs(self, line: int) -> list[Run]:
        cells = [self._terminal.buffer[line][column] for column in range(COLUMNS)]
        styled = [(Style(cell.fg, cell.bold), cell.data) for cell in cells]
        runs, at = [], 0
        for style, group in groupby(styled, key=lambda cell: cell[0]):
            text = "".join(data for _, data in group)
            if text.strip():
                runs.append(Run(at, text, style))
            at += len(text)
        return runs
