"""Clocks that hang in other zones, go back, or were wrong; and netlog by them."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.running import InProcess, Ran
from tests.trust.driving import paths
from tests.trust.moved import elsewhere

ZONES = ("America/New_York", "Asia/Kolkata", "Pacific/Apia", "UTC")
"""Behind UTC, ahead by a half, one that left a day out (30 December 2011), and UTC."""


def utc(text: str) -> datetime:
    """A moment: 2025-11-02 05:30."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@contextmanager
def hanging_in(zone: str) -> Iterator[None]:
    """A clock on the wall of this process that shows the time of a zone."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = zone
    time.tzset()
    try:
        yield
    finally:
        os.environ.pop("TZ")
        if before is not None:
            os.environ["TZ"] = before
        time.tzset()


class ByTheClock:
    """netlog in this process, by a clock that is told what time it is."""

    def __init__(self, netlog: InProcess, patch: pytest.MonkeyPatch) -> None:
        self.netlog = netlog
        self.patch = patch
        patch.delenv("NETLOG_TODAY")

    def __call__(self, moment: str, line: str) -> Ran:
        """Run a line at a moment, in UTC: 2025-11-02 05:30."""
        self.patch.setattr("netlog.clock.datetime", elsewhere(utc(moment)))
        return self.netlog(line)


class InAZone:
    """netlog as a process of its own in a zone, at moments that it is told."""

    def __init__(self, home: Path, zone: str) -> None:
        self.home = home
        more = {"HOME": str(home), "NETLOG_DB": str(home / "netlog.db"), "TZ": zone}
        self.environment = {**paths(), **more}

    def __call__(self, moment: datetime, line: str) -> Ran:
        """Run a line at a moment."""
        words = ["-m", "tests.trust.moved", moment.isoformat(), *line.split()]
        done = subprocess.run(
            [sys.executable, *words],
            capture_output=True,
            check=False,
            encoding="utf-8",
            cwd=self.home,
            env=self.environment,
        )
        return Ran(done.returncode, done.stdout, done.stderr)
