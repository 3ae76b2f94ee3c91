"""Days: birthdays and other dated days that fall into the week."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st
from tests.plan.builders import MONDAY, Network, ago, handles, later

from netlog.domain.dates import day_in_year
from netlog.domain.weeks import week_of
from netlog.plan.slots.days import month_days


def said(network: Network) -> list[tuple[str, str]]:
    """Whose day it is, and what is said of it."""
    return [(line.person.handle, line.text) for line in network.plan().days]


@pytest.fixture
def network() -> Network:
    """Ada has her birthday on Thursday, Bea met the user on a Monday."""
    made = Network()
    made.add("ada", birthday="1980-06-05")
    made.add("bea")
    made.mark("bea", "met", "2020-06-02")
    return made


def test_birthdays_and_other_days_stand_in_the_order_of_the_week(
    network: Network,
) -> None:
    """With the day, and a message to type."""
    assert said(network) == [("bea", "met today"), ("ada", "birthday on Thu")]
    line = network.plan().days[1]
    assert (line.next, line.more) == (
        "netlog log ada -k message",
        {"label": "birthday", "date": date(2025, 6, 5)},
    )


@pytest.mark.parametrize(
    ("days", "ada"),
    [
        (2, "birthday tomorrow"),
        (3, "birthday today"),
        (4, "birthday was on Thu"),
        (6, "birthday was on Thu"),
    ],
)
def test_a_day_of_the_week_that_is_over_is_still_said(
    network: Network, days: int, ada: str
) -> None:
    """Late is better than never."""
    network.today = later(days=days)
    assert said(network) == [("bea", "met was on Mon"), ("ada", ada)]


@pytest.mark.parametrize(
    ("birthday", "in_week"),
    [
        ("1980-06-02", True),
        ("--06-08", True),
        ("1980-06-01", False),
        ("--06-09", False),
        ("", False),
    ],
)
def test_only_the_seven_days_of_the_week_count(birthday: str, *, in_week: bool) -> None:
    """With or without the year of birth."""
    network = Network()
    network.add("ada", birthday=birthday)
    assert bool(said(network)) is in_week


@pytest.mark.parametrize(
    ("monday", "shown"),
    [
        (date(2025, 2, 24), date(2025, 2, 28)),
        (date(2027, 2, 22), date(2027, 2, 28)),
        (date(2028, 2, 28), date(2028, 2, 29)),
        (date(2028, 2, 21), None),
        (date(2028, 3, 6), None),
        (date(2027, 3, 1), None),
    ],
)
def test_29_february_is_the_28th_where_there_is_none(
    monday: date, shown: date | None
) -> None:
    """In leap years it is itself."""
    network = Network(monday)
    network.add("ada", birthday="2000-02-29")
    network.mark("ada", "wedding", "2004-02-29")
    days = [line.more["date"] for line in network.plan().days]
    assert days == ([shown, shown] if shown else [])


@pytest.mark.parametrize("day", ["12-29", "12-31", "01-01", "01-04"])
def test_the_week_of_new_year_has_days_of_both_years(day: str) -> None:
    """From Monday 29 December 2025 on."""
    network = Network(date(2025, 12, 29))
    network.add("ada", birthday=f"1980-{day}")
    network.add("bea", birthday="1980-06-30")
    (line,) = network.plan().days
    year = 2025 if day.startswith("12") else 2026
    assert line.more["date"] == date.fromisoformat(f"{year}-{day}")


@given(
    st.dates(date(2000, 1, 1), date(2060, 1, 1)),
    st.dates(date(2004, 1, 1), date(2004, 12, 31)),
)
def test_a_day_is_read_in_its_week(today: date, born: date) -> None:
    """Whatever the year; which of those that are read fall into it is seen then."""
    week = week_of(today)
    code = born.isoformat()[5:]
    read = any(
        first <= code <= last for first, last in month_days(week.monday, week.sunday)
    )
    falls = any(
        week.holds(day_in_year(born.isoformat(), year))
        for year in {week.monday.year, week.sunday.year}
    )
    assert read or not falls


def test_who_rests_is_left_out_and_who_is_put_off_or_paused_is_not(
    network: Network,
) -> None:
    """Snoozed, skipped, called last week, named in vain: a day is a day."""
    names = ("cal", "dan", "eve", "fay")
    network.add(*names, birthday="--06-06", no_sell=True, every="4w")
    network.rest("ada")
    network.rest("bea")
    network.snooze("cal", later(weeks=9))
    network.put_off("dan")
    network.log("eve", kind="call", on=ago(5))
    network.log("fay", kind="call", on=ago(90))
    for week in (4, 3, 2, 1):
        network.today = ago(7 * week)
        network.asked("fay", "keep")
    network.today = MONDAY
    network.tries("fay", MONDAY)
    plan = network.plan()
    assert handles(plan.days) == ["cal", "dan", "eve"]
    assert plan.more["days"] == 1
    network.wake("cal")
    network.rest("cal")
    assert handles(network.plan().days) == ["dan", "eve", "fay"]


@pytest.mark.parametrize(
    ("kind", "days", "stays"),
    [
        ("message", 3, False),
        ("call", 3, False),
        ("coffee", 5, False),
        ("card", 0, False),
        ("email", 1, False),
        ("card", -1, True),
        ("call", 2, True),
        ("coffee", 0, True),
    ],
)
def test_it_goes_once_it_was_thought_of(
    network: Network, kind: str, days: int, *, stays: bool
) -> None:
    """On the day or later by anything, before it in its week by what was sent."""
    network.log("ada", kind=kind, on=later(days=days))
    network.today = later(days=6)
    assert ("ada" in handles(network.plan().days)) is stays


def test_their_own_word_and_a_try_are_none_of_mine(network: Network) -> None:
    """Who wrote on Tuesday is still to be thought of, and who was not in."""
    network.hears("ada", later(days=1))
    network.tries("ada", later(days=3))
    network.today = later(days=4)
    assert said(network) == [("bea", "met was on Mon"), ("ada", "birthday was on Thu")]


def test_the_user_has_no_row() -> None:
    """Their own birthday is known to them."""
    network = Network()
    network.edit_me(birthday="1980-06-05")
    assert said(network) == []


def test_a_day_makes_nothing_due_and_nobody_eligible(network: Network) -> None:
    """It is nice to know."""
    network.snooze("ada", later(weeks=9))
    network.snooze("bea", later(weeks=9))
    plan = network.plan()
    assert len(plan.days) == 2
    assert not plan.is_due
    assert plan.counts.eligible == 0


def test_another_week_has_its_own_days(network: Network) -> None:
    """Seen from its Monday."""
    network.edit("ada", birthday=(MONDAY + timedelta(days=9)).isoformat())
    network.mark("ada", "met", "2020-06-12")
    lines = network.plan(network.context().week.next()).days
    assert [line.text for line in lines] == ["birthday on Wed", "met on Thu"]
