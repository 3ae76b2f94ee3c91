"""What a command answers, before anybody decides how to write it."""

from typing import Any

from netlog.namedtuple import NamedTuple


class Part(NamedTuple):
    """Some text and what it is: name, soft, command, title, drawn, exact or nothing.

    What is a command or exact, a path say, is never broken nor cut.
    """

    text: str
    style: str = ""


Parts = tuple[Part, ...]
NO_CSV = ("Only lists and reports can be CSV.", "Use --format plain or --json.")


class Item(NamedTuple):
    """One thing on a page: a line, what stands below it, the same as a record."""

    line: Parts
    below: tuple[Parts, ...] = ()
    record: tuple[str, ...] = ()


class Block(NamedTuple):
    """Items under a title; '' where none is needed."""

    title: str
    items: tuple[Item, ...]


class Page(NamedTuple):
    """A page to read, from top to bottom."""

    title: Parts
    blocks: tuple[Block, ...]
    foot: tuple[Parts | str, ...] = ()


class Row(NamedTuple):
    """An entry of a sheet: its text, what to type at its right, lines below it.

    `also` is what else there is to say; where there is no room it is counted: +2.
    One that `asks` ends with a question or with advice, and is cut last.
    """

    text: Parts
    command: str = ""
    below: tuple[Parts, ...] = ()
    also: tuple[str, ...] = ()
    asks: bool = False


class Section(NamedTuple):
    """Rows under one label at their left; `more` are not among them.

    `whole` is the command that shows all; a section without it is never made smaller.
    Without a label it goes on with the one above, unless it stands `apart`.
    """

    label: str
    rows: tuple[Row, ...]
    more: int = 0
    whole: str = ""
    apart: bool = False


class Sheet(NamedTuple):
    """A page of rows that fits on a screen; `corner` stands at the right of its title.

    It is made to have at most `most` lines where it is 80 columns wide, 0 for as many
    as there are.  `head` is read first, `records` are what it says for programs.
    """

    title: Parts
    corner: str
    sections: tuple[Section, ...]
    head: tuple[Parts, ...] = ()
    most: int = 0
    records: tuple[tuple[str, ...], ...] = ()


class Table(NamedTuple):
    """A list: columns by their names, and one row a record."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Answer(NamedTuple):
    """What a command answers: data for programs; a page, sheet or table for people."""

    command: str
    data: Any
    page: Page | None = None
    table: Table | None = None
    sheet: Sheet | None = None


def part(text: object, style: str = "") -> Part:
    """Some text, whatever it was."""
    return Part(str(text), style)


def name(text: str) -> Part:
    """A person's name."""
    return Part(text, "name")


def soft(text: str) -> Part:
    """What may be passed over."""
    return Part(text, "soft")


def tree_lines(text: str) -> Part:
    """The branches of a tree before a line, kept to the blank: │ ├ └."""
    return Part(text, "drawn")


def command_line(text: str) -> Part:
    """A command line that can be typed as it stands."""
    return Part(text, "command")


def exact(text: str) -> Part:
    """What is copied as it stands, a path say."""
    return Part(text, "exact")


def advice(text: str, command: str) -> Parts:
    """A sentence, and what to type."""
    return soft(text), command_line(command)


def line(*parts: Part | str) -> Item:
    """An item of one line."""
    return Item(tuple(p if isinstance(p, Part) else Part(p) for p in parts))


def lines(*items: Item) -> Page:
    """A page without titles: what a writing command says it did."""
    return Page((), (Block("", items),))
