"""Whether any command uses the network: by what Python says, and by what Linux says."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.trust.driving import ROOT, paths
from tests.trust.jobs import Answer, Job, written

# A call that opens a socket, or names an address, of another family than AF_UNIX: a
# program may ask this machine who its user is, as crontab does.
_CALL = re.compile(r"^\d+\s+(\w+)\((?:.*=)?AF_(?!UNIX\b)", re.MULTILINE)
TYPIST = (sys.executable, "-m", "tests.trust.typist")


class Typed(NamedTuple):
    """What came of the lines of a job, and what Python said that it called."""

    lines: Sequence[Sequence[str]]
    answers: Sequence[Answer]
    heard: Sequence[str]

    @property
    def failed(self) -> list[str]:
        """The lines that did not end well."""
        both = zip(self.lines, self.answers, strict=True)
        return [f"{' '.join(line)}: {said}" for line, said in both if said.code]


def typed(
    some: Iterable[Job], before: Sequence[str] = (), *, lets: bool = False
) -> list[Typed]:
    """Have a typist do jobs, all in one process, with words before its own.

    With `lets` it does not keep them from the network.
    """
    jobs = list(some)
    done = subprocess.run(
        [*before, *TYPIST, *["let"] * lets],
        input=b"\n".join(map(written, jobs)),
        stdout=subprocess.PIPE,
        check=True,
        cwd=ROOT,
        # Without a HOME the C library asks the machine's name service for one.
        env={**paths(), "HOME": "/"},
    )
    said = map(json.loads, done.stdout.splitlines())
    return [
        Typed(job.lines, [Answer(*one) for one in answers], heard)
        for job, (answers, heard) in zip(jobs, said, strict=True)
    ]


def tracer(log: Path) -> list[str]:
    """What stands before a command to have its calls to the network in a log."""
    return [
        shutil.which("strace") or "strace",
        "-f",
        "-e",
        "trace=network",
        "-o",
        log.as_posix(),
    ]


@cache
def can_trace() -> bool:
    """Whether strace is there, and may look."""
    words = [shutil.which("strace"), "-e", "trace=none", "true"]
    if not words[0]:
        return False
    done = subprocess.run(words, capture_output=True, check=False)  # type: ignore[arg-type]
    return done.returncode == 0


def traced(words: Sequence[str], environment: Mapping[str, str], log: Path) -> int:
    """Run a program under strace; gives its exit code."""
    done = subprocess.run(
        [*tracer(log), *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        env=dict(environment),
    )
    return done.returncode


def calls(log: Path) -> list[str]:
    """The calls to the network in a log of strace; a socket on this machine is none.

    Nothing is sent without one that names the family: what follows is not looked at.
    """
    return _CALL.findall(log.read_text(encoding="utf-8", errors="replace"))
