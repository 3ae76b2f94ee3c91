"""A machine on which all is well, and one with something else in its place."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from netlog.doctor.machine import Machine, Scheduled, Surroundings
from netlog.doctor.rows import Trouble
from netlog.locations import Locations
from netlog.scheduling.delivery import Delivery
from netlog.scheduling.way import Installed

HOME = Path("/home/you")
SHARE, STATE = HOME / ".local/share/netlog", HOME / ".local/state/netlog"
DATABASE = SHARE / "netlog.db"
CONFIG = HOME / ".config/netlog/config.toml"
ME, SOMEBODY = 1000, 1001
NETLOG = HOME / ".local/bin/netlog"
NOW = datetime(2025, 6, 2, 12, tzinfo=UTC)


def scheduled(way: str = "cron", **more: Any) -> Scheduled:
    """What netlog has put into a way, in which all is well, but for what is said."""
    installed = {
        name: more.pop(name) for name in ("is_current", "is_active") if name in more
    }
    well: dict[str, Any] = {
        "installed": Installed(way, (), is_current=True)._replace(**installed),
        "program": str(NETLOG),
        "runs": True,
        "database": DATABASE,
        "delivery": Delivery("mail"),
        "lacking": "",
        "again": f"netlog schedule install --via {way}",
        "instead": "",
    }
    return Scheduled(**(well | more))


def machine(**more: Any) -> Machine:
    """A machine on which all is well, but for what is said."""
    well: dict[str, Any] = {
        "locations": Locations(DATABASE, CONFIG, STATE),
        "exists": True,
        "backed_up": False,
        "files": (),
        "user": ME,
        "folders": ("netlog", "share", ".local", "you", "home", ""),
        "markers": (),
        "mounts": (),
        "header": b"SQLite format 3\x00\x10\x00\x01\x01",
        "own": None,
        "found": NETLOG,
        "schedulers": ("cron",),
        "scheduled": (scheduled(),),
        "own_line": "",
    }
    return Machine(**(well | more))


def surroundings(**more: Any) -> Surroundings:
    """What the checks of a machine are given; more of it by name."""
    own = {name: more.pop(name) for name in _OF_SURROUNDINGS if name in more}
    return Surroundings(machine(**more), NOW.date(), NOW, **own)


_OF_SURROUNDINGS = ("config", "trouble", "is_current", "sqlite")


def troubled(kind: str) -> Surroundings:
    """The facts where a file cannot be read."""
    return surroundings(trouble=Trouble(kind, "It cannot be read."))
