"""What the page says once: an absence, what grew, what has waited, what is new."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from tests.plan.builders import MONDAY, Network, ago, later

from netlog.repository.change import OpenChange


def notes(network: Network, *weeks: int) -> dict[int, Sequence[str]]:
    """What the pages of these Mondays say, those that say nothing left out."""
    said = {week: network.due(later(weeks=week)).notes for week in weeks}
    return {week: lines for week, lines in said.items() if lines}


def met(network: Network, number: int, on: date) -> None:
    """So many friends, of whom nothing but a coffee on that day is on record."""
    for _ in range(number):
        name = f"m{len(network.everybody())}"
        network.add(name, known=True, no_sell=True)
        network.log(name, on=on)


# Away.


@pytest.fixture
def left() -> Network:
    """A network with something of everything, left in the week before this one."""
    network = Network(ago(7))
    network.add("hal", no_sell=True, every="1y")
    network.log("hal", kind="email", on=ago(8))
    network.promise("hal", "a book", ago(3))
    network.promise("hal", "a name", ago(2))
    network.add("ada", via="hal", on=ago(9))
    network.add("zoe", via="hal", on=ago(30))
    network.sends("zoe", ago(15))
    network.got("hal", "tip", on=ago(7))
    for number in range(8):
        network.add(f"k{number}", no_sell=True, every="4w")
        network.log(f"k{number}", kind="email", on=ago(60))
    return network


def test_after_three_weeks_the_page_begins_with_what_they_left(left: Network) -> None:
    """In one line, and what waits in keep is dealt over four weeks."""
    left.today = later(weeks=3)
    assert left.plan().head == (
        "Nothing was entered for 3 weeks; they left 2 promises, 1 follow-up,"
        " 1 without an answer, 1 to thank, 2 a week to keep up with, for 4 weeks."
    )


@pytest.mark.parametrize(
    ("weeks", "head"), [(0, False), (2, False), (3, True), (8, True)]
)
def test_it_takes_three_weeks(left: Network, weeks: int, *, head: bool) -> None:
    """Fewer are no absence."""
    left.today = later(weeks=weeks)
    assert bool(left.plan().head) is head


def test_it_stands_there_for_the_week_of_the_return(left: Network) -> None:
    """Whatever is entered in it."""
    left.today = later(weeks=3)
    left.log("ada", kind="email")
    assert "follow-up" not in left.plan().head
    left.today = later(weeks=3, days=6)
    assert left.plan().head
    left.today = later(weeks=4)
    assert left.plan().head == ""


def test_where_nothing_is_open_nothing_is_said() -> None:
    """An absence that left nothing is none."""
    network = Network()
    network.add("hal", no_sell=True, every="1y")
    network.today = later(weeks=5)
    assert network.plan().head == ""


def test_how_long_is_away_can_be_set() -> None:
    """plan.away_weeks."""
    network = Network(away_weeks=1)
    network.add("hal", no_sell=True, every="1y")
    network.promise("hal", "a book", MONDAY)
    network.today = later(weeks=2)
    assert network.plan().head.startswith("Nothing was entered for 1 week;")


def test_what_was_left_is_still_there() -> None:
    """After eight weeks away: the introduction, and whoever was met before it."""
    network = Network()
    network.add("hal", no_sell=True, every="1y")
    network.add("ada", via="hal", on=ago(3))
    network.add("bea")
    network.log("bea", on=ago(2))
    before = network.plan()
    for week in range(1, 10):
        network.today = later(weeks=week)
        network.pin(network.plan().to_pin)
    plan = network.plan()
    assert [line.person.handle for line in plan.follow_up] == [
        line.person.handle for line in before.follow_up
    ]
    assert [line.person.handle for line in plan.new.pick] == ["ada"]


# What the cadences ask for.


TOO_MANY = (
    "The cadences ask for 10 a week and 5 are shown: longer ones"
    " (netlog edit WHO --every 6m) or plan.keep = 10 would do."
)


def test_where_the_cadences_ask_for_more_than_the_page_holds_it_says_so() -> None:
    """Both numbers, and what would do; not where everybody is shown."""
    network = Network()
    names = [f"p{number}" for number in range(40)]
    network.add(*names, no_sell=True, every="4w", starts_on=ago(20))
    network.promise("p0", "a book", later(weeks=30))
    assert network.plan().notes == ()
    network.today = later(weeks=1)
    assert network.plan().notes == (TOO_MANY,)
    network.settings = network.settings._replace(keep=40)
    assert network.plan().notes == ()


def test_a_crowd_that_waits_once_is_no_such_crowd() -> None:
    """Twelve quarterly ones ask for one a week, however many wait now."""
    network = Network()
    names = [f"p{number}" for number in range(12)]
    network.add(*names, no_sell=True, every="13w", starts_on=ago(200))
    plan = network.plan()
    assert (plan.more["keep"], plan.notes) == (7, ())


def grown(weeks: int, people: int) -> str:
    """What is said when the cadence of everybody has grown."""
    return (
        f"Whoever you sat down with comes up every {weeks} weeks now, for there are"
        f" {people}: plan.a_week in the config."
    )


def test_that_the_cadence_of_everybody_grew_is_said_once() -> None:
    """In the week after, with how often and how many."""
    network = Network(everybody="2w")
    met(network, 4, ago(10))
    assert notes(network, 0) == {}
    met(network, 2, later(days=2))
    assert notes(network, 0, 1, 2) == {1: (grown(3, 6),)}
    met(network, 1, later(weeks=2))
    assert notes(network, 2, 3) == {3: (grown(4, 7),)}


def test_one_more_that_does_not_change_it_is_not_said() -> None:
    """Two a week still do."""
    network = Network(everybody="2w")
    met(network, 3, ago(10))
    met(network, 1, later(days=2))
    assert notes(network, 0, 1, 2) == {}


# Introductions that wait.


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2025, 7, 7), True),
        (date(2025, 7, 10), True),
        (date(2025, 7, 14), False),
        (date(2025, 6, 30), False),
        (date(2025, 10, 6), True),
        (date(2026, 1, 5), True),
        (date(2025, 8, 4), False),
    ],
)
def test_once_a_quarter_it_says_how_many_introductions_have_waited(
    today: date, *, said: bool
) -> None:
    """In the week of the first Monday of it, for over half a year."""
    network = Network()
    network.add("hal", no_sell=True, every="1y")
    network.add("ada", "bea", via="hal", on=date(2024, 12, 1))
    network.add("cal", via="hal", on=today - timedelta(weeks=25))
    network.today = today
    expected = "2 introductions have waited for over half a year: netlog list new=yes"
    assert (expected in network.plan().notes) is said


@pytest.mark.parametrize("what", ["sent", "met", "dropped", "known", "typed"])
def test_only_what_nothing_was_made_of_is_counted(what: str) -> None:
    """Whoever was written to or met, or is let go, does not wait."""
    network = Network()
    network.add("hal", no_sell=True, every="1y")
    network.add("ada", "bea", via="hal", on=ago(300))
    if what == "sent":
        network.sends("ada", ago(100))
    elif what == "met":
        network.log("ada", on=ago(100))
    elif what == "dropped":
        network.introduce("ada", by="hal", on=ago(300), state="dropped")
    elif what == "known":
        network.edit("ada", said_known="yes")
    else:
        network.remove("ada")
        network.add("ida")
    network.today = date(2025, 7, 7)
    expected = "1 introduction has waited for over half a year: netlog list new=yes"
    assert expected in network.plan().notes


# What is new.


def test_on_the_day_of_an_upgrade_it_says_what_is_new() -> None:
    """In one line; a new database has nothing to say."""
    network = Network()
    assert network.plan().notes == ()
    with network.store.transaction():
        OpenChange(network.store, network.now).put_new(
            "version", number=99, at=network.now
        )
    (note,) = network.plan().notes
    assert note.startswith("New: ")
    assert "\n" not in note
    network.today = MONDAY + timedelta(days=1)
    assert network.plan().notes == ()
