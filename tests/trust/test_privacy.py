"""Nobody else reads what netlog makes, whatever the umask is."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.db.older import NUMBERS, SCHEMAS
from tests.running import InItsOwn
from tests.trust.driving import Driver
from tests.trust.everything import PLACE, each_command, the_story
from tests.trust.jobs import Job
from tests.trust.privacy import OPEN_HANDED, Stranger, born_open, exposed, made, told
from tests.trust.stranger import NOBODY

AT_WORK = (
    *(".netlog.db.", "netlog.db-journal", ".demo.db.", ".all.json.", ".json.new"),
    *("Z.db.new", "Z.json", "backups", ".local", ".dorie.json."),
)
"""Parts of names of what is there for a moment, or for good."""
FEW = (["add", "Hal"], ["backup"], ["export", "all.json"])


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that everybody may look into, as at the homes of many a machine."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_every_file_is_closed_to_others_from_the_start(
    watched: Driver, folder: Path, tmp_path: Path
) -> None:
    """Each is made 0600, each folder 0700, with a umask that keeps nothing back."""
    log = tmp_path / "log"
    trouble = OPEN_HANDED, ("log", str(log))
    some = [the_story(folder / "story", *trouble), *each_command(folder, *trouble)]
    assert [line for job in some for line in told(watched, job)] == []
    assert list(born_open(log)) == []
    assert [one for job in some for one in exposed(job.home)] == []
    names = "\n".join(made(log))
    assert [part for part in AT_WORK if part not in names] == []


def test_a_migration_makes_nothing_for_others(
    watched: Driver, folder: Path, tmp_path: Path
) -> None:
    """Neither its backup nor what is there while it is under way."""
    log = tmp_path / "log"
    for number in NUMBERS:
        home = folder / str(number)
        job = Job(home, [["add", "Quentin Newcomer"]], (OPEN_HANDED, ("log", str(log))))
        home.mkdir()
        job.db.write_bytes((SCHEMAS / f"{number}.db").read_bytes())
        job.db.chmod(0o600)
        assert told(watched, job) == []
        assert (list(born_open(log)), list(exposed(home))) == ([], [])
        assert list(home.rglob("backups/*.db"))


@pytest.mark.parametrize("fault", ["open to all", "closed late"])
def test_a_file_that_is_open_for_a_moment_is_found(
    watched: Driver, folder: Path, tmp_path: Path, fault: str
) -> None:
    """Even where it is closed at once; where it is not, it is seen afterwards, too."""
    log = tmp_path / "log"
    job = Job(folder / "home", FEW, (OPEN_HANDED, ("fault", fault), ("log", str(log))))
    job.home.mkdir()
    assert told(watched, job) == []
    assert list(born_open(log))
    assert bool(list(exposed(job.home))) == (fault == "open to all")


@pytest.fixture
def shared() -> Iterator[Path]:
    """The same, where the tests can become another user."""
    if os.geteuid() != 0:
        pytest.skip("only the superuser can become another user")
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        (Path(name) / "home").mkdir()
        yield Path(name)


def test_another_user_can_open_nothing(driver: Driver, shared: Path) -> None:
    """Not while the story is told, and not afterwards; that includes exports."""
    job = the_story(shared / "home", OPEN_HANDED)
    stranger = Stranger(shared)
    assert told(driver, job) == []
    assert stranger.found() == []
    assert job.db.exists()
    assert (job.home / "all.json").exists()


def test_the_other_user_opens_what_is_open(driver: Driver, shared: Path) -> None:
    """With a netlog that makes files for everybody, the export is read."""
    job = Job(
        shared / "home", FEW, (OPEN_HANDED, ("fault", "open to all")), place=PLACE
    )
    stranger = Stranger(shared)
    assert told(driver, job) == []
    assert str(job.home / "all.json") in stranger.found()


def test_a_database_in_a_folder_that_all_share_is_the_users_alone(
    watched: Driver, folder: Path, tmp_path: Path
) -> None:
    """The folder stays as it is; what is in it for a moment is closed as well."""
    (folder / "all").mkdir()
    (folder / "all").chmod(0o1777)
    log = tmp_path / "log"
    lines = [["add", "Hal"], ["log", "hal"], ["export", "all/x.json"]]
    trouble = OPEN_HANDED, ("log", str(log))
    job = Job(folder, lines, trouble, place="all/netlog.db")
    assert told(watched, job) == []
    assert list(born_open(log)) == []
    assert list(exposed(folder / "all")) == []
    assert (folder / "all").stat().st_mode & 0o7777 == 0o1777


def test_what_completion_installs_is_the_users_alone(
    netlog_process: InItsOwn,
) -> None:
    """A script that a shell runs is nobody else's to write."""
    netlog_process.environment["_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION"] = "1"
    home = netlog_process.home
    before = os.umask(0)
    try:
        assert netlog_process("--install-completion bash").code == 0
    finally:
        os.umask(before)
    assert (home / ".bashrc").is_file()
    assert list(exposed(home)) == []


