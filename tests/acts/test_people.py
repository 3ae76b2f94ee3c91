"""Who is meant, and adding those who are not there yet."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest
from tests.storage.filled import NOW, in_memory

from netlog.acts.people import newcomer, one, several
from netlog.domain.person import ME_ID
from netlog.errors import NotFoundError, UsageError
from netlog.storage.change import Change, changing

TODAY = date(2025, 6, 2)


@pytest.fixture
def change() -> Iterator[Change]:
    """A change in a book with one person."""
    with closing(in_memory()) as store, changing(store, NOW, "test") as begun:
        begun.people.add(newcomer("Ann Lee", TODAY))
        yield begun


def test_somebody_is_found_or_added(change: Change) -> None:
    """Only with `new`; a second time they are there."""
    assert one(change, "ann", TODAY).name == "Ann Lee"
    with pytest.raises(NotFoundError) as error:
        one(change, "Bo Roe", TODAY)
    assert "--new" in error.value.advice
    added = one(change, "Bo Roe", TODAY, new=True)
    assert one(change, "bo", TODAY, new=True) == added


def test_me_is_somebody_only_where_it_may_be(change: Change) -> None:
    """In an introduction, and nowhere else."""
    assert one(change, "me", TODAY, me=True).id == ME_ID
    with pytest.raises(UsageError):
        one(change, "me", TODAY, new=True)


def test_two_words_for_one_person_are_one(change: Change) -> None:
    """In the order in which they were said first."""
    found = several(change, ["Bo", "ann", "ANN lee", "bo"], TODAY, new=True)
    assert [person.name for person in found] == ["Bo", "Ann Lee"]


def test_an_address_is_kept_as_one() -> None:
    """Who is added by an e-mail has it."""
    made = newcomer("bo@x.example", TODAY)
    assert made.details == {("email", "bo@x.example"): "bo@x.example"}
    assert newcomer("Bo", TODAY).details == {}
