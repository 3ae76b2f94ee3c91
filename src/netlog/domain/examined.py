"""What doctor reads of a database, as it stands in the file: days are text."""

from netlog.records import NamedTuple

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


class Stands(NamedTuple):
    """A person's row, as far as something else says what it should be.

    From `cadence` on they are the derived columns, in the order of `Derived`.
    """

    id: int
    handle: str
    name: str
    folded: str
    org: str
    every: str
    starts_on: str
    draw: int
    cadence: str
    cluster: str
    waits_from: str
    last_contact: str | None
    first_sitdown: str | None
    last_sitdown: str | None
    fresh_on: str | None
    attempts: int
    touches: int
    dropped: int


class Seen(NamedTuple):
    """What all answered touches with somebody come to; `seen` is the last in person."""

    person_id: int
    last_contact: str
    first_sitdown: str | None
    last_sitdown: str | None
    seen: str | None
    touches: int


class Pair(NamedTuple):
    """An introduction, as far as its state follows from something else."""

    id: int
    a_id: int
    b_id: int
    day: str
    said: str
    state: str


class Stray(NamedTuple):
    """A row that points at one that is not there.

    `column` is the one that points there, `needed` whether it must.
    """

    table: str
    id: int
    parent: str
    column: str
    needed: bool


class Journal(NamedTuple):
    """What is wrong with the journal: numbers of changes, each once.

    `unreadable` hold rows that are no JSON, `unknown` name a table that is not there,
    `misplaced` keep rows where none should be, `early` were undone before others that
    were not.
    """

    unreadable: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()
    misplaced: tuple[int, ...] = ()
    early: tuple[int, ...] = ()


class Rotten(NamedTuple):
    """A row that is not what it was, though nothing changed it.

    `name` is a handle where it is a person; no columns: the row is not there.
    """

    table: str
    id: int
    columns: tuple[str, ...]
    name: str = ""
