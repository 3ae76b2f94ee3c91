"""netlog doctor: everything that can be wrong, and what to do about it."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.commands.said import in_a_line
from tests.doctor.crashes import crash
from tests.doctor.patient import healthy
from tests.running import InProcess, Netlog

MENDED = {
    "standing": (
        "UPDATE person SET last_contact = '2025-05-31' WHERE id = 2",
        "UPDATE person SET waits_from = '2025-05-31' WHERE id = 9",
        "UPDATE person SET first_sitdown = NULL, last_sitdown = NULL WHERE id = 3",
        "UPDATE person SET fresh_on = '2020-01-01' WHERE id = 5",
        "UPDATE person SET open_tries = 0, last_tried = NULL WHERE id = 7",
        "UPDATE person SET touches = 9 WHERE id = 8",
        "UPDATE person SET dropped = 0 WHERE dropped = 1",
        "UPDATE person SET rhythm = '9m', cluster = 'x' WHERE id = 4",
    ),
    "introductions": ("UPDATE introduction SET state = 'made' WHERE id = 1",),
    "bookings": ("UPDATE booking SET state = 'booked' WHERE id = 2",),
    "folding": (
        "UPDATE person SET folded = 'x', draw = 3 WHERE id = 6",
        "UPDATE detail SET folded = 'x' WHERE field = 'email'",
        "UPDATE place SET folded = 'x' WHERE id = 2",
    ),
    "me": ("UPDATE person SET known = 0, name = 'I' WHERE id = 1",),
}
"""Faults that --fix mends to what was there before, to the letter."""
_JOURNAL = ("change", "change_row", "sqlite_sequence")


@pytest.fixture(autouse=True)
def _surroundings(netlog: InProcess) -> None:
    """A filled database, and a shell that finds netlog and no cron."""
    netlog.home.chmod(0o700)
    netlog.db.write_bytes(healthy())
    netlog.db.chmod(0o600)
    program = netlog.home / "bin" / "netlog"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    netlog.patch.setenv("PATH", str(program.parent))


def spoil(db: Path, *statements: str) -> None:
    """Change the file behind netlog's back."""
    with closing(sqlite3.connect(db, isolation_level=None)) as file:
        file.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            file.execute(statement)


