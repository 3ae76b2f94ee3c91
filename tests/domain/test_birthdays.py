"""Birthdays as people write them."""

import pytest

from netlog.domain.birthdays import spell_birthday


@pytest.mark.parametrize(
    ("kept", "spelt"),
    [
        ("1980-05-21", "21 May 1980"),
        ("--05-21", "21 May"),
        ("--02-29", "29 Feb"),
        ("2000-02-29", "29 Feb 2000"),
    ],
)
def test_a_birthday_is_spelt_with_the_year_if_it_is_told(kept: str, spelt: str) -> None:
    """Day, month, and the year where there is one."""
    assert spell_birthday(kept) == spelt
