"""The context of a plan: from which day a week is seen, and how far back it looks."""

from collections import Counter
from datetime import date, timedelta
from hashlib import blake2b

import pytest
from hypothesis import given, strategies as st
from tests.plan.builders import context, later

from netlog.domain.settings import Settings
from netlog.domain.weeks import Week, week_of
from netlog.plan.context import PlanContext, context_for, lens_of, week_number

THIS = week_of(date(2025, 6, 4))


@pytest.mark.parametrize(
    ("week", "today"),
    [
        (None, date(2025, 6, 4)),
        (THIS, date(2025, 6, 4)),
        (THIS.next(), date(2025, 6, 9)),
        (THIS.previous(), date(2025, 5, 26)),
    ],
)
def test_another_week_is_seen_from_its_monday(week: Week | None, today: date) -> None:
    """This week from today, any other as it begins."""
    seen = context_for(date(2025, 6, 4), Settings(), week)
    assert (seen.week, seen.today) == (week or THIS, today)
    assert seen.is_current is (week in {None, THIS})


@pytest.mark.parametrize(
    ("lens", "week", "expected"),
    [
        ("open", THIS, "open"),
        ("focused", THIS, "focused"),
        ("alternate", week_of(date(2025, 6, 23)), "open"),
        ("alternate", week_of(date(2025, 6, 16)), "focused"),
    ],
)
def test_the_lens_is_the_weeks_unless_it_is_set(
    lens: str, week: Week, expected: str
) -> None:
    """plan.lens says open, focused, or alternate."""
    seen = context_for(week.monday, Settings(lens=lens))
    assert (seen.lens, seen.focused) == (expected, expected == "focused")


def test_the_frame_knows_how_far_back_is_far() -> None:
    """The network lives 365 days; a year of silence; 52 weeks from Monday."""
    seen = context(today=later(days=2))
    seen_now = PlanContext(THIS, date(2025, 6, 4), "open", Settings(lens="open"), THIS)
    assert seen == seen_now
    assert seen.live_since == date(2024, 6, 4)
    assert seen.dormant_until == date(2024, 6, 2)
    assert seen.again_until == date(2024, 6, 3)


def test_a_weight_is_the_usual_one_unless_it_is_set() -> None:
    """By slot and term."""
    seen = context(weights={"new.luck": 0.5})
    assert seen.weight("new", "luck", 1.0) == 0.5
    assert seen.weight("new", "bridge", 4.0) == 4.0
    assert seen.weight("keep", "luck", 1.0) == 1.0


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
