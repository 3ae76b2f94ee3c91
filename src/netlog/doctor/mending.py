"""What `doctor --fix` puts right: nothing is lost by it, and what it was is kept."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netlog.doctor.examination import Examination
from netlog.doctor.finding import Mend, counted
from netlog.domain.person import ME_ID
from netlog.errors import DatabaseError
from netlog.records import NamedTuple

if TYPE_CHECKING:
    from netlog.storage.change import Change
    from netlog.storage.store import Store

FIRST = ("mode", "crash", "wal")
"""What is done to files: no change of the database, nothing to undo."""
STRAY = "stray"
_KEPT = (STRAY, "forgetting")
_UNTOUCHED = "Nothing in the database was mended: what was lost comes first."


class Surgery(NamedTuple):
    """What mending needs: to back up, and to change the database.

    `without_undo` opens a change that no undo takes back.
    """

    back_up: Callable[[], object]
    change: "Opened"
    without_undo: "Opened"


@contextmanager
def without_undo(store: "Store", now: datetime, words: str) -> Iterator["Change"]:
    """A change that stands in the journal and is not undone.

    Rows that point at nothing could not be put back.
    """
    from netlog.storage.change import changing

    with changing(store, now, words) as change:
        yield change
        number = change.recorder.number
        change.recorder.patch("change", number, {"state": "gone"})


def mend_files(found: Examination) -> list[str]:
    """Put files right; says what was done."""
    return [_FILES[m.how](m.what) for m in found.mends if m.how in FIRST]


def can_be_undone(found: Examination) -> bool:
    """Whether something is mended by a change that undo takes back."""
    kept = (*FIRST, *_KEPT)
    return not found.lost and any(mend.how not in kept for mend in found.mends)


def mend_rows(found: Examination, surgery: Surgery) -> list[str]:
    """Put rows right, after a backup; says what was done."""
    mends = [mend for mend in found.mends if mend.how not in FIRST]
    if not mends or found.lost:
        return [_UNTOUCHED] if mends else []
    strays = [mend for mend in mends if mend.how == STRAY]
    rest = [mend for mend in mends if mend.how != STRAY]
    # They keep a backup from being sound; what they said is in the journal.
    said = _mended(surgery.without_undo, strays)
    try:
        surgery.back_up()
    except DatabaseError as error:
        return [*said, f"Nothing else was mended: {error.sentence}"]
    return said + _mended(surgery.change, rest)


def _mended(opened: "Opened", mends: Sequence[Mend]) -> list[str]:
    if not mends:
        return []
    with opened() as change:
        return [
            line
            for how, way in _ROWS.items()
            for line in _done(way, change, [m.what for m in mends if m.how == how])
        ]


def _done(way: "Way", change: "Change", what: Sequence[Any]) -> Iterable[str]:
    if what:
        yield way(change, what)


def _mode(what: tuple[Path, int]) -> str:
    path, mode = what
    try:
        path.chmod(mode)
    except OSError as error:
        return f"{path} stays as it is: {error.strerror}."
    return f"{path} is yours alone now."


def _crash(path: Path) -> str:
    from netlog.storage.diagnosis import roll_back

    roll_back(path)
    return "What a crash had left half-written was taken back."


def _wal(path: Path) -> str:
    from netlog.storage.diagnosis import write_plainly

    write_plainly(path)
    return "The file writes as netlog has it write again."


def _strays(change: "Change", what: Sequence[Any]) -> str:
    for stray in what:
        if stray.needed:
            change.recorder.delete(stray.table, stray.id)
        else:
            change.recorder.update(stray.table, stray.id, **{stray.column: None})
    rows = counted(len(what), "row that points", "rows that point")
    return f"{rows} at nothing let go."


def _me(change: "Change", what: Sequence[dict[str, Any]]) -> str:
    for columns in what:
        change.recorder.update("person", ME_ID, **columns)
    return "Your own row is as it always is."


def _forgetting(change: "Change", what: Sequence[None]) -> str:
    """Whatever opens the database to change it has finished that, or said why not."""
    del what
    if change.forgotten.unfinished():
        return "A forget is not finished."
    return "What was left of a forget was finished."


def _columns(change: "Change", what: Sequence[tuple[str, int, str, Any]]) -> str:
    for table, key, column, value in what:
        change.recorder.update(table, key, **{column: value})
    names = counted(len(what), "name or detail is", "names or details are")
    return f"{names} searched by as written."


def _standings(change: "Change", what: Sequence[int]) -> str:
    for key in what:
        change.people.edit(change.people.get(key))
    people = counted(len(what), "person stands", "people stand")
    return f"{people} where their touches put them."


def _thanks(change: "Change", what: Sequence[int]) -> str:
    for number in what:
        change.ledger.edit(change.ledger.get(number))
    outcomes = counted(len(what), "outcome has", "outcomes have")
    return f"{outcomes} those to thank who are on its path."


Opened = Callable[[], AbstractContextManager[Any]]
Way = Callable[[Any, Sequence[Any]], str]
_FILES: dict[str, Callable[[Any], str]] = {"mode": _mode, "crash": _crash, "wal": _wal}
_ROWS: dict[str, Way] = {
    STRAY: _strays,
    "forgetting": _forgetting,
    "me": _me,
    "column": _columns,
    "standing": _standings,
    "thanks": _thanks,
}
"""How each sort of mend is done, in this order."""
