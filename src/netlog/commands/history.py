"""netlog history: what was changed."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from typer import Context

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.journal import ENDS_HISTORY, ChangeCounted, Numbered
from netlog.options import app_of, option
from netlog.output.answer import Answer, Table

_COLUMNS = ("change", "when", "command", "entries", "state")
_STATES = {"done": "", "undone": "undone", "gone": "undone"}
_ENDS_HISTORY = "for ever"


def command(
    ctx: Context,
    most: Annotated[
        int,
        option(
            "-n", "--most", help_text="How many at the most (20).", min=1, max=1_000_000
        ),
    ] = 20,
) -> None:
    """What was changed, the newest first, with the numbers of what it wrote."""
    app = app_of(ctx)
    changes = sql.changes(app.store, most)
    app.show(_answer(changes, {c.id: _numbered(app.store, c.id) for c in changes}))


def _numbered(store: Store, number: int) -> list[Numbered]:
    """What a change wrote, each once however often it wrote it."""
    return list(dict.fromkeys(sql.numbered(store, number)))


def _answer(
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
        _state(change),
    )


def _state(change: ChangeCounted) -> str:
    ends_history = (change.command, change.state) == (ENDS_HISTORY, "gone")
    return _ENDS_HISTORY if ends_history else _STATES[change.state]


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
    said = [f"{entry.tab} {entry.row_id}" for entry in entries]
    shown = said[:4]
    more = len(said) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
