"""What `backup` says, and the list of backups."""

from collections.abc import Sequence
from typing import Any

from netlog.domain.backup import Backup
from netlog.output.answer import Answer, Table, command, line, lines, soft
from netlog.reports.words import many

_COLUMNS = ("backup", "made", "why", "people", "touches", "size", "whole")
_UNITS = ("bytes", "kB", "MB", "GB")
_THOUSAND = 1000


def made(backup: Backup) -> Answer:
    """Where a backup stands, and what is in it."""
    held = backup.manifest
    item = line(
        f"Backed up {amount(held.people, held.touches)}",
        soft(f" ({size(held.size)}, checked)"),
        f": {backup.path}",
    )
    return Answer("backup", backup_data(backup, whole=True), page=lines(item))


def listed(said_by: str, backups: Sequence[tuple[Backup, bool]]) -> Answer:
    """Backups, the newest first, each with whether it is whole."""
    if not backups:
        none = lines(line("There is no backup yet: ", command("netlog backup")))
        return Answer(said_by, [], page=none, table=Table(_COLUMNS, ()))
    table = Table(_COLUMNS, tuple(_row(*one) for one in backups))
    data = [backup_data(one, whole=whole) for one, whole in backups]
    return Answer(said_by, data, table=table)


def backup_data(backup: Backup, *, whole: bool) -> dict[str, Any]:
    """A backup for programs."""
    held = backup.manifest
    return {
        "path": str(backup.path),
        "day": held.day,
        "at": held.at,
        "why": held.why,
        "number": held.number,
        "people": held.people,
        "touches": held.touches,
        "rows": held.rows,
        "schema": held.schema,
        "size": held.size,
        "whole": whole,
    }


def _row(backup: Backup, whole: bool) -> tuple[str, ...]:  # noqa: FBT001 (a pair)
    held = backup.manifest
    return (
        backup.path.stem,
        f"{held.at.astimezone():%Y-%m-%d %H:%M}",
        held.why,
        str(held.people),
        str(held.touches),
        size(held.size),
        "yes" if whole else "no",
    )


def amount(people: int, touches: int) -> str:
    """So many people and so many touches."""
    return f"{many(people, 'person', 'people')} and {many(touches, 'touch', 'touches')}"


def size(number: int) -> str:
    """Bytes as people say them: 344 kB."""
    power = min((len(str(number)) - 1) // 3, len(_UNITS) - 1)
    value = number / _THOUSAND**power
    shown = f"{value:.1f}" if power and value < 10 else f"{value:.0f}"  # noqa: PLR2004 (two digits are enough)
    return f"{shown} {_UNITS[power]}"
