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
    """Hal introduced Ann, and long after her Bob; Monday is two weeks away."""
    made = Network(MONDAY)
    made.add("hal", known=True)
    made.add("ann", via="hal", on=MONDAY - timedelta(days=8))
    made.add("bob", via="hal", on=MONDAY - timedelta(days=300))
    return made


def picks(network: Network, first: int, weeks: int) -> list[str]:
    """Who is the pick on Mondays in a row."""
    plans = [network.due(later(weeks=first + n)) for n in range(weeks)]
    return [handles(plan.new.pick)[0] for plan in plans]


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
    picks(network, 0, 3)
    network.due(later(weeks=3))
    network.wake("ann")
    assert picks(network, 4, 4) == ["ann", "ann", "ann", "bob"]


def test_a_new_introduction_begins_the_count_again(network: Network) -> None:
    """Somebody else named them: that is news."""
    picks(network, 0, 3)
    network.due(later(weeks=3))
    network.add("zoe", known=True)
    network.introduce("ann", by="zoe", on=network.today)
    assert picks(network, 4, 4) == ["ann", "ann", "ann", "bob"]


def test_a_dropped_introduction_does_not(network: Network) -> None:
    """It leads nowhere."""
    picks(network, 0, 3)
    network.add("zoe", known=True)
    network.introduce("ann", by="zoe", on=network.today, state="dropped")
    assert picks(network, 3, 1) == ["bob"]


def test_an_alternate_was_not_the_pick(network: Network) -> None:
    """Bob stood beside Ann for three weeks and counts for none."""
    picks(network, 0, 3)
    store, week = network.store, network.context().week
    assert picks_since(week.next(), network.person("bob").id, store) == []
    assert passed_by(week, store) == []
    assert passed_by(week.next(), store) == [network.person("ann").id]


def test_picks_of_somebody_gone_are_nobodys(network: Network) -> None:
    """Whoever was taken out is asked for no more."""
    picks(network, 0, 3)
    ann = network.person("ann").id
    network.remove("ann")
    week = network.context().week.next()
    assert picks_since(week, ann, network.store) == []
    assert network.due(later(weeks=3)).notes == ()


@pytest.mark.parametrize("kind", ["coffee", "event"])
def test_who_was_met_in_the_third_week_was_not_passed_by(
    network: Network, kind: str
) -> None:
    """Something came of it: there is nobody to leave in peace."""
    picks(network, 0, 3)
    network.log("ann", kind=kind)
    assert network.due(later(weeks=3)).notes == ()
    assert passed_by(network.context().week, network.store) == []


def test_a_meeting_begins_the_count_again(network: Network) -> None:
    """Neither met, swapped nor skipped: an event is a meeting, and its week counts."""
    picks(network, 0, 3)
    network.log("ann", kind="event")
    assert picks(network, 3, 3) == ["ann", "ann", "bob"]


def test_a_letter_does_not(network: Network) -> None:
    """Written to is not met."""
    picks(network, 0, 3)
    network.log("ann", kind="email")
    assert picks(network, 3, 1) == ["bob"]


def test_who_was_met_can_be_asked_again_a_year_later(network: Network) -> None:
    """Those three picks ended with a coffee."""
    picks(network, 0, 3)
    network.log("ann")
    network.edit("bob", known=True)
    assert picks(network, 60, 1) == ["ann"]
