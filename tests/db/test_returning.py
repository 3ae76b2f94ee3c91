"""Who was forgotten, and comes back with a copy that was never cleaned."""

from pathlib import Path
from shutil import copyfile

import pytest
from tests.running import Netlog

NOBODY: list[str] = []


@pytest.fixture
def outside(netlog: Netlog) -> Path:
    """A copy that the user made of the database, before Dorie is forgotten."""
    netlog("add Alisa Kwan --email a@x.example")
    netlog("add Dorie Clark --email dorie@x.example --phone '+49 30 1234'")
    netlog("edit dorie --name 'D. Clarke'")
    copy = netlog.home / "outside.db"
    copyfile(netlog.db, copy)
    assert netlog("forget dorie-clark --yes").code == 0
    return copy


def told(netlog: Netlog, which: str) -> list[str]:
    """The handles of those who were forgotten and are in a copy."""
    found: list[str] = netlog(f"restore {which} --dry-run --json").data["forgotten"]
    return found


def test_it_is_said_and_how_to_forget_them_again(netlog: Netlog, outside: Path) -> None:
    """The user wanted that copy; one line more, and they are gone again."""
    ran = netlog(f"restore {outside} --yes")
    said = "was forgotten, and comes back: dorie-clark · netlog forget dorie-clark\n"
    assert (ran.code, said in ran.out) == (0, True)
    assert netlog("forget dorie-clark --yes").code == 0
    assert netlog("forget --verify dorie").code == 0
    assert netlog("show alisa").code == 0


def test_the_backups_of_netlog_bring_nobody_back(netlog: Netlog, outside: Path) -> None:
    """They were cleaned."""
    assert outside.exists()
    assert told(netlog, "last") == NOBODY


def test_who_was_taken_in_again_is_no_surprise(netlog: Netlog, outside: Path) -> None:
    """In a copy that was made after the forgetting they are there on purpose."""
    netlog("add Dorie Clark")
    later = outside.with_name("later.db")
    copyfile(netlog.db, later)
    assert told(netlog, str(later)) == NOBODY
    assert told(netlog, str(outside)) == ["dorie-clark"]


@pytest.mark.parametrize("line", ["add Zoe", "forget alisa --yes"])
def test_only_those_of_whom_a_mark_was_kept(
    netlog: Netlog, outside: Path, line: str
) -> None:
    """By name or address, as an import knows them."""
    assert netlog(line).code == 0
    gone = ["alisa-kwan"] if line.startswith("forget") else []
    assert told(netlog, str(outside)) == [*gone, "dorie-clark"]
