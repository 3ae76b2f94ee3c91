"""Paths: the shortest, how many, whether they end, and where."""

from datetime import date

from hypothesis import given, settings, strategies as st
from tests.network.networks import (
    LATE,
    UNTIL,
    Network,
    alone,
    day,
    end,
    in_order,
    introductions,
    networks,
)

from netlog.domain.introduction import Link
from netlog.network import paths
from netlog.network.ancestors import Ancestors, ancestors


def roots(known: Ancestors, person: int, until: date) -> tuple[int, ...]:
    """Those at whom walks end, in order."""
    return tuple(sorted(known.walk(person, until).ends(0)))


def numbers(found: list[tuple[Link, ...]]) -> list[list[int]]:
    """The introductions of each path, by number."""
    return [[link.introduction for link in path] for path in found]


def ladder(layers: int) -> Ancestors:
    """Diamonds one above the other: each of two introduces each of the next two."""
    said = [
        (upper, lower, layer)
        for layer in range(1, layers + 1)
        for upper in (2 * layer, 2 * layer + 1)
        for lower in (2 * layer + 2, 2 * layer + 3)
    ]
    return ancestors([*alone(2, 3), *introductions(*said)])


def test_a_chain_is_one_path() -> None:
    """From the person back to whom I met without help."""
    known = ancestors([*alone(2), *introductions((2, 3, 1), (3, 4, 2), (4, 5, 3))])
    assert numbers(paths.shortest(known, 5, LATE, 20)) == [[3, 2, 1]]
    assert paths.count(known, 5, LATE) == 1
    assert roots(known, 5, LATE) == (2,)
    assert paths.is_complete(known, 5, LATE)


def test_a_root_has_one_path_and_it_is_empty() -> None:
    """Nobody helped, and that is all there is to say."""
    known = ancestors(alone(2))
    assert paths.shortest(known, 2, LATE, 20) == [()]
    assert paths.count(known, 2, LATE) == 1
    assert roots(known, 2, LATE) == (2,)
    assert paths.open_end(known, 2, LATE) == ()


def test_a_diamond_is_two_paths() -> None:
    """Both are as long; the one whose first introduction is older comes first."""
    said = introductions((2, 3, 1), (2, 4, 1), (4, 5, 3), (3, 5, 2))
    known = ancestors([*alone(2), *said])
    assert numbers(paths.shortest(known, 5, LATE, 20)) == [[4, 1], [3, 2]]
    assert paths.count(known, 5, LATE) == 2
    assert roots(known, 5, LATE) == (2,)


def test_the_shorter_path_comes_first_however_young() -> None:
    """Length before age; and no more than were asked for."""
    said = introductions((2, 3, 1), (3, 4, 2), (2, 4, 3))
    known = ancestors([*alone(2), *said])
    assert numbers(paths.shortest(known, 4, LATE, 20)) == [[3], [2, 1]]
    assert numbers(paths.shortest(known, 4, LATE, 1)) == [[3]]
    assert paths.shortest(known, 4, LATE, 0) == []


def test_a_circle_of_two_on_one_day_is_one_path() -> None:
    """It ends at the one who was taken in first; neither is met twice."""
    known = ancestors(introductions((2, 3, 1), (3, 2, 1)))
    assert numbers(paths.shortest(known, 3, LATE, 20)) == [[1]]
    assert paths.shortest(known, 2, LATE, 20) == [()]


def test_a_circle_under_a_root_leads_up_to_it() -> None:
    """Who came to the circle from outside is the way out of it."""
    said = introductions((2, 3, 1), (3, 4, 2), (4, 3, 3), (4, 5, 4))
    known = ancestors([*alone(2), *said])
    assert numbers(paths.shortest(known, 5, LATE, 20)) == [[4, 2, 1]]
    assert roots(known, 5, LATE) == (2,)


def test_what_came_later_explains_nothing() -> None:
    """Who was introduced to me only after they had introduced is a root of that."""
    known = ancestors([*alone(2), *introductions((2, 3, 5), (3, 4, 2))])
    assert numbers(paths.shortest(known, 4, LATE, 20)) == [[2]]
    assert roots(known, 4, LATE) == (3,)
    assert paths.shortest(known, 4, day(1), 20) == [()]


def test_one_person_can_be_a_root_and_a_station() -> None:
    """They introduced one before and another after they were introduced themselves."""
    said = introductions((3, 4, 1), (2, 3, 2), (3, 5, 3), (4, 6, 4), (5, 6, 4))
    known = ancestors([*alone(2), *said])
    assert numbers(paths.shortest(known, 6, LATE, 20)) == [[4, 1], [5, 3, 2]]
    assert roots(known, 6, LATE) == (2, 3)