def test_a_file_that_was_open_stays_so_until_doctor_is_asked(
    netlog_process: InItsOwn,
) -> None:
    """It closes nothing that the user opened; doctor says it, and mends it."""
    assert netlog_process("add Hal").code == 0
    netlog_process.db.chmod(0o644)
    assert netlog_process("add Zoe").code == 0
    assert len(list(exposed(netlog_process.home))) == 1
    said = netlog_process("doctor")
    assert said.code == 6
    assert "Others can read" in said.out
    assert "chmod go-rwx" in said.out
    netlog_process("doctor --fix")
    assert list(exposed(netlog_process.home)) == []


def test_an_export_over_a_file_that_others_read_closes_it(
    netlog_process: InItsOwn,
) -> None:
    """With --force the file is another one, 0600."""
    netlog_process("add Hal")
    there = netlog_process.home / "all.json"
    there.write_text("{}", encoding="utf-8")
    there.chmod(0o666)
    assert netlog_process("export all.json --force").code == 0
    assert list(exposed(netlog_process.home)) == []


@pytest.mark.parametrize("ending", ["-journal", "-wal"])
@pytest.mark.parametrize("line", ["add Zoe", "list"])
def test_a_journal_planted_by_another_user_is_not_used(
    netlog_process: InItsOwn, shared: Path, ending: str, line: str
) -> None:
    """What was written would be read by them, and what they wrote would come in."""
    db = shared / "netlog.db"
    netlog_process(f"add Hal --db {db}")
    planted = shared / f"netlog.db{ending}"
    planted.touch()
    os.chown(planted, NOBODY, NOBODY)
    said = netlog_process(f"{line} --db {db}")
    assert (said.code, said.out, planted.read_bytes()) == (6, "", b"")
    assert said.err.startswith(f"netlog: {planted} is another user's")
    planted.unlink()
    assert netlog_process(f"{line} --db {db}").code == 0


@pytest.mark.parametrize("force", ["", "--force"])
def test_a_link_planted_for_an_export_is_not_followed(
    netlog_process: InItsOwn, force: str
) -> None:
    """Where somebody else waits for it, nothing comes."""
    netlog_process("add Hal")
    netlog_process("export seen.json")
    elsewhere, link = netlog_process.home / "theirs", netlog_process.home / "x.json"
    link.symlink_to(elsewhere)
    said = netlog_process(f"export x.json {force}")
    assert not elsewhere.exists()
    assert (said.code, link.is_symlink()) == ((0, False) if force else (5, True))


@pytest.mark.parametrize("ending", [".db", ".json", ".json.new", ".db-journal"])
def test_a_link_planted_among_the_backups_is_not_followed(
    netlog_process: InItsOwn, ending: str
) -> None:
    """The backup has another name, or the link is taken away."""
    netlog_process("add Hal")
    assert netlog_process("backup").code == 0
    (copy,) = netlog_process.home.glob(".local/state/netlog/backups/*.db")
    for path in (copy, copy.with_suffix(".json")):
        path.unlink()
    elsewhere = netlog_process.home / "theirs"
    copy.with_name(f"{copy.stem}{ending}").symlink_to(elsewhere)
    assert netlog_process("backup").code == 0
    assert not elsewhere.exists()
    listed = netlog_process("backup --list --json").data
    assert [one["whole"] for one in listed].count(True) == 1
