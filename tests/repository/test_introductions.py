"""Introductions: made once, brought up to date when they are said again."""

from datetime import datetime, timedelta

import pytest
from tests.repository.changes import add, do
from tests.repository.filled import NOW, TODAY

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.introduction import Introduction
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.person import ME_ID
from netlog.errors import NotFoundError
from netlog.repository import introductions, touches
from netlog.repository.change import changing

YESTERDAY = TODAY - timedelta(days=1)
ANN, BEA, CAL = 2, 3, 4


@pytest.fixture
def store(store: Store) -> Store:
    """Ann, Bea and Cal."""
    for name in ("Ann", "Bea", "Cal"):
        add(store, name)
    return store


def introduce(store: Store, *three: int, now: datetime = NOW, **facts: object) -> int:
    """An introduction as one change; gives the number of the change."""
    by, first, second = three
    with changing(store, now, "intro") as change:
        introductions.introduce(change, by, first, second, TODAY, **facts)
    return change.number


def the_only(store: Store) -> Introduction:
    """The one introduction that there is."""
    assert sql.count_introductions(store) == 1
    return introductions.get(store, 1)


def test_an_introduction_that_is_not_there(store: Store) -> None:
    """A NotFoundError that says where the numbers are."""
    with pytest.raises(NotFoundError, match="There is no introduction 7") as error:
        introductions.get(store, 7)
    assert error.value.advice == "netlog show WHO lists the numbers."


def test_a_pair_is_one_in_either_order(store: Store) -> None:
    """Said again it is brought up to date."""
    first = introduce(store, ANN, CAL, BEA)
    introduce(store, ANN, BEA, CAL, state="dropped", inbound=True)
    made = the_only(store)
    assert (made.a_id, made.b_id, made.entered) == (BEA, CAL, first)
    assert (made.said, made.state, made.inbound) == ("dropped", "dropped", True)
    assert introductions.between(store, ANN, CAL, BEA) == made
    assert introductions.between(store, BEA, CAL, ANN) is None


def test_an_offer_that_is_kept_begins_when_it_is_kept(store: Store) -> None:
    """So that the history shows it where it was made."""
    introduce(store, ANN, ME_ID, BEA, state="offered")
    assert the_only(store).said == "offered"
    kept = introduce(store, ANN, ME_ID, BEA, state="made")
    assert (the_only(store).said, the_only(store).entered) == ("made", kept)


def test_two_who_were_together_have_met(store: Store) -> None:
    """What the user said stays beside it, and holds again when it turns out wrong."""
    introduce(store, ANN, ME_ID, BEA)
    coffee = TOUCH_KINDS["coffee"]
    do(store, lambda c: touches.log(c, [BEA], coffee, TODAY))
    assert (the_only(store).said, the_only(store).state) == ("made", "met")
    touch = touches.get(store, 1)
    do(store, lambda c: touches.edit(c, touch, day=YESTERDAY))
    assert (the_only(store).said, the_only(store).state) == ("made", "made")


def test_who_introduced_whom_to_me(store: Store) -> None:
    """Handles and names; what others were introduced to is not asked for."""
    introduce(store, ANN, ME_ID, CAL)
    introduce(store, BEA, ME_ID, CAL)
    introduce(store, ME_ID, ANN, BEA)
    assert introductions.introducers_by_person(store) == {
        CAL: ["ann", "ann", "bea", "bea"]
    }
