"""netlog forget, killed anywhere: nothing of it happened, or the next one ends it."""

import os
import sys
from pathlib import Path
from shutil import copytree
from types import FrameType
from typing import Any, NamedTuple

import pytest
from tests.commands.marked import WHO, left, live
from tests.running import InProcess, Ran

import netlog

POINTS = 10
"""At how many of the lines that are run it is killed."""
KILLED = 9
NETLOG = Path(netlog.__file__).parent
WATCHED = {
    str(NETLOG / f"{name}.py")
    for name in (
        *("erasure/forget", "erasure/erase", "erasure/copies", "db/store"),
        *("backups/make", "backups/verify", "backups/files", "db/copying"),
    )
}
"""Where it is killed: wherever something is written, and between."""


class Dying:
    """Counts the lines that are run where it is watched, and dies at one of them."""

    def __init__(self, at: int) -> None:
        self.at = at
        self.seen = 0

    def __call__(self, frame: FrameType, event: str, value: Any) -> Any:
        """What the interpreter tells when a function is called."""
        del event, value
        return self.line if frame.f_code.co_filename in WATCHED else None

    def line(self, frame: FrameType, event: str, value: Any) -> Any:
        """What it tells of each line."""
        del frame, value
        self.seen += event == "line"
        if self.seen == self.at:
            os._exit(KILLED)
        return self.line


class Fate(NamedTuple):
    """What came of one that was killed: who was left where, before and after."""

    code: int
    there: bool
    before: frozenset[str]
    after: set[tuple[str, str]]


@pytest.fixture
def lived(netlog: InProcess) -> InProcess:
    """A home where somebody is known by forty words; a copy of it lies aside."""
    live(netlog)
    copytree(netlog.home, aside(netlog))
    return netlog


def aside(netlog: InProcess) -> Path:
    """Where the copy is."""
    return netlog.home.with_name(f"{netlog.home.name}-aside")


def begin_again(netlog: InProcess) -> None:
    """Everything at the home as it was."""
    for path in sorted(netlog.home.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    copytree(aside(netlog), netlog.home, dirs_exist_ok=True)


def forgetting(netlog: InProcess, dying: Dying) -> Ran:
    """Forget them, watched line by line."""
    before = sys.gettrace()
    sys.settrace(dying)
    try:
        return netlog(f"forget {WHO} --yes")
    finally:
        sys.settrace(before)


def fate(netlog: InProcess, at: int) -> Fate:
    """Kill it at a line, in a child; the next command writes something."""
    begin_again(netlog)
    child = os.fork()
    if child == 0:
        os._exit(forgetting(netlog, Dying(at)).code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    before = frozenset(name for name, _ in left(netlog.home))
    assert netlog("log alisa -k call").code == 0
    there = netlog(f"show {WHO}").code == 0
    if there:
        assert netlog(f"forget {WHO} --yes").code == 0
    return Fate(code, there, before, left(netlog.home))


def test_killed_anywhere_nothing_is_left_after_the_next_command(
    lived: InProcess,
) -> None:
    """Either they are there as before, or nowhere once somebody wrote again."""
    whole = Dying(0)
    assert forgetting(lived, whole).code == 0
    step = whole.seen // POINTS
    fates = [fate(lived, at) for at in range(step // 2, whole.seen, step)]
    assert {one.code for one in fates[:-1]} == {KILLED}
    assert [one for one in fates if one.after] == []
    there = [one.there for one in fates]
    assert there == sorted(there, reverse=True)
    halfway = [one for one in fates if not one.there and one.before - {"netlog.db"}]
    assert (any(there), bool(halfway)) == (True, True)
