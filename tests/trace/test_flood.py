"""Flood: many amounts at once, each divided as `credit` divides one."""

from collections.abc import Mapping, Sequence
from datetime import date

from hypothesis import given, strategies as st
from tests.trace.books import divisible
from tests.trace.networks import (
    LATE,
    UNTIL,
    Network,
    alone,
    day,
    introductions,
    networks,
)

from netlog.trace import credit
from netlog.trace.ancestry import Ancestry, ancestry
from netlog.trace.flood import NOBODY, Amount, Flood

SOME = st.lists(
    st.tuples(st.integers(2, 14), UNTIL, st.integers(0, 99), UNTIL), max_size=6
)
"""Amounts; nobody is the fourteenth."""


def poured(
    known: Ancestry, *amounts: tuple[int, int, int], since: Mapping[int, date] = NOBODY
) -> Flood:
    """What came of amounts: of whom, how many cents, and on which day."""
    return Flood(known, since).pour(
        Amount(person, LATE, cents, day(on)) for person, cents, on in amounts
    )


def added(each: Sequence[credit.Cents]) -> credit.Cents:
    """Amounts of several, added up for each person."""
    people = {person for one in each for person in one}
    return {person: sum(one.get(person, 0) for one in each) for person in people}


def test_what_meets_is_added_up_before_it_is_divided() -> None:
    """Two amounts of a cent make one for each way; alone the older way has both."""
    known = ancestry([*alone(2, 3), *introductions((2, 4, 1), (3, 4, 2))])
    assert poured(known, (4, 1, 5)).kept == {2: 1, 3: 0}
    assert poured(known, (4, 1, 5), (4, 1, 6)).kept == {2: 1, 3: 1}


def test_the_last_day_is_that_of_the_latest_by_each() -> None:
    """Whoever had no part in the latest has an earlier one."""
    known = ancestry([*alone(2), *introductions((2, 3, 1), (2, 4, 2), (4, 5, 3))])
    found = poured(known, (3, 0, 9), (5, 7, 6), (5, 0, 4))
    assert found.last == {2: day(9), 3: day(9), 4: day(6), 5: day(6)}
    assert found.kept == {2: 7}


def test_an_early_walk_does_not_use_what_came_late() -> None:
    """Nor does a day reach whoever introduced them after it."""
    known = ancestry([*alone(2, 3), *introductions((2, 4, 1), (3, 4, 5))])
    found = Flood(known).pour(
        [Amount(4, day(4), 10, day(9)), Amount(4, LATE, 4, day(7))]
    )
    assert found.kept == {2: 12, 3: 2}
    assert found.last == {2: day(9), 3: day(7), 4: day(9)}


def test_what_is_unread_or_unheard_of_keeps_what_comes() -> None:
    """Nothing is lost where rows were cut off."""
    known = ancestry(introductions((2, 3, 1)))
    assert poured(known, (3, 5, 1), (8, 2, 1)).kept == {2: 5, 8: 2}


def test_money_is_caught_and_days_go_on() -> None:
    """By those who are asked about; whoever stands above them had a part, too."""
    known = ancestry([*alone(2), *introductions((2, 3, 1), (3, 4, 2))])
    found = poured(known, (4, 10, 5), (2, 3, 4), since={3: date.min})
    assert (found.caught, found.kept) == (10, {2: 3})
    assert found.last == {2: day(5), 3: day(5), 4: day(5)}
    assert poured(known, (3, 10, 5), since={3: date.min}).caught == 10
    assert poured(known, (4, 10, 5), since={3: date.min, 2: date.min}).caught == 10


def test_what_they_did_before_their_day_is_not_caught() -> None:
    """The introduction counts, not the day of the outcome."""
    known = ancestry([*alone(2), *introductions((2, 3, 1), (2, 4, 3))])
    for since, caught in ((1, 17), (2, 10), (3, 10), (4, 0)):
        found = poured(known, (3, 7, 9), (4, 10, 9), since={2: day(since)})
        assert (found.caught, found.kept) == (caught, {2: 17 - caught})


def test_an_amount_can_be_noted_on_its_way() -> None:
    """It says how much goes on: all, or nothing where it is caught."""
    flood = Flood(ancestry([]), {3: day(2)})
    assert flood.come(Amount(3, day(1), 5, day(7))) == 5
    assert flood.come(Amount(3, day(2), 5, day(6))) == 0
    assert flood.come(Amount(4, day(2), 5, day(6))) == 5
    assert (flood.caught, flood.last) == (5, {3: day(7), 4: day(6)})


@given(networks(), UNTIL, st.integers(0, 10**9), st.integers(2, 13))
def test_one_amount_is_divided_as_credit_divides_it(
    network: Network, until: date, cents: int, person: int
) -> None:
    """To the cent, and with the same people; none is lost on the way."""
    known = ancestry(network.rows)
    where = (known, person, until, cents)
    found = Flood(known).pour([Amount(person, until, cents, LATE)])
    assert found.kept == credit.by_root(*where)
    assert found.last == dict.fromkeys(credit.through(*where), LATE)
    for one, part in credit.through(*where).items():
        stop = Flood(known, {one: date.min}).pour([Amount(person, until, cents, LATE)])
        assert stop.caught == part


@given(networks(), SOME)
def test_many_amounts_are_all_of_them_together(
    network: Network, some: list[tuple[int, date, int, date]]
) -> None:
    """The same as one after the other, where they divide evenly."""
    known = ancestry(network.rows)
    whole = divisible(network)
    amounts = [Amount(one, until, n * whole, on) for one, until, n, on in some]
    found = Flood(known).pour(amounts)
    assert found.kept == added([credit.by_root(known, *one[:3]) for one in amounts])
    by = [credit.through(known, *one[:3]) for one in amounts]
    assert found.last == {
        person: max(
            one.day for one, part in zip(amounts, by, strict=True) if person in part
        )
        for person in added(by)
    }


@given(networks(), SOME)
def test_no_cent_is_lost(
    network: Network, some: list[tuple[int, date, int, date]]
) -> None:
    """Whatever the amounts, and in whatever order they come."""
    known = ancestry(network.rows)
    amounts = [Amount(*one) for one in some]
    found = Flood(known).pour(amounts)
    assert sum(found.kept.values()) == sum(one.cents for one in amounts)
    again = Flood(known).pour(reversed(amounts))
    assert (again.kept, again.last) == (found.kept, found.last)
