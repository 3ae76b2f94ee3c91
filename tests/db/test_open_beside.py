"""What lies beside a database and does not belong to it."""

import os

import pytest
from tests.running import Netlog


def home_of(netlog: Netlog) -> dict[str, bytes]:
    """Every file at the home, by name."""
    return {path.name: path.read_bytes() for path in netlog.home.iterdir()}


@pytest.mark.parametrize("ending", ["-journal", "-wal"])
def test_what_a_lost_database_left_spoils_no_new_one(
    netlog: Netlog, ending: str
) -> None:
    """It is refused, with the way on, and what is left is not touched."""
    left = netlog.db.with_name(f"netlog.db{ending}")
    left.write_bytes(b"pages of a database that was moved away")
    before = home_of(netlog)
    said = netlog("add Hal")
    assert (said.code, said.out) == (6, "")
    assert said.err.startswith(f"netlog: {left} is there, and the database")
    assert f"netlog --db {netlog.db} restore" in said.err
    assert home_of(netlog) == before


def test_a_hot_journal_of_another_database_would_have_come_in(netlog: Netlog) -> None:
    """SQLite takes a journal by its name: what is refused would do harm."""
    netlog("add Hal")
    (netlog.home / "netlog.db").rename(netlog.home / "moved.db")
    netlog.db.with_name("netlog.db-journal").write_bytes(b"left")
    assert netlog("add Zoe").code == 6
    netlog.db.with_name("netlog.db-journal").unlink()
    assert netlog("add Zoe").code == 0
    assert [one["handle"] for one in netlog("list --json").data] == ["zoe"]


def test_an_empty_journal_does_no_harm(netlog: Netlog) -> None:
    """SQLite takes nothing from it."""
    netlog.db.with_name("netlog.db-journal").touch()
    assert netlog("add Hal").code == 0
    assert [one["handle"] for one in netlog("list --json").data] == ["hal"]


def test_a_restore_keeps_what_is_left(netlog: Netlog) -> None:
    """It goes to the backups, and the database that is put back has none of it."""
    netlog("add Hal")
    netlog("backup")
    netlog.db.unlink()
    left = netlog.db.with_name("netlog.db-journal")
    left.write_bytes(b"pages of a database that was moved away")
    assert netlog("restore last --yes").code == 0
    assert [one["handle"] for one in netlog("list --json").data] == ["hal"]
    kept = netlog.home.glob(".local/state/netlog/backups/*.damaged-journal")
    assert [path.read_bytes() for path in kept] == [
        b"pages of a database that was moved away"
    ]
    assert not left.exists()


def test_what_is_left_beside_the_end_of_a_link_is_kept_as_well(netlog: Netlog) -> None:
    """A link leads to the file, and what SQLite put beside it is there."""
    real = netlog.home / "elsewhere" / "real.db"
    real.parent.mkdir()
    netlog.db.symlink_to(real)
    assert (netlog("add Hal").code, netlog("backup").code) == (0, 0)
    real.unlink()
    left = real.with_name("real.db-journal")
    left.write_bytes(b"pages of a database that was moved away")
    assert netlog("restore last --yes").code == 0
    kept = netlog.home.glob(".local/state/netlog/backups/*.damaged-journal")
    assert [path.read_bytes() for path in kept] == [
        b"pages of a database that was moved away"
    ]
    assert [path.name for path in real.parent.iterdir()] == ["real.db"]


def test_what_another_user_put_beside_the_end_of_a_link_is_refused(
    netlog: Netlog,
) -> None:
    """Whoever may write there could have anything rolled back into the file."""
    if os.geteuid() != 0:
        pytest.skip("only root can give a file to another user")
    netlog("add Hal")
    link = netlog.home / "link.db"
    link.symlink_to(netlog.db)
    planted = netlog.db.with_name("netlog.db-journal")
    planted.write_bytes(b"whatever they like")
    os.chown(planted, 65534, 65534)
    said = netlog(f"list --db {link}")
    assert (said.code, said.out) == (6, "")
    assert f"{planted} is another user's than the database." in said.err
