"""What doctor reads of a database, as it stands in the file: days are text."""

from netlog.namedtuple import NamedTuple

CRASHED, DAMAGED, FOREIGN, NEWER, CLOSED = (
    *("crashed", "damaged", "foreign", "newer", "closed"),
)


class Trouble(NamedTuple):
    """Why a file cannot be read as a database of this netlog.

    A crash left a journal beside it; it is damaged; it is another program's; a newer
    netlog wrote it; or it cannot be opened.
    """

    kind: str
    sentence: str


class DanglingRow(NamedTuple):
    """A row that points at one that is not there.

    `column` is the one that points there, `needed` whether it must.
    """

    table: str
    id: int
    parent: str
    column: str
    needed: bool


class JournalFaults(NamedTuple):
    """What is wrong with the journal: numbers of changes, each once.

    `unreadable` hold rows that are no JSON, `unknown` name a table that is not there,
    `misplaced` keep rows where none should be, `early` were undone before others that
    were not.
    """

    unreadable: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()
    misplaced: tuple[int, ...] = ()
    early: tuple[int, ...] = ()


class RottenRow(NamedTuple):
    """A row that is not what it was, though nothing changed it.

    `name` is a handle where it is a person; no columns: the row is not there.
    """

    table: str
    id: int
    columns: tuple[str, ...]
    name: str = ""
