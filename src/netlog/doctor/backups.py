"""Whether there is a backup that is whole and not too old."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import takewhile

from netlog.doctor.finding import Finding, fault, hint
from netlog.doctor.source import Book, Facts
from netlog.domain.backup import Backup

_OLD = timedelta(days=7)


def findings(facts: Facts, book: Book) -> list[Finding] | None:
    """No backup though there is something to lose, a damaged one, none for a week.

    None on the first day: a database that is new need not be copied.
    """
    damaged = list(takewhile(lambda one: not book.is_intact(one), book.backups))
    whole = book.backups[len(damaged) :]
    found = [
        fault(f"A backup is not what it was: {one.path.name}.", "netlog backup")
        for one in damaged
    ]
    found += _age(whole[0] if whole else None, facts, book)
    return found if found or whole else None


def _age(newest: Backup | None, facts: Facts, book: Book) -> Iterator[Finding]:
    last = book.last_change()
    if last and newest is None and book.began().date() < facts.today:
        yield hint("There is no backup yet.", "netlog backup")
    if last and newest and last[1] - newest.manifest.at > _OLD:
        day = f"{newest.manifest.day:%-d %b %Y}"
        said = f"The newest backup is of {day}, and much was changed since."
        yield fault(said, "netlog backup")
