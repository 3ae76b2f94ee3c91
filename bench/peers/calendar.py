"""iCalendar files, one event or task a file, as khal and todoman read them."""

from collections.abc import Iterable
from pathlib import Path

from bench.peers.peer import put


def write_items(folder: Path, items: Iterable[str]) -> None:
    """A file for every item."""
    for number, item in enumerate(items):
        put(folder / f"{number}.ics", _calendar(number, item))


def _calendar(number: int, item: str) -> str:
    kind, _, rest = item.partition("\n")
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//netlog//bench//EN",
        f"BEGIN:{kind}",
        f"UID:{number}",
        "DTSTAMP:20250602T120000Z",
        *rest.splitlines(),
        f"END:{kind}",
        "END:VCALENDAR",
        "",
    )
    return "\r\n".join(lines)
