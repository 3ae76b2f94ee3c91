"""netlog redo: what was undone is done again."""

from tests.commands.said import kept
from tests.running import Netlog


def test_what_was_done_again_is_said(netlog: Netlog) -> None:
    """The command as it was typed."""
    netlog("add Hal --note 'a b'")
    netlog("undo")
    assert netlog("redo") == (0, "Did again: netlog add Hal --note 'a b'\n", "")
    netlog("undo")
    assert netlog("redo --json").data == {
        "change": 1,
        "command": "add Hal --note 'a b'",
        "at": "2025-06-02T12:00:00+00:00",
    }


def test_the_oldest_undone_comes_first(netlog: Netlog) -> None:
    """Two undone are redone in the order they were made."""
    netlog("add Hal")
    netlog("add Zoe")
    netlog("undo")
    netlog("undo")
    assert netlog("redo").out == "Did again: netlog add Hal\n"
    assert netlog("redo").out == "Did again: netlog add Zoe\n"


def test_something_new_ends_it(netlog: Netlog) -> None:
    """What was undone stays undone, and is refused with exit 5."""
    netlog("add Hal")
    netlog("undo")
    netlog("add Zoe")
    before = kept(netlog.db)
    assert netlog("redo") == (
        5,
        "",
        "netlog: There is nothing to redo.\nSomething new ends what could be redone.\n",
    )
    assert kept(netlog.db) == before


def test_what_only_reads_does_not_end_it(netlog: Netlog) -> None:
    """Neither does a command that failed."""
    netlog("add Hal")
    netlog("undo")
    for line in ("due", "list", "log Nobody", "add ''"):
        netlog(line)
    assert netlog("redo").code == 0
