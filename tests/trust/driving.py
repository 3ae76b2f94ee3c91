"""Starting drivers, giving them jobs, and killing the children that do them."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from select import select
from types import TracebackType
from typing import Self

from tests.trust.jobs import Answer, Job, written
from tests.trust.wire import send

import netlog

SOURCES = Path(netlog.__file__).parents[1]
ROOT = Path(__file__).parents[2]
"""The folders with `netlog` and with `tests` in them."""


class Child:
    """One job that is being done by a process of its own."""

    def __init__(self, replies: int, stop: int) -> None:
        self._replies = os.fdopen(replies, "rb", buffering=0)
        self._stop = stop
        self._text = b""
        self.pid = int(self._line() or 0)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let it go: it ends by itself."""
        self._replies.close()
        os.close(self._stop)

    def answers(self) -> Iterator[Answer]:
        """Every answer, as it is given, until the child has no more."""
        while line := self._line():
            yield Answer(*json.loads(line))

    def answer(self) -> Answer | None:
        """The next answer; None where the child ends without."""
        return next(self.answers(), None)

    def tell(self) -> None:
        """Tell a child that waits before each line to go on."""
        os.write(self._stop, b".")

    def go_on(self) -> Answer | None:
        """The answer to the next line of a job that waits before each."""
        self.tell()
        return self.answer()

    def has_ended(self) -> bool:
        """Whether it has run its last line; does not wait."""
        while select([self._replies], [], [], 0)[0]:
            more = self._replies.read(65536)
            if not more:
                return True
            self._text += more
        return False

    def kill(self) -> None:
        """Kill -9; the child cannot have ended before, for it waits to be let go."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def _line(self) -> bytes:
        """The next whole line; nothing where the child ends before."""
        while b"\n" not in self._text:
            more = self._replies.read(65536)
            if not more:
                return b""
            self._text += more
        line, _, self._text = self._text.partition(b"\n")
        return line


class Driver:
    """A process that does jobs, each in a child of its own."""

    def __init__(self, channel: socket.socket) -> None:
        self._channel = channel

    def begin(self, job: Job) -> Child:
        """Begin a job."""
        replies, their_replies = os.pipe()
        their_stop, stop = os.pipe()
        send(self._channel, written(job), [their_replies, their_stop])
        os.close(their_replies)
        os.close(their_stop)
        return Child(replies, stop)

    def do(self, job: Job) -> list[Answer]:
        """Do a job to its end."""
        with self.begin(job) as child:
            return list(child.answers())


def paths() -> dict[str, str]:
    """The environment of a process that finds netlog, and what is here."""
    python = os.pathsep.join((str(SOURCES), str(ROOT)))
    return {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONPATH": python}


@contextmanager
def driving(more: Mapping[str, str] | None = None) -> Iterator[Driver]:
    """A driver, with more in its environment."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        number = theirs.fileno()
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.trust.driver", str(number)],
            env={**paths(), **(more or {})},
            cwd=ROOT,
            pass_fds=[number],
            stdin=subprocess.DEVNULL,
        )
        theirs.close()
        try:
            yield Driver(ours)
        finally:
            ours.close()
            process.wait()
