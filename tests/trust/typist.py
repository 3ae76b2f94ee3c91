"""A process that types lines and tells what it did beyond files: for a tracer to see.

python -m tests.trust.typist does the jobs that are on stdin, one a line, and answers
each with what came of its lines and every call of Python's to the network or to start
another program.  Calls to the network are refused, unless it is told to `let` them be.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.trust.driver import run
from tests.trust.jobs import Job, read
from tests.trust.trouble import prepared
from tests.trust.wire import say

_NETWORK = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "ssl.")
_PROGRAMS = ("subprocess.", "os.exec", "os.posix_spawn", "os.system", "os.fork")


class BlockedError(RuntimeError):
    """Somebody wanted to use the network."""


class Hook:
    """Hears of every call; those to the network are refused, unless they are let be."""

    def __init__(self, *, lets: bool) -> None:
        self.heard: list[str] = []
        self.lets = lets

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """What Python says before it does something."""
        if event.startswith((*_NETWORK, *_PROGRAMS)):
            self.heard.append(f"{event} {arguments}"[:200])
        if event.startswith(_NETWORK) and not self.lets:
            raise BlockedError(event)

    @contextmanager
    def at(self, job: Job) -> Iterator[None]:
        """A job's home and environment, and a fresh ear."""
        self.heard.clear()
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "PYTHONPATH")}
        os.environ.clear()
        os.environ.update({**kept, **job.environment})
        os.chdir(job.home)
        prepared(job)
        yield


def main() -> None:
    """Do every job."""
    hook = Hook(lets=sys.argv[1:] == ["let"])
    sys.addaudithook(hook)
    for text in sys.stdin.buffer:
        job = read(text)
        with hook.at(job):
            answers = [run(line) for line in job.lines]
            say(1, (answers, hook.heard))


if __name__ == "__main__":
    main()
