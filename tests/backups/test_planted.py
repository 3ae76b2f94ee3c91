"""A file from elsewhere is read, not obeyed: typed as commands."""

from pathlib import Path

import pytest
from tests.backups.planted import HIDE, PLANTED, TRIGGER, plant, rehash, run
from tests.backups.unbelieved import WAYS
from tests.db.older import NUMBERS, asked, older
from tests.running import Netlog

BACKUPS = ".local/state/netlog/backups"
READABLE = sorted(name for name in PLANTED if not name.startswith("a view for"))
WRITING = (
    *("log dorie-clark -k call", "add Nora", "undo", "backup"),
    *("import people.csv --dry-run", "forget zoe-park --yes"),
)


@pytest.fixture
def begun(netlog: Netlog) -> Netlog:
    """A home with two people, a promise, and a backup of them."""
    for line in (
        "add Dorie Clark --at Tatte --promise 'a book'",
        "add Zoe Park",
        "backup",
        "add Hal",
    ):
        assert netlog(line).code == 0
    (netlog.home / "people.csv").write_text("Name\nNora Quist\n", encoding="utf-8")
    return netlog


def copy_of(netlog: Netlog) -> Path:
    """The one backup."""
    (copy,) = (netlog.home / BACKUPS).glob("*.db")
    return copy


def content(path: Path) -> bytes:
    """The bytes of a file, which a refused command leaves as they are."""
    return path.read_bytes()


@pytest.mark.parametrize("name", PLANTED)
def test_nothing_is_written_into_such_a_database(name: str, begun: Netlog) -> None:
    """Exit 6 and what it is, by name; not a byte is another, and nothing has run."""
    plant(begun.db, name)
    before = content(begun.db)
    copies = sorted((begun.home / BACKUPS).iterdir())
    for line in WRITING:
        ran = begun(line)
        assert (line, ran.code) == (line, 6)
        assert f"is not as netlog makes it ({PLANTED[name][1]}" in ran.err
        assert "it was not touched" in ran.err
    assert begun("doctor --fix").code == 6
    assert content(begun.db) == before
    assert sorted((begun.home / BACKUPS).iterdir()) == copies


def test_a_file_that_holds_nothing_is_damaged(begun: Netlog) -> None:
    """It has netlog's mark and no tables."""
    begun.db.unlink()
    run(begun.db, "PRAGMA application_id=0x6E65746C; CREATE TABLE x (y); DROP TABLE x")
    ran = begun("list")
    assert (ran.code, ran.err.splitlines()[0]) == (
        6,
        "netlog: The database is damaged.",
    )
    assert begun("restore last --yes").code == 0
    assert begun("list --format plain").out.count("\n") == 2


def test_a_trigger_that_says_that_it_is_a_table_does_not_run(begun: Netlog) -> None:
    """Be it by netlog or by SQLite, the file is refused, and not touched."""
    run(begun.db, f"{TRIGGER}; {HIDE}")
    before = content(begun.db)
    for line in (*WRITING, "list"):
        assert (line, begun(line).code) == (line, 6)
    assert content(begun.db) == before


@pytest.mark.parametrize("name", READABLE)
def test_what_cannot_lie_can_still_be_read(name: str, begun: Netlog) -> None:
    """So that nothing is lost: everything can be listed and exported."""
    plant(begun.db, name)
    if name != "other columns":
        assert begun("list --format plain").out.count("\n") == 3
        assert begun("export all.json").code == 0
    assert begun("doctor").code == 6


@pytest.mark.parametrize("name", sorted(set(PLANTED) - set(READABLE)))
@pytest.mark.parametrize("line", ["list", "due", "show dorie-clark", "doctor"])
def test_a_view_is_never_read_for_a_table(line: str, name: str, begun: Netlog) -> None:
    """It is named, with exit 6, and what it would count for ever does not begin."""
    plant(begun.db, name)
    before = content(begun.db)
    ran = begun(line)
    assert ran.code == 6
    assert PLANTED[name][1] in ran.err + ran.out
    assert content(begun.db) == before


