"""The journal: every writing command, and what it changed."""

from datetime import datetime
from functools import lru_cache

from netlog.records import NamedTuple


class Change(NamedTuple):
    """One writing command: done, undone, or gone because others came after."""

    id: int
    uid: str
    at: datetime
    command: str
    state: str


class ChangeCounted(NamedTuple):
    """A change, and how many rows it wrote."""

    id: int
    uid: str
    at: datetime
    command: str
    state: str
    rows: int


class ChangeRow(NamedTuple):
    """Rows as they were before and after, as JSON; None where they were not there.

    `after` is '' for rows that were put in and stand in their table.
    """

    id: int
    uid: str
    change_id: int
    tab: str
    row_id: int
    last_id: int
    before: str | None
    after: str | None


class Numbered(NamedTuple):
    """A touch, introduction or promise that a change wrote."""

    tab: str
    row_id: int


_TAKE_A_VALUE = {"--format", "--db", "--today"}


@lru_cache
def command_of(typed: str) -> str:
    """Which command was typed: import in --format page import people.csv.

    `typed` is the words of a change as the journal keeps them, with the quotes that a
    shell needs.  What every command takes may stand before its name.  Empty where no
    command is named.
    """
    from shlex import split

    words = iter(split(typed))
    for word in words:
        if not word.startswith("-"):
            return word
        if word in _TAKE_A_VALUE:
            next(words, None)
    return ""
