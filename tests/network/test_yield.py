"""Yield: what came of people is gathered from the file."""

from datetime import date

import pytest
from tests.plan.builders import MONDAY, Network, ago

from netlog.db import sql
from netlog.network.yield_ import CoffeeCounts, Yield, first_met_at, roots, yield_of
from netlog.repository import touches


@pytest.fixture
def network() -> Network:
    """Bo introduced Alisa, and she and Hal introduced Dorie."""
    made = Network()
    made.add("bo", "hal")
    made.add("alisa", via="bo", on=ago(90))
    made.add("dorie", via="alisa", on=ago(60))
    made.introduce("dorie", by="hal", on=ago(40))
    return made


def number(network: Network, who: str, by: str) -> int:
    """The number of an introduction to me."""
    ways = sql.ways_of(network.store, network.person(who).id)
    key = network.person(by).id
    return next(way.introduction for way in ways if way.introducer_id == key)


def came_of(network: Network, *names: str, **since: date) -> Yield:
    """What came of people, each from a day on if it is said."""
    starts = {network.person(name).id: date.min for name in names}
    starts |= {network.person(name).id: day for name, day in since.items()}
    return yield_of(network.store, starts, MONDAY, 180)


def money(network: Network, *names: str, **since: date) -> list[tuple[int, int | None]]:
    """The outcomes that came of people by number, with the part of each."""
    found = came_of(network, *names, **since)
    return [(one.outcome.entry.id, one.cents) for one in found.outcomes]


def began(network: Network) -> list[tuple[str, int]]:
    """With whom everything began."""
    found = roots(network.store)
    return [(root.person.handle, root.cents) for root in found]


def test_everything_that_came_of_somebody(network: Network) -> None:
    """People with their hops, nearest first; what came by them; their coffees."""
    network.log("bo", on=ago(100))
    network.log("dorie", on=ago(20))
    network.got("dorie", on=ago(10), cents=101)
    network.got("hal", on=ago(10), cents=5)
    found = came_of(network, "bo")
    assert [one.handle for one in found.begun] == ["bo"]
    assert [(one.handle, found.hops[one.id]) for one in found.people] == [
        ("alisa", 1),
        ("dorie", 2),
    ]
    assert (found.introductions, found.cents, found.whole) == (2, 51, 101)
    assert [
        (o.outcome.entry.id, o.outcome.handle, o.cents) for o in found.outcomes
    ] == [(1, "dorie", 51)]
    assert found.coffees == CoffeeCounts(2, 2, 0, 0)


def test_outcomes_stand_by_day(network: Network) -> None:
    """Whoever brought them, and in whatever order they were written down."""
    network.got("dorie", on=ago(5))
    network.got("alisa", on=ago(7))
    network.got("dorie", on=ago(7))
    assert [one for one, _ in money(network, "bo")] == [2, 3, 1]


def test_nobody_brought_anything(network: Network) -> None:
    """What went to them does not count, nor what came before they did."""
    network.gave("dorie")
    network.got("dorie", on=ago(61), cents=9)
    found = came_of(network, "bo")
    assert (found.outcomes, found.cents, found.whole) == ((), 0, 0)
    assert came_of(network, "dorie").cents == 9


def test_an_outcome_of_another_introduction_is_not_theirs(network: Network) -> None:
    """It came of the one that was said, and belongs to whoever brought it."""
    only = number(network, "dorie", "hal")
    network.got("dorie", on=ago(10), cents=10, introduction_id=only)
    assert money(network, "bo") == money(network, "alisa") == []
    assert money(network, "hal") == money(network, "dorie") == [(1, 10)]
    assert came_of(network, "dorie").cents == 10
    assert began(network) == [("hal", 10)]


@pytest.mark.parametrize("state", ["dropped", "moved"])
def test_one_of_an_introduction_that_does_not_count_stays_with_the_person(
    network: Network, state: str
) -> None:
    """No other introduction is said to have led to it."""
    only = number(network, "dorie", "hal")
    network.got("dorie", on=ago(10), cents=10, introduction_id=only)
    if state == "moved":
        network.introduce("dorie", by="hal", on=ago(9))
    else:
        network.introduce("dorie", by="hal", on=ago(40), state=state)
    assert [money(network, who) for who in ("bo", "alisa", "hal")] == [[], [], []]
    assert (money(network, "dorie"), began(network)) == ([(1, 10)], [("dorie", 10)])


