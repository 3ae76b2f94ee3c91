"""Ancestors: which introductions a walk may use, and whose were not read."""

from datetime import date

from hypothesis import given
from tests.network.networks import (
    LATE,
    UNTIL,
    Network,
    alone,
    day,
    introductions,
    networks,
)

from netlog.network.ancestors import UNREAD, Ancestors, Walk, ancestors


def introducers(known: Ancestors, person: int, until: int = 99) -> list[int]:
    """Who made the introductions that a walk may use there, the oldest first."""
    return [link.introducer_id for link in known.usable(person, day(until))]


def test_introductions_may_be_used_up_to_a_day() -> None:
    """On the day itself, too; later ones say nothing about what came before."""
    known = ancestors([*alone(2, 3), *introductions((2, 4, 5), (3, 4, 8))])
    assert introducers(known, 4, until=4) == []
    assert introducers(known, 4, until=5) == [2]
    assert introducers(known, 4, until=8) == [2, 3]


def test_introductions_stand_by_day_and_then_by_number() -> None:
    """Whatever the order of the rows."""
    links = introductions((5, 6, 3), (4, 6, 1), (3, 6, 3), (2, 6, 2))
    assert introducers(ancestors(reversed(links)), 6) == [4, 2, 5, 3]


def test_rows_may_be_plain() -> None:
    """Lists from the database make the same links."""
    link = introductions((2, 3, 1))[0]
    known = ancestors([list(alone(2)[0]), list(link)])
    assert known.usable(3, LATE) == (link,)
    assert known.unread == frozenset()


def test_nobody_is_above_somebody_who_was_met_without_help() -> None:
    """They are known, and no walk goes on from them."""
    known = ancestors(alone(2))
    assert known.usable(2, LATE) == ()
    assert known.usable_count(2, LATE) == 0


def test_an_introducer_without_a_row_is_unread() -> None:
    """Nobody says that they were met without help."""
    known = ancestors(introductions((2, 3, 1), (3, 4, 2)))
    assert known.unread == {2}
    assert known.usable(2, LATE) == ()
    assert known.usable_count(2, LATE) == UNREAD


def test_a_circle_of_two_on_one_day_ends_at_the_one_taken_in_first() -> None:
    """Both introduced the other on one day: the lower id was known before."""
    known = ancestors(introductions((2, 3, 1), (3, 2, 1)))
    assert introducers(known, 3) == [2]
    assert introducers(known, 2) == []


def test_a_circle_ends_at_its_oldest_introduction() -> None:
    """Three in a circle: who made the oldest introduction was there before it."""
    known = ancestors(introductions((2, 3, 7), (3, 4, 1), (4, 2, 4)))
    assert introducers(known, 3) == []
    assert introducers(known, 4) == [3]
    assert introducers(known, 2) == [4]


def test_who_introduces_somebody_was_known_before_they_were_introduced_back() -> None:
    """Two in a circle on two days: the first was not brought by the second."""
    known = ancestors(introductions((2, 3, 1), (3, 2, 2)))
    assert introducers(known, 3) == [2]
    assert introducers(known, 2) == []


def test_an_introduction_from_outside_makes_somebody_known_in_a_circle() -> None:
    """All introductions count for the oldest, not only those of the circle."""
    links = introductions((3, 4, 2), (4, 3, 3), (2, 4, 9), (2, 3, 1))
    known = ancestors([*alone(2), *links])
    assert introducers(known, 3) == [2]
    assert introducers(known, 4) == [3, 2]


def test_outside_of_circles_an_introducer_may_be_known_later() -> None:
    """Somebody known without help can be introduced to me long after they helped."""
    links = introductions((3, 4, 1), (2, 3, 5))
    known = ancestors([*alone(2), *links])
    assert introducers(known, 4) == [3]
    assert introducers(known, 3, until=1) == []
    assert introducers(known, 3, until=5) == [2]


def test_a_walk_comes_by_everybody_whom_it_can_reach_and_nobody_else() -> None:
    """Steps stand by person, introducers first, each with what may be used there."""
    links = introductions((2, 3, 4), (3, 4, 5), (5, 4, 9), (9, 3, 8))
    known = ancestors([*alone(2, 5), *links])
    assert known.walk(4, day(6)) == Walk(4, 1, {3: [(links[0], 0)], 4: [(links[1], 1)]})
    assert list(known.walk(4, day(6)).steps) == [3, 4]
    assert known.walk(4, day(4)) == Walk(4, 0, {})
    assert known.walk(9, day(4)) == Walk(9, UNREAD, {})


def test_a_walk_may_come_by_somebody_early_and_late() -> None:
    """There it can take all the steps of both; none is written down twice."""
    said = introductions(
        (2, 4, 0), (3, 4, 2), (4, 5, 3), (4, 6, 1), (5, 7, 4), (6, 7, 5)
    )
    for links in (said, [*said[:4], *introductions((6, 7, 4), (5, 7, 5))]):
        known = ancestors([*alone(2, 3), *links])
        steps = known.walk(7, LATE).steps
        assert steps[4] == [(said[0], 0), (said[1], 0)]
        assert (steps[5], steps[6]) == ([(said[2], 2)], [(said[3], 1)])


def test_a_walk_says_at_whom_it_ends_and_at_whom_it_breaks_off() -> None:
    """It may end at once, with the person themselves."""
    known = ancestors([*alone(2), *introductions((2, 4, 4), (3, 4, 5))])
    walk = known.walk(4, LATE)
    assert (walk.ends(0), walk.ends(UNREAD)) == ({2}, {3})
    assert known.walk(2, LATE).ends(0) == {2}
    assert known.walk(3, LATE).ends(UNREAD) == {3}


def test_one_walk_after_another_is_not_mistaken_for_it() -> None:
    """What is remembered of the latest walk belongs to that person and day."""
    known = ancestors([*alone(2, 3), *introductions((2, 4, 4), (3, 4, 5))])
    ends = [known.walk(*where).ends(0) for where in ((4, LATE), (4, day(4)), (2, LATE))]
    assert ends == [{2, 3}, {2}, {2}]
    assert known.walk(4, LATE) is known.walk(4, day(5))


@given(networks(), UNTIL)
def test_what_may_be_used_is_what_the_rules_say(network: Network, until: date) -> None:
    """For everybody, on any day, in any network."""
    known = ancestors(network.rows)
    there = {one: list(known.usable(one, until)) for one in network.people}
    assert there == {one: network.usable(one, until) for one in network.people}
    introduced_by = {link.introducer_id for link in network.read}
    assert known.unread == network.unread & introduced_by


@given(networks())
def test_whoever_introduced_has_the_lower_rank(network: Network) -> None:
    """So among the introductions that are kept there is no circle."""
    known = ancestors(network.rows)
    for person, links in known.links.items():
        for link in links:
            assert known.rank.get(link.introducer_id, UNREAD) < known.rank[person]
