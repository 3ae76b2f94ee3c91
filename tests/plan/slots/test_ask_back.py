"""Ask back: introductions I made some weeks ago, and of which nothing is known."""

import pytest
from tests.plan.builders import MONDAY, Network, ago, handles, later

from netlog.domain.person import ME_ID
from netlog.repository import introductions
from netlog.repository.change import changing


@pytest.fixture
def network() -> Network:
    """Ada and Bea, Cal and Dan are friends of mine."""
    made = Network()
    made.add("ada", "bea", "cal", "dan", no_sell=True, every="1y")
    return made


def bring(network: Network, a: str, b: str, days: int, state: str = "made") -> None:
    """I introduced two people to one another so many days ago."""
    pair = (network.person(a).id, network.person(b).id)
    with changing(network.store, network.now, "intro") as change:
        introductions.introduce(change, ME_ID, *pair, ago(days), state=state)


def test_after_three_weeks_it_asks_whether_they_met(network: Network) -> None:
    """With when it was, and the command that says so."""
    bring(network, "ada", "bea", 28)
    (line,) = network.plan().ask_back
    assert (line.person.handle, line.text, line.next) == (
        "ada",
        "you introduced bea 28 days ago: did they meet?",
        "netlog intro ada bea --state met",
    )
    assert line.more == {"introduction": 1, "other": "bea"}


@pytest.mark.parametrize(
    ("days", "asked"), [(20, False), (21, True), (91, True), (92, False)]
)
def test_it_is_asked_from_three_weeks_to_a_quarter(
    network: Network, days: int, *, asked: bool
) -> None:
    """Nobody knows after that."""
    bring(network, "ada", "bea", days)
    assert handles(network.plan().ask_back) == ["ada"] * asked


def test_weeks_in_which_nothing_was_entered_do_not_count(network: Network) -> None:
    """After two of them it is asked for two weeks longer."""
    bring(network, "ada", "bea", 91)
    network.today = later(weeks=3)
    assert handles(network.plan().ask_back) == []
    bring(network, "ada", "bea", 84)
    assert handles(network.plan().ask_back) == ["ada"]


@pytest.mark.parametrize("state", ["met", "dropped", "offered"])
def test_what_is_known_is_not_asked(network: Network, state: str) -> None:
    """They met, it came to nothing, or I have not made it yet."""
    bring(network, "ada", "bea", 28)
    bring(network, "ada", "bea", 28, state)
    assert network.plan().ask_back == ()


def test_two_who_were_seen_together_have_met(network: Network) -> None:
    """Nobody needs to be asked."""
    bring(network, "ada", "bea", 28)
    network.log("ada", "bea", kind="event", on=ago(3))
    assert network.plan().ask_back == ()


def test_what_others_made_is_not_mine_to_ask(network: Network) -> None:
    """Nor are introductions to me."""
    network.introduce("ada", by="cal", on=ago(28))
    assert network.plan().ask_back == ()


def test_the_oldest_stands_first_and_two_are_shown(network: Network) -> None:
    """The others are counted."""
    bring(network, "ada", "bea", 25)
    bring(network, "cal", "dan", 60)
    bring(network, "bea", "cal", 40)
    plan = network.plan()
    assert handles(plan.ask_back) == ["cal", "bea"]
    assert plan.more["ask_back"] == 1


def test_who_is_put_off_is_not_asked(network: Network) -> None:
    """Resting, or skipped this week; another week they are."""
    bring(network, "ada", "bea", 28)
    bring(network, "cal", "dan", 28)
    network.rest("ada")
    network.put_off("cal")
    assert network.plan().ask_back == ()
    network.live(later(weeks=1))
    assert handles(network.plan().ask_back) == ["cal"]


def test_three_weeks_can_be_set() -> None:
    """plan.ask_back_weeks."""
    network = Network(MONDAY, ask_back_weeks=1)
    network.add("ada", "bea")
    bring(network, "ada", "bea", 7)
    assert handles(network.plan().ask_back) == ["ada"]
