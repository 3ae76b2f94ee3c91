"""Introductions: who can be introduced to whom, and by whom."""

from datetime import date

import pytest
from tests.plan.builders import ago, way

from netlog.domain.introduction import (
    Introduction,
    IntroductionNamed,
    ordered_pair,
    settled_state,
)
from netlog.domain.person import ME_ID, Named
from netlog.errors import UsageError


def test_a_pair_stands_in_the_order_of_its_ids() -> None:
    """Said either way round it is the same introduction; the user comes first."""
    assert ordered_pair(7, 9, 8) == ordered_pair(7, 8, 9) == (8, 9)
    assert ordered_pair(7, 9, ME_ID) == (ME_ID, 9)
    assert ordered_pair(ME_ID, 9, 8) == (8, 9)


def test_nobody_is_introduced_to_themselves() -> None:
    """A = B is a usage error."""
    with pytest.raises(UsageError, match="themselves"):
        ordered_pair(7, 8, 8)


@pytest.mark.parametrize("introducer", [8, 9, ME_ID])
def test_the_introducer_is_neither_of_the_two(introducer: int) -> None:
    """Whoever brings two together is a third."""
    others = (introducer, 10) if introducer != 9 else (10, introducer)
    with pytest.raises(UsageError, match="introducer cannot be one of the two"):
        ordered_pair(introducer, *others)


@pytest.mark.parametrize(
    ("state", "counts"),
    [("offered", True), ("made", True), ("met", True), ("dropped", False)],
)
def test_all_but_a_dropped_one_lead_somewhere(state: str, *, counts: bool) -> None:
    """An offered introduction is one too."""
    assert way(state=state).counts is counts


@pytest.mark.parametrize(
    ("bought_on", "marked", "client"),
    [
        (None, 0, False),
        (None, 4, True),
        (ago(10), 0, True),
        (ago(11), 0, True),
        (ago(9), 0, False),
        (ago(9), 4, False),
    ],
)
def test_the_introducer_had_bought_by_that_day_or_not(
    bought_on: date | None, marked: int, *, client: bool
) -> None:
    """The first purchase decides; the mark only where none has a day."""
    made = way(day=ago(10), bought_on=bought_on, marked=marked)
    assert made.client is client


def test_an_introduction_knows_its_three() -> None:
    """Names stand beside the ids they belong to."""
    made = way()
    plain = Introduction(
        1, "u", 7, ME_ID, 9, made.day, "made", "met", inbound=False, words="", entered=1
    )
    names = ("hal", "Hal", "me", "me", "zoe", "Zoe")
    named = IntroductionNamed(*plain, *names)
    assert named.introducer == Named(7, "hal", "Hal")
    assert named.pair == (Named(ME_ID, "me", "me"), Named(9, "zoe", "Zoe"))
    assert (named.said, named.state) == ("made", "met")


@pytest.mark.parametrize(
    ("said", "last", "state"),
    [
        ("offered", None, "offered"),
        ("offered", 1, "offered"),
        ("offered", 0, "met"),
        ("made", -1, "met"),
        ("made", None, "made"),
        ("met", None, "met"),
        ("met", 1, "met"),
        ("dropped", 0, "dropped"),
    ],
)
def test_two_who_were_together_since_have_met(
    said: str, last: int | None, state: str
) -> None:
    """On its day or later; what was said to be met or dropped stays."""
    together = None if last is None else ago(last)
    assert settled_state(said, ago(0), together) == state
