"""Backups made while others write: each must be one of the states that there were."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import rmtree
from typing import NamedTuple

from tests.trust.contents import look
from tests.trust.driving import Driver
from tests.trust.jobs import Job
from tests.trust.stories import files
from tests.trust.telling import Told
from tests.trust.trouble import Trouble

from netlog.backups.files import Backup, backups_of
from netlog.backups.verify import is_verified

FOLDER = ".local/state/netlog/backups"
_AT_MOST = 1_000


class Tally(NamedTuple):
    """How many backups were looked at, and what was wrong with them."""

    copies: int
    wrong: Sequence[str]


def unsound(home: Path, newest: int) -> Iterator[str]:
    """Those of the newest backups of a home that are not what they say."""
    for one in shelf(home)[:newest]:
        if not is_verified(one):
            yield f"{one.path.name} is not whole"


def shelf(home: Path) -> Sequence[Backup]:
    """The backups of the database of a home, the newest first."""
    return backups_of(home / "netlog.db", home / FOLDER)


def copied(
    driver: Driver,
    story: Told,
    home: Path,
    stories: int,
    trouble: Sequence[Trouble] = (),
) -> Tally:
    """Tell a story so often, and make backups meanwhile as quickly as it goes."""
    found = [one for _ in range(stories) for one in _once(driver, story, home, trouble)]
    return Tally(len(found), [one for one in found if one])


def _once(
    driver: Driver, story: Told, home: Path, trouble: Sequence[Trouble]
) -> Iterator[str]:
    """Each backup that was made: '' where it is well."""
    rmtree(home, ignore_errors=True)
    files(home)
    backing = Job(home, [["backup"]] * _AT_MOST, trouble, steps=True)
    with driver.begin(Job(home, story.lines)) as writer, driver.begin(backing) as other:
        writer.answer()
        while not writer.has_ended():
            answer = other.go_on()
            if not answer or answer.code:
                yield f"no backup: {answer}"
            else:
                yield _judged(shelf(home)[0], story)


def _judged(newest: Backup, story: Told) -> str:
    seen = look(newest.path)
    if seen.wrong:
        return f"damaged: {' '.join(seen.wrong)}"
    return "" if seen.text in story.states else "a state that there never was"
