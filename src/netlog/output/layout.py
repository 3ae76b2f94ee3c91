"""A page laid out in lines of styled text, the same for a terminal and for a pipe."""

from collections.abc import Iterator

from netlog.output.answer import Block, Item, Page, Part, Parts
from netlog.output.wrapping import cells, cleaned, parts_cells, wrapped

PIPED = 80
"""How wide a page is in a pipe, where nobody says."""
LEAST = 40
"""A narrower terminal wraps by itself; what is laid out would be lost on it."""
_STEP = 2
_MOST_DRAWN = 3 / 4
_PAST = str.maketrans("├└", "│ ")


def page_lines(page: Page, width: int) -> Iterator[Parts]:
    """The lines of a page: titles, items below them, what stands below each item."""
    width = max(width, LEAST)
    if page.title:
        yield from _hanging(page.title, 0, width)
    for block in page.blocks:
        yield from _block(block, width, apart=bool(page.title))
    if page.foot:
        yield ()
        for words in page.foot:
            parts = (Part(words, "soft"),) if isinstance(words, str) else words
            yield from wrapped(cleaned(parts), width, width)


def _block(block: Block, width: int, *, apart: bool) -> Iterator[Parts]:
    if apart:
        yield ()
    if block.title:
        yield from _hanging((Part(block.title, "title"),), 0, width)
    indent = _STEP if block.title else 0
    drawn = [_drawn(item.line) for item in block.items]
    for item, branches, next_ones in zip(
        block.items, drawn, [*drawn[1:], ""], strict=False
    ):
        if branches:
            yield from _branch(item, branches, next_ones, width)
        else:
            yield from _hanging(item.line, indent, width)
        for below in item.below:
            if below:
                yield from _hanging(below, indent + _STEP, width)


def _drawn(parts: Parts) -> str:
    """The branches of a tree that stand before a line."""
    return "".join(part.text for part in parts if part.style == "drawn")


def _branch(item: Item, drawn: str, next_ones: str, width: int) -> Iterator[Parts]:
    """A line behind its branches; where it goes on, those to the next one do, too."""
    branches = _shortened(drawn, int(width * _MOST_DRAWN))
    room = width - cells(branches)
    words = tuple(part for part in item.line if part.style != "drawn")
    bears = len(next_ones) > len(drawn)
    past = branches.translate(_PAST) + ("│ " if bears else "  ")
    for place, line in enumerate(wrapped(cleaned(words), room, room - _STEP)):
        yield (Part(past if place else branches, "drawn"), *line)


def _shortened(branches: str, room: int) -> str:
    """Branches without the oldest, where they leave no room for what they bear."""
    return branches if cells(branches) <= room else f"… {branches[2 - room :]}"


def _hanging(parts: Parts, indent: int, width: int) -> Iterator[Parts]:
    """Parts at an indent; where they go on, further in; a command moves to fit."""
    parts = cleaned(parts)
    led = len(parts[0].text) - len(parts[0].text.lstrip(" ")) if parts else 0
    indent += led
    room = width - indent
    for place, line in enumerate(wrapped(parts, room, room - _STEP)):
        before = indent + (_STEP if place else 0)
        yield indented(line, before, width)


def indented(line: Parts, indent: int, width: int) -> Parts:
    """A line so far in, or as far as it has room."""
    blanks = min(indent, width - parts_cells(line))
    return (Part(" " * blanks), *line) if blanks > 0 else line
