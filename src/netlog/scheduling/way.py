"""What each way to schedule is: what it has, what it would have, and giving it that."""

from collections.abc import Mapping
from datetime import time
from typing import Protocol

from netlog.namedtuple import NamedTuple
from netlog.scheduling.jobs import Calling, calling_of

CRON, SYSTEMD, LAUNCHD = "cron", "systemd", "launchd"
WAYS = (CRON, SYSTEMD, LAUNCHD)
Texts = Mapping[str, str]
"""What a way has, by the name of its place: the crontab, or files by their paths.

A place that is not there has no text.
"""


class Run(NamedTuple):
    """A line that runs every week on a day (Monday is 1) at a time.

    Of what the user changed to run at other times, `fields` are cron's, and `weekday`
    is 0.
    """

    line: str
    weekday: int
    at: time
    fields: str = ""


class Installed(NamedTuple):
    """What stands in one way.

    `is_current`: it is what would be written; `is_active`: it runs when the time comes.
    """

    way: str
    runs: tuple[Run, ...]
    is_current: bool
    is_active: bool = True

    @property
    def calling(self) -> Calling | None:
        """How its first line calls netlog, where that can be read."""
        return calling_of(self.runs[0].line) if self.runs else None


class Way(Protocol):
    """One way; `exists` says whether this machine has it."""

    name: str
    exists: bool

    def require(self) -> None:
        """Go on where it can be installed here; else NotFoundError."""

    def read(self) -> dict[str, str]:
        """What it has; RefusedError where that cannot be told."""

    def having(self, texts: Texts, how: Calling) -> dict[str, str]:
        """What it would have with netlog's jobs."""

    def without(self, texts: Texts) -> dict[str, str]:
        """What it would have without them."""

    def installed(self, texts: Texts) -> Installed | None:
        """Which of netlog's jobs stand there; None where there are none."""

    def install(self, before: Texts, after: Texts) -> tuple[str, ...]:
        """Give it what it is to have; gives what is left to type."""

    def remove(self, before: Texts, after: Texts) -> None:
        """The same, where netlog's jobs are gone from it."""
