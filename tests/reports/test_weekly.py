"""Report weekly: a coffee with someone new each week, year by year."""

import pytest
from tests.reports.told import coffees, page, parts, report, wants
from tests.running import Netlog

WEEKS = ("n", "streak", "longest_streak", "weeks", "weeks_missed")
DAYS = [
    *("2024-12-18", "2025-01-02"),
    *("2025-04-29", "2025-05-06", "2025-05-13", "2025-05-22", "2025-05-24"),
]
"""Weeks 51 and 1, then 18 to 21 of 2025, twice in the last of these."""


@pytest.fixture
def some(netlog: Netlog) -> Netlog:
    """Seven coffees in six weeks."""
    coffees(netlog, *DAYS)
    return netlog


@pytest.mark.usefixtures("unnamed")
def test_nothing_yet(netlog: Netlog) -> None:
    """Without a coffee it says so, and what would record one."""
    data = report(netlog, "weekly")
    assert parts(data, *WEEKS) == (0, 0, 0, 0, 0)
    assert data["answer"] == ["No coffee with someone new yet."]
    assert wants(data) == ["netlog log WHO -k coffee"]


def test_year_by_year(some: Netlog) -> None:
    """Coffees out of fifty; weeks over since the first, and those without one."""
    data = report(some, "weekly")
    assert data["goal"] == 50
    assert data["years"] == [
        {"year": 2025, "coffees": 6, "weeks": 22, "missed": 17},
        {"year": 2024, "coffees": 1, "weeks": 2, "missed": 1},
    ]
    assert parts(data, *WEEKS) == (7, 0, 4, 24, 18)


def test_the_answer_comes_first(some: Netlog) -> None:
    """This year, and what was missed."""
    lines = page(some, "weekly")
    assert lines[2] == "6 of 50 coffees with someone new this year, 17 weeks missed."
    assert "  2024: 1 of 50 (1 of 2 weeks missed)" in lines
    assert "  longest: 4 weeks" in lines


def test_the_row_goes_on_until_its_week_is_over(some: Netlog) -> None:
    """Week 22 may still have its coffee on its Sunday, and is missed on Monday."""
    sunday = report(some, "weekly --until 2025-06-01")
    assert parts(sunday, *WEEKS) == (7, 4, 4, 24, 18)
    saturday = report(some, "weekly --until 2025-05-31")
    assert parts(saturday, *WEEKS) == (7, 4, 4, 23, 17)
    assert ", 4 weeks in a row, " in saturday["answer"][0]


def test_this_week_counts_for_the_row_at_once(some: Netlog) -> None:
    """A coffee today begins one of its own."""
    coffees(some, "2025-06-02")
    data = report(some, "weekly")
    assert parts(data, *WEEKS) == (8, 1, 4, 24, 18)
    assert "  now: 1 week" in page(some, "weekly")


def test_a_period_has_whole_weeks(some: Netlog) -> None:
    """From Tuesday on the week that has begun is none of them, but its coffee is."""
    monday = report(some, "weekly --since 2025-05-19")
    assert parts(monday, "n", "weeks", "weeks_missed") == (2, 2, 1)
    tuesday = report(some, "weekly --since 2025-05-20")
    assert parts(tuesday, "n", "weeks", "weeks_missed") == (2, 1, 1)


def test_the_row_is_of_the_days_of_the_period(some: Netlog) -> None:
    """What came before --since is no part of it: now is never more than longest."""
    for since, row in (("2025-04-28", 4), ("2025-05-12", 2), ("2025-05-25", 0)):
        data = report(some, f"weekly --since {since} --until 2025-05-31")
        assert parts(data, "streak", "longest_streak") == (row, row)


def test_the_row_is_that_of_the_plan(some: Netlog) -> None:
    """Where the period has no beginning."""
    coffees(some, "2025-05-27", "2025-06-02")
    plan = some("due --json").data["numbers"]
    assert report(some, "weekly")["streak"] == plan["streak"] == 6


def test_the_goal_is_the_users_own(some: Netlog) -> None:
    """plan.coffees in the config."""
    config = some.home / ".config" / "netlog" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("[plan]\ncoffees = 12\n")
    assert page(some, "weekly")[2].startswith("6 of 12 coffees")
