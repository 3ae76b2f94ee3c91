"""Yield: sums of what came, and how first coffees turned out."""

from datetime import date

import pytest
from hypothesis import given, strategies as st
from tests.plan.builders import MONDAY, ago, entry

from netlog.domain.ledger import EntryOf
from netlog.domain.person import Sat
from netlog.network.yield_ import CoffeeCounts, Yield, YieldedOutcome, coffee_counts

EARLY = 180


def sat(days: int | None, key: int = 2, *, known: bool = False) -> Sat:
    """Somebody first sat down with so many days ago."""
    first = None if days is None else ago(days)
    return Sat(key, f"p-{key}", f"P {key}", known, first)


def turned_out(one: Sat, last: int | None = None, early: int = EARLY) -> str:
    """How one coffee turned out, where something came so many days ago last."""
    found = coffee_counts([one], {} if last is None else {2: ago(last)}, MONDAY, early)
    return " ".join(name for name, n in found._asdict().items() if n and name != "n")


@pytest.mark.parametrize(
    ("days", "last", "said"),
    [
        (400, None, "nothing"),
        (180, None, "nothing"),
        (179, None, "too_early"),
        (0, None, "too_early"),
        (400, 10, "came"),
        (400, 400, "came"),
        (400, 401, "nothing"),
        (10, 5, "came"),
        (10, 11, "too_early"),
    ],
)
def test_a_coffee_came_to_something_or_is_early_or_nothing(
    days: int, last: int | None, said: str
) -> None:
    """It came to something on its day or later; young ones are no failures."""
    assert turned_out(sat(days), last) == said


def test_how_young_is_said() -> None:
    """A number of days; 0 has nobody wait."""
    assert turned_out(sat(9), early=10) == "too_early"
    assert turned_out(sat(9), early=9) == "nothing"
    assert turned_out(sat(0), early=0) == "nothing"


def test_only_first_coffees_with_somebody_new_count() -> None:
    """Neither those known before, nor those we never sat down with."""
    held = [sat(None), sat(10, 3, known=True), sat(10, 4), sat(None, 5, known=True)]
    last = {2: MONDAY, 3: MONDAY, 5: MONDAY}
    assert coffee_counts(held, last, MONDAY, EARLY) == CoffeeCounts(1, 0, 0, 1)
    assert coffee_counts([], {}, MONDAY, EARLY) == CoffeeCounts()


@given(
    st.lists(st.none() | st.integers(0, 400), max_size=8),
    st.dictionaries(st.integers(0, 8), st.integers(0, 400).map(ago)),
    st.integers(0, 400),
)
def test_coffees_add_up(
    days: list[int | None], last: dict[int, date], early: int
) -> None:
    """Each is counted once."""
    held = [sat(one, key) for key, one in enumerate(days)]
    found = coffee_counts(held, last, MONDAY, early)
    assert found.n == sum(one is not None for one in days)
    assert found.n == found.came + found.nothing + found.too_early
    assert min(found) >= 0


def harvest(*cents: int | None) -> Yield:
    """Outcomes with some money each, of two people."""
    entries = [entry(n, cents=one) for n, one in enumerate(cents)]
    came = tuple(YieldedOutcome(EntryOf(one, "p-2", "P 2"), None) for one in entries)
    return Yield(
        (sat(1, 4),), (sat(1, 2), sat(1, 3)), {2: 1, 3: 2}, 5, came, 7, CoffeeCounts()
    )


def test_the_whole_is_the_money_of_all_outcomes() -> None:
    """Whatever part of it came by other ways."""
    assert harvest(10, None, 5).whole == 15
    assert harvest().whole == 0


def test_with_them_those_it_began_with_are_among_the_people() -> None:
    """No hop away, and first; nothing else changes."""
    found = harvest(10)
    assert found.with_them == found._replace(
        people=(sat(1, 4), sat(1, 2), sat(1, 3)), hops={4: 0, 2: 1, 3: 2}
    )
