"""What the machine says, looked at for real."""

from pathlib import Path

import pytest
from tests.doctor.machines import CONFIG, DATABASE, STATE
from tests.scheduling.desk import Desk

from netlog.doctor.machine import (
    COPY,
    DATABASE as A_DATABASE,
    FOLDER,
    OWN_FOLDER,
    Mount,
    Scheduled,
    file_states,
    look,
    mounts,
    own_program,
)
from netlog.locations import Locations, locate
from netlog.scheduling import delivery
from netlog.scheduling.crontab import END, block
from netlog.scheduling.delivery import Delivery
from netlog.scheduling.jobs import calling


def program(path: Path, text: str) -> Path:
    """A program of a few lines."""
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def at_home(home: Path) -> Locations:
    """The usual places, with something in each."""
    where = locate({"HOME": str(home)})
    backups = where.state / "backups"
    for folder in (where.database.parent, where.config.parent, backups):
        folder.mkdir(parents=True, mode=0o755)
    for path in (where.database, where.config, backups / "one.db"):
        path.write_bytes(b"SQLite")
        path.chmod(0o640)
    return where


def test_every_file_of_netlogs_is_seen(tmp_path: Path) -> None:
    """What each is, and its permissions."""
    where = at_home(tmp_path)
    found = {
        (str(one.path.relative_to(tmp_path)), one.what, one.mode & 0o77)
        for one in file_states(where)
    }
    assert found == {
        (".local/share/netlog", OWN_FOLDER, 0o55),
        (".local/share/netlog/netlog.db", A_DATABASE, 0o40),
        (".local/state/netlog", OWN_FOLDER, 0o55),
        (".local/state/netlog/backups", OWN_FOLDER, 0o55),
        (".local/state/netlog/backups/one.db", COPY, 0o40),
        (".config/netlog/config.toml", "config", 0o40),
    }


def test_the_folder_of_a_file_that_was_named_is_the_users(tmp_path: Path) -> None:
    """Nobody knows what else is in it."""
    where = at_home(tmp_path)._replace(database=tmp_path / "my.db")
    kinds = {one.path: one.what for one in file_states(where)}
    assert kinds[tmp_path] == FOLDER


def test_a_database_in_the_folder_of_the_state_is_seen_once(tmp_path: Path) -> None:
    """As the one of the demo is."""
    where = at_home(tmp_path)
    path = where.state / "demo.db"
    path.parent.mkdir(parents=True, exist_ok=True)
    for one in (path, path.with_name("demo.db-journal")):
        one.touch()
    found = [one.path for one in file_states(where._replace(database=path))]
    assert len(found) == len(set(found))


def test_a_link_is_followed(tmp_path: Path) -> None:
    """What counts is where the file is."""
    where = at_home(tmp_path)
    link = tmp_path / "link.db"
    link.symlink_to(where.database)
    found = look(where._replace(database=link), {"PATH": ""}, backed_up=False)
    assert (found.database, found.header) == (where.database, b"SQLite")
    assert found.folders[:2] == ("netlog", "share")


def test_nothing_there_is_nothing_seen() -> None:
    """And no error."""
    found = look(Locations(DATABASE, CONFIG, STATE), {"PATH": ""}, backed_up=False)
    assert (found.exists, found.files, found.header, found.found) == (
        False,
        (),
        b"",
        None,
    )


def test_mounts_are_read_as_the_kernel_writes_them() -> None:
    """A blank is written as its number."""
    text = "srv:/x /home/you/My\\040Files nfs4 rw 0 0\nbroken\n/dev/a / ext4 rw 0 0\n"
    assert mounts(text) == (Mount("/home/you/My Files", "nfs4"), Mount("/", "ext4"))


def test_what_netlog_has_scheduled_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it calls, whether that is there, and what keeps it from the user."""
    monkeypatch.setattr(delivery, "MAILERS", "")
    desk = Desk(tmp_path, "crontab")
    where = at_home(tmp_path)
    how = calling(where, desk.environment, "pytest")
    desk.crontab = block(how).encode()
    found = look(where, desk.environment, backed_up=False)
    (scheduled,) = found.scheduled
    assert (found.schedulers, found.own_line) == (("cron",), "")
    assert scheduled == Scheduled(
        scheduled.installed,
        program=str(desk.bin / "netlog"),
        runs=True,
        database=where.database,
        delivery=Delivery("mail"),
        lacking="There is no sendmail on this machine to deliver what cron mails.",
        again="netlog schedule install --via cron",
        instead="",
    )
    (desk.bin / "netlog").unlink()
    (scheduled,) = look(where, desk.environment, backed_up=False).scheduled
    assert scheduled.runs is False


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        ("systemctl", "netlog schedule install --via systemd --deliver journal"),
        ("notify-send", "netlog schedule install --via cron --deliver notify"),
    ],
)
def test_where_no_mail_is_delivered_what_the_machine_has_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: str, instead: str
) -> None:
    """Nothing that it has not."""
    monkeypatch.setattr(delivery, "MAILERS", "")
    desk = Desk(tmp_path, "crontab")
    desk.program(there)
    where = at_home(tmp_path)
    desk.crontab = block(calling(where, desk.environment, "pytest")).encode()
    (scheduled,) = look(where, desk.environment, backed_up=False).scheduled
    assert scheduled.instead == instead


def test_a_block_that_is_broken_calls_nothing(tmp_path: Path) -> None:
    """It is looked at all the same."""
    desk = Desk(tmp_path, "crontab")
    desk.crontab = END.encode()
    found = look(at_home(tmp_path), desk.environment, backed_up=False)
    assert [each.program for each in found.scheduled] == [""]


@pytest.mark.parametrize("name", ["pytest", "__main__.py"])
def test_a_module_that_runs_is_no_program(tmp_path: Path, name: str) -> None:
    """Python -m netlog could be from anywhere."""
    assert own_program(str(program(tmp_path / name, ""))) is None
    script = program(tmp_path / "netlog", "")
    assert own_program(str(script)) == script