def rows(db: Path, *left_out: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, some tables left out."""
    with closing(sqlite3.connect(db)) as file:
        names = file.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        return {
            name: file.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall()  # noqa: S608 (a table of ours)
            for (name,) in names.fetchall()
            if name not in left_out
        }


def checks(netlog: Netlog) -> dict[str, Any]:
    """Every check by its name."""
    return {one["name"]: one for one in netlog("doctor --json").data["checks"]}


def test_all_is_well(netlog: Netlog) -> None:
    """The first line says so; the last ones name what was looked at."""
    spoil(netlog.db, "UPDATE person SET resting = 0 WHERE id = 1")
    said = netlog("doctor")
    assert (said.code, said.err) == (0, "")
    first, *_, others = said.out.splitlines()
    assert first == "All is well."
    assert "\nWell: file, permissions, owner, " in said.out
    assert others == "Not looked at: schedule, rot, backups"


def test_the_sample_is_well(netlog: Netlog) -> None:
    """So are the people of `demo`."""
    assert netlog("demo").code == 0
    demo = netlog.home / ".local/state/netlog/demo.db"
    said = netlog(f"doctor --json --db {demo}")
    assert (said.code, said.data["faults"]) == (0, 0)


def test_a_fault_comes_first_with_its_command(netlog: Netlog) -> None:
    """And ends with 6."""
    netlog.db.chmod(0o644)
    said = netlog("doctor")
    assert said.code == 6
    assert in_a_line(said.out).startswith(
        "1 thing wrong, 1 hint. Wrong"
        f" Others can read {netlog.db} (rw-r--r--). chmod go-rwx {netlog.db} "
    )


def test_as_records_and_as_data(netlog: Netlog) -> None:
    """Each finding is a record of four fields, and so are the names of all others."""
    netlog.db.chmod(0o644)
    records = [
        line.split("\t") for line in netlog("doctor --format plain").out.splitlines()
    ]
    assert {len(one) for one in records} == {4}
    assert records[0][:2] == ["fault", "permissions"]
    assert records[-2][0] == "well"
    assert {"owner", "standing"} <= {*records[-2][2].split(", ")}
    assert records[-1] == ["not looked at", "", "schedule, rot, backups", ""]
    data = netlog("doctor --json").data
    assert (data["ok"], data["faults"], data["hints"], data["mended"]) == (
        *(False, 1, 1),
        [],
    )
    by_name = {one["name"]: one for one in data["checks"]}
    assert by_name["owner"] == {
        "name": "owner",
        "looks_at": "all of it belongs to you",
        "ok": True,
        "findings": [],
    }
    assert by_name["permissions"]["ok"] is False
    assert by_name["doubles"]["ok"] is True
    assert by_name["rot"]["ok"] is None


def test_csv_is_refused(netlog: Netlog) -> None:
    """A page has none."""
    assert netlog("doctor --format csv").code == 2


@pytest.mark.usefixtures("unnamed")
def test_before_the_first_command(netlog: Netlog) -> None:
    """Nothing is wrong with nothing, and nothing is made."""
    there = sorted(netlog.home.rglob("*"))
    said = netlog("doctor")
    assert said.code == 0
    assert said.out.startswith("There is no database yet, and nothing is wrong.\n")
    assert sorted(netlog.home.rglob("*")) == there


def test_a_database_that_is_lost_is_not_begun_anew(netlog: Netlog) -> None:
    """Who reads or writes is told of the backups; nothing is made in its place."""
    netlog("backup")
    netlog.db.rename(netlog.db.with_name("moved.db"))
    for line in ("list", "add Hal", "due", "show hal"):
        said = netlog(line)
        assert (said.code, said.out) == (6, "")
        assert "but backups of it are there" in said.err
        advised = f"netlog --db {netlog.db} restore last puts the newest back"
        assert advised in said.err
    assert netlog("doctor").code == 6
    assert not netlog.db.exists()
    assert netlog("restore last --yes").code == 0
    assert netlog("list").code == 0


def test_a_path_that_was_named_and_is_not_there(netlog: Netlog) -> None:
    """That is wrong."""
    said = netlog("doctor --db nowhere.db")
    assert said.code == 6
    assert "There is no database at nowhere.db." in said.out


@pytest.mark.parametrize("fix", ["", " --fix"])
def test_without_anything_to_mend_nothing_is_written(netlog: Netlog, fix: str) -> None:
    """Not a byte, nor a file beside it."""
    before = netlog.db.read_bytes()
    there = sorted(netlog.home.rglob("*"))
    assert netlog(f"doctor{fix}").code == 0
    assert netlog.db.read_bytes() == before
    assert sorted(netlog.home.rglob("*")) == there


@pytest.mark.parametrize("name", MENDED)
def test_what_can_be_derived_is_mended(netlog: Netlog, name: str) -> None:
    """Found, mended to the letter after a backup, and undo takes the mending back."""
    well = rows(netlog.db, *_JOURNAL)
    spoil(netlog.db, *MENDED[name])
    ill, before = rows(netlog.db, *_JOURNAL), netlog.db.read_bytes()
    assert ill != well
    assert checks(netlog)[name]["ok"] is False
    assert netlog("doctor").code == 6
    assert netlog.db.read_bytes() == before
    said = netlog("doctor --fix")
    assert (said.code, said.err) == (0, "")
    assert "netlog undo takes back" in said.out
    assert rows(netlog.db, *_JOURNAL) == well
    assert len(_backups(netlog)) == 1
    assert netlog("undo").code == 0
    assert rows(netlog.db, *_JOURNAL) == ill


def _backups(netlog: Netlog) -> list[Path]:
    return sorted((netlog.home / ".local/state/netlog/backups").glob("*.db"))


def test_who_waits_to_be_thanked_is_mended(netlog: Netlog) -> None:
    """Whoever is missing comes back, who is too many goes, who was thanked stays."""
    text = "SELECT entry_id, person_id, thanked_on FROM thank ORDER BY 1, 2"
    with closing(sqlite3.connect(netlog.db)) as file:
        well = file.execute(text).fetchall()
    spoil(
        netlog.db,
        "DELETE FROM thank WHERE entry_id = 1",
        "INSERT INTO thank (uid, entry_id, person_id) VALUES ('x', 3, 9)",
    )
    assert checks(netlog)["thanks"]["ok"] is False
    assert netlog("doctor --fix").code == 0
    with closing(sqlite3.connect(netlog.db)) as file:
        assert file.execute(text).fetchall() == well


def test_permissions_are_mended(netlog: Netlog) -> None:
    """Of the file, of netlog's own folders and of the copies in them."""
    netlog("backup")
    state = netlog.home / ".local/state/netlog"
    (backup, *_) = _backups(netlog)
    for path in (netlog.db, backup):
        path.chmod(0o666)
    state.chmod(0o755)
    said = netlog("doctor --fix")
    assert said.code == 0
    assert f" {netlog.db} is yours alone now." in in_a_line(said.out)
    assert "netlog undo" not in said.out
    assert [path.stat().st_mode & 0o777 for path in (netlog.db, backup, state)] == [
        *(0o600, 0o600),
        0o700,
    ]


def test_rows_that_point_at_nothing_are_let_go(netlog: Netlog) -> None:
    """The journal keeps what they said; no undo could put them back."""
    spoil(
        netlog.db,
        "UPDATE presence SET person_id = 99 WHERE id = 1",
        "UPDATE touch SET place_id = 99 WHERE id = 4",
    )
    assert checks(netlog)["references"]["ok"] is False
    said = netlog("doctor --fix")
    assert said.code == 0
    assert "  2 rows that point at nothing let go." in said.out
    with closing(sqlite3.connect(netlog.db)) as file:
        kept = file.execute("SELECT before FROM change_row WHERE tab = 'presence'")
        assert '"person_id":99' in "".join(str(row) for row in kept)
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
        states = file.execute("SELECT state FROM change ORDER BY id").fetchall()
        assert states[-2:] == [("gone",), ("done",)]
    assert len(_backups(netlog)) == 1


def test_without_a_backup_nothing_that_follows_is_mended(netlog: Netlog) -> None:
    """A promise to nobody is left to the user, and no sound copy can be made."""
    spoil(
        netlog.db,
        "UPDATE promise SET person_id = 99 WHERE id = 1",
        "UPDATE person SET touches = 9 WHERE id = 2",
    )
    ill = rows(netlog.db)
    said = netlog("doctor --fix")
    assert (said.code, said.err) == (6, "")
    assert "  Nothing else was mended: " in said.out
    assert (rows(netlog.db), _backups(netlog)) == (ill, [])


def test_a_forget_that_was_interrupted_is_finished(netlog: Netlog) -> None:
    """Whoever opens the file to write finishes it, and so does --fix."""
    spoil(netlog.db, "DELETE FROM scrub", "INSERT INTO scrub VALUES (90, 'x', '')")
    assert checks(netlog)["forgetting"]["ok"] is False
    said = netlog("doctor --fix")
    assert said.code == 0
    assert "  What was left of a forget was finished." in said.out
    assert rows(netlog.db)["scrub"] == []


def test_a_forget_that_cannot_be_finished_is_not_called_so(netlog: Netlog) -> None:
    """A damaged backup may hold them: it is said, and it stays to be done."""
    assert netlog("backup").code == 0
    _backups(netlog)[0].with_name("x.damaged").touch()
    told = "INSERT INTO scrub VALUES (91, 'y', 'x.damaged')"
    spoil(netlog.db, "DELETE FROM scrub", told)
    said = netlog("doctor --fix")
    assert said.code == 6
    assert "  x.damaged cannot be read, and may hold somebody" in said.out
    assert "was finished" not in said.out


def test_a_mode_that_cannot_be_changed_is_said(
    netlog: InProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else's file, or a disk that has no modes."""

    def refused(path: Path, mode: int) -> None:
        raise PermissionError(1, "Operation not permitted", str(path), mode)

    netlog.db.chmod(0o644)
    monkeypatch.setattr(Path, "chmod", refused)
    said = netlog("doctor --fix")
    assert (said.code, said.err) == (6, "")
    words = f" {netlog.db} stays as it is: Operation not permitted."
    assert words in in_a_line(said.out)


def test_what_a_crash_left_is_taken_back(netlog: Netlog) -> None:
    """Looking leaves it; --fix opens the file to write, and that puts it right."""
    well = rows(netlog.db)
    crash(netlog.db)
    before = netlog.db.read_bytes()
    said = netlog("doctor")
    assert (said.code, netlog.db.read_bytes()) == (6, before)
    assert netlog("doctor --fix").code == 0
    assert rows(netlog.db) == well
    assert not netlog.db.with_name("netlog.db-journal").exists()


def test_a_file_that_writes_ahead_is_put_back(netlog: Netlog) -> None:
    """To the rollback journal that netlog is made for."""
    well = rows(netlog.db)
    spoil(netlog.db, "PRAGMA journal_mode=WAL")
    assert checks(netlog)["sqlite"]["ok"] is False
    assert netlog("doctor --fix").code == 0
    assert netlog.db.read_bytes()[18:20] == b"\x01\x01"
    assert rows(netlog.db) == well


def test_what_has_rotted_is_not_mended_over(netlog: Netlog) -> None:
    """A day that flipped must come back first; the rule would follow it."""
    netlog("backup")
    spoil(netlog.db, "UPDATE touch SET day = '2025-03-10' WHERE id = 2")
    ill = rows(netlog.db)
    assert checks(netlog)["standing"]["ok"] is False
    said = netlog("doctor --fix")
    assert said.code == 6
    assert (
        "  Nothing in the database was mended: what was lost comes first." in said.out
    )
    assert "touch 2 (day). netlog restore" in in_a_line(said.out)
    assert rows(netlog.db) == ill


def test_a_derived_value_that_has_rotted_is_mended(netlog: Netlog) -> None:
    """The rule says what it was, and the backup agrees."""
    netlog("backup")
    spoil(netlog.db, "UPDATE person SET touches = 9 WHERE id = 2")
    assert checks(netlog)["rot"]["ok"] is False
    assert netlog("doctor --fix").code == 0
    assert checks(netlog)["rot"]["ok"] is True


def test_a_wrong_config_is_a_finding(netlog: Netlog) -> None:
    """It stops every other command; here it stands among the others."""
    config = netlog.home / ".config/netlog/config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("plan.kep = 3\n", encoding="utf-8")
    said = netlog("doctor")
    assert (said.code, said.err) == (6, "")
    assert "there is no key plan.kep. Did you mean plan.keep?" in said.out
    config.write_text('plan.keep = "x"\n', encoding="utf-8")
    said = netlog("doctor")
    assert (said.code, said.err) == (6, "")
    assert "line 1: plan.keep must be a whole number." in said.out


@pytest.mark.parametrize(
    "content", [b"", b"not a database, and long enough to be one" * 99]
)
def test_a_file_that_is_none_is_said_and_left(netlog: Netlog, content: bytes) -> None:
    """Findings, not a traceback; not a byte is written, with --fix neither."""
    netlog.db.write_bytes(content)
    nothing = "Nothing of this is for netlog to mend; each line says what to do.\n"
    for line, err in (("doctor", ""), ("doctor --fix", nothing)):
        said = netlog(line)
        assert (said.code, said.err) == (6, err)
        assert netlog.db.read_bytes() == content


def test_nothing_private_is_said(netlog: Netlog) -> None:
    """Handles and numbers: no names, no notes."""
    netlog("backup")
    spoil(
        netlog.db,
        "UPDATE person SET note = 'secret', touches = 9, org = 'Hidden' WHERE id > 1",
        "UPDATE touch SET note = 'secret', day = '2030-01-01'",
        "UPDATE presence SET person_id = 99 WHERE id = 2",
    )
    said = netlog("doctor")
    assert said.code == 6
    assert "alisa-novak" in said.out
    for private in ("secret", "Hidden", "Novak", "Acme", "Go on"):
        assert private not in said.out