@pytest.mark.parametrize("name", PLANTED)
def test_restore_puts_a_good_copy_in_the_place_of_such_a_database(
    name: str, begun: Netlog
) -> None:
    """What was there is kept as it is; then all is as it was backed up."""
    copy = copy_of(begun)
    plant(begun.db, name)
    before = content(begun.db)
    ran = begun("restore last --yes")
    assert (ran.code, ran.err) == (0, "")
    (kept,) = (begun.home / BACKUPS).glob("*.damaged")
    printed = "".join(ran.out.split())
    assert (kept.stat().st_size, str(kept) in printed) == (len(before), True)
    assert begun("list --format plain").out.count("\n") == 2
    assert begun("log dorie-clark -k call").code == 0
    assert asked(begun.db, "SELECT text FROM promise") == [("a book",)]
    assert copy.exists()


@pytest.mark.parametrize("name", PLANTED)
def test_such_a_copy_is_not_restored(name: str, begun: Netlog) -> None:
    """Exit 6 and its name, be it for trial or unasked; nothing is another after it.

    Behind a manifest that has its digest, without a manifest, and from elsewhere.
    """
    copy = copy_of(begun)
    plant(copy, name)
    before, planted = content(begun.db), content(copy)
    rehash(copy)
    for _ in range(3):
        for line in (f"restore {copy} --dry-run", f"restore {copy} --yes --other"):
            ran = begun(line)
            assert ran.code == 6
            named = f"{copy.name} is not as netlog makes it ({PLANTED[name][1]}"
            assert named in ran.err
        assert (content(begun.db), content(copy)) == (before, planted)
        if copy.with_suffix(".json").exists():
            WAYS["gone"](copy)
        else:
            copy = copy.rename(begun.home / "elsewhere.db")


@pytest.mark.parametrize("name", PLANTED)
def test_behind_a_manifest_of_before_it_is_not_whole(name: str, begun: Netlog) -> None:
    """Its bytes are others than it says."""
    plant(copy_of(begun), name)
    before = content(begun.db)
    assert begun("restore last --yes").code == 6
    assert content(begun.db) == before


@pytest.mark.parametrize("name", PLANTED)
def test_such_a_copy_is_named_and_not_written_into(name: str, begun: Netlog) -> None:
    """By restore, doctor and forget, whatever its manifest says of its bytes."""
    copy = copy_of(begun)
    plant(copy, name)
    rehash(copy)
    planted = content(copy)
    assert begun("restore --json").data[0]["whole"] is False
    assert f"A backup is not what it was: {copy.name}." in begun("doctor").out
    ran = begun("forget zoe-park --yes")
    assert (ran.code, copy.name in ran.err) == (6, True)
    assert content(copy) == planted
    assert asked(begun.db, "SELECT count(*) FROM promise") == [(1,)]


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("line", ["add Nora", "list"])
def test_an_older_file_is_held_against_what_its_netlog_made(
    number: int, line: str, netlog: Netlog
) -> None:
    """Nothing planted in it comes along: it stays as it is, and is named."""
    older(netlog.db, number)
    plant(netlog.db, "a trigger")
    before = content(netlog.db)
    ran = netlog(line)
    assert ran.code == 6
    assert "The database is not as netlog makes it (trigger planted)" in ran.err
    assert content(netlog.db) == before
    assert not list((netlog.home / BACKUPS).glob("*"))


@pytest.mark.parametrize("number", NUMBERS)
def test_an_older_copy_too(number: int, begun: Netlog) -> None:
    """What is restored is brought on only if it is wholly netlog's."""
    copy = older(begun.home / "old.db", number)
    plant(copy, "a trigger")
    before = content(begun.db)
    ran = begun("restore old.db --yes --other")
    assert (ran.code, "trigger planted" in ran.err) == (6, True)
    assert content(begun.db) == before


def test_statistics_that_sqlite_keeps_are_let_be(begun: Netlog) -> None:
    """Who has it count for plans has planted nothing."""
    asked(begun.db, "ANALYZE")
    assert asked(begun.db, "SELECT count(*) > 0 FROM sqlite_stat1") == [(1,)]
    assert begun("add Nora").code == 0
    assert begun("backup").code == 0
