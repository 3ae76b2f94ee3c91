"""The frame of a plan: from which day a week is seen, and how far back it looks."""

from datetime import date

import pytest
from tests.plan.builders import frame, later

from netlog.domain.settings import Settings
from netlog.domain.weeks import Week, week_of
from netlog.plan.frame import Frame, frame_for

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
    seen = frame_for(date(2025, 6, 4), Settings(), week)
    assert (seen.week, seen.today) == (week or THIS, today)


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
    seen = frame_for(week.monday, Settings(lens=lens))
    assert (seen.lens, seen.focused) == (expected, expected == "focused")


def test_the_frame_knows_how_far_back_is_far() -> None:
    """The network lives 365 days; a year of silence; 52 weeks from Monday."""
    seen = frame(today=later(days=2))
    assert seen == Frame(THIS, date(2025, 6, 4), "open", Settings(lens="open"))
    assert seen.live_since == date(2024, 6, 4)
    assert seen.dormant_until == date(2024, 6, 2)
    assert seen.again_until == date(2024, 6, 3)


def test_a_weight_is_the_usual_one_unless_it_is_set() -> None:
    """By slot and term."""
    seen = frame(weights={"new.luck": 0.5})
    assert seen.weight("new", "luck", 1.0) == 0.5
    assert seen.weight("new", "bridge", 4.0) == 4.0
    assert seen.weight("keep", "luck", 1.0) == 1.0
