"""Checks that read the backups: they are whole, and the file agrees with them."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from shlex import quote

from netlog.backups.files import Backup, Copy
from netlog.backups.verify import is_verified
from netlog.db import policy
from netlog.db.tombstones import came_back
from netlog.doctor.bitrot import rotten_rows
from netlog.doctor.finding import Finding, Mend, fault, hint, some
from netlog.doctor.machine import Surroundings
from netlog.doctor.reader import DoctorReader
from netlog.doctor.rows import RottenRow
from netlog.domain.numbers import counted

_TOO_OLD = timedelta(days=7)
_ALWAYS_READ, _MOST_BYTES = 2, 256 * 2**20
"""So many backups are read whatever their size, and more up to so many bytes."""


def check_backups(
    surroundings: Surroundings, reader: DoctorReader
) -> list[Finding] | None:
    """No backup though there is something to lose; a damaged, unverified or old one.

    None on the first day: a database that is new need not be copied.
    """
    believed = [
        Backup(copy.path, copy.manifest)
        for copy in reader.copies
        if copy.manifest and not copy.trouble
    ]
    damaged = [b for b in backups_to_read(believed) if not reader.is_intact(b)]
    whole = next((b for b in reader.backups if b not in damaged), None)
    found = [
        fault(f"A backup is not what it was: {backup.path.name}.", "netlog backup")
        for backup in damaged
    ]
    found += [_unverified(copy, surroundings) for copy in reader.copies if copy.trouble]
    found += _backup_age(whole, surroundings, reader)
    return found if found or whole else None


def _unverified(copy: Copy, surroundings: Surroundings) -> Finding:
    """A copy without a manifest that can be believed; one is made where it is sound."""
    name = copy.path.name
    if copy.is_file and is_verified(copy):
        return fault(
            f"A backup is unverified: {name} {copy.trouble}.",
            "netlog doctor --fix",
            mends=(Mend("manifest", (surroundings.machine.database, copy)),),
        )
    look = f"ls -l {quote(str(copy.path))}"
    return fault(f"A backup cannot be read: {name} {copy.trouble}.", look)


def backups_to_read(newest_first: Sequence[Backup]) -> Iterator[Backup]:
    """The backups that are read: newest, oldest, and others while they are small."""
    read = 0
    for number, backup in enumerate([*newest_first[:1], *newest_first[:0:-1]]):
        read += backup.manifest.size
        if number < _ALWAYS_READ or read <= _MOST_BYTES:
            yield backup


def _backup_age(
    newest: Backup | None, surroundings: Surroundings, reader: DoctorReader
) -> Iterator[Finding]:
    last = reader.last_change()
    if last and newest is None and reader.began().date() < surroundings.today:
        yield hint("There is no backup yet.", "netlog backup")
    if last and newest and last[1] - newest.manifest.at > _TOO_OLD:
        day = f"{newest.manifest.day:%-d %b %Y}"
        sentence = f"The newest backup is of {day}, and much was changed since."
        yield fault(sentence, "netlog backup")


def check_rot(_: Surroundings, reader: DoctorReader) -> list[Finding] | None:
    """Rows that changed although nobody changed them.

    What rotted before a backup was made is in it, but in none that is older. None
    without a backup, and while one must still be cleaned of somebody forgotten.
    """
    if "" in reader.to_scrub():
        return None
    compared = [
        (found, backup)
        for backup in _comparable(reader)
        if (found := rotten_rows(reader.store.connection, backup.path)) is not None
    ]
    if not compared:
        return None
    rotten = {(one.table, one.id): one for found, _ in compared for one in found}
    if not rotten:
        return []
    if back := came_back(reader.store.connection):
        return [_forgotten_again(back)]
    without = [backup for found, backup in compared if found]
    kept = max(without, key=lambda backup: backup.manifest.number)
    return _rot_findings(list(rotten.values()), kept)


def _comparable(reader: DoctorReader) -> Iterator[Backup]:
    """Backups to hold the file against: none that was cleaned of somebody.

    What a forget writes anew in one is true, but not the same as in the file.
    """
    for backup in backups_to_read(reader.backups):
        if reader.is_intact(backup) and not backup.manifest.cleaned:
            yield backup


def _rot_findings(found: Sequence[RottenRow], kept: Backup) -> list[Finding]:
    """What rotted, to be restored from a backup, and what follows from other rows."""
    following = [one for one in found if _follows_from_others(one)]
    rest = [one for one in found if not _follows_from_others(one)]
    day, restore = kept.manifest.day, f"netlog restore {kept.path.stem} --dry-run"
    told = ((rest, restore), (following, "netlog doctor --fix"))
    return [
        _rot_finding(rows, f"{day:%-d %b %Y}", command)
        for rows, command in told
        if rows
    ]


def _forgotten_again(back: Sequence[str]) -> Finding:
    """Backups are without whoever was forgotten, so nothing can be told from them."""
    several = "was" if len(back) == 1 else "were"
    again = "is" if len(back) == 1 else "are"
    return hint(
        f"{some(back)} {several} forgotten, and {again} there again, from a copy that"
        " netlog could not clean; the backups are without them.",
        f"netlog forget {back[0]}",
        handles=tuple(back),
    )


def _follows_from_others(one: RottenRow) -> bool:
    roles = {policy.columns()[one.table][name].role for name in one.columns}
    return bool(roles) and roles <= {"follows", "derived"}


def _rot_finding(found: Sequence[RottenRow], day: str, command: str) -> Finding:
    many = counted(len(found), "row is", "rows are")
    return fault(
        f"{many} not as in the backup of {day}, and no change explains it:"
        f" {some([_row_named(one) for one in found])}.",
        command,
        handles=tuple(one.name for one in found if one.name),
        lost=not _follows_from_others(found[0]),
    )


def _row_named(one: RottenRow) -> str:
    columns = ", ".join(one.columns) or "gone"
    table = "journal" if one.table == "change_row" else one.table
    return f"{table} {one.name or one.id} ({columns})"
