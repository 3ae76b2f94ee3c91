"""Picked in three weeks, and nothing came of it: left in peace, and said once."""

from datetime import timedelta

import pytest
from tests.plan.builders import MONDAY, Network, handles, later

from netlog.plan.gates import passed_by, picks_since

NOTE = (
    "ann was the pick of three weeks and is left in peace now:"
    " netlog wake ann brings them back."
)


@pytest.fixture
def network() -> Network:
    """Hal, a friend, introduced Bob, and then Ann, both too long ago to follow up."""
    made = Network(MONDAY)
    made.add("hal", no_sell=True, every="1y")
    made.add("ann", via="hal", on=MONDAY - timedelta(days=100))
    made.add("bob", via="hal", on=MONDAY - timedelta(days=120))
    return made


def picks(network: Network, first: int, weeks: int) -> list[str]:
    """Who is the pick on Mondays in a row."""
    plans = [network.due(later(weeks=first + n)) for n in range(weeks)]
    return [handles(plan.new.pick)[0] for plan in plans]


def counted(network: Network) -> int:
    """How many weeks count in which Ann was the pick and nothing came of it."""
    ann, context = network.person("ann").id, network.context()
    return len(picks_since(context, ann, network.store, network.active()))


def test_after_three_weeks_as_the_pick_somebody_leaves_new(network: Network) -> None:
    """The fourth week has another pick, and counts them as hidden."""
    assert picks(network, 0, 4) == ["ann", "ann", "ann", "bob"]
    assert network.plan().hidden == {"passed_by": 1}


def test_it_is_said_once(network: Network) -> None:
    """In the week after the third, and in no other."""
    notes = [network.due(later(weeks=n)).notes for n in range(6)]
    assert notes == [(), (), (), (NOTE,), (), ()]


def test_it_takes_three_weeks_not_in_a_row(network: Network) -> None:
    """A week without a plan does not begin the count again."""
    assert picks(network, 0, 2) == ["ann", "ann"]
    assert picks(network, 6, 2) == ["ann", "bob"]


def test_a_week_in_which_nothing_was_entered_does_not_count(network: Network) -> None:
    """However often cron showed the page in a holiday."""
    for week in range(4):
        network.today = later(weeks=week)
        network.pin(network.plan().to_pin)
    network.promise("hal", "a book", later(weeks=9))
    assert counted(network) == 1
    assert picks(network, 4, 2) == ["ann", "bob"]


@pytest.mark.parametrize("how", ["skip", "swap"])
def test_a_week_in_which_they_were_put_off_does_not_count(
    network: Network, how: str
) -> None:
    """Skipped or swapped, the user has looked at them."""
    picks(network, 0, 1)
    network.put_off("ann", how)
    assert picks(network, 1, 4) == ["ann", "ann", "ann", "bob"]


def test_wake_begins_the_count_again(network: Network) -> None:
    """Three more weeks, and then they are left in peace again."""
    picks(network, 0, 4)
    network.wake("ann")
    assert picks(network, 4, 4) == ["ann", "ann", "ann", "bob"]


def test_a_new_introduction_begins_the_count_again(network: Network) -> None:
    """Somebody else named them: that is news."""
    picks(network, 0, 4)
    network.introduce("ann", by="bob", on=network.today)
    assert picks(network, 4, 4) == ["ann", "ann", "ann", "bob"]


def test_a_dropped_introduction_does_not(network: Network) -> None:
    """It leads nowhere."""
    picks(network, 0, 3)
    network.introduce("ann", by="bob", on=network.today, state="dropped")
    assert picks(network, 3, 1) == ["bob"]


@pytest.mark.parametrize("what", ["met", "written to", "tried", "heard from"])
def test_weeks_in_which_something_came_of_it_do_not_count(
    network: Network, what: str
) -> None:
    """Nor those before it."""
    picks(network, 0, 3)
    day = later(weeks=2, days=2)
    if what == "met":
        network.log("ann", kind="event", on=day)
    elif what == "written to":
        network.sends("ann", day)
    elif what == "tried":
        network.tries("ann", day)
    else:
        network.hears("ann", on=day)
    network.due(later(weeks=3))
    assert counted(network) == 0
    network.due(later(weeks=4))
    assert counted(network) == 1


def test_an_alternate_was_not_the_pick(network: Network) -> None:
    """Bob stood beside Ann for three weeks and counts for none."""
    picks(network, 0, 3)
    network.today = later(weeks=3)
    store, context, active = network.store, network.context(), network.active()
    assert picks_since(context, network.person("bob").id, store, active) == []
    assert list(passed_by(context, store, active)) == [network.person("ann").id]


def test_the_week_itself_does_not_count(network: Network) -> None:
    """It is not over."""
    picks(network, 0, 3)
    assert counted(network) == 2
    assert network.inputs().gates.passed_by == frozenset()


def test_picks_of_somebody_gone_are_nobodys(network: Network) -> None:
    """Whoever was taken out is asked for no more."""
    picks(network, 0, 3)
    ann = network.person("ann").id
    network.remove("ann")
    assert picks_since(network.context(), ann, network.store, network.active()) == []
    assert network.due(later(weeks=3)).notes == ()


def test_strangers_and_who_is_known_leave_alike(network: Network) -> None:
    """Whoever was the pick of three weeks."""
    network.rest("bob")
    network.rest("ann")
    network.add("kim", known=True, every="9y")
    assert picks(network, 0, 3) == ["kim"] * 3
    assert network.due(later(weeks=3)).new.pick == ()
    network.add("sue", source="linkedin")
    assert picks(network, 3, 3) == ["sue"] * 3
    assert network.due(later(weeks=6)).new.pick == ()


def test_who_was_met_can_be_asked_again_a_year_later(network: Network) -> None:
    """Those three picks ended with a coffee."""
    picks(network, 0, 3)
    network.log("ann")
    network.rest("bob")
    for week in (8, 20):
        network.today = later(weeks=week)
        network.asked("ann")
    network.today = later(weeks=66)
    network.asked("hal")
    assert handles(network.due().new.pick) == ["ann"]
