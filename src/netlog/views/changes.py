"""What `undo`, `redo` and `history` say."""

from collections.abc import Iterable, Mapping
from typing import Any

from netlog.domain.journal import Change, ChangeCounted, Numbered
from netlog.output.answer import Answer, Table, command, line, lines

_COLUMNS = ("change", "when", "command", "entries", "state")
_STATES = {"done": "", "undone": "undone", "gone": "undone"}


def turned(said_by: str, verb: str, change: Change) -> Answer:
    """Which change was taken back or done again."""
    item = line(f"{verb}: ", command(f"netlog {change.command}"))
    data = {"change": change.id, "command": change.command, "at": change.at}
    return Answer(said_by, data, page=lines(item))


def history(
    changes: Iterable[ChangeCounted], numbered: Mapping[int, list[Numbered]]
) -> Answer:
    """Changes, the newest first, with the numbers of what they wrote."""
    held = [(change, numbered.get(change.id, [])) for change in changes]
    table = Table(_COLUMNS, tuple(_row(*pair) for pair in held))
    return Answer("history", [_data(*pair) for pair in held], table=table)


def _row(change: ChangeCounted, entries: list[Numbered]) -> tuple[str, ...]:
    return (
        str(change.id),
        change.at.astimezone().strftime("%Y-%m-%d %H:%M"),
        change.command,
        _entries(entries),
        _STATES[change.state],
    )


def _data(change: ChangeCounted, entries: list[Numbered]) -> dict[str, Any]:
    return {
        "change": change.id,
        "at": change.at,
        "command": change.command,
        "state": change.state,
        "rows": change.rows,
        "entries": [{"what": one.tab, "number": one.row_id} for one in entries],
    }


def _entries(entries: Iterable[Numbered]) -> str:
    said = dict.fromkeys(f"{one.tab} {one.row_id}" for one in entries)
    shown = list(said)[:4]
    more = len(said) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
