"""Who may read what netlog makes: by its mode, at once and afterwards."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.trust.driving import ROOT, Driver, paths
from tests.trust.jobs import Job
from tests.trust.shim import events
from tests.trust.trouble import Trouble

_OTHERS = 0o077
OPEN_HANDED: Trouble = ("open-handed",)


def exposed(home: Path) -> Iterator[str]:
    """What is below a home, and somebody else may read, or owns."""
    for path in sorted(home.rglob("*")):
        found = path.lstat()
        if found.st_mode & _OTHERS or found.st_uid != os.geteuid():
            yield f"{path} is {found.st_mode & 0o7777:o}, of {found.st_uid}"


def born_open(log: Path) -> Iterator[str]:
    """What was made, and somebody else could have opened at that moment."""
    for event in events(log):
        is_made = event.what == "m" or (event.what == "o" and event.second)
        if is_made and int(event.two, 8) & _OTHERS:
            yield f"{os.fsdecode(event.one)} was made {event.two.decode()}"


def made(log: Path) -> set[str]:
    """The names of all files and folders that were made."""
    return {
        Path(os.fsdecode(event.one)).name
        for event in events(log)
        if event.what in "om" and event.second
    }


def told(driver: Driver, job: Job) -> list[str]:
    """Do a job; gives the lines that did not end well."""
    answers = zip(job.lines, driver.do(job), strict=True)
    return [f"{' '.join(line)}: {said}" for line, said in answers if said.code]


class Stranger:
    """Another user, who tries to read and to list whatever is below a folder."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.trust.stranger", str(folder)],
            env=paths(),
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._process.stdout
        self._process.stdout.readline()

    def found(self) -> list[str]:
        """What could be opened; the last look is taken after this was asked."""
        out, _ = self._process.communicate(b"enough")
        could: list[str] = json.loads(out)
        return could
