"""Making a new database where something is left, or where another one comes first."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.repository.filled import NOW
from tests.running import Netlog

from netlog.db.create import lay_out
from netlog.errors import DatabaseError

Link = Callable[..., None]


def home_of(netlog: Netlog) -> dict[str, bytes]:
    """Every file at the home, by name."""
    return {path.name: path.read_bytes() for path in netlog.home.iterdir()}


def _linking(fails: Callable[[Path], None]) -> Link:
    def link(made: Path, path: Path) -> None:
        del made
        fails(path)

    return link


def test_who_comes_second_does_not_say_that_it_is_stored(
    netlog: Netlog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that another program put there meanwhile is not touched either."""

    def taken(path: Path) -> None:
        path.write_bytes(b"another")
        raise FileExistsError(errno.EEXIST, "File exists")

    monkeypatch.setattr(os, "link", _linking(taken))
    said = netlog("add Hal")
    assert (said.code, said.out) == (6, "")
    assert "made there meanwhile; nothing was written" in said.err
    assert home_of(netlog) == {"netlog.db": b"another"}


def test_a_disk_without_links_will_do(
    netlog: Netlog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is renamed there."""

    def unknown(path: Path) -> None:
        del path
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", _linking(unknown))
    assert netlog("add Hal").code == 0
    assert list(home_of(netlog)) == ["netlog.db"]
    assert [one["handle"] for one in netlog("list --json").data] == ["hal"]


def test_a_place_where_nothing_can_be_made_is_said(tmp_path: Path) -> None:
    """The sentence has the reason and not the way there."""
    with pytest.raises(DatabaseError) as error:
        lay_out(tmp_path / "nowhere" / "netlog.db", NOW)
    assert error.value.sentence == (
        "The database could not be made: No such file or directory."
    )


def test_what_a_kill_left_of_a_first_command_is_taken_away(netlog: Netlog) -> None:
    """By the next one; whatever else is there stays, however it is called."""
    uid = "01972f7c-9c00-7abc-8def-0123456789ab"
    left = [f".netlog.db.{uid}", f".netlog.db.{uid}-journal"]
    others = [uid, f".other.db.{uid}", ".netlog.db.mine", f".netlogXdb.{uid}"]
    for name in (*left, *others):
        (netlog.home / name).write_text("somebody's")
    assert netlog("add Hal").code == 0
    assert set(home_of(netlog)) == {"netlog.db", *others}
