"""Open and focused weeks: half and half, and nothing but the week decides."""

from collections import Counter
from datetime import date, timedelta
from hashlib import blake2b

from hypothesis import given, strategies as st

from netlog.domain.weeks import Week, week_of
from netlog.plan.lens import lens_of, week_number

FIRST = week_of(date(2001, 1, 1))
BLOCKS = st.integers(0, 300)


def test_the_lens_of_these_weeks_does_not_change() -> None:
    """People compare their own results by it, year after year."""
    weeks = [week_of(date(2025, 6, 2) + timedelta(weeks=n)) for n in range(8)]
    assert {week.code: lens_of(week) for week in weeks} == {
        "2025-W23": "focused",
        "2025-W24": "focused",
        "2025-W25": "focused",
        "2025-W26": "open",
        "2025-W27": "focused",
        "2025-W28": "open",
        "2025-W29": "open",
        "2025-W30": "open",
    }


def test_weeks_are_counted_from_the_first_monday_of_the_century() -> None:
    """2001-01-01 is in week 0; before it the numbers are negative."""
    assert week_number(FIRST) == 0
    assert week_number(FIRST.previous()) == -1
    assert week_number(week_of(date(2025, 6, 8))) == 1274


@given(BLOCKS)
def test_of_each_block_of_26_weeks_half_are_open(block: int) -> None:
    """13 and 13."""
    first = FIRST.monday + timedelta(weeks=26 * block)
    weeks = [Week(first + timedelta(weeks=n)) for n in range(26)]
    assert Counter(map(lens_of, weeks)) == {"open": 13, "focused": 13}


@given(BLOCKS)
def test_open_are_the_weeks_with_the_smallest_digests(block: int) -> None:
    """The whole BLAKE2b digest of the code, as anybody would take it."""
    first = FIRST.monday + timedelta(weeks=26 * block)
    weeks = [Week(first + timedelta(weeks=n)) for n in range(26)]
    by_digest = sorted(weeks, key=lambda week: blake2b(week.code.encode()).hexdigest())
    assert {week for week in weeks if lens_of(week) == "open"} == set(by_digest[:13])


@given(st.dates(date(2001, 1, 1), date(2150, 1, 1)))
def test_the_lens_is_the_same_on_each_day_of_a_week(day: date) -> None:
    """It depends on nothing but the week."""
    week = week_of(day)
    assert {lens_of(week_of(one)) for one in week.days} == {lens_of(week)}


def test_open_and_focused_weeks_are_mixed() -> None:
    """Over ten years no lens lasts longer than two months."""
    lenses = [lens_of(Week(FIRST.monday + timedelta(weeks=n))) for n in range(520)]
    runs = "".join(lens[0] for lens in lenses)
    assert "o" * 9 not in runs
    assert "f" * 9 not in runs
