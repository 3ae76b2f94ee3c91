"""By launchd, on a Mac: an agent of the user's for each job, a property list."""

import os
import plistlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from netlog.errors import NotFoundError
from netlog.scheduling.files import InFiles
from netlog.scheduling.jobs import AT, JOBS, Calling, Job, calling_of, shell_line
from netlog.scheduling.programs import Environment, home
from netlog.scheduling.way import LAUNCHD, Texts

_DOMAIN = f"gui/{os.getuid()}"
"""Where launchd keeps the agents of the user."""


def agents(how: Calling) -> dict[str, str]:
    """The files by their names."""
    return {
        f"{label(job.name)}.plist": plistlib.dumps(
            _agent(job, how), sort_keys=False
        ).decode()
        for job in JOBS
    }


def label(job: str) -> str:
    """What launchd calls a job."""
    return f"netlog.{job}"


NAMES = tuple(f"{label(job.name)}.plist" for job in JOBS)


def _agent(job: Job, how: Calling) -> dict[str, Any]:
    """When the machine slept at that time, launchd runs it when it wakes."""
    return {
        "Label": label(job.name),
        "ProgramArguments": ["/bin/sh", "-c", shell_line(job, how)],
        "StartCalendarInterval": {
            "Weekday": job.weekday,
            "Hour": AT.hour,
            "Minute": AT.minute,
        },
    }


def lines(texts: Mapping[str, str]) -> dict[str, str]:
    """What each job runs, by its name, as far as there are agents of it."""
    found = {job.name: _line(texts.get(f"{label(job.name)}.plist", "")) for job in JOBS}
    return {job: line for job, line in found.items() if line}


def _line(text: str) -> str:
    """The line of one agent; '' where the text is none of netlog's."""
    try:
        *_, line = plistlib.loads(text.encode(errors="replace"))["ProgramArguments"]
    except Exception:  # noqa: BLE001 (whatever a file that is not ours brings)
        return ""
    return line if isinstance(line, str) else ""


class Launchd(InFiles):
    """The agents in the user's library, loaded by launchctl."""

    name, told, files = LAUNCHD, "launchctl", NAMES

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment, home(environment) / "Library" / "LaunchAgents")

    def require(self) -> None:
        """Files in this place are for Macs alone."""
        if not self.exists:
            raise NotFoundError(
                "There is no launchd on this machine.",
                "netlog schedule install --via systemd takes another way.",
            )

    def is_ours(self, text: str) -> bool:
        """Whether an agent calls netlog."""
        return calling_of(_line(text)) is not None

    def made(self, how: Calling) -> dict[str, str]:
        """The agents."""
        return agents(how)

    def lines(self, texts: Texts) -> dict[str, str]:
        """What they run."""
        return lines(texts)

    def install(self, before: Texts, after: Texts) -> tuple[str, ...]:
        """Write the agents, and have launchd load them in place of older ones."""
        self._unload(before)
        self.put(after)
        commands = [("bootstrap", _DOMAIN, path) for path in after]
        return () if self.tell(commands) else self.to_type(commands)

    def remove(self, before: Texts, after: Texts) -> None:
        """Have launchd let go of the agents, and take them away."""
        self._unload(before)
        self.put(after)

    def _unload(self, texts: Texts) -> None:
        for path in texts:
            self.tell([("bootout", f"{_DOMAIN}/{Path(path).stem}")])
