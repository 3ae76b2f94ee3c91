"""Pages and lists on a terminal; the only file that knows rich."""

import sys
from collections.abc import Iterator, Sequence
from typing import IO

from rich.cells import cell_len
from rich.console import Console, ConsoleDimensions, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from netlog.domain.names import clean
from netlog.output.answer import Answer, Block, Item, Page, Parts, Table

_WHOLE = 2
_LONGEST, _COLUMN, _PAGE = 60, 2, 20
"""Cells: what stays whole, what any column has. On a narrower page nothing stands."""
_STYLES = {
    "name": "bold",
    "title": "bold cyan",
    "command": "green",
    "soft": "dim",
    "drawn": "dim",
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
    if answer.page is not None:
        _print(console, Group(*_page(answer.page)), _page_width(answer.page))
    elif answer.table is not None and answer.table.rows:
        widths = _widths(answer.table, console.width)
        _print(console, _table(answer.table, widths), sum(widths) + len(widths))


def _print(console: Console, made: RenderableType, narrowest: int) -> None:
    """Print as wide as the terminal, which wraps by itself what must be wider.

    Where rich has not the room for a word or a column it leaves it out.
    """
    console.size = ConsoleDimensions(max(console.width, narrowest), console.height)
    console.print(made)


def _page_width(page: Page) -> int:
    """The width below which something of a page would be lost: its longest branch."""
    lines = (item.line for block in page.blocks for item in block.items)
    drawn = (cell_len(line[0].text) for line in lines if line and _is_drawn(line))
    return max(drawn, default=0) + _PAGE


def _is_drawn(parts: Parts) -> bool:
    return bool(parts) and parts[0].style == "drawn" and bool(parts[0].text)


def _page(page: Page) -> Iterator[RenderableType]:
    if page.title:
        yield _text(page.title)
    for block in page.blocks:
        yield from _block(block, apart=bool(page.title))
    if page.foot:
        yield Text()
        for words in page.foot:
            yield Text(clean(words), style="dim")


def _block(block: Block, *, apart: bool) -> Iterator[RenderableType]:
    if apart:
        yield Text()
    if block.title:
        yield Text(clean(block.title), style=_STYLES["title"])
    for item in block.items:
        yield from _item(item, 2 if block.title else 0)


def _item(item: Item, indent: int) -> Iterator[RenderableType]:
    yield Padding(_line(item.line), (0, 0, 0, indent))
    for below in item.below:
        if below:
            yield Padding(_text(below), (0, 0, 0, indent + 2))


def _line(parts: Parts) -> RenderableType:
    """A line; what is too long goes on behind the branches that stand before it."""
    if not _is_drawn(parts):
        return _text(parts)
    grid = RichTable.grid()
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(_text(parts[:1]), _text(parts[1:]))
    return grid


def _text(parts: Parts) -> Text:
    text = Text()
    for part in parts:
        words = part.text if part.style == "drawn" else _kept_apart(part.text)
        text.append(words, style=_STYLES[part.style])
    return text


def _kept_apart(words: str) -> str:
    """Clean, with the blanks at its ends that keep it from its neighbours."""
    before = " " * (len(words) - len(words.lstrip(" ")))
    after = " " if words[-1:].isspace() and words.strip() else ""
    return f"{before}{clean(words)}{after}"


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
