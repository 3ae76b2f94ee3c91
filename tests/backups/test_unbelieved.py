"""Backups are what is there, not what a manifest says: typed as commands."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.backups.planted import plant
from tests.backups.unbelieved import MORE, WAYS
from tests.commands.marked import left
from tests.commands.said import in_a_line
from tests.running import InProcess, Netlog

BACKUPS = ".local/state/netlog/backups"
WHO = "zmark-quorlbeck"
WORDS = ("Zmark Quorlbeck", WHO, "zmark1@mail.example", "zmark10", "zmark13")
STORY = (
    "add Zmark Quorlbeck --email zmark1@mail.example --note zmark10",
    "add Alisa Kwan --note 'met Zmark Quorlbeck once'",
    "log zmark-quorlbeck -k call --note zmark13",
    "backup",
    "log alisa -k call",
    "backup",
)
ALL = {**WAYS, **MORE}
DIFFERENT = ("another size", "another digest")
"""Ways in which a manifest says that the copy is another than it is."""
SOUND = sorted(set(ALL) - set(DIFFERENT))


@pytest.fixture
def lived(netlog: InProcess) -> InProcess:
    """A home where somebody is known by some words, and two backups of it."""
    for line in STORY:
        assert netlog(line).code == 0
    netlog.patch.setenv("PATH", "/nowhere")
    return netlog


def newest(home: Path) -> Path:
    """The newest backup."""
    return max((home / BACKUPS).glob("*.db"), key=lambda path: path.stat().st_mtime_ns)


def faults(netlog: Netlog) -> str:
    """What doctor finds wrong with the backups."""
    found = netlog("doctor --json").data["checks"]
    check = next(one for one in found if one["name"] == "backups")
    return "\n".join(one["sentence"] for one in check["findings"])


@pytest.mark.parametrize("way", ALL)
def test_forget_leaves_no_byte_or_says_so(way: str, lived: InProcess) -> None:
    """Exit 0 and not a byte anywhere, or else exit 6 and the name of the copy."""
    copy = newest(lived.home)
    ALL[way](copy)
    assert left(lived.home, WORDS) != set()
    ran = lived(f"forget {WHO} --yes")
    still = {name for name, _ in left(lived.home, WORDS)}
    if ran.code == 0:
        assert (still, ran.err) == (set(), "")
    else:
        assert (ran.code, still) == (6, {copy.name})
        assert f"{copy.name} cannot be read, and may hold them" in ran.err


@pytest.mark.parametrize("way", SOUND)
def test_what_is_sound_by_itself_is_cleaned(way: str, lived: InProcess) -> None:
    """A manifest that is not there or says nothing keeps no copy from being cleaned."""
    ALL[way](newest(lived.home))
    assert lived(f"forget {WHO} --yes").code == 0
    assert left(lived.home, WORDS) == set()


@pytest.mark.parametrize("way", WAYS)
def test_doctor_names_it(way: str, lived: InProcess) -> None:
    """Exit 6, with the name of the copy."""
    copy = newest(lived.home)
    assert faults(lived) == ""
    WAYS[way](copy)
    assert lived("doctor").code == 6
    assert copy.name in faults(lived)


@pytest.mark.parametrize("way", WAYS)
def test_restore_names_it(way: str, lived: InProcess) -> None:
    """It is in the list as unverified, or as what is not whole."""
    copy = newest(lived.home)
    WAYS[way](copy)
    said = "no" if way in DIFFERENT else "unverified"
    (line,) = (
        line
        for line in lived("restore --format plain").out.splitlines()
        if line.split("\t")[0] == copy.stem
    )
    assert line.split("\t")[-1] == said
    (data,) = (one for one in lived("restore --json").data if one["path"] == str(copy))
    assert data["whole"] is False


@pytest.mark.parametrize("way", SOUND)
def test_doctor_makes_the_manifest_anew(way: str, lived: InProcess) -> None:
    """With --fix; then nothing is wrong, and the copy is restored as any other."""
    copy = newest(lived.home)
    before = copy.read_bytes()
    ALL[way](copy)
    ran = lived("doctor --fix")
    assert faults(lived) == ""
    if way != "the copy renamed":
        assert f"{copy.name} was verified, and has its manifest again." in in_a_line(
            ran.out
        )
        assert copy.read_bytes() == before
        assert lived(f"restore {copy.stem} --yes").code == 0


def test_a_folder_in_the_way_is_moved_aside(lived: InProcess) -> None:
    """Nothing that is in it is lost."""
    copy = newest(lived.home)
    WAYS["a folder"](copy)
    lived("doctor --fix")
    note = copy.with_suffix(".json.1") / "note"
    assert note.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("sort", ["pipe", "folder", "link", "link to nowhere"])
def test_what_is_no_file_hangs_nobody(sort: str, lived: InProcess) -> None:
    """It is named, and neither read nor taken away; forget says that it is there.

    A link to nowhere holds nothing.
    """
    copy = newest(lived.home)
    away = lived.home / "away.db"
    copy.rename(away)
    if sort == "pipe":
        os.mkfifo(copy)
    elif sort == "folder":
        copy.mkdir()
    else:
        copy.symlink_to(away if sort == "link" else "nowhere")
    assert f"A backup cannot be read: {copy.name} is no file." in faults(lived)
    assert "unverified" in lived("restore").out
    assert lived("backup").code == 0
    ran = lived(f"forget {WHO} --yes")
    is_there = sort != "link to nowhere"
    assert (ran.code, copy.name in ran.err) == (6 if is_there else 0, is_there)
    assert os.path.lexists(copy)
    assert lived("add Somebody Else").code == 0


def test_a_copy_of_a_newer_netlog_is_named(lived: InProcess) -> None:
    """Its schema is unknown here: it cannot be cleaned, and forget says so."""
    copy = newest(lived.home)
    with closing(sqlite3.connect(copy, isolation_level=None)) as file:
        file.execute("INSERT INTO version (uid, number, at) VALUES ('x', 99, '')")
    before = copy.read_bytes()
    ran = lived(f"forget {WHO} --yes")
    assert (ran.code, copy.name in ran.err) == (6, True)
    assert copy.read_bytes() == before
    assert copy.name in faults(lived)
    assert lived(f"restore {copy.stem} --yes").code == 6


def test_a_database_that_is_gone_is_not_begun_anew(lived: InProcess) -> None:
    """Where copies of it are there, whatever became of their manifests."""
    for manifest in (lived.home / BACKUPS).glob("*.json"):
        manifest.write_text("", encoding="utf-8")
    lived.db.unlink()
    ran = lived("add Hal")
    assert (ran.code, lived.db.exists()) == (6, False)
    assert "backups of it are there" in ran.err


def test_where_no_copy_is_verified_the_newest_is_the_last(lived: InProcess) -> None:
    """So a database that is gone comes back, manifests or not."""
    before = lived("list").out
    for manifest in (lived.home / BACKUPS).glob("*.json"):
        manifest.unlink()
    lived.db.unlink()
    assert lived("restore last --yes").code == 0
    assert lived("list").out == before


def test_what_does_not_tell_whose_it_is_is_named(lived: InProcess) -> None:
    """A file under another name, in which a view stands for everybody."""
    copy = newest(lived.home)
    plant(copy, "a view for a table")
    WAYS["gone"](copy)
    copy = copy.rename(copy.with_name("mine.db"))
    ran = lived(f"forget {WHO} --yes")
    assert (ran.code, "mine.db cannot be read" in ran.err) == (6, True)


def test_a_copy_without_its_manifest_is_never_swept_away(lived: InProcess) -> None:
    """The next backup leaves it where it is."""
    copy = newest(lived.home)
    WAYS["gone"](copy)
    before = copy.read_bytes()
    assert lived("backup").code == 0
    assert copy.read_bytes() == before
