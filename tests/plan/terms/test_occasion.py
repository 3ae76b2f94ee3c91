"""Occasion: a birthday in the next fortnight."""

from datetime import date

import pytest
from tests.plan.builders import frame, person

from netlog.plan.facts import Facts
from netlog.plan.terms.occasion import measure, text


@pytest.mark.parametrize(
    ("birthday", "today", "said"),
    [
        ("1980-06-02", date(2025, 6, 2), "birthday today"),
        ("--06-03", date(2025, 6, 2), "birthday tomorrow"),
        ("--06-04", date(2025, 6, 2), "birthday in 2 days"),
        ("1980-06-16", date(2025, 6, 2), "birthday in 14 days"),
        ("1980-06-17", date(2025, 6, 2), ""),
        ("1980-06-01", date(2025, 6, 2), ""),
        ("--01-03", date(2025, 12, 24), "birthday in 10 days"),
        ("2000-02-29", date(2025, 2, 24), "birthday in 4 days"),
        ("2000-02-29", date(2028, 2, 24), "birthday in 5 days"),
        ("2000-02-29", date(2100, 2, 28), "birthday today"),
        ("", date(2025, 6, 2), ""),
    ],
)
def test_a_birthday_counts_from_a_fortnight_before(
    birthday: str, today: date, said: str
) -> None:
    """With or without its year, over New Year, and on 28 February for the 29th."""
    told = Facts(person(birthday=birthday))
    assert measure(told, frame(today=today)) == float(said != "")
    assert text(told, frame(today=today)) == said
