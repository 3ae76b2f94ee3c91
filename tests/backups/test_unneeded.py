"""Which backups are kept, and on which day something was done."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from netlog.backups.files import DAILY, REASONS, Backup, Manifest, local_day
from netlog.backups.make import KEPT_OF_EACH_REASON, unneeded

MONDAY = date(2025, 6, 2)
AT = datetime(2025, 6, 2, 12, tzinfo=UTC)


def backup(number: int, day: date, why: str = DAILY) -> Backup:
    """A backup that was made as so manieth."""
    when = ("x.db", day, AT, why, number, False)
    manifest = Manifest(*when, 3, {}, 0, 0, "")
    return Backup(Path(f"{number}.db"), manifest)


def thinned(made: list[tuple[date, str]]) -> list[Backup]:
    """What is left, the newest first, when each that is made thins the others out."""
    held: list[Backup] = []
    for number, (day, why) in enumerate(made):
        held = [backup(number, day, why), *held]
        gone = unneeded(held)
        held = [one for one in held if one not in gone]
    return held


def days_left(days: list[date]) -> list[str]:
    """The days of the daily backups that are left."""
    left = thinned([(day, DAILY) for day in days])
    return [one.manifest.day.isoformat() for one in left]


def test_two_years_of_days_leave_seven_four_and_twelve() -> None:
    """Seven days, of four weeks the Sunday, of twelve months the last day."""
    days = [MONDAY - timedelta(days=n) for n in range(730)][::-1]
    week = [(MONDAY - timedelta(days=n)).isoformat() for n in range(7)]
    sundays = ["2025-05-25", "2025-05-18"]
    months = ["2025-04-30", "2025-03-31", "2025-02-28", "2025-01-31", "2024-12-31"]
    months += ["2024-11-30", "2024-10-31", "2024-09-30", "2024-08-31", "2024-07-31"]
    assert days_left(days) == week + sundays + months


def test_who_writes_once_a_month_keeps_a_year() -> None:
    """Days on which nothing was written take no place."""
    days = [date(2023 + n // 12, n % 12 + 1, 15) for n in range(30)]
    assert days_left(days) == [day.isoformat() for day in days[:-13:-1]]


def test_of_a_day_the_newest_is_kept() -> None:
    """Two backups of a day are one place in the grid."""
    held = thinned([(MONDAY, DAILY), (MONDAY, DAILY)])
    assert [one.manifest.number for one in held] == [1]


@pytest.mark.parametrize("why", sorted(set(REASONS) - {DAILY}))
def test_the_newest_few_of_each_other_reason_are_kept(why: str) -> None:
    """However many were made that day, and however many days went by."""
    later = [(MONDAY + timedelta(days=n), DAILY) for n in range(1, 800)]
    held = thinned([(MONDAY, why)] * (KEPT_OF_EACH_REASON + 3) + later)
    found = [one.manifest.number for one in held if one.manifest.why == why]
    assert found == [7, 6, 5, 4, 3]


def test_a_clock_that_was_ten_years_ahead_costs_a_place() -> None:
    """What counts is what was made last: what follows it is kept as before."""
    wrong = date(2035, 6, 2)
    days = [wrong, *(MONDAY + timedelta(days=n) for n in range(5))]
    assert days_left(days) == [day.isoformat() for day in reversed(days)]


made = st.lists(
    st.tuples(st.dates(date(2020, 1, 1), date(2021, 12, 31)), st.sampled_from(REASONS)),
    max_size=80,
)


@given(made)
def test_what_was_made_last_is_always_kept(story: list[tuple[date, str]]) -> None:
    """Whatever its day and its reason: a backup never takes itself away."""
    held = thinned(story)
    assert [one.manifest.number for one in held[:1]] == [len(story) - 1][: len(story)]


@given(made)
def test_thinning_again_takes_nothing_more(story: list[tuple[date, str]]) -> None:
    """What is kept is kept for itself, not for what was taken away."""
    assert unneeded(thinned(story)) == []


@given(made)
def test_there_are_never_many(story: list[tuple[date, str]]) -> None:
    """The grid, and a few of five reasons."""
    assert len(thinned(story)) <= 7 + 4 + 12 + 5 * KEPT_OF_EACH_REASON


@pytest.fixture
def apia(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A clock thirteen hours ahead of UTC."""
    monkeypatch.setenv("TZ", "Pacific/Apia")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("apia")
def test_a_moment_is_of_the_day_of_the_clock_on_the_wall() -> None:
    """Just after noon UTC it is tomorrow in Apia."""
    assert local_day(datetime(2025, 6, 2, 12, 0, 1, tzinfo=UTC)) == date(2025, 6, 3)
    assert local_day(datetime(2025, 6, 2, 10, 59, tzinfo=UTC)) == date(2025, 6, 2)


@pytest.mark.usefixtures("apia")
def test_a_day_that_was_given_is_noon_and_stays_that_day() -> None:
    """NETLOG_TODAY stands for noon UTC, wherever the clock hangs."""
    assert local_day(datetime(2025, 6, 2, 12, tzinfo=UTC)) == date(2025, 6, 2)


def test_the_user_is_not_counted_among_the_people() -> None:
    """One of the rows is me."""
    held = backup(1, MONDAY).manifest._replace(rows={"person": 19, "touch": 25})
    assert (held.people, held.touches) == (18, 25)
