"""Days as files write them."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from netlog.importers.days import birthday_in, connected


@pytest.mark.parametrize(
    "text",
    """05 Mar 2024|5 Mar 2024|2024-03-05|20240305|03/05/2024|3/5/2024|05.03.2024
    |5. März 2024|05 Mär 2024|March 5, 2024|Mar 5 2024|05-Mar-24|05-Mar-2024
    |2024/03/05|2024-03-05T10:00:00Z| 05 mar 2024 """.replace("\n", "").split("|"),
)
def test_linkedins_day_is_read_in_each_of_its_forms(text: str) -> None:
    """Words, ISO, dots with the day first, slashes with the month first."""
    assert connected(text) == date(2024, 3, 5)


def test_slashes_with_a_day_over_twelve_leave_no_doubt() -> None:
    """A first number above twelve can only be the day."""
    assert connected("03/15/2024") == connected("15/03/2024") == date(2024, 3, 15)


@pytest.mark.parametrize("text", ["", "soon", "31 Feb 2024", "5 Foo 2024", "2024", "0"])
def test_what_is_no_day_is_none(text: str) -> None:
    """Neither nonsense nor a day that no calendar has becomes a date."""
    assert connected(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1980-03-22", "1980-03-22"),
        ("19800322", "1980-03-22"),
        ("1980-03-22T23:00:00Z", "1980-03-22"),
        ("1980/3/22", "1980-03-22"),
        ("22.03.1980", "1980-03-22"),
        ("3/22/1980", "1980-03-22"),
        ("22/3/1980", "1980-03-22"),
        ("4/4/1980", "1980-04-04"),
        ("22 Mar 1980", "1980-03-22"),
        ("3 Dez 1980", "1980-12-03"),
        ("--0322", "--03-22"),
        ("--03-22", "--03-22"),
        ("--0229", "--02-29"),
        ("1604-02-29", "--02-29"),
        ("0000-03-22", "--03-22"),
    ],
)
def test_birthdays_are_read_in_all_their_forms(text: str, day: str) -> None:
    """Cards and tables write a birthday in a dozen ways, some without a year."""
    assert birthday_in(text) == day


@pytest.mark.parametrize(
    "text",
    [
        *("circa 1800", "1985", "1985-04", "201112", "198003221", "---03"),
        *("3/4/1980", "0/0/00", "22 Mar 80", "1981-02-29"),
    ],
)
def test_birthdays_in_doubt_stay_out(text: str) -> None:
    """Half a day, or one that could be two, is no birthday."""
    assert birthday_in(text) == ""


@given(st.dates(date(1900, 1, 1)))
def test_every_iso_day_comes_back(day: date) -> None:
    """What is written in ISO is read as the same day."""
    assert (
        birthday_in(day.isoformat()) == birthday_in(f"{day:%Y%m%d}") == day.isoformat()
    )
    assert connected(f"{day:%d %b %Y}") == connected(f"{day:%m/%d/%Y}") == day
