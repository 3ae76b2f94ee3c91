"""What commands are given: the database that is there, or is not."""

import os
import shlex
import subprocess

import pytest
from tests.running import InItsOwn, InProcess, Netlog

READING = ["due", "", "list", "history", "info", "list --json", "due --json"]
SEARCHING = ["why hal", "show hal"]
WRITING = [
    "add Ann",
    "log Ann --new",
    "intro Ann --by Bo --new",
    "promise Ann tea --new",
]


@pytest.mark.parametrize("line", READING)
@pytest.mark.usefixtures("unnamed")
def test_reading_never_makes_a_file(netlog: Netlog, line: str) -> None:
    """Before the first command that writes there is nobody, and no file."""
    assert netlog(line).code == 0
    assert list(netlog.home.iterdir()) == []


@pytest.mark.parametrize("line", [*SEARCHING, "due --check", "due --quiet"])
@pytest.mark.usefixtures("unnamed")
def test_searching_never_makes_a_file(netlog: Netlog, line: str) -> None:
    """Nobody is there to be found: exit 3, or nothing is due."""
    assert netlog(line).code == (3 if line in SEARCHING else 0)
    assert list(netlog.home.iterdir()) == []


NAMED_BY = ["--db", "NETLOG_DB", "the config"]


def misnamed(netlog: InProcess, named_by: str) -> tuple[str, ...]:
    """Name a path at which nothing is; gives the words that every line needs for it."""
    path = str(netlog.home / "no" / "such.db")
    if named_by == "--db":
        return "--db", path
    if named_by == "NETLOG_DB":
        netlog.patch.setenv("NETLOG_DB", path)
        return ()
    config = netlog.home / "config.toml"
    config.write_text(f'database = "{path}"\n', encoding="utf-8")
    netlog.patch.setenv("NETLOG_CONFIG", str(config))
    return ()


@pytest.mark.parametrize("line", [*READING, *SEARCHING, "due --check", "due --quiet"])
@pytest.mark.parametrize("named_by", NAMED_BY)
def test_a_path_that_is_not_there_is_6_for_readers(
    unnamed: InProcess, named_by: str, line: str
) -> None:
    """A slip must not be silence for ever; nothing is made by looking at it."""
    words = misnamed(unnamed, named_by)
    said = unnamed(line, *words)
    assert (said.code, said.out) == (6, "")
    error = said.error if "--json" in line else None
    sentence, advice = (
        (error["message"], error["hint"])
        if error
        else said.err.removeprefix("netlog: ").splitlines()
    )
    path = unnamed.home / "no" / "such.db"
    assert sentence == f"There is no database at {path}."
    assert advice == (
        f"Look at the path, which {named_by} names; a command that writes makes it."
    )
    assert not path.parent.exists()


@pytest.mark.parametrize("named_by", NAMED_BY)
def test_a_path_that_is_not_there_is_made_as_it_was_named(
    unnamed: InProcess, named_by: str
) -> None:
    """What adds somebody makes it and says so, once; then it is there to be read."""
    words = misnamed(unnamed, named_by)
    path = unnamed.home / "no" / "such.db"
    said = unnamed("add Hal", *words).err
    assert said == f"netlog: Made a new database at {path}.\n"
    assert unnamed("add Zoe", *words).err == ""
    assert unnamed("due --check", *words).code == 10


@pytest.mark.parametrize("line", WRITING)
def test_a_path_that_is_not_there_is_made_by_writers(netlog: Netlog, line: str) -> None:
    """And it is said that it was."""
    said = netlog(f"{line} --db new/deep.db")
    assert (said.code, said.err) == (0, "netlog: Made a new database at new/deep.db.\n")
    assert netlog("list --db new/deep.db").code == 0
    assert not netlog.db.exists()


def test_the_file_is_the_users_alone(netlog: Netlog) -> None:
    """0600, in a folder of 0700 where netlog makes it; nothing is left beside it."""
    path = netlog.home / "a" / "b" / "n.db"
    netlog(f"add Hal --db {path}")
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert [one.name for one in path.parent.iterdir()] == ["n.db"]


def test_a_folder_is_no_database(netlog: Netlog) -> None:
    """Exit 6 in a sentence, for those that read and those that write."""
    for line in ("list", "add Hal"):
        said = netlog(f"{line} --db .")
        assert (said.code, len(said.err.splitlines())) == (6, 2)


def test_a_place_where_nothing_can_be_made(netlog: Netlog) -> None:
    """A folder that is a file: a sentence, and no traceback."""
    (netlog.home / "file").write_text("", encoding="utf-8")
    said = netlog("add Hal --db file/n.db")
    assert (said.code, len(said.err.splitlines()), said.out) == (6, 2, "")


def test_a_file_that_cannot_be_written(netlog: Netlog) -> None:
    """It is read all the same; the plan is printed unpinned, with a word."""
    netlog("add Hal")
    netlog.db.chmod(0o400)
    netlog.home.chmod(0o500)
    if os.access(netlog.db, os.W_OK):
        pytest.skip("nothing is closed to root")
    try:
        said = netlog("due")
        assert (said.code, "not pinned" in said.err) == (0, True)
        assert netlog("add Zoe").code == 6
        assert netlog("list").code == 0
    finally:
        netlog.home.chmod(0o700)


def test_never_a_question(netlog_process: InItsOwn) -> None:
    """With no stdin nothing waits for an answer."""
    for line in ("add Hal", "add Hal", "log Nobody", "rm hal", "undo", "import -"):
        assert netlog_process(line).code in {0, 2, 3, 5}


def test_stdin_closed_is_no_reason_to_fail(netlog_process: InItsOwn) -> None:
    """A crontab may give none."""
    words = shlex.join(netlog_process.command("add", "Hal"))
    done = subprocess.run(
        ["/bin/sh", "-c", f"{words} <&-"],
        capture_output=True,
        check=False,
        text=True,
        env=netlog_process.environment,
    )
    assert (done.returncode, done.stdout) == (0, "Added Hal (hal)\n")
