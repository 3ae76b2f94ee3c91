"""Undo and redo of changes whose rows are gone, or whose journal cannot be read."""

import sqlite3
from contextlib import closing

import pytest
from tests.running import Netlog


def run(netlog: Netlog, *statements: str) -> None:
    """Change the file past netlog."""
    with closing(sqlite3.connect(netlog.db)) as file, file:
        for statement in statements:
            file.execute(statement)


def test_what_doctor_let_go_does_not_stop_undo(netlog: Netlog) -> None:
    """A row that pointed at nothing is taken out for good; the rest goes and comes."""
    assert netlog("add Hal").code == netlog("add Zoe").code == 0
    assert netlog("log Hal Zoe").code == 0
    run(netlog, "DELETE FROM person WHERE handle = 'zoe'")
    assert netlog("doctor --fix").code in {0, 6}
    assert netlog("undo").code == 0
    assert netlog("show Hal --json").data["touches"] == []
    assert netlog("redo").code == 0
    assert len(netlog("show Hal --json").data["touches"]) == 1


@pytest.mark.parametrize("line", ["edit hal --city Boston", "rest hal"])
def test_a_change_to_somebody_who_is_gone_is_taken_back(
    netlog: Netlog, line: str
) -> None:
    """There is nothing of it left to take back, and that is no fault of the user's."""
    assert netlog("add Hal").code == netlog(line).code == 0
    run(netlog, "DELETE FROM person WHERE handle = 'hal'")
    for word in ("undo", "undo", "redo", "redo"):
        assert netlog(word).code == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE change_row SET before = 'x'||before WHERE before IS NOT NULL",
        "UPDATE change_row SET before = '5' WHERE before IS NOT NULL",
        "UPDATE change_row SET tab = 'persoo'",
    ],
)
def test_a_journal_that_cannot_be_read_is_damage(
    netlog: Netlog, statement: str
) -> None:
    """Exit 6 and not a row changed, and nothing said of what it was."""
    netlog("add Hal")
    netlog("edit Hal --city Boston")
    run(netlog, statement)
    before = netlog("list --json").data
    said = netlog("undo")
    assert (said.code, said.out) == (6, "")
    assert said.err.startswith("netlog: The database is damaged.\n")
    assert netlog("list --json").data == before
