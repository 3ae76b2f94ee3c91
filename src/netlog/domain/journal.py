"""The journal: every writing command, and what it changed."""

from datetime import datetime
from functools import lru_cache

from netlog.namedtuple import NamedTuple


class Change(NamedTuple):
    """One writing command: done, undone, or gone: nothing takes it back any more.

    Gone is what was undone before something new was written, and what is from before a
    forget.
    """

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


class Numbered(NamedTuple):
    """A touch, introduction or promise that a change wrote."""

    tab: str
    row_id: int


ENDS_HISTORY = "forget"
"""The command of the one change that says why nothing is known of those before it."""
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
