"""Backups as `backup` and `restore` show them."""

from collections.abc import Sequence
from typing import Any

from netlog.backups.files import Copy, moment_of
from netlog.domain.numbers import counted
from netlog.output.answer import Answer, Table, command_line, line, lines

_COLUMNS = ("backup", "made", "why", "people", "touches", "size", "whole")
_UNKNOWN = (
    *("day", "at", "why", "number", "people", "touches", "rows", "schema", "size"),
)
_UNITS = ("bytes", "kB", "MB", "GB")
_THOUSAND = 1000


def backup_list(said_by: str, copies: Sequence[tuple[Copy, bool]]) -> Answer:
    """Backups, the newest first, each with whether it is whole.

    Of one without a manifest that can be believed this is not known.
    """
    if not copies:
        none = lines(line("There is no backup yet: ", command_line("netlog backup")))
        return Answer(said_by, [], page=none, table=Table(_COLUMNS, ()))
    table = Table(_COLUMNS, tuple(_row(*one) for one in copies))
    data = [backup_data(one, whole=whole) for one, whole in copies]
    return Answer(said_by, data, table=table)


def backup_data(copy: Copy, *, whole: bool) -> dict[str, Any]:
    """A backup for programs; what its manifest would say is null without one."""
    held = copy.manifest
    if held is None:
        unknown = dict.fromkeys(_UNKNOWN)
        at = {"at": moment_of(copy.path), "size": _size(copy)}
        return {"path": str(copy.path), **unknown, **at, "whole": False}
    return {
        "path": str(copy.path),
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


def _row(copy: Copy, whole: bool) -> tuple[str, ...]:  # noqa: FBT001 (a pair)
    held = copy.manifest
    if held is None:
        at = moment_of(copy.path)
        made = f"{at.astimezone():%Y-%m-%d %H:%M}" if at else ""
        return (copy.path.stem, made, "", "", "", size(_size(copy)), "unverified")
    return (
        copy.path.stem,
        f"{held.at.astimezone():%Y-%m-%d %H:%M}",
        held.why,
        str(held.people),
        str(held.touches),
        size(held.size),
        "yes" if whole else "no",
    )


def _size(copy: Copy) -> int:
    """The bytes of a copy itself, be it a file or whatever has its name."""
    return copy.path.lstat().st_size


def amount(people: int, touches: int) -> str:
    """So many people and so many touches."""
    some = counted(people, "person", "people")
    return f"{some} and {counted(touches, 'touch', 'touches')}"


def size(number: int) -> str:
    """Bytes as people say them: 344 kB."""
    power = min((len(str(number)) - 1) // 3, len(_UNITS) - 1)
    value = number / _THOUSAND**power
    shown = f"{value:.1f}" if power and value < 10 else f"{value:.0f}"  # noqa: PLR2004 (two digits are enough)
    return f"{shown} {_UNITS[power]}"
