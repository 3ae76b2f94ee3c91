"""Where things are: the database, the config, the state."""

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from netlog.namedtuple import NamedTuple


class Locations(NamedTuple):
    """Paths by the XDG rules, on every system; nothing is made or looked at.

    `chosen` says that the user pointed at the database with --db, `announced`
    that they named it somehow, and want to know when it is made.
    """

    database: Path
    config: Path
    state: Path
    chosen: bool = False
    announced: bool = False


def naming(database: str, text: str, commands: Iterable[str]) -> str:
    """A text in which commands of these names say which database they are about."""
    from shlex import quote

    told = f"netlog --db {quote(database)} "
    pattern = rf"\bnetlog (?=(?:{'|'.join(commands)})\b)"
    return re.sub(pattern, lambda _: told, text)


def locate(
    environment: Mapping[str, str], db: str = "", configured: str = ""
) -> Locations:
    """--db, then NETLOG_DB, then the config's database, then the usual place."""
    named = db or environment.get("NETLOG_DB", "") or configured
    usual = _base(environment, "XDG_DATA_HOME", ".local/share") / "netlog.db"
    return Locations(
        database=_expanded(named) if named else usual,
        config=config_path(environment),
        state=_base(environment, "XDG_STATE_HOME", ".local/state"),
        chosen=bool(db),
        announced=bool(named),
    )


def config_path(environment: Mapping[str, str]) -> Path:
    """NETLOG_CONFIG, else config.toml in the usual place."""
    named = environment.get("NETLOG_CONFIG", "")
    usual = _base(environment, "XDG_CONFIG_HOME", ".config") / "config.toml"
    return _expanded(named) if named else usual


def _expanded(named: str) -> Path:
    """A path with ~ for a home; as it is where there is no such home."""
    try:
        return Path(named).expanduser()
    except RuntimeError:
        return Path(named)


def _base(environment: Mapping[str, str], variable: str, usual: str) -> Path:
    """The folder of netlog below an XDG folder; relative ones do not count."""
    named = environment.get(variable, "")
    home = environment.get("HOME") or os.path.expanduser("~")  # noqa: PTH111 (HOME may be unset)
    root = Path(named) if named.startswith("/") else Path(home) / usual
    return root / "netlog"
