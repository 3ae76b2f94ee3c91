"""A hundred thousand people: whatever is asked of a trace ends at once."""

from collections import deque
from datetime import date
from random import Random

import pytest
from tests.network.networks import LATE, Row, alone, day

from netlog.domain.introduction import Link
from netlog.network import credit, paths
from netlog.network.ancestors import Ancestors, ancestors
from netlog.network.yield_ import descendants

PEOPLE = 100_000
NEAR = 3_000
MET = 500
LAST = PEOPLE + 1


@pytest.fixture(scope="module")
def rows() -> list[Row | Link]:
    """All but the first were introduced by two of those who came shortly before."""
    chance = Random(3)  # noqa: S311 (no secret)
    found: list[Row | Link] = [*alone(*range(2, MET + 2))]
    for person in range(MET + 2, LAST + 1):
        before = range(max(2, person - NEAR), person)
        for introducer in chance.sample(before, 2):
            on = day(person * 300 // LAST)
            found.append(Link(person, len(found), introducer, on, "made"))
    return found


@pytest.fixture(scope="module")
def known(rows: list[Row | Link]) -> Ancestors:
    """Who introduced all of them."""
    return ancestors(rows)


def nearest(known: Ancestors) -> int:
    """How many hops the nearest root is away, by a search in breadth."""
    hops = {LAST: 0}
    ahead = deque([LAST])
    while links := known.links[ahead[0]]:
        person = ahead.popleft()
        for link in links:
            if link.introducer_id not in hops:
                hops[link.introducer_id] = hops[person] + 1
                ahead.append(link.introducer_id)
    return hops[ahead[0]]


def test_the_shortest_of_very_many_paths_are_found(known: Ancestors) -> None:
    """The first is as long as the way to the nearest root."""
    found = paths.shortest(known, LAST, LATE, 20)
    lengths = [len(path) for path in found]
    assert lengths == sorted(lengths)
    assert (len(set(found)), lengths[0]) == (20, nearest(known))


def test_very_many_paths_are_counted(known: Ancestors) -> None:
    """Those of each are those of both introducers: nobody came late here."""
    ways = [0, 0, *[1] * MET]
    for person in range(MET + 2, LAST + 1):
        one, other = known.links[person]
        ways.append(ways[one.introducer_id] + ways[other.introducer_id])
    assert paths.count(known, LAST, LATE) == ways[LAST] > PEOPLE**3


def test_credit_is_divided_among_very_many(known: Ancestors) -> None:
    """Nearly everybody is on the way, and all of it adds up."""
    shares = credit.halves(known, LAST, LATE, 10**12)
    assert sum(shares.values()) == 10**12
    assert len(shares) > PEOPLE // 2
    assert sum(credit.by_root(known, LAST, LATE, 10**12).values()) == 10**12


def test_very_many_may_come_through_one(rows: list[Row | Link]) -> None:
    """And every introduction that they made counts."""
    some = rows[: PEOPLE // 2]
    found = descendants(some, {MET + 2: date.min})
    counted = {link.introduction for link in found.links}
    through = found.by_id.keys() | {MET + 2}
    assert counted == {row[1] for row in some if row[2] in through}
    assert len(through) > PEOPLE // 8


def test_a_circle_of_very_many_is_cut(rows: list[Row | Link]) -> None:
    """One through nearly everybody ends at the first who was introduced."""
    some = rows[: PEOPLE // 2]
    first, last = MET + 2, some[-1][0]
    circle = Link(first, PEOPLE**2, last, LATE, "made")
    known = ancestors([*some, circle])
    assert circle not in known.links[first]
    assert sum(map(len, known.links.values())) == len(some) - MET
