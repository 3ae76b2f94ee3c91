"""Where things are: the database, the config, the state."""

from pathlib import Path

import pytest
from tests.running import Netlog

from netlog.locations import Locations, config_path, locate

HOME = {"HOME": "/home/ann"}
XDG = {
    "XDG_DATA_HOME": "/data",
    "XDG_CONFIG_HOME": "/config",
    "XDG_STATE_HOME": "/state",
}


def test_without_anything_said_it_is_below_home() -> None:
    """The usual places of the XDG rules, on every system."""
    assert locate(HOME) == Locations(
        Path("/home/ann/.local/share/netlog/netlog.db"),
        Path("/home/ann/.config/netlog/config.toml"),
        Path("/home/ann/.local/state/netlog"),
        named_by="",
    )


def test_the_xdg_folders_count() -> None:
    """Each for its own."""
    assert locate(HOME | XDG) == Locations(
        Path("/data/netlog/netlog.db"),
        Path("/config/netlog/config.toml"),
        Path("/state/netlog"),
    )


def test_a_relative_xdg_folder_does_not_count() -> None:
    """As the rules have it."""
    assert locate(HOME | dict.fromkeys(XDG, "here")) == locate(HOME)


@pytest.mark.parametrize(
    ("db", "variable", "configured", "path", "named_by"),
    [
        ("a.db", "/b.db", "/c.db", "a.db", "--db"),
        ("", "/b.db", "/c.db", "/b.db", "NETLOG_DB"),
        ("", "", "/c.db", "/c.db", "the config"),
    ],
)
def test_what_was_said_last_counts_most(
    db: str, variable: str, configured: str, path: str, named_by: str
) -> None:
    """--db, then NETLOG_DB, then the config; it is known which of them named it."""
    found = locate(HOME | {"NETLOG_DB": variable}, db, configured)
    assert (found.database, found.named_by) == (Path(path), named_by)


def test_a_tilde_is_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a path of the config, which no shell has expanded."""
    monkeypatch.setenv("HOME", "/home/ann")
    assert locate(HOME, configured="~/n.db").database == Path("/home/ann/n.db")
    assert config_path({"NETLOG_CONFIG": "~/c.toml"}) == Path("/home/ann/c.toml")


def test_the_environment_decides(
    netlog: Netlog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without NETLOG_DB the file is made in its usual place, folder and all."""
    monkeypatch.delenv("NETLOG_DB")
    monkeypatch.setenv("XDG_DATA_HOME", str(netlog.home / "data"))
    said = netlog("add Hal")
    made = netlog.home / "data" / "netlog" / "netlog.db"
    assert said == (0, "Added Hal (hal)\n", "")
    assert made.stat().st_mode & 0o777 == 0o600
    assert made.parent.stat().st_mode & 0o777 == 0o700
    assert [path.name for path in made.parent.iterdir()] == ["netlog.db"]
