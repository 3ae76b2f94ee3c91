"""Whoever was forgotten is left out, with every record that is about them."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from tests.storage.filled import NOW, in_memory

from netlog.acts.importing.decide import Decision
from netlog.acts.importing.forgotten import leave_out
from netlog.domain.forgetting import mark_of, signs_of
from netlog.storage.forgotten import Forgotten
from netlog.storage.recorder import Recorder
from netlog.storage.store import Store

SALT = "ab" * 32
EMAIL = {("email", "dorie@x.example"): "Dorie@x.example"}


@pytest.fixture
def store() -> Iterator[Store]:
    """A database that forgot Dorie Clark."""
    with closing(in_memory()) as made:
        recorder = Recorder(made, NOW)
        key = recorder.put_new("forgetting", salt=SALT)
        for sign in signs_of(["Dorie Clark"], [("email", "dorie@x.example")]):
            recorder.put_new("mark", forgetting_id=key, hash=mark_of(sign, SALT))
        yield made


def test_they_and_what_was_found_with_them_are_left_out(store: Store) -> None:
    """By a name, or an address; a record that led to theirs is theirs, too."""
    decisions = [
        Decision("new", "f", 1, "DORIE  CLARK", "dorie-clark", -1),
        Decision("new", "f", 2, "D. C.", "d-c", -2, details=EMAIL),
        Decision("found", "f", 3, "Dor", key=-1),
        Decision("new", "f", 4, "Zoe Pan", "zoe-pan", -3),
        Decision("found", "f", 5, "Dorie Clark", key=7),
        Decision("unreadable", "f", 6, "", reason="no name"),
    ]
    left = leave_out(decisions, Forgotten(store))
    whats = [one.what for one in left]
    assert whats == ["forgotten"] * 3 + ["new", "found", "unreadable"]
    assert [one.handle for one in left[:3]] == ["", "", ""]
    assert left[3:] == decisions[3:]


def test_where_nobody_was_forgotten_nobody_is_left_out() -> None:
    """Nothing is hashed for it."""
    with closing(in_memory()) as store:
        decisions = [Decision("new", "f", 1, "Dorie Clark", "dorie-clark", -1)]
        assert leave_out(decisions, Forgotten(store)) == decisions
        assert not Forgotten(store).are_met(["name:dorie clark"])
