"""How much passes through each person, held against every way listed."""

from collections import Counter

import pytest
from hypothesis import given
from tests.network.networks import LATE, Network, introductions
from tests.network.starts import Came, known, on, things

from netlog.network import credit
from netlog.network.ancestors import ancestors
from netlog.network.credit import Inflow, cents_through, times_through

DIAMOND = Network(introductions((2, 3, 1), (2, 4, 1), (3, 5, 2), (4, 5, 3)))


def test_what_passes_through_a_diamond() -> None:
    """Everything through both ends, and through either side."""
    there = known(DIAMOND)
    start = Came(5, LATE, 101, None).start(there)
    assert times_through(there, [start]) == {5: 1, 4: 1, 3: 1, 2: 1}
    assert cents_through(there, [(start, 101)]) == {5: 101, 3: 51, 4: 50, 2: 101}


def test_what_came_by_one_introduction_goes_one_way() -> None:
    """The other side has no part in it."""
    there = known(DIAMOND)
    start = Came(5, LATE, 101, 4).start(there)
    assert times_through(there, [start]) == {5: 1, 4: 1, 2: 1}
    assert +cents_through(there, [(start, 101)]) == {5: 101, 4: 101, 2: 101}


def test_who_is_in_no_introduction_has_what_they_brought() -> None:
    """And nobody else has any of it."""
    assert times_through(ancestors([]), [Inflow(7, 0), Inflow(7, 0)]) == {7: 2}


def test_things_are_counted_however_many_they_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A few at once, or one by one."""
    there = known(DIAMOND)
    starts = [Came(person, LATE, 0, None).start(there) for person in (5, 4, 3, 2, 5)]
    together = times_through(there, starts)
    monkeypatch.setattr(credit, "_AT_ONCE", 1)
    assert times_through(there, starts) == together == {2: 5, 3: 3, 4: 3, 5: 2}


@given(things())
def test_somebody_has_part_in_whatever_has_a_way_by_them(
    drawn: tuple[Network, list[Came]],
) -> None:
    """One thing counts once, by however many ways it came."""
    network, came = drawn
    there = known(network)
    plainly: Counter[int] = Counter()
    for one in came:
        plainly.update(set().union(*(on(w, one.person) for w in one.ways(network))))
    assert times_through(there, [one.start(there) for one in came]) == plainly
