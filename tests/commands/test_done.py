"""netlog done: a promise is kept, or let go."""

import pytest
from tests.commands.said import kept, person, without_uids
from tests.running import Netlog, told


@pytest.fixture(autouse=True)
def _promised(netlog: Netlog) -> None:
    told(netlog, "add Hal --promise 'a good mover' --by tomorrow")


def test_a_promise_is_kept(netlog: Netlog) -> None:
    """It leaves the plan, and when its day has passed it counts as kept on time."""
    assert netlog("done 1 --json").data["state"] == "kept"
    plan = netlog("due --json").data
    assert plan["promises"] == []
    assert plan["numbers"]["promises_on_time"] == 0
    plan = netlog("due --today 2025-06-04 --json").data
    assert plan["numbers"]["promises_on_time"] == 1


def test_a_promise_is_let_go(netlog: Netlog) -> None:
    """--drop: it is closed, and not kept."""
    assert netlog("done 1 --drop") == (
        0,
        "Let go: a good mover, for Hal, Mon 2 Jun 2025\n",
        "",
    )
    numbers = netlog("due --today 2025-06-04 --json").data["numbers"]
    assert (numbers["promises_kept"], numbers["promises_closed"]) == (0, 1)


def test_it_may_have_been_earlier(netlog: Netlog) -> None:
    """--on says when it was kept; the resolved day is echoed."""
    assert netlog("done 1 --on sun").out == (
        "Kept: a good mover, for Hal, Sun 1 Jun 2025\n"
    )
    netlog("undo")
    assert without_uids(netlog("done 1 --on yesterday --json").data) == {
        "promise": 1,
        "text": "a good mover",
        "due": "2025-06-03",
        "state": "kept",
        "closed_on": "2025-06-01",
        "theirs": False,
        "person": person("hal", "Hal"),
    }


def test_kept_late_is_not_kept_on_time(netlog: Netlog) -> None:
    """A day after it fell due."""
    netlog("done 1 --today 2025-06-04")
    numbers = netlog("due --today 2025-06-04 --json").data["numbers"]
    assert (numbers["promises_kept"], numbers["promises_on_time"]) == (1, 0)


def test_a_closed_promise_stays_closed(netlog: Netlog) -> None:
    """Said otherwise it is refused, with what takes it back."""
    netlog("done 1")
    before = kept(netlog.db)
    assert netlog("done 1 --drop") == (
        5,
        "",
        "netlog: Promise 1 is kept already.\nnetlog undo takes the last change back.\n",
    )
    assert kept(netlog.db) == before


def test_there_is_no_such_promise(netlog: Netlog) -> None:
    """Exit 3, and where the numbers are."""
    said = netlog("done 7")
    assert (said.code, said.err.splitlines()) == (
        3,
        [
            "netlog: There is no promise 7.",
            "netlog due and netlog show WHO list the numbers.",
        ],
    )


def test_the_future_has_not_happened(netlog: Netlog) -> None:
    """It cannot have been kept tomorrow."""
    assert netlog("done 1 --on tomorrow").code == 2