def test_somebody_may_be_come_by_early_and_late() -> None:
    """Only what may be used on the day that a path comes by is a way on from there."""
    said = introductions(
        (2, 4, 0), (3, 4, 2), (4, 5, 3), (4, 6, 1), (5, 7, 4), (6, 7, 5)
    )
    known = ancestors([*alone(2, 3), *said])
    found = paths.shortest(known, 7, LATE, 20)
    assert numbers(found) == [[5, 3, 1], [5, 3, 2], [6, 4, 1]]
    assert paths.count(known, 7, LATE) == 3


def test_a_walk_into_somebody_unread_has_not_ended() -> None:
    """It is no path; the longest such way is shown where there is nothing else."""
    known = ancestors(introductions((2, 3, 1), (3, 4, 2), (9, 4, 1)))
    where = (known, 4, LATE)
    assert not paths.is_complete(*where)
    assert (paths.shortest(*where, 20), paths.count(*where)) == ([], 0)
    assert roots(*where) == ()
    assert numbers([paths.open_end(*where)]) == [[2, 1]]
    assert paths.open_end(known, 9, LATE) == ()
    assert not paths.is_complete(known, 9, LATE)


def test_paths_that_end_are_counted_beside_those_that_do_not() -> None:
    """One root is known, another way is not read to its end."""
    known = ancestors([*alone(2), *introductions((2, 4, 1), (9, 4, 2))])
    assert numbers(paths.shortest(known, 4, LATE, 20)) == [[1]]
    assert paths.count(known, 4, LATE) == 1
    assert numbers([paths.open_end(known, 4, LATE)]) == [[2]]


def test_more_paths_than_could_be_listed_are_counted() -> None:
    """Sixty diamonds one below the other have 2**60 paths; twenty are shown."""
    known = ladder(60)
    assert paths.count(known, 122, LATE) == 2**60
    found = paths.shortest(known, 122, LATE, 20)
    assert [len(path) for path in found] == [60] * 20
    assert found == sorted(set(found), key=in_order)
    assert roots(known, 122, LATE) == (2, 3)


def test_a_chain_of_thousands_is_walked() -> None:
    """Nothing is recursive: five thousand hops are one path."""
    said = [(person, person + 1, 1) for person in range(2, 5_002)]
    known = ancestors([*alone(2), *introductions(*said)])
    found = paths.shortest(known, 5_002, LATE, 20)
    assert numbers(found) == [list(range(5_000, 0, -1))]
    cut = ancestors(introductions(*said))
    assert numbers([paths.open_end(cut, 5_002, LATE)]) == numbers(found)


@given(networks(), UNTIL, st.integers(0, 8))
@settings(deadline=None)
def test_the_shortest_are_the_first_of_all(
    network: Network, until: date, most: int
) -> None:
    """Of all that there are, in order, each once; and as many as are counted."""
    known = ancestors(network.rows)
    for person in network.people:
        every = network.complete(person, until)
        assert paths.shortest(known, person, until, most) == every[:most]
        assert paths.shortest(known, person, until, len(every) + 9) == every
        assert paths.count(known, person, until) == len(every)


@given(networks(), UNTIL)
@settings(deadline=None)
def test_walks_end_where_the_paths_do(network: Network, until: date) -> None:
    """Roots are their ends; one that breaks off makes them incomplete."""
    known = ancestors(network.rows)
    for person in network.people:
        every = network.complete(person, until)
        ends = tuple(sorted({end(path, person) for path in every}))
        broken = [one for one in network.paths(person, until) if one not in every]
        longest = max((len(path) for path in broken), default=0)
        far = [one for one in broken if len(one) == longest]
        first = min(far, key=in_order, default=())
        assert roots(known, person, until) == ends
        assert paths.is_complete(known, person, until) == (not broken)
        assert paths.open_end(known, person, until) == first


@given(networks(), UNTIL)
@settings(deadline=None)
def test_a_path_goes_back_and_meets_nobody_twice(network: Network, until: date) -> None:
    """Each step is dated on or before the one it explains, and leads to its person."""
    known = ancestors(network.rows)
    for person in network.people:
        for path in paths.shortest(known, person, until, 999):
            met = [person, *(link.introducer_id for link in path)]
            days = [until, *(link.day for link in path)]
            assert len(set(met)) == len(met)
            assert days == sorted(days, reverse=True)
            assert [link.person_id for link in path] == met[:-1]


@given(networks(), UNTIL)
@settings(deadline=None)
def test_it_is_enough_to_read_who_is_above(network: Network, until: date) -> None:
    """Somebody's paths are the same whether all is read or only what leads to them."""
    everything = Network(network.links)
    known = ancestors(everything.rows)
    for person in everything.people:
        above = everything.above(person) | {person}
        own = ancestors(row for row in everything.rows if row[0] in above)
        found = paths.shortest(own, person, until, 999)
        assert found == paths.shortest(known, person, until, 999)
        assert paths.is_complete(own, person, until)
