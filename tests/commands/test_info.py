"""netlog info: where things are, how many, which versions."""

import platform
import sqlite3

import pytest
from tests.commands.said import in_a_line
from tests.running import Netlog

from netlog import __version__


def test_paths_counts_and_versions(netlog: Netlog) -> None:
    """All that somebody who helps would ask for."""
    netlog("add Hal --met --promise tea")
    netlog("add Dorie --via Hal --gave tip")
    assert netlog("info --json").data == {
        "files": {
            "database": str(netlog.db),
            "database_exists": True,
            "config": str(netlog.home / ".config/netlog/config.toml"),
            "state": str(netlog.home / ".local/state/netlog"),
        },
        "counts": {
            "people": 2,
            "touches": 1,
            "introductions": 1,
            "promises": 1,
            "given and got": 1,
        },
        "versions": {
            "netlog": __version__,
            "schema": 4,
            "python": platform.python_version(),
            "sqlite": sqlite3.sqlite_version,
        },
    }


@pytest.mark.usefixtures("unnamed")
def test_a_line_each(netlog: Netlog) -> None:
    """The same as a page and as records, in one order."""
    records = netlog("info --format plain").out.replace("\t", ": ").splitlines()
    groups = ("netlog", "files", *records[:4], "counts", *records[4:9])
    assert in_a_line(netlog("info").out) == " ".join(
        (*groups, "versions", *records[9:])
    )
    assert len(records) == 13


@pytest.mark.usefixtures("unnamed")
def test_before_the_first_command(netlog: Netlog) -> None:
    """It says where the file would be, and makes none."""
    data = netlog("info --json").data
    assert data["files"]["database_exists"] is False
    assert "  database is there: not yet\n" in netlog("info").out
    assert data["counts"]["people"] == 0
    assert list(netlog.home.iterdir()) == []
