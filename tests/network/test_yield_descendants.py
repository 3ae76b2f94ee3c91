"""Descendants: who came to me through somebody."""

from datetime import date

from hypothesis import given, settings, strategies as st
from tests.network.networks import (
    DAY,
    UNTIL,
    Network,
    alone,
    day,
    introductions,
    networks,
)

from netlog.domain.introduction import Link
from netlog.namedtuple import NamedTuple
from netlog.network.yield_ import Descendant, Descendants, descendants


class Way(NamedTuple):
    """How a walk onward stands: with whom, since when."""

    person: int
    since: date


def rounds(network: Network, starts: dict[int, date]) -> list[list[Link]]:
    """The introductions that walks can take as their first step, their second, ...

    Walks go on until one could only go round.
    """
    standing = {Way(*start) for start in starts.items()}
    found: list[list[Link]] = []
    for _ in range(len(network.read) + 1):
        taken = [
            link
            for link in network.read
            if link.person_id not in starts
            and any(
                way.person == link.introducer_id and link.day >= way.since
                for way in standing
            )
        ]
        found.append(sorted(taken, key=lambda link: (link.day, link.introduction)))
        standing = {Way(link.person_id, link.day) for link in taken}
    return found


def by_the_words(network: Network, starts: dict[int, date]) -> Descendants:
    """Everybody who came, by the words of netlog.network.yield_."""
    arrivals: dict[int, Descendant] = {}
    steps = rounds(network, starts)
    every = {link for step in steps for link in step}
    for hops, step in enumerate(steps, 1):
        for link in step:
            person = link.person_id
            earliest = min(one.day for one in every if one.person_id == person)
            arrivals.setdefault(person, Descendant(link, hops, earliest))
    in_order = sorted(every, key=lambda link: (link.day, link.introduction))
    return Descendants(arrivals, tuple(in_order))


def hops(found: Descendants) -> dict[int, int]:
    """How far away everybody is who came."""
    return {person: arrival.hops for person, arrival in found.by_id.items()}


def test_everybody_below_came_through_somebody() -> None:
    """Directly or over several hops; whoever is above or beside did not."""
    links = introductions((2, 3, 1), (3, 4, 2), (4, 5, 3), (3, 6, 3), (9, 5, 1))
    found = descendants([*alone(2, 9), *links], {3: date.min})
    assert found == Descendants(
        {
            4: Descendant(links[1], 1, day(2)),
            6: Descendant(links[3], 1, day(3)),
            5: Descendant(links[2], 2, day(3)),
        },
        (links[1], links[2], links[3]),
    )


def test_nobody_came_through_somebody_who_introduced_nobody() -> None:
    """Known or not."""
    assert descendants(introductions((2, 3, 1)), {3: date.min}) == Descendants({}, ())
    assert descendants([], {3: date.min}) == Descendants({}, ())


def test_what_they_introduced_before_they_came_does_not_count() -> None:
    """On the day itself it does."""
    links = introductions((2, 3, 5), (3, 4, 4), (3, 5, 5))
    assert hops(descendants(links, {2: date.min})) == {3: 1, 5: 2}


def test_they_came_by_the_fewest_hops_and_then_by_the_oldest() -> None:
    """However late that was; the earliest day may be that of a longer way."""
    links = introductions((2, 3, 1), (3, 4, 2), (2, 4, 9), (4, 5, 9), (4, 6, 3))
    found = descendants(links, {2: date.min})
    assert found.by_id[4] == Descendant(links[2], 1, day(2))
    assert found.by_id[5] == Descendant(links[3], 2, day(9))
    assert found.by_id[6] == Descendant(links[4], 3, day(3))
    assert found.links == (links[0], links[1], links[4], links[2], links[3])


def test_of_two_introductions_on_one_day_the_first_entered_is_the_older() -> None:
    """Whatever the order of the rows."""
    links = introductions((2, 3, 1), (2, 4, 1), (4, 5, 3), (3, 5, 3))
    assert descendants(reversed(links), {2: date.min}).by_id[5].link == links[2]


def test_a_circle_ends_where_it_began() -> None:
    """Nobody came through themselves, and nobody comes twice."""
    links = introductions((2, 3, 1), (3, 2, 2), (3, 4, 2), (4, 3, 2))
    found = descendants(links, {2: date.min})
    assert hops(found) == {3: 1, 4: 2}
    assert found.links == (links[0], links[2], links[3])


def test_a_descent_may_begin_on_a_day() -> None:
    """What was introduced before it came of something else."""
    links = introductions((2, 3, 1), (2, 4, 2), (3, 5, 9))
    assert hops(descendants(links, {2: day(2)})) == {4: 1}


def test_several_may_begin_and_none_of_them_comes_again() -> None:
    """Each from a day of their own."""
    links = introductions((2, 3, 1), (3, 4, 1), (3, 5, 4), (2, 6, 9))
    assert hops(descendants(links, {2: DAY, 3: day(3)})) == {5: 1, 6: 1}


def test_a_chain_of_thousands_is_walked_onward() -> None:
    """Nothing is recursive: five thousand hops."""
    said = [(person, person + 1, 1) for person in range(2, 5_002)]
    found = descendants(introductions(*said), {2: date.min})
    assert hops(found) == {person: person - 2 for person in range(3, 5_003)}


@given(networks(), st.lists(UNTIL, min_size=1, max_size=2))
@settings(deadline=None)
def test_who_came_is_what_the_words_say(network: Network, since: list[date]) -> None:
    """For one or two who begin, on any day, in any network."""
    for place, person in enumerate(network.people):
        others = network.people[place:]
        starts = dict(zip(others, since, strict=False))
        found = descendants(network.rows, starts)
        plain = by_the_words(network, starts)
        assert found == plain
        assert list(found.by_id) == list(plain.by_id)
        assert descendants(network.rows, {person: date.min}) == by_the_words(
            network, {person: date.min}
        )
