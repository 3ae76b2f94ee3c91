"""What `undo`, `redo` and `history` say."""

from collections.abc import Iterable, Mapping

from netlog.domain.journal import Change, ChangeCounted, Numbered
from netlog.output.answer import Answer, Table, command, line, lines

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
    held = list(changes)
    rows = tuple(
        (
            str(change.id),
            change.at.astimezone().strftime("%Y-%m-%d %H:%M"),
            change.command,
            _entries(numbered.get(change.id, [])),
            _STATES[change.state],
        )
        for change in held
    )
    data = [
        {
            "change": change.id,
            "at": change.at,
            "command": change.command,
            "state": change.state,
            "rows": change.rows,
            "entries": [
                {"what": one.tab, "number": one.row_id}
                for one in numbered.get(change.id, [])
            ],
        }
        for change in held
    ]
    columns = ("change", "when", "command", "entries", "state")
    return Answer("history", data, table=Table(columns, rows))


def _entries(entries: Iterable[Numbered]) -> str:
    said = dict.fromkeys(f"{one.tab} {one.row_id}" for one in entries)
    shown = list(said)[:4]
    more = len(said) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
