"""An introduction is met once the two were together, and only as long as they were."""

import pytest
from tests.running import Netlog


@pytest.fixture(autouse=True)
def _network(netlog: Netlog) -> None:
    """Hal, Zoe and Bo."""
    for name in ("Hal", "Zoe", "Bo"):
        netlog(f"add {name}")


def state(netlog: Netlog, who: str = "zoe") -> str:
    """The state of somebody's only introduction."""
    (one,) = netlog(f"show {who} --json").data["introductions"]
    return str(one["state"])


@pytest.mark.parametrize("said", ["offered", "made"])
def test_taking_the_touch_out_takes_met_back(netlog: Netlog, said: str) -> None:
    """It is what the user said again."""
    netlog(f"intro zoe --by hal --state {said}")
    netlog("log zoe")
    assert state(netlog) == "met"
    netlog("rm --touch 1")
    assert state(netlog) == said
    netlog("undo")
    assert state(netlog) == "met"


@pytest.mark.parametrize(
    "mended", ["--kind call", "--on 2025-05-01", "--no-answer", "--kind email"]
)
def test_a_touch_mended_takes_met_back(netlog: Netlog, mended: str) -> None:
    """Not in person, before its day, or without an answer: not together."""
    netlog("intro zoe --by hal")
    netlog("log zoe")
    netlog(f"edit --touch 1 {mended}")
    assert state(netlog) == "made"


@pytest.mark.parametrize("said", ["met", "dropped"])
def test_what_the_user_said_stays(netlog: Netlog, said: str) -> None:
    """With a touch and without one."""
    netlog(f"intro zoe --by hal --state {said}")
    netlog("log zoe")
    assert state(netlog) == said
    netlog("rm --touch 1")
    assert state(netlog) == said


def test_another_day_of_the_introduction_derives_it_again(netlog: Netlog) -> None:
    """Met where the touch is on that day or later."""
    netlog("log zoe --on 2025-05-01")
    netlog("intro zoe --by hal")
    assert state(netlog) == "made"
    netlog("edit --intro 1 --on 2025-05-01")
    assert state(netlog) == "met"
    netlog("edit --intro 1 --on 2025-05-02")
    assert state(netlog) == "made"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("log bo zoe", "met"),
        ("log bo zoe -k call", "made"),
        ("log bo zoe --on 2025-05-01", "made"),
        ("log bo", "made"),
    ],
)
def test_a_pair_without_me_meets_too(netlog: Netlog, line: str, expected: str) -> None:
    """At one table, in person, on its day or later."""
    netlog("intro bo zoe --by hal")
    netlog(line)
    assert (state(netlog, "bo"), state(netlog)) == (expected, expected)


def test_an_offer_that_is_kept_later_is_followed_up(netlog: Netlog) -> None:
    """It is new on the day it is kept, not when it was offered."""
    netlog("intro zoe --by hal --state offered --on 2025-01-01")
    assert netlog("due --json --today 2025-06-02").data["follow_up"] == []
    netlog("intro zoe --by hal --today 2025-06-03")
    follow_up = netlog("due --json --today 2025-06-03").data["follow_up"]
    assert "zoe" in {one["handle"] for one in follow_up}


def test_the_journal_names_an_entry_once(netlog: Netlog) -> None:
    """One change that makes an introduction met names it once."""
    netlog("log bo zoe --introduce")
    assert netlog("history -n 1 --json").data[0]["entries"] == [
        {"what": "touch", "number": 1},
        {"what": "introduction", "number": 1},
    ]
