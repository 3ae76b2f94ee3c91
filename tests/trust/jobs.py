"""What a driver is asked to do: command lines at a home, and what is to go wrong."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

TODAY = "2025-06-02"
"""The day on which everything happens, unless a line says another."""
Line = Sequence[str]
"""The words of one command line."""


class Job(NamedTuple):
    """Command lines that one child of a driver runs one after the other.

    `trouble` names what is prepared before the first (see `trouble.TROUBLES`), each
    with its arguments: [["fault", "two commits"], ["limit", 4096]].  With `steps` the
    child waits before each line until it is told to go on.  `place` is where below the
    home the database is.
    """

    home: Path
    lines: Sequence[Line]
    trouble: Sequence[Sequence[Any]] = ()
    today: str = TODAY
    steps: bool = False
    place: str = "netlog.db"

    @property
    def db(self) -> Path:
        """Where the database of the home is."""
        return self.home / self.place

    @property
    def environment(self) -> Mapping[str, str]:
        """All that the child is told."""
        db = str(self.db)
        return {
            "HOME": str(self.home),
            "NETLOG_DB": db,
            "NETLOG_TODAY": self.today,
            "TYPER_USE_RICH": "0",
            "LANG": "C.UTF-8",
        }


class Answer(NamedTuple):
    """What came of one line, and the seconds that it took."""

    code: int
    out: str
    err: str
    seconds: float


def written(job: Job) -> bytes:
    """A job for the wire."""
    fields = (str(job.home), job.lines, job.trouble, job.today, job.steps, job.place)
    return json.dumps(fields).encode()


def read(text: bytes) -> Job:
    """A job from the wire."""
    home, *rest = json.loads(text)
    return Job(Path(home), *rest)
