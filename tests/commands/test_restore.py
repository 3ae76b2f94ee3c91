"""netlog restore: a backup is put back, and what was there is kept."""

import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from tests.commands.answering import answered
from tests.commands.said import kept
from tests.running import InItsOwn, Netlog, told

BACKUPS = ".local/state/netlog/backups"


@pytest.fixture(autouse=True)
def _earlier(netlog: Netlog) -> None:
    """A backup of two people; then one goes, one comes, and there is a call."""
    for line in (
        "add Dorie Clark --met",
        "add Zoe",
        "backup",
        "rm zoe",
        "add Hal",
        "log hal -k call",
    ):
        assert netlog(line).code == 0


def backup(home: Path) -> Path:
    """The first backup."""
    return min((home / BACKUPS).glob("*.db"), key=lambda path: path.stat().st_mtime)


CHANGES = """\
then: 2 people and 1 touch; last, 2025-06-02 12:00: netlog add Zoe
now: 2 people and 2 touches; last, 2025-06-02 12:00: netlog log hal -k call
comes back: 1 person (Zoe)
is lost: what 3 commands did, with 1 person (Hal) and 1 touch
"""


@pytest.fixture
def _in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")


@pytest.mark.usefixtures("_in_utc")
def test_it_says_what_it_would_change(netlog: Netlog) -> None:
    """With --dry-run that is all: nothing is restored, and nothing kept."""
    before = kept(netlog.db)
    path = backup(netlog.home)
    ran = netlog("restore last --dry-run")
    assert ran == (0, f"Would restore {path.name}\n\n{CHANGES}", "")
    assert (kept(netlog.db), len(list(path.parent.iterdir()))) == (before, 2)


@pytest.mark.usefixtures("_in_utc")
def test_it_restores_and_says_the_way_back(netlog: Netlog) -> None:
    """The command that it names brings everything back, but for the journal's end."""
    before, path = kept(netlog.db), backup(netlog.home)
    ran = netlog("restore last --yes")
    assert (ran.code, ran.err) == (0, "")
    head = f"Restored {path.name}\n\n{CHANGES}\n"
    assert ran.out.startswith(head)
    assert kept(netlog.db) == kept(path)
    back, _, said = ran.out.removeprefix(head).partition(" brings")
    assert said == " back what was there\n"
    assert netlog(f"{back.removeprefix('netlog ')} --yes").code == 0
    assert kept(netlog.db) == before


def test_last_is_then_what_was_kept(netlog: Netlog) -> None:
    """So the same line twice changes nothing."""
    before = kept(netlog.db)
    assert netlog("restore last --yes").code == 0
    assert kept(netlog.db) != before
    assert netlog("restore last --yes").code == 0
    assert kept(netlog.db) == before


def test_undo_after_it_is_that_of_the_copy(netlog: Netlog) -> None:
    """The restore itself is no change: its way back is the backup that it made."""
    netlog("restore last --yes")
    assert netlog("undo").out == "Took back: netlog add Zoe\n"


def test_it_is_json_for_programs(netlog: Netlog) -> None:
    """How both stand, what comes back and is lost, and where the rest is kept."""
    data = netlog("restore last --yes --json").data
    assert data.pop("kept") == {"path": str(newest(netlog.home)), "whole": True}
    at = "2025-06-02T12:00:00+00:00"
    assert data == {
        "restored": True,
        "path": str(backup(netlog.home)),
        "then": {"people": 2, "touches": 1, "at": at, "command": "add Zoe"},
        "now": {"people": 2, "touches": 2, "at": at, "command": "log hal -k call"},
        "back": {"people": 1, "touches": 0, "changes": 0, "names": ["Zoe"]},
        "lost": {"people": 1, "touches": 1, "changes": 3, "names": ["Hal"]},
        "forgotten": [],
    }
    assert netlog("restore last --dry-run --json").data["kept"] is None


def newest(home: Path) -> Path:
    """The newest backup."""
    return max((home / BACKUPS).glob("*.db"), key=lambda path: path.stat().st_mtime)


def test_without_which_it_lists_them(netlog: Netlog) -> None:
    """And says, beside the list, what to type."""
    ran = netlog("restore")
    assert ran.code == 0
    assert ran.out == netlog("backup --list").out
    assert f"`netlog --db {netlog.db} restore last` the newest" in ran.err
    assert [one["why"] for one in netlog("restore --json").data] == ["asked"]


def test_a_program_is_not_asked(netlog: Netlog) -> None:
    """Without --yes it is refused, and the option named; nothing is changed."""
    before = kept(netlog.db)
    ran = netlog("restore last", stdin="y\n")
    assert (ran.code, ran.out, "--yes" in ran.err) == (5, "", True)
    assert kept(netlog.db) == before


def test_somebody_at_a_terminal_is_asked(
    netlog: Netlog, netlog_process: InItsOwn
) -> None:
    """After they have seen what would change; no is no, and yes is yes."""
    before = kept(netlog.db)
    code, said = answered(netlog_process, "restore last", "n\n")
    assert (code, "Nothing was restored." in said) == (5, True)
    assert CHANGES.splitlines()[3] in said
    assert kept(netlog.db) == before
    code, said = answered(netlog_process, "restore last", "y\n")
    assert (code, "Restored " in said) == (0, True)
    assert kept(netlog.db) == kept(backup(netlog.home))


