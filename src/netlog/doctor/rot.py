"""Whether the content is as in the newest backup, but for what was changed since."""

from collections.abc import Sequence

from netlog.doctor.finding import Finding, counted, fault, some
from netlog.doctor.source import Book, Facts
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

    None without a backup, and while one must still be cleaned of somebody forgotten.
    """
    del facts
    if book.to_scrub():
        return None
    for backup in book.backups:
        found = book.rotten(backup.path) if book.is_intact(backup) else None
        if found is not None:
            return _told(found, f"{backup.manifest.day:%-d %b %Y}")
    return None


def _told(found: Sequence[Rotten], day: str) -> list[Finding]:
    following = [one for one in found if _follows(one)]
    rest = [one for one in found if not _follows(one)]
    told = ((rest, "netlog restore"), (following, "netlog doctor --fix"))
    return [_finding(rows, day, command) for rows, command in told if rows]


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
    return f"{one.table} {one.name or one.id} ({columns})"
