"""A sample network: the same around any day."""

from contextlib import closing
from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st
from tests.storage.filled import NOW, in_memory

from netlog.acts.sample import fill
from netlog.domain.person import Person
from netlog.storage.book import Book
from netlog.storage.change import changing


def people(day: date) -> list[Person]:
    """Everybody in the sample network of a day."""
    with closing(in_memory()) as store:
        with changing(store, NOW, "demo") as change:
            fill(change, day)
        return Book(store).people.everybody()


@settings(deadline=None, max_examples=20)
@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_it_moves_with_the_day(day: date) -> None:
    """As many days ago, whatever the day is."""
    usual = date(2025, 6, 2)
    ages = [_ages(people(one), one) for one in (usual, day)]
    assert ages[0] == ages[1]


def _ages(everybody: list[Person], day: date) -> dict[str, timedelta | None]:
    return {
        one.handle: day - one.last_contact if one.last_contact else None
        for one in everybody
    }


@pytest.mark.parametrize("field", ["org", "city", "role"])
def test_there_is_something_to_filter_by(field: str) -> None:
    """Most of them have it."""
    everybody = people(date(2025, 6, 2))
    assert sum(bool(getattr(one, field)) for one in everybody) > len(everybody) / 2


def test_nobody_of_it_could_be_real() -> None:
    """Addresses that belong to nobody."""
    with closing(in_memory()) as store:
        with changing(store, NOW, "demo") as change:
            fill(change, date(2025, 6, 2))
        details = Book(store).people.all_details().values()
        held = [one for some in details for one in some]
    addresses = [one.value for one in held if one.field in {"email", "url"}]
    assert addresses
    assert [one for one in addresses if not one.endswith(".example")] == []
    assert all("555 01" in one.value for one in held if one.field == "phone")
