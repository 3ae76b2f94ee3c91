"""Killing netlog while it brings a database of an older schema to the current one."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from shutil import rmtree
from time import sleep
from typing import NamedTuple

from tests.db.older import older
from tests.trust.contents import Seen, difference, look
from tests.trust.driving import Driver
from tests.trust.jobs import Job
from tests.trust.telling import succeeded
from tests.trust.trouble import Trouble

LINE = ("list",)
"""What is typed first with a netlog that is new."""


class Tally(NamedTuple):
    """How often a migration was killed, what the file then was, and what was wrong."""

    kills: int
    before: int
    after: int
    wrong: Sequence[str]


def kills(
    driver: Driver,
    number: int,
    work: Path,
    many: int,
    chance: Random,
    trouble: Sequence[Trouble] = (),
) -> Tally:
    """Kill so often while a file of a schema is brought on, each time a fresh one."""
    job = Job(work / "home", [LINE])
    before, after, seconds = _undisturbed(driver, job, number)
    left: list[Seen] = []
    wrong: list[str] = []
    for _ in range(many):
        _make(job, number)
        _kill(driver, job._replace(trouble=trouble), chance.uniform(0, seconds * 1.2))
        left.append(look(job.db))
        wrong += _wrong(driver, job, left[-1], (before, after))
    return Tally(many, left.count(before), left.count(after), wrong)


def _undisturbed(driver: Driver, job: Job, number: int) -> tuple[Seen, Seen, float]:
    """What a file holds before and after, and how long it takes."""
    _make(job, number)
    before = look(job.db)
    answers = driver.do(job)
    succeeded(job.lines, answers)
    return before, look(job.db), answers[0].seconds


def _make(job: Job, number: int) -> None:
    rmtree(job.home, ignore_errors=True)
    job.home.mkdir()
    older(job.db, number)


def _kill(driver: Driver, job: Job, seconds: float) -> None:
    with driver.begin(job) as child:
        sleep(seconds)
        child.kill()
        list(child.answers())


def _wrong(
    driver: Driver, job: Job, seen: Seen, whole: Sequence[Seen]
) -> Iterator[str]:
    """What is wrong with what a kill left, and with how the next command goes on."""
    if seen not in whole:
        yield f"{' '.join(seen.wrong)} {difference(whole[0].text, seen.text)}"
    answers, now = driver.do(job), look(job.db)
    if [one.code for one in answers] != [0] or now != whole[1]:
        yield f"not taken up again: {answers} {' '.join(now.wrong)}"
