"""Stuck introductions: two tries or more, no answer, and what to do about it."""

import pytest
from tests.plan.builders import Network, ago, handles, later
from tests.running import InProcess


@pytest.fixture
def network() -> Network:
    """Hal introduced Zoe."""
    made = Network()
    made.add("hal", known=True)
    made.add("zoe", via="hal", on=ago(40))
    return made


def test_two_tries_without_an_answer_are_stuck(network: Network) -> None:
    """One is none; the line has the introducer's name and the advice."""
    network.tries("zoe", ago(20))
    assert network.plan().stuck == ()
    assert handles(network.plan().new.pick) == ["zoe"]
    network.tries("zoe", ago(10))
    plan = network.plan()
    (line,) = plan.stuck
    assert line.text == (
        "2 tries, no answer, introduced by hal: find out what they stand to lose"
        " or to gain, then write once more about that"
    )
    assert line.more == {"attempts": 2, "introducer": "hal"}
    assert line.next == "netlog log zoe -k email"
    assert plan.new.pick == ()
    assert plan.hidden == {"stuck": 1}


def test_an_answer_ends_it(network: Network) -> None:
    """Any contact after the tries."""
    network.tries("zoe", ago(20), ago(10))
    network.log("zoe", kind="email", on=ago(30))
    assert handles(network.plan().stuck) == ["zoe"]
    network.log("zoe", kind="email", on=ago(5))
    assert network.plan().stuck == ()


def test_tries_before_the_last_answer_are_over(network: Network) -> None:
    """Only those since."""
    network.tries("zoe", ago(20))
    network.log("zoe", kind="email", on=ago(15))
    network.tries("zoe", ago(10))
    assert network.plan().stuck == ()


def test_somebody_whom_nobody_introduced_can_be_stuck_too(network: Network) -> None:
    """Then there is no name to say; a dropped introducer is not named."""
    network.add("bea", "cal")
    network.introduce("cal", by="hal", state="dropped")
    network.tries("bea", ago(9), ago(8), ago(7))
    network.tries("cal", ago(9), ago(8))
    texts = [line.text.partition(":")[0] for line in network.plan().stuck]
    assert texts == ["3 tries, no answer", "2 tries, no answer"]


def test_the_longest_waiting_stands_first_and_the_held_do_not(network: Network) -> None:
    """Resting, snoozed and skipped people are left in peace."""
    network.add("ada", "bea", "cal", "dan")
    for name in ("zoe", "bea", "cal", "dan", "ada"):
        network.tries(name, ago(9), ago(8))
    network.log("dan", kind="email", on=ago(300))
    network.rest("ada")
    network.snooze("bea", later(days=3))
    network.put_off("cal")
    assert handles(network.plan().stuck) == ["dan", "zoe"]


def test_zoe_is_stuck_on_the_command_line(netlog: InProcess) -> None:
    """Two calls without an answer; she has had no contact yet."""
    netlog("add Zoe")
    netlog("add Hal")
    netlog("intro Zoe --by Hal")
    for _ in range(2):
        assert netlog("log Zoe -k call --no-answer").code == 0
    (stuck,) = netlog("due --json").data["stuck"]
    assert (stuck["handle"], stuck["attempts"]) == ("zoe", 2)
    assert stuck["introducer"] == "Hal"
    assert "2 tries, no answer, introduced by Hal" in stuck["text"]
    shown = netlog("show Zoe --json").data
    assert shown["last_contact"] is None
