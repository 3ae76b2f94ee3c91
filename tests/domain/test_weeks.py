"""ISO weeks and months: what they hold, how they are written and read."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from netlog.domain.weeks import Week, month_code, month_end, parse_week, week_of
from netlog.errors import UsageError

# A week at either end of the calendar is cut short, and nobody asks for it.
DAYS = st.dates(date(1, 1, 8), date(9999, 12, 19))


def test_a_week_knows_its_days_and_its_name() -> None:
    """The week of Wednesday 4 June 2025 runs from Monday 2 to Sunday 8."""
    week = week_of(date(2025, 6, 4))
    assert week == Week(date(2025, 6, 2))
    assert week.sunday == date(2025, 6, 8)
    assert week.days == tuple(date(2025, 6, n) for n in range(2, 9))
    assert (week.year, week.number, week.code) == (2025, 23, "2025-W23")
    assert week.next() == Week(date(2025, 6, 9))
    assert week.previous() == Week(date(2025, 5, 26))


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2025, 12, 29), "2026-W01"),
        (date(2027, 1, 3), "2026-W53"),
        (date(2027, 1, 4), "2027-W01"),
        (date(2024, 12, 29), "2024-W52"),
    ],
)
def test_a_week_belongs_to_the_year_of_its_thursday(day: date, code: str) -> None:
    """Around New Year the ISO year is not the calendar's."""
    assert week_of(day).code == code


@given(DAYS)
def test_a_week_holds_its_seven_days_and_no_other(day: date) -> None:
    """A day is in its own week, with the six around it, and in neither next one."""
    week = week_of(day)
    around = [day + timedelta(days=n) for n in range(-7, 8)]
    assert [d for d in around if week.holds(d)] == list(week.days)
    assert day in week.days
    assert not week.next().holds(day)
    assert not week.previous().holds(day)


@given(DAYS)
@settings(deadline=None)
def test_a_week_is_read_back_from_its_code(day: date) -> None:
    """Whatever code a week has, that code means this week, in either case."""
    week = week_of(day)
    assert parse_week(week.code) == week
    assert parse_week(f" {week.code.lower()} ") == week


@given(DAYS)
def test_next_and_previous_undo_each_other(day: date) -> None:
    """One week on and one back is where it began, in the order of time."""
    week = week_of(day)
    assert week.next().previous() == week
    assert week.previous() < week < week.next()


@pytest.mark.parametrize("text", ["2026-W53", "2020-W53", "2026-w01"])
def test_a_long_year_has_a_week_53(text: str) -> None:
    """2020 and 2026 have 53 weeks."""
    assert parse_week(text).code == text.upper()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2025-W53", "There is no week 53 in 2025."),
        ("2026-W54", "There is no week 54 in 2026."),
        ("2026-W00", "There is no week 0 in 2026."),
        ("0000-W10", "There is no week 10 in 0000."),
        ("9999-W52", "There is no week 52 in 9999."),
    ],
)
def test_a_week_the_year_does_not_have_is_refused(text: str, sentence: str) -> None:
    """A number past the year's last week is named as such, with the range."""
    with pytest.raises(UsageError) as refusal:
        parse_week(text)
    assert refusal.value.sentence == sentence
    assert refusal.value.advice == "Weeks run from W01 to W52, in some years to W53."


@pytest.mark.parametrize(
    "text", ["", "W48", "2026-48", "2026W48", "2026-W5", "٢٠٢٦-W48"]
)
def test_what_is_no_week_is_refused(text: str) -> None:
    """Only YYYY-Www in ASCII digits is a week."""
    with pytest.raises(UsageError) as refusal:
        parse_week(text)
    assert refusal.value.sentence == "That is no week."
    assert refusal.value.advice == "A week is written like 2026-W48."


def test_a_month_is_written_as_year_and_number() -> None:
    """June 2025 is 2025-06."""
    assert month_code(date(2025, 6, 2)) == "2025-06"
    assert month_code(date(2025, 12, 31)) == "2025-12"


@given(st.dates(max_value=date(9999, 12, 30)))
def test_the_day_after_a_months_end_is_in_another_month(day: date) -> None:
    """The end of a month is in it, and the day after it is a first."""
    end = month_end(day)
    assert month_code(end) == month_code(day)
    assert end == date.max or (end + timedelta(days=1)).day == 1


def test_the_calendars_last_month_ends_too() -> None:
    """December 9999 has an end, although no day follows it."""
    assert month_end(date(9999, 12, 1)) == date.max
