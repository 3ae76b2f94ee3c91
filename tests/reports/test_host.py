"""Report host: the introductions the user made, and what came since."""

import pytest
from tests.reports.told import page, pair, parts, report, tell, wants
from tests.running import Netlog


@pytest.mark.usefixtures("unnamed")
def test_nothing_yet(netlog: Netlog) -> None:
    """Without an introduction it says so, and what would record one."""
    data = report(netlog, "host")
    assert parts(data, "n", "given_since", "got_since") == (0, 0, 0)
    assert wants(data) == ["netlog intro WHO WHO"]


@pytest.fixture
def three(netlog: Netlog) -> Netlog:
    """Three introductions; the two of one were seen together."""
    tell(
        netlog,
        "intro Ann Bo --on 2024-03-01 --new",
        "intro Ann Cy --on 2024-04-01 --new",
        "intro Di Ed --on 2025-05-01 --new --state offered",
        "log Ann Bo --on 2024-03-10",
        "got Ann tip --on 2024-02-28",
        "got Ann tip --on 2024-04-01",
        "gave Bo advice --on 2024-05-01",
        "gave Ed advice --on 2025-04-30",
    )
    return netlog


def test_what_came_since(three: Netlog) -> None:
    """Each entry once, though Ann was introduced twice; nothing of before."""
    data = report(three, "host")
    assert parts(data, "n", "given_since", "got_since") == (3, 1, 1)
    assert pair(data["met"]) == (1, 3)
    assert parts(data["something_came"]) == (3, 2, 0, 1)


def test_it_does_not_claim_a_cause(three: Netlog) -> None:
    """Since then, not because of it."""
    lines = page(three, "host")
    assert lines[2:4] == [
        "You made 3 introductions, 1 met.",
        "Since then 1 thing came from these people, and 1 went to them.",
    ]
    assert "  made: 3 (1 offered)" in lines
    assert any("not because of it" in line for line in lines)


def test_what_went_to_them_is_nothing_that_came(netlog: Netlog) -> None:
    """Only what came from one of the two is something that came."""
    tell(netlog, "intro Ann Bo --on 2024-03-01 --new", "gave Bo tip --on 2024-03-02")
    data = report(netlog, "host")
    assert (parts(data["something_came"]), data["given_since"]) == ((1, 0, 1, 0), 1)


def test_introductions_by_others_are_theirs(netlog: Netlog) -> None:
    """Only those that I made."""
    tell(netlog, "intro Ann Bo --by Cy --new", "intro Di --by Cy --new")
    assert report(netlog, "host")["n"] == 0


def test_who_knew_each_other_was_not_introduced_at_my_table(netlog: Netlog) -> None:
    """Petra introduced Quentin to me: that I had them at one table counts none."""
    tell(netlog, "add Petra", "add Quentin --via Petra")
    tell(netlog, "log Petra, Quentin --introduce")
    assert report(netlog, "host")["n"] == 0
    tell(netlog, "log Petra, Rob --new --introduce")
    assert pair(report(netlog, "host")["met"]) == (1, 1)


def test_a_period_bounds_the_introductions(three: Netlog) -> None:
    """And what is known by its end."""
    assert report(three, "host --since 2024-03-02")["n"] == 2
    data = report(three, "host --until 2024-03-31")
    assert parts(data, "n", "given_since", "got_since") == (1, 0, 0)
