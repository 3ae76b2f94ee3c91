"""A damaged file that restore kept is not forgotten by forget."""

from pathlib import Path

import pytest
from tests.running import Netlog

WORD = "Markward"


@pytest.fixture
def kept(netlog: Netlog) -> Path:
    """What restore kept of a database that was cut short, with somebody in it."""
    netlog(f"add Ignaz {WORD}")
    netlog("backup")
    whole = netlog.db.read_bytes()
    netlog.db.write_bytes(whole[: -len(whole) // 4])
    assert netlog("restore last --yes").code == 0
    (found,) = netlog.home.glob(".local/state/netlog/backups/*.damaged")
    return found


def test_what_cannot_be_cleaned_is_named(netlog: Netlog, kept: Path) -> None:
    """Exit 6 with what to delete, though they are gone from the database."""
    said = netlog("forget ignaz --yes")
    assert said.code == 6
    assert f"{kept.name} cannot be read, and may hold them; delete it." in said.err
    assert netlog("list --json").data == []
    assert "A forget is not finished" in netlog("add Hal").err


def test_once_it_is_deleted_the_forget_is_finished(netlog: Netlog, kept: Path) -> None:
    """The next command that writes finishes it, and nothing is left."""
    netlog("forget ignaz --yes")
    kept.unlink()
    assert "not finished" not in netlog("add Hal").err
    assert netlog(f"forget --verify {WORD}").code == 0


def test_that_of_another_database_is_let_be(netlog: Netlog, kept: Path) -> None:
    """Nobody forgets for somebody else."""
    assert netlog("add Zoe --db other.db").code == 0
    assert netlog("forget zoe --yes --db other.db").code == 0
    assert kept.exists()
