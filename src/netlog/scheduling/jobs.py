"""What is to run and when, and the line of a shell that does it."""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time, timedelta
from pathlib import Path
from shlex import join, quote, split
from shutil import which

from netlog.errors import UsageError
from netlog.locations import Locations
from netlog.namedtuple import NamedTuple

CARRIED = ("XDG_CONFIG_HOME", "XDG_STATE_HOME")
"""What else of the environment decides where netlog looks.  The database is named, so
XDG_DATA_HOME decides nothing; NETLOG_TODAY would stop the clock."""
AT = time(8)
_SEND = ("schedule", "send")
_ASSIGNED = re.compile(r"([A-Z_]+)=(.*)", re.DOTALL)
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\\\ud800-\udfff]")
_DAYS = 7


class Job(NamedTuple):
    """What runs on a day of the week (Monday is 1) at eight: words after `netlog`."""

    name: str
    weekday: int
    about: str
    words: tuple[str, ...]


MONDAY = Job("monday", 1, "the plan of the week", ("due", "--quiet"))
THURSDAY = Job(
    "thursday",
    4,
    "a word when somebody else is now to be asked",
    ("due", "--now", "--quiet"),
)
JOBS = (MONDAY, THURSDAY)


class Calling(NamedTuple):
    """How netlog is called from outside of the user's shell.

    `program` are the words that start it, `environment` what it must be told.  `send`
    are the options of `netlog schedule send` that pass on what it says; none where
    whoever runs the line does that.
    """

    program: tuple[str, ...]
    environment: tuple[tuple[str, str], ...]
    send: tuple[str, ...] = ()

    @property
    def database(self) -> str:
        """The database that it is told; '' where it is told none."""
        return dict(self.environment).get("NETLOG_DB", "")


def calling(
    locations: Locations,
    environment: Mapping[str, str],
    called: str,
    send: tuple[str, ...] = (),
) -> Calling:
    """How to call the netlog that was called so, as it was called here.

    The database is always named: one that is named and is not there is an error, and
    no empty plan.  UsageError where a path cannot stand in a line of cron's.
    """
    told = {"NETLOG_DB": str(locations.database.absolute())}
    if environment.get("NETLOG_CONFIG"):
        told["NETLOG_CONFIG"] = str(locations.config.absolute())
    for name in CARRIED:
        if environment.get(name, "").startswith("/"):
            told[name] = environment[name]
    program = netlog_program(called, environment)
    for text in (*program, *told.values()):
        if _UNSAFE.search(text):
            raise UsageError(
                "A path that holds a backslash or a control cannot be scheduled.",
                "netlog info shows the paths.",
            )
    return Calling(program, tuple(told.items()), send)


def netlog_program(called: str, environment: Mapping[str, str]) -> tuple[str, ...]:
    """The words that start netlog; `called` is how this one was started.

    The name that the shell finds is taken before what it leads to: that one moves when
    netlog is installed anew.
    """
    there = which("netlog", path=environment.get("PATH", os.defpath))
    found = Path(there).absolute() if there else None
    own = Path(called).absolute()
    if own.name != "netlog" or not own.is_file():
        return (str(found),) if found else (sys.executable, "-m", "netlog")
    is_same = found is not None and found.resolve() == own.resolve()
    return (str(found if is_same else own),)


def shell_line(job: Job, how: Calling) -> str:
    """The line that does a job, for `sh`; what goes wrong is passed on, too."""
    told = "".join(f"{name}={quote(value)} " for name, value in how.environment)
    netlog = join(how.program)
    line = f"{told}{netlog} {join(job.words)}"
    return f"{line} 2>&1 | {netlog} {join((*_SEND, *how.send))}" if how.send else line


def calling_of(line: str) -> Calling | None:
    """How such a line calls netlog; None where it is none of these lines."""
    try:
        words = split(line)
    except ValueError:
        return None
    told = tuple(_leading(words))
    rest = words[len(told) :]
    if MONDAY.words[0] not in rest:
        return None
    place = rest.index(MONDAY.words[0])
    passed = rest[rest.index("|") :] if "|" in rest else []
    send = passed[passed.index(_SEND[1]) + 1 :] if _SEND[1] in passed else []
    return Calling(tuple(rest[:place]), told, tuple(send)) if place else None


def _leading(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What the first words set in the environment."""
    for word in words:
        found = _ASSIGNED.fullmatch(word)
        if not found:
            return
        yield found[1], found[2]


def next_time(weekday: int, at: time, now: datetime) -> datetime:
    """When that time of a day of the week comes next, in local time as `now` is."""
    days = (weekday - now.isoweekday()) % _DAYS
    day = now.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)
    coming = day + timedelta(days=days)
    return coming if coming > now else coming + timedelta(days=_DAYS)
