"""netlog history: what was changed."""

import pytest
from tests.running import Netlog, told


@pytest.fixture(autouse=True)
def _changes(netlog: Netlog) -> None:
    """Four changes, the last one taken back."""
    told(
        netlog,
        "add Hal",
        "add Dorie --via Hal --at 'Blue Bottle' --promise tea",
        "log Dorie Zoe --new --introduce --names ''",
        "rest hal",
        "undo",
    )


def test_the_newest_first_with_the_numbers_of_what_it_wrote(netlog: Netlog) -> None:
    """Change, when, command as typed, entries, state; one record a line."""
    records = [line.split("\t") for line in netlog("history").out.splitlines()]
    assert [[one[0], *one[2:]] for one in records] == [
        ["4", "rest hal", "", "undone"],
        [
            "3",
            "log Dorie Zoe --new --introduce --names ''",
            "touch 2, introduction 2",
            "",
        ],
        [
            "2",
            "add Dorie --via Hal --at 'Blue Bottle' --promise tea",
            "introduction 1, touch 1, promise 1",
            "",
        ],
        ["1", "add Hal", "", ""],
    ]


def test_the_same_in_json(netlog: Netlog) -> None:
    """With the moment in UTC, and how many rows it wrote."""
    last, *_, first = netlog("history --json").data
    assert first == {
        "change": 1,
        "at": "2025-06-02T12:00:00+00:00",
        "command": "add Hal",
        "state": "done",
        "rows": 1,
        "entries": [],
    }
    assert (last["command"], last["state"]) == ("rest hal", "undone")


def test_the_entries_in_json(netlog: Netlog) -> None:
    """By sort and number, as edit and rm take them."""
    assert netlog("history -n 2 --json").data[1]["entries"] == [
        {"what": "touch", "number": 2},
        {"what": "introduction", "number": 2},
    ]


def test_so_many_and_no_more(netlog: Netlog) -> None:
    """-n and --most cut the list; twenty where nothing is said."""
    assert len(netlog("history -n 1").out.splitlines()) == 1
    for _ in range(10):
        netlog("rest hal")
        netlog("wake hal")
    assert len(netlog("history").out.splitlines()) == 20
    assert len(netlog("history --most 99").out.splitlines()) == 24


def test_what_only_reads_is_no_change(netlog: Netlog) -> None:
    """Neither is what failed."""
    before = netlog("history").out
    for line in ("due", "list", "show hal", "info", "why hal", "log Nobody", "add Hal"):
        netlog(line)
    assert netlog("history").out == before


def test_many_entries_are_counted(netlog: Netlog) -> None:
    """Four are named, the others counted; --json has them all."""
    netlog("log hal --names 'P,Q,R,S,T'")
    entries = netlog("history -n 1").out.split("\t")[3]
    assert entries == (
        "touch 3, introduction 3, introduction 4, introduction 5 and 2 more"
    )
    assert len(netlog("history -n 1 --json").data[0]["entries"]) == 6


@pytest.mark.usefixtures("unnamed")
def test_nothing_was_changed_yet(netlog: Netlog) -> None:
    """Before the first command there is no history, and no file."""
    assert netlog("history") == (0, "", "")
    assert not netlog.db.exists()


def test_what_was_given_and_got_is_named(netlog: Netlog) -> None:
    """Entries by their numbers, thanks and guesses by the command alone."""
    netlog("log hal --got tip --gave advice --guess likely")
    netlog("got Hal referral --who Peter")
    netlog("thank hal")
    records = [line.split("\t") for line in netlog("history -n 3").out.splitlines()]
    assert [one[2:4] for one in records] == [
        ["thank hal", ""],
        ["got Hal referral --who Peter", "introduction 3, entry 3"],
        [
            "log hal --got tip --gave advice --guess likely",
            "touch 3, entry 1, entry 2",
        ],
    ]
    assert netlog("history -n 2 --json").data[1]["entries"] == [
        {"what": "introduction", "number": 3},
        {"what": "entry", "number": 3},
    ]
