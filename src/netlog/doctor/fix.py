"""What `doctor --fix` puts right: nothing is lost by it, and what it was is kept."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from netlog.backups.files import Copy
from netlog.backups.make import make_manifest
from netlog.db import sql
from netlog.db.failures import translated
from netlog.db.open import connect, open_file
from netlog.db.store import Store
from netlog.doctor.finding import Mend
from netlog.doctor.run import Examination
from netlog.domain.numbers import counted
from netlog.domain.person import ME_ID
from netlog.errors import DatabaseError
from netlog.namedtuple import NamedTuple
from netlog.repository import bookings, ledger, people
from netlog.repository.change import OpenChange, changing

FIRST = ("mode", "manifest", "crash", "wal")
"""What is done to files: no change of the database, nothing to undo."""
DANGLING = "dangling"
_KEPT = (DANGLING, "forgetting")
_UNTOUCHED = "Nothing in the database was mended: what was lost comes first."


OpeningChange = Callable[[], AbstractContextManager[OpenChange]]


class DatabaseAccess(NamedTuple):
    """What mending needs: to back up, and to change the database.

    `without_undo` opens a change that no undo takes back.
    """

    back_up: Callable[[], object]
    change: OpeningChange
    without_undo: OpeningChange


@contextmanager
def without_undo(store: Store, now: datetime, words: str) -> Iterator[OpenChange]:
    """A change that stands in the journal and is not undone.

    Rows that point at nothing could not be put back.
    """
    with changing(store, now, words) as change:
        yield change
        number = change.number
        change.patch("change", number, {"state": "gone"})


def fix_files(examination: Examination) -> list[str]:
    """Put files right; says what was done."""
    return [_FILES[m.how](m.what) for m in examination.mends if m.how in FIRST]


def can_be_undone(examination: Examination) -> bool:
    """Whether something is mended by a change that undo takes back."""
    kept = (*FIRST, *_KEPT)
    return not examination.lost and any(
        mend.how not in kept for mend in examination.mends
    )


def fix_rows(examination: Examination, access: DatabaseAccess) -> list[str]:
    """Put rows right, after a backup; says what was done."""
    mends = [mend for mend in examination.mends if mend.how not in FIRST]
    if not mends or examination.lost:
        return [_UNTOUCHED] if mends else []
    dangling = [mend for mend in mends if mend.how == DANGLING]
    rest = [mend for mend in mends if mend.how != DANGLING]
    # They keep a backup from being sound; what they said is in the journal.
    said = _fixed(access.without_undo, dangling)
    try:
        access.back_up()
    except DatabaseError as error:
        return [*said, f"Nothing else was mended: {error.sentence}"]
    return said + _fixed(access.change, rest)


def _fixed(opened: OpeningChange, mends: Sequence[Mend]) -> list[str]:
    if not mends:
        return []
    with opened() as change:
        return [
            line
            for how, way in _ROWS.items()
            for line in _done(way, change, [m.what for m in mends if m.how == how])
        ]


def _done(way: "_RowFix", change: OpenChange, what: Sequence[Any]) -> Iterable[str]:
    if what:
        yield way(change, what)


def _mode(what: tuple[Path, int]) -> str:
    path, mode = what
    try:
        path.chmod(mode)
    except OSError as error:
        return f"{path} stays as it is: {error.strerror}."
    return f"{path} is yours alone now."


def _manifest(what: tuple[Path, Copy]) -> str:
    database, copy = what
    try:
        make_manifest(database, copy)
    except DatabaseError as error:
        return f"{copy.path.name} stays unverified: {error.sentence}"
    return f"{copy.path.name} was verified, and has its manifest again."


def _crash(path: Path) -> str:
    """Opening a file to write takes back what a crash left half-written."""
    open_file(path, writable=True).store.close()
    return "What a crash had left half-written was taken back."


def _wal(path: Path) -> str:
    """Have a file write by a rollback journal, as every file of netlog's does."""
    with translated(), closing(connect(path, "rw")) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    return "The file writes as netlog has it write again."


def _dangling(change: OpenChange, what: Sequence[Any]) -> str:
    for row in what:
        if row.needed:
            change.delete(row.table, row.id)
        else:
            change.update(row.table, row.id, **{row.column: None})
    rows = counted(len(what), "row that points", "rows that point")
    return f"{rows} at nothing let go."


def _me(change: OpenChange, what: Sequence[dict[str, Any]]) -> str:
    for columns in what:
        change.update("person", ME_ID, **columns)
    return "Your own row is as it always is."


def _forgetting(change: OpenChange, what: Sequence[None]) -> str:
    """Whatever opens the database to change it has finished that, or said why not."""
    del what
    if sql.scrubs(change.store):
        return "A forget is not finished."
    return "What was left of a forget was finished."


def _columns(change: OpenChange, what: Sequence[tuple[str, int, str, Any]]) -> str:
    for table, key, column, value in what:
        change.update(table, key, **{column: value})
    names = counted(len(what), "name or detail is", "names or details are")
    return f"{names} searched by as written."


def _standings(change: OpenChange, what: Sequence[int]) -> str:
    for key in what:
        people.edit(change, people.get(change.store, key))
    stand = counted(len(what), "person stands", "people stand")
    return f"{stand} where their touches put them."


def _thanks(change: OpenChange, what: Sequence[int]) -> str:
    for number in what:
        ledger.edit(change, ledger.get(change.store, number))
    outcomes = counted(len(what), "outcome has", "outcomes have")
    return f"{outcomes} those to thank who are on its path."


def _bookings(change: OpenChange, what: Sequence[None]) -> str:
    del what
    bookings.follow_touches(change)
    return "Bookings are held where a touch was."


_RowFix = Callable[[Any, Sequence[Any]], str]
_FILES: dict[str, Callable[[Any], str]] = {
    "mode": _mode,
    "manifest": _manifest,
    "crash": _crash,
    "wal": _wal,
}
_ROWS: dict[str, _RowFix] = {
    DANGLING: _dangling,
    "forgetting": _forgetting,
    "me": _me,
    "column": _columns,
    "standing": _standings,
    "bookings": _bookings,
    "thanks": _thanks,
}
"""How each sort of mend is done, in this order."""
