"""Whether the user's own row is there and as it always is."""

from datetime import date
from typing import Any

from netlog.doctor.finding import Finding, Mend, fault
from netlog.doctor.source import Book, Facts

_FAR_AWAY = date(9999, 12, 31)
WANTED: dict[str, Any] = {
    **dict.fromkeys(("handle", "name", "folded"), "me"),
    **dict.fromkeys(("cadence", "cluster"), ""),
    **dict.fromkeys(("starts_on", "waits_from"), _FAR_AWAY),
    **dict.fromkeys(("no_sell", "resting", "dropped"), False),
    **dict.fromkeys(("attempts", "touches", "entered"), 0),
    **dict.fromkeys(("last_contact", "first_sitdown", "last_sitdown"), None),
    **dict.fromkeys(("snoozed_until", "woken_on", "fresh_on"), None),
    "known": True,
    "draw": -1,
}
"""The user is no one to meet: known, never waiting, never drawn."""


def findings(facts: Facts, book: Book) -> list[Finding]:
    """Columns of the row that are another."""
    del facts
    me = book.me()
    wrong = [n for n, v in WANTED.items() if me is None or getattr(me, n) != v]
    if not wrong:
        return []
    said = "Your own row is not as it should be." if me else "Your own row is gone."
    command = "netlog doctor --fix" if me else "netlog restore"
    found = (Mend("me", {name: WANTED[name] for name in wrong}),) if me else ()
    return [fault(said, command, mends=found)]
