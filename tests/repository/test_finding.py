"""Who is meant, and adding those who are not there yet."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest
from tests.repository.filled import NOW, in_memory

from netlog.domain.person import ME_ID, Newcomer
from netlog.errors import AmbiguousError, NotFoundError, UsageError
from netlog.repository import people
from netlog.repository.change import OpenChange, changing
from netlog.repository.finding import (
    find,
    find_or_add,
    find_or_add_all,
    matching,
    newcomer,
)

TODAY = date(2025, 6, 2)


@pytest.fixture
def change() -> Iterator[OpenChange]:
    """A change in a database with one person."""
    with closing(in_memory()) as store, changing(store, NOW, "test") as begun:
        people.add(begun, newcomer("Ann Lee", TODAY))
        yield begun


def test_somebody_is_found_or_added(change: OpenChange) -> None:
    """Only with `new`; a second time they are there."""
    assert find_or_add(change, "ann", TODAY).name == "Ann Lee"
    with pytest.raises(NotFoundError) as error:
        find_or_add(change, "Bo Roe", TODAY)
    assert "--new" in error.value.advice
    added = find_or_add(change, "Bo Roe", TODAY, new=True)
    assert find_or_add(change, "bo", TODAY, new=True) == added


def test_me_is_somebody_only_where_it_may_be(change: OpenChange) -> None:
    """In an introduction, and nowhere else."""
    assert find_or_add(change, "me", TODAY, me=True).id == ME_ID
    with pytest.raises(UsageError):
        find_or_add(change, "me", TODAY, new=True)


def test_two_words_for_one_person_are_one(change: OpenChange) -> None:
    """In the order in which they were said first."""
    queries = ["Bo", "ann", "ANN lee", "bo"]
    persons = find_or_add_all(change, queries, TODAY, new=True)
    assert [person.name for person in persons] == ["Bo", "Ann Lee"]


def test_an_address_is_kept_as_one() -> None:
    """Who is added by an e-mail has it."""
    made = newcomer("bo@x.example", TODAY)
    assert made.details == {("email", "bo@x.example"): "bo@x.example"}
    assert newcomer("Bo", TODAY).details == {}


def test_no_words_mean_nobody(change: OpenChange) -> None:
    """Not everybody."""
    assert matching(change.store, " \x1b ") == []


def test_what_names_nobody_is_said_to(change: OpenChange) -> None:
    """Where a shell has put nothing in the place of a variable."""
    with pytest.raises(UsageError, match="That names nobody") as error:
        find(change.store, " \x1b ")
    assert error.value.advice == "Type a handle or a name."


def test_a_beginning_of_very_many_names_lists_the_first(change: OpenChange) -> None:
    """Twelve of them, and that there are more."""
    people.add_all(
        change,
        [Newcomer(f"Bo {n}", TODAY, handle=f"bo-{n}") for n in range(10, 24)],
    )
    with pytest.raises(AmbiguousError) as error:
        matching(change.store, "bo")
    handles = tuple(f"bo-{n}" for n in range(10, 22))
    listed = ", ".join(handles)
    assert error.value.sentence == f"bo could be 14 people: {listed}, …."
    assert error.value.candidates == handles
