"""Pages and lists on a terminal; the only file that knows rich."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import IO

from rich.cells import cell_len
from rich.console import Console, ConsoleDimensions
from rich.table import Table as RichTable
from rich.text import Text

from netlog.domain.names import clean
from netlog.output.answer import Answer, Parts, Table
from netlog.output.layout import PIPED, page_lines
from netlog.output.sheet import sheet_lines
from netlog.output.signs import signs_for

_WHOLE = 2
_LONGEST, _COLUMN = 60, 2
"""Cells: what stays whole, what any column has."""
_STYLES = {
    "name": "bold",
    "title": "bold cyan",
    "command": "green",
    "soft": "dim",
    "drawn": "dim",
    "exact": "",
    "": "",
}


def show(answer: Answer, stream: IO[str] | None = None, *, colour: bool = True) -> None:
    """Write an answer to a terminal, as wide as it is."""
    console = Console(
        file=stream or sys.stdout,
        markup=False,
        emoji=False,
        highlight=False,
        no_color=not colour,
        color_system="auto" if colour else None,
    )
    if answer.sheet is not None or answer.page is not None:
        _print_page(console, answer)
    elif answer.table is not None and answer.table.rows:
        widths = _widths(answer.table, console.width)
        # Where rich has not the room for a column it leaves it out.
        narrowest = sum(widths) + len(widths)
        console.size = ConsoleDimensions(max(console.width, narrowest), console.height)
        console.print(_table(answer.table, widths))


def show_in_pipe(answer: Answer, stream: IO[str]) -> None:
    """Write a page as a pipe has it, and in colour."""
    console = Console(
        file=stream,
        width=PIPED,
        markup=False,
        emoji=False,
        highlight=False,
        force_terminal=True,
        color_system="standard",
    )
    _print_page(console, answer)


def _print_page(console: Console, answer: Answer) -> None:
    """Print lines as they are laid out: rich has nothing to do but to style them."""
    lines: Iterable[Parts] = ()
    if answer.sheet is not None:
        lines = sheet_lines(answer.sheet, console.width)
    elif answer.page is not None:
        lines = page_lines(answer.page, console.width)
    signs = signs_for(console.file)
    texts = (_text(line, signs) for line in lines)
    console.print(Text("\n").join(texts), soft_wrap=True)


def _text(line: Parts, signs: Mapping[int, str]) -> Text:
    text = Text()
    for part in line:
        text.append(part.text.translate(signs), style=_STYLES[part.style])
    text.rstrip()
    return text


def _table(table: Table, widths: Sequence[int]) -> RichTable:
    """A table with columns of those widths."""
    made = RichTable(
        box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style=_STYLES["title"]
    )
    for place, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
        style = _STYLES["name" if place == 0 else ""]
        made.add_column(column, style=style, overflow="fold", width=width)
    for row in table.rows:
        made.add_row(*(Text(clean(cell)) for cell in row))
    return made


def _widths(table: Table, room: int) -> list[int]:
    """How wide each column is: where they need more room, the widest give way first.

    The first two, who or what it is, stay whole if they can; none becomes so narrow
    that it would be left out.
    """
    cells = zip(table.columns, *table.rows, strict=True)
    wanted = [max(cell_len(clean(cell)) for cell in column) for column in cells]
    least = [
        min(_LONGEST if place < _WHOLE else _COLUMN, width)
        for place, width in enumerate(wanted)
    ]
    for most in range(room, 0, -1):
        both = zip(wanted, least, strict=True)
        widths = [max(few, min(many, most)) for many, few in both]
        if sum(widths) + len(widths) - 1 <= room:
            return widths
    return least
