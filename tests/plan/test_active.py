"""Active time: weeks in which nothing was entered count for no window."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st
from tests.plan.builders import MONDAY, Network, ago, later

from netlog.domain.weeks import week_of
from netlog.plan.active import ActiveTime, active_time

DAYS = st.integers(0, 6).map(lambda days: later(days=days))
IDLE = st.sets(st.integers(1, 30)).map(
    lambda weeks: tuple(ago(7 * week) for week in sorted(weeks))
)


def idle(*weeks: int, today: date = MONDAY) -> ActiveTime:
    """Time in which nothing was entered so many weeks ago."""
    return ActiveTime(today, tuple(ago(7 * week) for week in sorted(weeks)))


@pytest.mark.parametrize(
    ("weeks", "days", "counted"),
    [
        ((), 0, 0),
        ((), 20, 20),
        ((1,), 8, 1),
        ((1,), 20, 13),
        ((1, 2), 20, 6),
        ((1, 2, 3), 21, 1),
        ((3,), 14, 14),
        ((3,), 22, 15),
    ],
)
def test_a_day_is_as_long_ago_as_there_were_days_that_count(
    weeks: tuple[int, ...], days: int, counted: int
) -> None:
    """Seven less for each idle week in between, and none for one before it."""
    assert idle(*weeks).days_since(ago(days)) == counted


@pytest.mark.parametrize("days", [1, 4, 7])
def test_what_happened_in_an_idle_week_stands_at_its_sunday(days: int) -> None:
    """Told later: of last week, in which nothing was entered, it is a day ago."""
    assert idle(1).days_since(ago(days)) == 1
    assert idle(1, 2).days_since(ago(days + 7)) == 1


def test_weeks_are_counted_alike() -> None:
    """From the week of a day to this one, whatever the day of the week."""
    assert [idle().weeks_since(ago(days)) for days in (0, 1, 7, 8)] == [0, 1, 1, 2]
    assert [idle(2).weeks_since(ago(days)) for days in (7, 14, 21)] == [1, 2, 2]
    assert idle(today=later(days=6)).weeks_since(MONDAY) == 0


@given(IDLE, DAYS, st.integers(0, 200), st.integers(0, 200))
def test_what_is_longer_ago_is_never_nearer(
    weeks: tuple[date, ...], today: date, days: int, more: int
) -> None:
    """Whatever was idle."""
    time = ActiveTime(today, weeks)
    near, far = (today - timedelta(days=n) for n in (days, days + more))
    assert 0 <= time.days_since(near) <= time.days_since(far) <= days + more
    assert 0 <= time.weeks_since(near) <= time.weeks_since(far)


@given(IDLE, DAYS, st.integers(0, 100), st.integers(0, 400))
def test_back_is_the_first_day_of_a_window(
    weeks: tuple[date, ...], today: date, days: int, any_day: int
) -> None:
    """A day lies within so many days exactly from there on."""
    time = ActiveTime(today, weeks)
    day = today - timedelta(days=any_day)
    assert (day >= time.back(days)) is (time.days_since(day) <= days)


@given(IDLE, DAYS, st.integers(0, 100))
def test_a_window_is_as_long_as_it_says_and_the_idle_weeks_in_it(
    weeks: tuple[date, ...], today: date, days: int
) -> None:
    """Each of them makes it seven days longer."""
    time = ActiveTime(today, weeks)
    since = time.back(days)
    within = sum(monday >= week_of(since).monday for monday in weeks)
    assert (today - since).days == days + 7 * within
    assert time.counts(since)


def test_a_week_counts_in_which_something_was_entered() -> None:
    """And this one in any case."""
    time = idle(2, today=later(days=3))
    assert [time.counts(ago(days)) for days in (0, 7, 8, 14, 15)] == [
        *(True, True, False, False, True)
    ]


@pytest.mark.parametrize(
    ("weeks", "away"), [((), 0), ((1,), 1), ((1, 2, 3), 3), ((2, 3), 0), ((1, 3), 1)]
)
def test_away_are_the_idle_weeks_just_before_this_one(
    weeks: tuple[int, ...], away: int
) -> None:
    """Side by side."""
    assert idle(*weeks).idle_weeks == away


@pytest.mark.parametrize(
    ("weeks", "returned"),
    [
        ((), None),
        ((1, 2), None),
        ((1, 2, 3), 0),
        ((2, 3, 4, 5), 1),
        ((4, 5, 6), 3),
        ((5, 6, 7), None),
        ((1, 3, 4, 5), 1),
        ((1, 4, 5, 6), 2),
        ((1, 3, 5, 6, 7), 2),
        ((1, 2, 4, 5, 6), 1),
    ],
)
def test_who_was_away_for_three_weeks_came_back(
    weeks: tuple[int, ...], returned: int | None
) -> None:
    """So many weeks ago, idle ones left out; after four it is over."""
    assert idle(*weeks).returned(3, 4) == returned


def test_a_second_absence_begins_anew() -> None:
    """The latest return is the one."""
    assert idle(1, 2, 3, 6, 7, 8).returned(3, 4) == 0


def test_idle_is_a_week_in_which_nothing_was_entered() -> None:
    """Whatever is entered; what is told of it later does not make it active."""
    network = Network(ago(35))
    network.add("ada")
    network.today = ago(15)
    network.log("ada", kind="call")
    network.today = MONDAY
    network.log("ada", kind="call", on=ago(6))
    assert network.active() == ActiveTime(MONDAY, (ago(7), ago(14), ago(28)))


def test_before_the_first_week_all_count() -> None:
    """What is told of then was lived."""
    network = Network()
    assert network.active() == ActiveTime(MONDAY)
    network.add("ada")
    network.log("ada", on=ago(300))
    assert network.active() == ActiveTime(MONDAY)
    network.today = later(weeks=1)
    assert network.active().idle == ()
    network.today = later(weeks=2)
    assert network.active().idle == (later(weeks=1),)


def test_the_plan_itself_enters_nothing() -> None:
    """A page that cron prints is nobody's week."""
    network = Network()
    network.add("hal", known=True)
    network.add("ada", via="hal")
    for week in (0, 1, 2):
        network.today = later(weeks=week)
        network.pin(network.plan().to_pin)
    assert network.active().idle == (later(weeks=1),)


def test_undone_a_week_was_still_lived() -> None:
    """Somebody was there to undo it."""
    network = Network()
    network.add("ada")
    network.undo()
    network.today = later(weeks=2)
    assert network.active().idle == (later(weeks=1),)


def test_weeks_to_come_are_not_idle() -> None:
    """Seen from a week ahead, nobody was away; a week gone by knows what it knew."""
    network = Network(ago(14))
    network.add("ada")
    network.today = MONDAY
    weeks = {0: (ago(7),), 1: (ago(7),), 9: (ago(7),), -1: ()}
    for away, idle_weeks in weeks.items():
        seen = network.context(week_of(later(weeks=away)))
        assert active_time(seen, network.store).idle == idle_weeks
