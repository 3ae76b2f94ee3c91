"""Cadence: how long they wait against how often the user wanted to be in touch."""

import pytest
from tests.plan.builders import ago, frame, person

from netlog.plan.facts import Facts
from netlog.plan.terms.cadence import measure, share, text


def waiting(days: int, cadence: str = "100d") -> Facts:
    """Somebody who waits so long, and was in touch then."""
    day = ago(days)
    return Facts(person(waits_from=day, last_contact=day, cadence=cadence))


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, 0.2),
        (50, 0.2),
        (100, 0.2 + 0.8 / 3),
        (125, 0.6),
        (200, 1.0),
        (900, 1.0),
    ],
)
def test_it_rises_in_a_line_from_half_a_cadence_to_twice_one(
    days: int, expected: float
) -> None:
    """0.2 at r = 0.5, 1 at r = 2, flat before and after."""
    assert measure(waiting(days), frame()) == pytest.approx(expected)


def test_without_a_cadence_there_is_nothing_to_wait_for() -> None:
    """0, and not a word."""
    none = waiting(500, "")
    assert (measure(none, frame()), text(none, frame())) == (0.0, "")


@pytest.mark.parametrize(
    ("cadence", "days"), [("3m", 92), ("1y", 365), ("2w", 14), ("1m", 31)]
)
def test_a_month_has_the_days_that_the_calendar_gives_it(
    cadence: str, days: int
) -> None:
    """From 2 March to 2 June are three months of 92 days: r is 1 that day."""
    assert share(waiting(days, cadence), frame()) == 1.0


def test_it_says_how_long_and_how_often() -> None:
    """Since the last contact; or that there was none."""
    never = Facts(person(cadence="2w"))
    said = "110 days since the last contact, wanted every 3 months"
    assert text(waiting(110, "3m"), frame()) == said
    assert text(never, frame()) == "no contact yet, wanted every 2 weeks"


@pytest.mark.parametrize(
    ("cadence", "every"),
    [("1d", "day"), ("1w", "week"), ("1m", "month"), ("1y", "year")],
)
def test_every_one_month_is_every_month(cadence: str, every: str) -> None:
    """Plain English."""
    said = f"500 days since the last contact, wanted every {every}"
    assert text(waiting(500, cadence), frame()) == said
