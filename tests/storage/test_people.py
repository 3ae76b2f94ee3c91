"""Finding people in the file."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from tests.storage.filled import NOW, TODAY, in_memory

from netlog.domain.newcomer import Newcomer
from netlog.errors import NotFoundError
from netlog.storage.change import changing
from netlog.storage.people import People


@pytest.fixture
def people() -> Iterator[People]:
    """A database with nobody in it."""
    with closing(in_memory()) as store:
        yield People(store)


def test_a_person_who_is_gone_is_not_found_by_key(people: People) -> None:
    """Somebody else may have taken them out in the meantime."""
    with pytest.raises(NotFoundError, match="They are not there any more"):
        people.get(99)


def test_handles_are_found_by_their_beginning(people: People) -> None:
    """In their order, and nobody's that merely holds it."""
    with changing(people.store, NOW, "add") as change:
        for name in ("Bo Ann", "Anna", "Ann", "Bea"):
            change.people.add(Newcomer(name, TODAY))
    assert people.handles("ann") == ["ann", "anna"]
    assert people.handles("x") == []


def test_no_words_mean_nobody(people: People) -> None:
    """Not everybody."""
    assert people.matching(" \x1b ") == []
