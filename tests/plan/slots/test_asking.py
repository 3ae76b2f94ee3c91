"""Whom to ask for an introduction when nobody new is left."""

import pytest
from tests.plan.builders import Network, ago, later
from tests.running import InProcess

from netlog.plan.result import Line


def asked(network: Network) -> Line | None:
    """Whom the plan would ask."""
    plan = network.plan()
    assert plan.new.pick == ()
    return plan.new.ask


@pytest.fixture
def network() -> Network:
    """Ada introduced two, Bea one; all were met within the year."""
    made = Network()
    made.add("ada", "bea", known=True)
    made.add("cal", "dan", "eve")
    made.introduce("cal", "dan", by="ada", on=ago(200))
    made.introduce("eve", by="bea", on=ago(200))
    made.log("cal", "dan", "eve", on=ago(100))
    made.log("bea", kind="call", on=ago(20))
    return made


def test_who_introduced_most_is_asked(network: Network) -> None:
    """With how many, and how to note whom they name."""
    line = asked(network)
    assert line
    assert (line.person.handle, line.text, line.next) == (
        "ada",
        "ask whom you should meet: introduced 2 people so far",
        "netlog log ada -k message --names NAME",
    )


@pytest.mark.parametrize("how", ["rest", "skip", "snooze"])
def test_who_is_held_is_not_asked(network: Network, how: str) -> None:
    """The next one is."""
    if how == "rest":
        network.rest("ada")
    elif how == "skip":
        network.put_off("ada")
    else:
        network.snooze("ada", later(days=3))
    line = asked(network)
    assert line
    assert (line.person.handle, line.text) == (
        "bea",
        "ask whom you should meet: introduced one person so far",
    )


def test_where_nobody_introduced_the_last_contact_is_asked() -> None:
    """Whoever was seen or heard last."""
    network = Network()
    network.add("ada", "bea", "cal", known=True)
    assert asked(network) is None
    network.log("ada", kind="call", on=ago(40))
    network.log("bea", kind="call", on=ago(30))
    line = asked(network)
    assert line
    assert (line.person.handle, line.text) == (
        "bea",
        "ask whom you should meet: the last you were in touch with",
    )


def test_an_empty_book_has_nobody_to_ask() -> None:
    """Nor a pick."""
    assert asked(Network()) is None


def test_two_people_both_met_within_the_year(netlog: InProcess) -> None:
    """No pick, and the one who has introduced somebody is to be asked."""
    netlog("add Alisa")
    netlog("add Dorie --via Alisa --on 2025-01-06")
    netlog("log Alisa --on 2025-01-02")
    netlog("log Dorie --on 2025-02-03")
    due = netlog("due --json").data
    assert (due["new"], due["alternates"], due["new_done"]) == ([], [], False)
    assert due["ask"]["handle"] == "alisa"
    assert set(due["ask"]) >= {"uid", "handle", "name", "text", "next"}


def test_who_is_new_is_not_asked() -> None:
    """Somebody heard of, and never sat down with, knows nobody for me yet."""
    network = Network()
    network.add("ada", "bea")
    network.log("ada", on=ago(100))
    network.log("bea", kind="call", on=ago(20))
    network.edit("bea", no_sell=True)
    line = network.plan().new.ask
    assert line
    assert line.person.handle == "ada"
