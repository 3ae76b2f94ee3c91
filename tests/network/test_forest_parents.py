"""By whom each came: one place for everybody, found again in plain words."""

from hypothesis import given
from tests.network.networks import Network, introductions, networks

from netlog.domain.introduction import Link
from netlog.network.forest import Parents, parents


def by_number(came: Parents) -> dict[int, int]:
    """The number of the introduction by which each came."""
    return {person: link.introduction for person, link in came.items()}


def plainly(links: list[Link], person: int) -> Link | None:
    """The oldest introduction of somebody, unless they introduced others before."""
    own = [one for one in links if one.person_id == person]
    made = [one.day for one in links if one.introducer_id == person]
    oldest = min(own, key=lambda one: (one.day, one.introduction), default=None)
    return oldest if oldest and min(made, default=oldest.day) >= oldest.day else None


def test_the_first_who_introduced_somebody_brought_them() -> None:
    """By day, then by number; later introductions change nothing."""
    said = introductions((2, 4, 3), (3, 4, 1), (5, 4, 1))
    assert by_number(parents(said)) == {4: 2}


def test_who_introduced_somebody_before_was_known_without_help() -> None:
    """On the very day they came by the other: then one led to the other."""
    assert by_number(parents(introductions((3, 4, 1), (2, 3, 2)))) == {4: 1}
    assert by_number(parents(introductions((3, 4, 2), (2, 3, 2)))) == {4: 1, 3: 2}


def test_whom_i_had_met_stands_at_the_top() -> None:
    """By the oldest introduction already; whoever they brought stays below them."""
    said = introductions((2, 3, 1), (4, 3, 2), (3, 5, 3))
    assert by_number(parents(said, {1, 2})) == {5: 3}
    assert by_number(parents(said, {2})) == {3: 1, 5: 3}


def test_a_circle_of_one_day_begins_with_its_oldest_introduction() -> None:
    """Its introducer stands at the top, and the others below."""
    said = introductions((3, 4, 1), (4, 2, 1), (2, 3, 1), (4, 5, 1))
    assert by_number(parents(said)) == {4: 1, 2: 2, 5: 4}


@given(networks())
def test_everybody_stands_where_the_words_say(network: Network) -> None:
    """Outside of circles of one day, which alone are opened."""
    came = parents(network.links)
    for person in network.people:
        meant = plainly(network.links, person)
        opened = meant and person not in came
        assert opened or came.get(person) == meant


@given(networks())
def test_every_way_up_ends_and_days_never_go_back(network: Network) -> None:
    """Whoever stands below somebody came on the same day or later."""
    came = parents(network.links)
    for person in came:
        way = [person]
        while way[-1] in came:
            link = came[way[-1]]
            above = came.get(link.introducer_id)
            assert above is None or above.day <= link.day
            assert link.introducer_id not in way
            way.append(link.introducer_id)
