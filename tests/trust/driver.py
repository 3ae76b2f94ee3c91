"""A process that has netlog loaded and runs each job in a child of its own.

To start an interpreter takes longer than twenty commands, so it is done once: python -m
tests.trust.driver NUMBER, where NUMBER is the file descriptor of a socket.  A child is
what a process of netlog would be: killed, it leaves what that would have left.
"""

import gc
import io
import os
import socket
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from tempfile import TemporaryDirectory
from time import perf_counter
from types import ModuleType

from tests.trust.jobs import Answer, Job, Line, read
from tests.trust.trouble import prepared
from tests.trust.wire import got, say

import netlog

# What only the build and an import need, and what takes longest to import.
_LEFT_OUT = (
    "schema",
    "queries",
    "columns",
    "build",
    "load",
    "validate",
    "__main__",
    "table",
)


WARM_UP = ("add A B --met", "log a-b", "promise a-b it", "undo", "due", "list")
"""Lines that are run once, so that what is made when first needed is there."""


def load() -> None:
    """Import all of netlog that commands run, so that no child has to."""
    gc.disable()
    _load(netlog)
    with TemporaryDirectory() as home:
        os.environ.update(Job(Path(home), ()).environment)
        for line in WARM_UP:
            run(line.split())
    gc.collect()
    gc.freeze()


def _load(package: ModuleType) -> None:
    for found in walk_packages(package.__path__, f"{package.__name__}."):
        if not set(found.name.split(".")) & set(_LEFT_OUT):
            import_module(found.name)


def serve(channel: socket.socket) -> None:
    """Take jobs until there are no more; each comes with two file descriptors."""
    while job := got(channel):
        text, (replies, stop) = job
        if os.fork() == 0:
            channel.close()
            work(read(text), replies, stop)
        os.close(replies)
        os.close(stop)
        _bury()


def work(job: Job, replies: int, stop: int) -> None:
    """Run the lines of a job, answer after each, and wait to be let go."""
    os.environ.clear()
    os.environ.update(job.environment)
    os.chdir(job.home)
    say(replies, os.getpid())
    try:
        after = prepared(job)
        for line in job.lines:
            if job.steps and not os.read(stop, 1):
                break
            answer = run(line)
            after()
            say(replies, answer)
        os.close(replies)
        os.read(stop, 1)
    finally:
        os._exit(0)


def run(line: Line) -> Answer:
    """Run one command line within this process."""
    from netlog.cli import run as run_line

    files = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = _stream(), _stream(), _stream()
    begun = perf_counter()
    try:
        code = run_line(list(line))
        seconds = perf_counter() - begun
        return Answer(code, _written(sys.stdout), _written(sys.stderr), seconds)
    finally:
        sys.stdin, sys.stdout, sys.stderr = files


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")


def _written(stream: object) -> str:
    assert isinstance(stream, io.TextIOWrapper)
    stream.flush()
    stream.seek(0)
    return stream.read()


def _bury() -> None:
    """Take leave of the children that have ended."""
    while True:
        try:
            if os.waitpid(-1, os.WNOHANG) == (0, 0):
                return
        except ChildProcessError:
            return


if __name__ == "__main__":
    load()
    serve(socket.socket(fileno=int(sys.argv[1])))
