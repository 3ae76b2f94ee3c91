"""Filling the disk until a line has no room, at one size after the other."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.trust.driving import Driver
from tests.trust.jobs import Job
from tests.trust.judging import Case, Judge
from tests.trust.stories import FILES
from tests.trust.trouble import Trouble

PAGE = 4096
_OURS = {*FILES, "netlog.db", "all.json", ".local"}


class Tally(NamedTuple):
    """At how many sizes, at how many of them the line failed, and what was wrong."""

    sizes: int
    failures: int
    wrong: Sequence[str]


def filled(driver: Driver, case: Case, home: Path, sizes: Sequence[int]) -> Tally:
    """Run a line on a disk that has so many bytes left, for each size.

    The home must stand alone on a small disk.
    """
    found = []
    with Judge(driver, case, home) as judge, judge.begin() as child:
        for size in sizes:
            judge.begin_again()
            with room(home.parent, size):
                answer = child.go_on()
            failed = not answer or answer.code > 0
            wrong = [*judge.faults(answer), *_litter(home)]
            found.append((failed, [f"{size} bytes left: {one}" for one in wrong]))
    return _counted(found)


def limited(
    driver: Driver,
    case: Case,
    home: Path,
    sizes: Sequence[int],
    trouble: Sequence[Trouble] = (),
) -> Tally:
    """The same where no file may grow beyond a size: it looks like another error."""
    found = []
    with Judge(driver, case, home) as judge:
        for size in sizes:
            judge.begin_again()
            job = Job(home, [case.line], [*trouble, ("limit", size)])
            (answer,) = driver.do(job) or (None,)
            failed = not answer or answer.code > 0
            wrong = [*judge.faults(answer), *_litter(home)]
            found.append((failed, [f"files of {size} bytes: {one}" for one in wrong]))
    return _counted(found)


def _counted(found: Sequence[tuple[bool, list[str]]]) -> Tally:
    wrong = [one for _, some in found for one in some]
    return Tally(len(found), sum(failed for failed, _ in found), wrong)


def _litter(home: Path) -> Iterator[str]:
    """What is left lying about."""
    yield from (
        f"left: {path.name}" for path in home.iterdir() if path.name not in _OURS
    )


@contextmanager
def room(folder: Path, size: int) -> Iterator[None]:
    """Leave so many bytes free on the disk of a folder."""
    ballast = folder / "ballast"
    state = os.statvfs(folder)
    free = state.f_bavail * state.f_frsize
    with ballast.open("wb") as file:
        if free > size:
            os.posix_fallocate(file.fileno(), 0, free - size)
    try:
        yield
    finally:
        ballast.unlink()
