"""Mending an entry where it stands, and taking one out."""

from contextlib import closing

import pytest
from tests.repository.filled import NOW, in_memory

from netlog.errors import NotFoundError, UsageError
from netlog.repository.change import changing
from netlog.repository.entries import EntryRef, mend, which


@pytest.mark.parametrize(
    ("numbers", "entry"),
    [
        ((0, 0, 0, 0, 0), None),
        ((12, 0, 0, 0, 0), EntryRef("touch", 12)),
        ((0, 3, 0, 0, 0), EntryRef("introduction", 3)),
        ((0, 0, 4, 0, 0), EntryRef("promise", 4)),
        ((0, 0, 0, 5, 0), EntryRef("entry", 5)),
        ((0, 0, 0, 0, 6), EntryRef("booking", 6)),
    ],
)
def test_which_entry_is_meant(numbers: tuple[int, ...], entry: EntryRef | None) -> None:
    """By the option that has a number."""
    assert which(numbers) == entry


def test_one_entry_at_a_time() -> None:
    """Two are a usage error."""
    with pytest.raises(UsageError, match="two entries"):
        which((1, 0, 0, 2, 0))


def test_an_entry_in_words() -> None:
    """As it is said back."""
    assert str(EntryRef("touch", 12)) == "touch 12"


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (EntryRef("touch", 1), "--by"),
        (EntryRef("introduction", 1), "--note"),
        (EntryRef("promise", 1), "--on"),
        (EntryRef("entry", 1), "--state"),
        (EntryRef("booking", 1), "--by"),
    ],
)
def test_a_field_that_it_does_not_have(entry: EntryRef, field: str) -> None:
    """The error names it, and what there is."""
    with (
        closing(in_memory()) as store,
        pytest.raises(UsageError) as error,
        changing(store, NOW, "edit") as change,
    ):
        mend(change, entry, {field: "x"})
    assert field in error.value.sentence
    assert error.value.advice.startswith("It has --")


@pytest.mark.parametrize("field", ["--note", "--guess"])
def test_an_entry_that_is_not_there(field: str) -> None:
    """A NotFoundError, whatever was to be changed."""
    with (
        closing(in_memory()) as store,
        pytest.raises(NotFoundError),
        changing(store, NOW, "edit") as change,
    ):
        mend(change, EntryRef("touch", 9), {field: "likely"})
