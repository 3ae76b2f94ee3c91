"""What a child of a driver is prepared with before its first line."""

import os
import shutil
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path
from typing import Any

from tests.trust import faults, shim
from tests.trust.jobs import Job

from netlog.db import open as opening
from netlog.repository import change

After = Callable[[], None]
"""What is done after each line."""


def prepared(job: Job) -> After:
    """Prepare this process; gives what is to be done after each line."""
    steps = [TROUBLES[name](job, *how) for name, *how in job.trouble]

    def after() -> None:
        for step in steps:
            step()

    return after


def _nothing() -> None:
    pass


def _fault(job: Job, name: str) -> After:
    """Make a mistake that a harness must find."""
    del job
    faults.exchange(*faults.FAULTS[name])
    return _nothing


def _keep(job: Job, folder: str) -> After:
    """Put a copy of the database aside after each line, by its number from 1."""
    numbers = count(1)

    def keep() -> None:
        shutil.copyfile(job.db, Path(folder, f"{next(numbers)}.db"))

    return keep


def _limit(job: Job, size: int) -> After:
    """No file may become larger than so many bytes."""
    del job
    from resource import RLIMIT_FSIZE, setrlimit
    from signal import SIG_IGN, SIGXFSZ, signal

    signal(SIGXFSZ, SIG_IGN)
    setrlimit(RLIMIT_FSIZE, (size, size))
    return _nothing


def _cramped(job: Job) -> After:
    """So little memory that what is being written goes to the file early on."""
    del job
    small = "PRAGMA cache_size=5; PRAGMA cache_spill=5;"
    faults.exchange(opening, "_PRAGMAS", lambda careful: careful + small)
    faults.exchange(change, "_LARGE_CACHE", lambda _: "PRAGMA cache_size=5")
    return _nothing


def _weak(job: Job) -> After:
    """Permissions hold, even if the tests are run by the superuser."""
    del job
    if os.geteuid() == 0:
        shim.give_up_privileges()
    return _nothing


def _open_handed(job: Job) -> After:
    """A umask that keeps nothing from anybody."""
    del job
    os.umask(0)
    return _nothing


def _log(job: Job, path: str) -> After:
    """Log what happens to files below the home, and when a line is done."""
    library = shim.library()
    library.trust_watch(os.fsencode(job.home))
    library.trust_log(os.fsencode(path))

    def mark() -> None:
        library.trust_mark()

    return mark


def _fail(job: Job, error: int, forever: int, report: str) -> After:
    """Let one call fail, or all from it on: of each line one call later.

    The report says how many calls the last line has made.
    """
    library = shim.library()
    library.trust_watch(os.fsencode(job.home))
    numbers = count(1)
    library.trust_fail(next(numbers), error, forever)

    def told() -> None:
        Path(report).write_text(str(library.trust_calls()), encoding="ascii")
        library.trust_fail(next(numbers), error, forever)

    return told


TROUBLES: Mapping[str, Callable[..., After]] = {
    "fault": _fault,
    "keep": _keep,
    "limit": _limit,
    "cramped": _cramped,
    "weak": _weak,
    "open-handed": _open_handed,
    "log": _log,
    "fail": _fail,
}
"""Each trouble by its name."""

Trouble = tuple[Any, ...]
"""The name of a trouble, and its arguments."""