def test_one_of_an_introduction_that_a_circle_cut_stays_with_the_person() -> None:
    """As its trace does: Bo was known first, by Cy."""
    made = Network()
    made.add("ann", "cy")
    made.add("bo", via="cy", on=ago(90))
    made.introduce("ann", by="bo", on=ago(80))
    made.introduce("bo", by="ann", on=ago(70))
    made.got("bo", cents=10, introduction_id=number(made, "bo", "ann"))
    assert (money(made, "ann"), money(made, "cy")) == ([], [])
    assert (money(made, "bo"), began(made)) == ([(1, 10)], [("bo", 10)])


def test_several_share_nothing_twice(network: Network) -> None:
    """Money is counted once, by whomever it came first on its way back."""
    network.got("dorie", on=ago(10), cents=100)
    assert came_of(network, "bo", "alisa").cents == 50
    assert came_of(network, "bo", "hal").cents == 100
    assert came_of(network, "alisa", "dorie").cents == 100
    found = came_of(network, "bo", "alisa")
    assert [one.handle for one in found.people] == ["dorie"]
    assert (found.introductions, found.hops) == (2, {network.person("dorie").id: 1})


def test_the_coffees_of_all_who_had_a_part_came_to_something(
    network: Network,
) -> None:
    """Also where another of them stands between, who has the money."""
    network.log("bo", on=ago(200))
    network.log("alisa", on=ago(190))
    network.got("dorie", on=ago(10), cents=100)
    assert came_of(network, "bo", "alisa").coffees == CoffeeCounts(2, 2, 0, 0)
    assert came_of(network, "bo").coffees == CoffeeCounts(2, 2, 0, 0)


def test_from_a_day_on_only_what_came_since_counts(network: Network) -> None:
    """The introduction must be of that day or later; so must their own outcomes."""
    network.add("eve", via="bo", on=ago(70))
    network.introduce("dorie", by="eve", on=ago(50))
    network.got("dorie", on=ago(10), cents=90)
    network.got("bo", on=ago(75), cents=8)
    assert came_of(network, "bo").cents == 68
    found = came_of(network, bo=ago(80))
    assert (found.cents, found.whole) == (38, 98)
    assert [one.handle for one in found.people] == ["eve", "dorie"]
    assert money(network, bo=ago(70)) == [(1, 30)]
    assert money(network, bo=ago(69)) == []


def test_a_first_coffee_before_the_day_is_not_of_it(network: Network) -> None:
    """Of those it begins with; whoever came since has theirs counted."""
    network.log("bo", on=ago(100))
    network.log("alisa", on=ago(95))
    assert came_of(network, "bo").coffees.n == 2
    assert came_of(network, bo=ago(100)).coffees.n == 2
    assert came_of(network, bo=ago(99)).coffees.n == 1


def test_of_many_outcomes_the_parts_are_not_told(network: Network) -> None:
    """Of 20 they are."""
    for _ in range(20):
        network.got("dorie", on=ago(10), cents=10)
    assert {part for _, part in money(network, "bo")} == {5}
    network.got("dorie", on=ago(10), cents=10)
    assert {part for _, part in money(network, "bo")} == {None}
    assert came_of(network, "bo").cents == 105


def test_roots_stand_by_money_and_then_by_name(network: Network) -> None:
    """One without money is there, too."""
    assert began(network) == []
    network.got("dorie", on=ago(10), cents=100)
    network.got("bo", on=ago(10), cents=1)
    network.add("cy", "al", "zoe")
    for who, cents in (("cy", None), ("al", 50), ("zoe", 50)):
        network.got(who, cents=cents)
    rich = [("bo", 51), ("al", 50), ("hal", 50), ("zoe", 50)]
    assert began(network) == [*rich, ("cy", 0)]


def test_who_was_first_met_at_a_place(network: Network) -> None:
    """In person, and nowhere else before, nor known before; with the day of it."""
    network.add("zoe", "ann")
    network.add("kit", known=True)
    network.log("ann", "zoe", "kit", on=ago(30), place="Fair")
    network.log("ann", on=ago(31), place="Lion")
    network.log("zoe", on=ago(20), place="Lion")
    network.log("alisa", kind="call", on=ago(29), place="Fair")
    network.log("dorie", on=ago(28), place="Fair", answered="no")
    network.log("dorie", on=ago(27), place="Fair")
    met = first_met_at(network.store, touches.place_named(network.store, "fair").id)
    zoe, dorie = (network.person(name).id for name in ("zoe", "dorie"))
    assert met == {zoe: ago(30), dorie: ago(27)}
