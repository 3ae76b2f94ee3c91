"""Tracing: an outcome by its number, or somebody by their newest."""

import pytest
from tests.plan.builders import MONDAY, Network, ago

from netlog.db import sql
from netlog.domain.ledger import Entry
from netlog.network.trace import Trace, shares_of, trace_outcome, trace_person


@pytest.fixture
def network() -> Network:
    """Bo introduced Alisa; she and Hal introduced Dorie."""
    made = Network()
    made.add("bo", "hal", known=True)
    made.add("alisa", via="bo", on=ago(90))
    made.add("dorie", via="alisa", on=ago(60))
    made.introduce("dorie", by="hal", on=ago(40))
    return made


def traced(network: Network, entry: Entry) -> Trace:
    """One outcome."""
    return trace_outcome(network.store, entry)


def of(network: Network, name: str) -> Trace:
    """Somebody, as of the Monday."""
    key = network.person(name).id
    return trace_person(network.store, key, MONDAY)


def handles(trace: Trace) -> list[str]:
    """Whom it begins with."""
    return [root.handle for root in trace.roots]


def test_an_outcome_with_its_paths_and_roots(network: Network) -> None:
    """The days count from the introduction on the shortest path."""
    entry = network.got("dorie", on=ago(10))
    found = traced(network, entry)
    assert (found.person.handle, found.entry) == ("dorie", entry)
    assert (found.total, len(found.paths)) == (2, 2)
    assert handles(found) == ["hal", "bo"]
    assert (found.introduced_on, found.days_from_introduction) == (ago(40), 30)
    assert (found.others, found.shares) == ((), ())


def test_a_root_stands_once(network: Network) -> None:
    """However many paths end with them."""
    network.introduce("hal", by="bo", on=ago(80))
    found = traced(network, network.got("dorie", on=ago(10)))
    assert (found.total, handles(found)) == (2, ["bo"])


def test_somebody_is_traced_by_their_newest_outcome(network: Network) -> None:
    """By day, then by number; the others follow, the newest first."""
    first = network.got("dorie", on=ago(5))
    second = network.got("dorie", on=ago(5))
    third = network.got("dorie", on=ago(10))
    network.gave("dorie")
    network.got("hal")
    found = of(network, "dorie")
    assert (found.entry, found.others) == (second, (first, third))
    assert found._replace(others=()) == traced(network, second)


def test_somebody_without_an_outcome(network: Network) -> None:
    """All their introductions up to today; there is nothing to count days to."""
    network.introduce("dorie", by="bo", on=MONDAY)
    found = of(network, "dorie")
    assert (found.entry, found.days_from_introduction) == (None, None)
    assert (found.total, found.introduced_on) == (3, ago(40))
    assert of(network, "bo").introduced_on is None
    assert handles(of(network, "bo")) == ["bo"]


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ("root", [("bo", 51), ("hal", 50)]),
        ("halves", [("dorie", 33), ("hal", 33), ("bo", 18), ("alisa", 17)]),
    ],
)
def test_money_is_divided(
    network: Network, how: str, expected: list[tuple[str, int]]
) -> None:
    """The largest part first, then by handle; the cent over goes to the oldest way."""
    entry = network.got("dorie", on=ago(10), cents=101)
    shares = shares_of(network.store, entry, how)
    found = [(share.person.handle, share.cents) for share in shares]
    assert found == expected
    assert sum(cents for _, cents in found) == 101


def test_money_of_one_way_is_divided_along_it(network: Network) -> None:
    """The introduction that it was said to come of."""
    (way,) = sql.ways_of(network.store, network.person("alisa").id)
    entry = network.got("alisa", introduction_id=way.introduction, cents=10)
    shares = shares_of(network.store, entry, "root")
    assert [(share.person.handle, share.cents) for share in shares] == [("bo", 10)]


def test_no_money_is_divided_too(network: Network) -> None:
    """Everybody who would have a part is there."""
    shares = shares_of(network.store, network.got("dorie"), "halves")
    found = [(share.person.handle, share.cents) for share in shares]
    assert found == [("alisa", 0), ("bo", 0), ("dorie", 0), ("hal", 0)]
