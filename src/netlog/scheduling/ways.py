"""All three ways of a machine: which it has, which is usual, what stands in each."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from shlex import join

from netlog.errors import NetlogError, RefusedError
from netlog.namedtuple import NamedTuple
from netlog.scheduling import delivery
from netlog.scheduling.cron import CRONTAB, Cron
from netlog.scheduling.crontab import other_line
from netlog.scheduling.launchd import Launchd
from netlog.scheduling.programs import Environment, write
from netlog.scheduling.systemd import Systemd
from netlog.scheduling.way import CRON, LAUNCHD, SYSTEMD, Installed, Way

_MOST = 1000


class Standing(NamedTuple):
    """Which ways a machine has, and what netlog has put there.

    `own_line` is one of the user's own in the crontab that asks for the plan; '' where
    there is none.
    """

    ways: tuple[str, ...] = ()
    installed: tuple[Installed, ...] = ()
    own_line: str = ""


def ways(environment: Environment) -> dict[str, Way]:
    """All three by their names."""
    every: tuple[Way, ...] = (
        Cron(environment),
        Systemd(environment),
        Launchd(environment),
    )
    return {way.name: way for way in every}


def usual(environment: Environment, platform: str) -> str:
    """The way of this machine: cron where its mail is delivered, else systemd."""
    if platform == "darwin":
        return LAUNCHD
    every = ways(environment)
    if every[CRON].exists and delivery.mailer(environment):
        return CRON
    return SYSTEMD if every[SYSTEMD].exists else CRON


def without_mail(environment: Environment) -> str:
    """What reaches the user where no e-mail does: a notification, a journal, or ''."""
    if delivery.notifier(environment):
        return delivery.NOTIFY
    return delivery.JOURNAL if ways(environment)[SYSTEMD].exists else ""


def standing(environment: Environment) -> Standing:
    """What stands in each way, as far as that can be told."""
    every = ways(environment)
    installed, own_line = [], ""
    for way in every.values():
        with suppress(OSError, NetlogError):
            texts = way.read()
            own_line = own_line or other_line(texts.get(CRONTAB, ""))
            installed.append(way.installed(texts))
    return Standing(
        tuple(name for name, way in every.items() if way.exists),
        tuple(each for each in installed if each),
        own_line,
    )


def again(installed: Installed) -> str:
    """What to type to have it installed anew, delivered as it is now."""
    send = installed.calling.send if installed.calling else ()
    return join(("netlog", "schedule", "install", "--via", installed.way, *send))


def keep(crontab: str, folder: Path, now: datetime) -> Path:
    """Put a crontab aside as it is, in a file that is the user's alone."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for number in range(1, _MOST):
        path = (
            folder
            / f"crontab-{now:%Y-%m-%d-%H%M%S}{'' if number == 1 else f'-{number}'}"
        )
        with suppress(FileExistsError):
            write(path, crontab, over=False)
            return path
    raise RefusedError(f"{folder} is full of crontabs.", "Take some of them away.")
