"""Whether the content is as in the backups, but for what was changed since."""

from collections.abc import Iterator, Sequence

from netlog.doctor.backups import looked_at
from netlog.doctor.finding import Finding, counted, fault, hint, some
from netlog.doctor.source import Book, Facts
from netlog.domain.backup import Backup
from netlog.domain.examined import Rotten
from netlog.domain.standing import Derived

_FOLLOWS = {
    "person": {"folded", "draw", *Derived._fields},
    "detail": {"folded"},
    "place": {"folded"},
    "introduction": {"state"},
}
"""Columns that follow from others: the rules put them right."""


def findings(facts: Facts, book: Book) -> list[Finding] | None:
    """Rows that changed although nobody changed them.

    What rotted before a backup was made is in it, but in none that is older. None
    without a backup, and while one must still be cleaned of somebody forgotten.
    """
    del facts
    if "" in book.to_scrub():
        return None
    compared = [
        (found, backup)
        for backup in _comparable(book)
        if (found := book.rotten(backup.path)) is not None
    ]
    if not compared:
        return None
    rotten = {(one.table, one.id): one for found, _ in compared for one in found}
    if not rotten:
        return []
    if back := book.came_back():
        return [_because_of(back)]
    without = [backup for found, backup in compared if found]
    kept = max(without, key=lambda backup: backup.manifest.number)
    return _told(list(rotten.values()), kept)


def _comparable(book: Book) -> Iterator[Backup]:
    """Backups to hold the file against; one that was cleaned only as the newest.

    What a forget writes anew in an older one is true, but not the same as in the file.
    """
    for backup in looked_at(book.backups):
        newest = backup == book.backups[0]
        if book.is_intact(backup) and (newest or not backup.manifest.cleaned):
            yield backup


def _told(found: Sequence[Rotten], kept: Backup) -> list[Finding]:
    """What rotted, to be restored from a backup, and what follows from other rows."""
    following = [one for one in found if _follows(one)]
    rest = [one for one in found if not _follows(one)]
    day, restore = kept.manifest.day, f"netlog restore {kept.path.stem} --dry-run"
    told = ((rest, restore), (following, "netlog doctor --fix"))
    return [
        _finding(rows, f"{day:%-d %b %Y}", command) for rows, command in told if rows
    ]


def _because_of(back: Sequence[str]) -> Finding:
    """Backups are without whoever was forgotten, so nothing can be told from them."""
    several = "was" if len(back) == 1 else "were"
    again = "is" if len(back) == 1 else "are"
    return hint(
        f"{some(back)} {several} forgotten, and {again} there again, from a copy that"
        " netlog could not clean; the backups are without them.",
        f"netlog forget {back[0]}",
        handles=tuple(back),
    )


def _follows(one: Rotten) -> bool:
    return bool(one.columns) and set(one.columns) <= _FOLLOWS.get(one.table, set())


def _finding(found: Sequence[Rotten], day: str, command: str) -> Finding:
    many = counted(len(found), "row is", "rows are")
    return fault(
        f"{many} not as in the backup of {day}, and no change explains it:"
        f" {some([_row(one) for one in found])}.",
        command,
        handles=tuple(one.name for one in found if one.name),
        lost=not _follows(found[0]),
    )


def _row(one: Rotten) -> str:
    columns = ", ".join(one.columns) or "gone"
    table = "journal" if one.table == "change_row" else one.table
    return f"{table} {one.name or one.id} ({columns})"