def test_who_goes_away_has_said_no(netlog: Netlog, netlog_process: InItsOwn) -> None:
    """Ctrl-D at the question."""
    before = kept(netlog.db)
    code, said = answered(netlog_process, "restore last", "\x04")
    assert (code, "Nothing was restored." in said) == (5, True)
    assert kept(netlog.db) == before


def test_a_day_names_its_backup(netlog: Netlog) -> None:
    """In any words that name a day; two of a day are listed, and none is guessed."""
    assert netlog("restore yesterday --yes --today 2025-06-03").code == 0
    netlog("undo")
    ran = netlog("restore 2025-06-02 --dry-run --json")
    assert ran.code == 0
    netlog("backup")
    ran = netlog("restore today --dry-run --json")
    assert (ran.code, len(ran.error["candidates"])) == (4, 2)


@pytest.mark.parametrize("which", ["nothing", "yesterday", "nowhere/netlog.db", "''"])
def test_what_is_not_there_is_not_found(netlog: Netlog, which: str) -> None:
    """Exit 3; an empty word is the list."""
    before = kept(netlog.db)
    ran = netlog(f"restore {which} --yes")
    assert ran.code == (0 if which == "''" else 3)
    assert kept(netlog.db) == before


def test_a_wrong_digest_is_refused(netlog: Netlog) -> None:
    """Exit 6, and both files stay as they are."""
    path = backup(netlog.home)
    with closing(sqlite3.connect(path)) as file:
        file.execute("UPDATE person SET note = 'another'")
        file.commit()
    before, copy = kept(netlog.db), path.read_bytes()
    ran = netlog("restore last --yes")
    assert (ran.code, "not whole" in ran.err) == (6, True)
    assert (kept(netlog.db), path.read_bytes()) == (before, copy)
    assert len(list(path.parent.iterdir())) == 2


def test_a_copy_of_another_database_needs_a_word(netlog: Netlog) -> None:
    """Exit 5 with the option that lets it pass; then it is put there."""
    netlog("add Ann --db other.db")
    before = kept(netlog.db)
    ran = netlog("restore other.db --yes")
    assert (ran.code, "--other" in ran.err) == (5, True)
    assert kept(netlog.db) == before
    assert netlog("restore other.db --yes --other").code == 0
    assert kept(netlog.db) == kept(netlog.home / "other.db")


def test_a_database_that_is_gone_comes_back(netlog: Netlog) -> None:
    """Also one of which nothing but zeros is left."""
    path, copy = backup(netlog.home), kept(backup(netlog.home))
    netlog.db.unlink()
    ran = netlog(f"restore {path.stem} --yes")
    assert (ran.code, "now: nothing that can be read" in ran.out) == (0, True)
    assert kept(netlog.db) == copy
    netlog.db.write_bytes(bytes(9999))
    ran = netlog(f"restore {path.stem} --yes")
    assert (ran.code, "damaged; it is kept as" in ran.out) == (0, True)
    assert kept(netlog.db) == copy


def test_a_path_can_be_copied_from_a_pipe(
    netlog: Netlog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long, and with blanks: it stands whole on one line."""
    state = netlog.home / "what I know of whom I have met over the years"
    monkeypatch.setenv("XDG_STATE_HOME", str(state))
    told(netlog, "backup")
    netlog.db.write_bytes(bytes(9999))
    lines = netlog("restore last --yes").out.splitlines()
    (said,) = [line.strip() for line in lines if str(state) in line]
    assert said.startswith(str(state))
    assert Path(said).suffix == ".damaged"
    assert Path(said).exists()


def test_what_came_from_stdout_can_be_put_back(
    netlog: Netlog, netlog_process: InItsOwn
) -> None:
    """It has no manifest; that it is sound must do."""
    words = netlog_process.command("backup", "--stdout")
    done = subprocess.run(
        words, check=True, capture_output=True, env=netlog_process.environment
    )
    (netlog.home / "away.db").write_bytes(done.stdout)
    before = kept(netlog.db)
    netlog("rm dorie")
    assert netlog("restore away.db --yes").code == 0
    assert kept(netlog.db) == before


def test_csv_is_refused_before_anything_is_done(netlog: Netlog) -> None:
    """A page cannot be CSV."""
    before = kept(netlog.db)
    assert netlog("restore last --yes --format csv").code == 2
    assert kept(netlog.db) == before


@pytest.mark.parametrize("content", [b"", b"x", b"rubbish", b"rubbish " * 4000])
def test_whatever_became_of_the_file_a_backup_can_be_put_back(
    netlog: Netlog, content: bytes
) -> None:
    """Emptied, a byte left, or something else in its place."""
    before = kept(backup(netlog.home))
    netlog.db.write_bytes(content)
    assert netlog("restore last --yes").code == 0
    assert kept(netlog.db) == before
