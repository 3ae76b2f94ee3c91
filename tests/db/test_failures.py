"""What SQLite and Python say of a damaged file, in a sentence of netlog's."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from tests.running import Netlog

from netlog.db.failures import DAMAGED, is_busy, is_there, translated
from netlog.errors import DatabaseError

READING = ("list", "export", "info", "restore last --dry-run")
WRITING = ("add Bo", "backup", "undo", "forget dorie --yes")


def spots(content: bytes) -> Sequence[int]:
    """Where in the text of the schema a letter is that Python cannot read flipped."""
    place = content.index(b"CREATE TABLE person")
    return [place + step for step in (3, 9)]


@pytest.fixture
def flipped(netlog: Netlog) -> Sequence[bytes]:
    """A database with a backup, with one bit flipped in its schema's text, each."""
    assert netlog("add Dorie").code == netlog("backup").code == 0
    whole = netlog.db.read_bytes()
    damaged = []
    for place in spots(whole):
        some = bytearray(whole)
        some[place] ^= 0x80
        damaged.append(bytes(some))
    return damaged


def damaged(database: Path) -> str:
    """What is said of a damaged file, whose advice names it."""
    advice = DAMAGED[1].replace("netlog ", f"netlog --db {database} ")
    return f"netlog: {DAMAGED[0]}\n{advice}\n"


@pytest.mark.parametrize("line", [*READING[:3], *WRITING])
def test_a_schema_that_is_no_text_is_damage(
    netlog: Netlog, flipped: Sequence[bytes], line: str
) -> None:
    """Exit 6, with doctor and restore for advice, and nothing is touched."""
    for content in flipped:
        netlog.db.write_bytes(content)
        said = netlog(line)
        assert (said.code, said.out) == (6, "")
        assert said.err == damaged(netlog.db)
        assert netlog.db.read_bytes() == content


def test_the_advice_helps(netlog: Netlog, flipped: Sequence[bytes]) -> None:
    """Restore shows what it would do, and puts the backup back."""
    for content in flipped:
        netlog.db.write_bytes(content)
        assert netlog("restore last --dry-run").code == 0
        assert netlog("restore last --yes").code == 0
        assert [one["handle"] for one in netlog("list --json").data] == ["dorie"]


def test_a_file_is_there_or_not_or_nobody_may_look(tmp_path: Path) -> None:
    """Links in a circle stand here for a folder that is another user's."""
    path, circle = tmp_path / "netlog.db", tmp_path / "circle"
    path.touch()
    circle.symlink_to(circle)
    names = (path, tmp_path / "no.db", path / "no.db", tmp_path / "\0")
    assert [is_there(one) for one in names] == [True, False, False, False]
    with pytest.raises(DatabaseError) as caught:
        is_there(circle)
    assert caught.value.sentence == (
        "The database cannot be reached: Too many levels of symbolic links."
    )


@pytest.mark.parametrize("line", [*READING[:3], *WRITING, "restore last --yes", "due"])
def test_what_cannot_be_reached_is_said_by_every_command(
    netlog: Netlog, line: str
) -> None:
    """Exit 6, and neither an empty list nor another database."""
    assert netlog("add Dorie").code == netlog("backup").code == 0
    netlog.db.unlink()
    netlog.db.symlink_to(netlog.db)
    said = netlog(line)
    assert (said.code, said.out) == (6, "")
    assert said.err.startswith("netlog: The database cannot be reached: ")


def test_busy_is_what_another_command_makes_it(tmp_path: Path) -> None:
    """SQLite's own error or one that came from it; and no other."""
    path = tmp_path / "n.db"
    with (
        closing(sqlite3.connect(path, isolation_level=None)) as one,
        closing(sqlite3.connect(path, timeout=0)) as other,
    ):
        one.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseError) as caught, translated():
            other.execute("SELECT 1 FROM sqlite_schema")
        assert is_busy(caught.value)
        assert is_busy(caught.value.__cause__)
        one.execute("ROLLBACK")
        with pytest.raises(sqlite3.OperationalError) as missing:
            other.execute("SELECT 1 FROM nothing")
    assert not is_busy(missing.value)
    assert not is_busy(ValueError())


@pytest.mark.parametrize("name", ["Ann", "Ann the locked and full"])
def test_a_text_that_is_none_is_damage_whatever_it_says(
    netlog: Netlog, name: str
) -> None:
    """One bit of a name is flipped; a backup from before they came can be put back."""
    assert (netlog("add Hal").code, netlog("backup").code) == (0, 0)
    assert netlog(f"add '{name}'").code == 0
    netlog.db.write_bytes(netlog.db.read_bytes().replace(b"Ann", b"\xc1nn"))
    for line in ("list", "export --person hal"):
        said = netlog(line)
        assert (said.code, said.err) == (6, damaged(netlog.db))
    assert netlog("restore last --yes").code == 0
    assert [one["handle"] for one in netlog("list --json").data] == ["hal"]


def test_a_link_that_leads_to_itself_hides_the_file(tmp_path: Path) -> None:
    """Nobody can say whether there is one behind it."""
    loop = tmp_path / "netlog.db"
    loop.symlink_to(loop)
    with pytest.raises(DatabaseError, match="cannot be reached: Too many") as error:
        is_there(loop)
    assert error.value.advice == "netlog doctor says what may be done about it."


def test_a_name_that_is_too_long_is_said_by_whoever_asked(tmp_path: Path) -> None:
    """It was typed, and is no fault of the database."""
    with pytest.raises(OSError, match="name too long"):
        is_there(tmp_path / ("a" * 300))
