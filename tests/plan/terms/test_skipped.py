"""Skipped: whoever is put off again and again is asked for less."""

import pytest
from tests.plan.builders import frame, person, skip

from netlog.domain.pins import Skip
from netlog.plan.facts import Facts
from netlog.plan.terms.skipped import measure, text


@pytest.mark.parametrize(
    ("skips", "expected", "said"),
    [
        ((), 0.0, ""),
        ((skip("2025-W22"),), 1.0, ""),
        ((skip("2025-W22"), skip("2025-W15")), 2.0, "skipped 2 times lately"),
        ((skip("2025-W22"), skip("2025-W14")), 1.0, ""),
        ((skip("2025-W22"), skip("2025-W21", "swap")), 1.0, ""),
    ],
)
def test_skips_of_the_last_eight_weeks_count(
    skips: tuple[Skip, ...], expected: float, said: str
) -> None:
    """In W23 those from W15 on; a swap is no skip."""
    told = Facts(person(), skips=skips)
    assert (measure(told, frame()), text(told, frame())) == (expected, said)


def test_eight_weeks_reach_into_the_year_before() -> None:
    """Weeks are compared as weeks, also over New Year."""
    told = Facts(person(), skips=(skip("2024-W52"), skip("2024-W46")))
    january = frame().week.monday.replace(month=1, day=13)
    assert measure(told, frame(today=january)) == 1.0
