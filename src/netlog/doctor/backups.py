"""Whether there is a backup that is whole and not too old."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from netlog.doctor.finding import Finding, fault, hint
from netlog.doctor.source import Book, Facts
from netlog.domain.backup import Backup

_OLD = timedelta(days=7)
_ALWAYS, _MOST = 2, 256 * 2**20
"""So many backups are read whatever their size, and more up to so many bytes."""


def findings(facts: Facts, book: Book) -> list[Finding] | None:
    """No backup though there is something to lose, a damaged one, none for a week.

    None on the first day: a database that is new need not be copied.
    """
    damaged = [one for one in looked_at(book.backups) if not book.is_intact(one)]
    whole = next((one for one in book.backups if one not in damaged), None)
    found = [
        fault(f"A backup is not what it was: {one.path.name}.", "netlog backup")
        for one in damaged
    ]
    found += _age(whole, facts, book)
    return found if found or whole else None


def looked_at(newest_first: Sequence[Backup]) -> Iterator[Backup]:
    """The backups that are read: newest, oldest, and others while they are small."""
    read = 0
    for number, backup in enumerate([*newest_first[:1], *newest_first[:0:-1]]):
        read += backup.manifest.size
        if number < _ALWAYS or read <= _MOST:
            yield backup


def _age(newest: Backup | None, facts: Facts, book: Book) -> Iterator[Finding]:
    last = book.last_change()
    if last and newest is None and book.began().date() < facts.today:
        yield hint("There is no backup yet.", "netlog backup")
    if last and newest and last[1] - newest.manifest.at > _OLD:
        day = f"{newest.manifest.day:%-d %b %Y}"
        said = f"The newest backup is of {day}, and much was changed since."
        yield fault(said, "netlog backup")
