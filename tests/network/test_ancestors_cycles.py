"""Circles: who is in one, and in which order people stand."""

from hypothesis import given
from tests.network.networks import Network, networks

from netlog.network.ancestors import components


def introducers(network: Network) -> dict[int, list[int]]:
    """For each person those who introduced them."""
    return {
        person: [one.introducer_id for one in network.links if one.person_id == person]
        for person in network.people
    }


def test_a_chain_is_numbered_from_its_beginning() -> None:
    """Who introduced comes before who was introduced, and no two are the same."""
    numbers = components({4: [3], 2: [], 3: [2]})
    assert numbers[2] < numbers[3] < numbers[4]


def test_people_in_a_circle_have_one_number() -> None:
    """Three in a circle are one, those above it lower and those below it higher."""
    numbers = components({2: [], 3: [5, 2], 4: [3], 5: [4], 6: [5]})
    assert numbers[2] < numbers[3] == numbers[4] == numbers[5] < numbers[6]


def test_a_circle_of_many_is_found_without_recursion() -> None:
    """Fifty thousand people in one circle."""
    many = 50_000
    circle = {person: [person % many + 1] for person in range(1, many + 1)}
    assert len(set(components(circle).values())) == 1


@given(networks())
def test_two_have_one_number_if_each_leads_to_the_other(network: Network) -> None:
    """Otherwise whoever leads to the other has the lower one."""
    all_read = Network(network.links)
    numbers = components(introducers(all_read))
    above = {person: all_read.above(person) for person in all_read.people}
    for person in all_read.people:
        for upper in above[person] - {person}:
            in_circle = person in above[upper]
            assert (numbers[upper] == numbers[person]) == in_circle
            assert numbers[upper] <= numbers[person]
