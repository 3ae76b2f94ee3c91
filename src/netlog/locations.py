"""Where things are: the database, the config, the state."""

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from netlog.namedtuple import NamedTuple


class Locations(NamedTuple):
    """Paths by the XDG rules, on every system; nothing is made or looked at.

    `named_by` is by what the user named the database, '' for the usual place: they want
    to know when it is made, and when it is not there.
    """

    database: Path
    config: Path
    state: Path
    named_by: str = ""


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
    ways = (
        ("--db", db),
        ("NETLOG_DB", environment.get("NETLOG_DB", "")),
        ("the config", configured),
    )
    named_by, named = next((way for way in ways if way[1]), ("", ""))
    usual = _base(environment, "XDG_DATA_HOME", ".local/share") / "netlog.db"
    return Locations(
        database=_expanded(named) if named else usual,
        config=config_path(environment),
        state=_base(environment, "XDG_STATE_HOME", ".local/state"),
        named_by=named_by,
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
