"""By systemd: a service and a timer of the user's for each job."""

import re
from collections.abc import Mapping
from contextlib import suppress

from netlog.scheduling.files import InFiles
from netlog.scheduling.jobs import AT, JOBS, Calling, shell_line
from netlog.scheduling.programs import Environment, xdg
from netlog.scheduling.way import SYSTEMD, Texts

MARK = "# Written by netlog schedule; netlog schedule remove takes it away."
_DAYS = {1: "Mon", 2: "Tue", 3: "Wed", 4: "Thu", 5: "Fri", 6: "Sat", 7: "Sun"}
_SERVICE = """\
{mark}
[Unit]
Description=netlog: {about}

[Service]
Type=oneshot
ExecStart=/bin/sh -c "{line}"
"""
# With Persistent, what was missed while the machine slept is done when it wakes.
_TIMER = """\
{mark}
[Unit]
Description=netlog: {about}

[Timer]
OnCalendar={day} {at:%H:%M}
Persistent=true

[Install]
WantedBy=timers.target
"""
_RUNS = re.compile(r'^ExecStart=/bin/sh -c "(.*)"$', re.MULTILINE)
_ESCAPED = re.compile(r'%%|\$\$|\\\\|\\"')


def units(how: Calling) -> dict[str, str]:
    """The files by their names."""
    made = {}
    for job in JOBS:
        line = _quoted(shell_line(job, how))
        made[service(job.name)] = _SERVICE.format(mark=MARK, about=job.about, line=line)
        made[timer(job.name)] = _TIMER.format(
            mark=MARK, about=job.about, day=_DAYS[job.weekday], at=AT
        )
    return made


def service(job: str) -> str:
    """The name of the unit that does a job."""
    return f"netlog-{job}.service"


def timer(job: str) -> str:
    """The name of the unit that says when."""
    return f"netlog-{job}.timer"


NAMES = tuple(name(job.name) for job in JOBS for name in (service, timer))
TIMERS = tuple(timer(job.name) for job in JOBS)


def lines(texts: Mapping[str, str]) -> dict[str, str]:
    """What each job runs, by its name, as far as there are units of it."""
    found = {job.name: _RUNS.search(texts.get(service(job.name), "")) for job in JOBS}
    return {job: _unquoted(match[1]) for job, match in found.items() if match}


def _quoted(line: str) -> str:
    """A line within double quotes, in which % and $ stand for something."""
    return re.sub(r'([\\"])', r"\\\1", line).replace("%", "%%").replace("$", "$$")


def _unquoted(text: str) -> str:
    return _ESCAPED.sub(lambda found: found[0][1], text)


class Systemd(InFiles):
    """The units in the user's folder of systemd, enabled by systemctl."""

    name, told, files = SYSTEMD, "systemctl", NAMES

    def __init__(self, environment: Environment) -> None:
        config = xdg(environment, "XDG_CONFIG_HOME", ".config")
        super().__init__(environment, config / "systemd" / "user")
        data = xdg(environment, "XDG_DATA_HOME", ".local/share")
        self._wants = self.folder / "timers.target.wants"
        self._stamps = data / "systemd" / "timers"

    def is_ours(self, text: str) -> bool:
        """Whether a unit begins with netlog's mark."""
        return text.startswith(MARK)

    def made(self, how: Calling) -> dict[str, str]:
        """The units."""
        return units(how)

    def lines(self, texts: Texts) -> dict[str, str]:
        """What they run."""
        return lines(texts)

    def is_active(self) -> bool:
        """Whether both timers are enabled."""
        return all((self._wants / name).is_symlink() for name in TIMERS)

    def install(self, before: Texts, after: Texts) -> tuple[str, ...]:
        """Write the units, and have systemd read and enable them."""
        del before
        self.put(after)
        commands = (
            ("--user", "daemon-reload"),
            ("--user", "enable", "--now", *TIMERS),
        )
        return () if self.tell(commands) else self.to_type(commands)

    def remove(self, before: Texts, after: Texts) -> None:
        """Stop the timers, and leave nothing that is theirs."""
        del before
        self.tell([("--user", "disable", "--now", *TIMERS)])
        self.put(after)
        for name in TIMERS:
            (self._wants / name).unlink(missing_ok=True)
            (self._stamps / f"stamp-{name}").unlink(missing_ok=True)
        for folder in (self._wants, self.folder, self.folder.parent):
            with suppress(OSError):  # something else is in it
                folder.rmdir()
        self.tell([("--user", "daemon-reload")])
