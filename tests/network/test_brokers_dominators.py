"""What goes if one person goes, held against taking them out of every way."""

from collections import Counter

from hypothesis import given
from tests.network.networks import LATE, Network, introductions
from tests.network.starts import Came, known, on, things

from netlog.network.ancestors import ancestors
from netlog.network.brokers import Dominators
from netlog.network.credit import Inflow


def gone(network: Network, *came: Came) -> Counter[int]:
    """How much goes with each."""
    there = known(network)
    return Dominators(there).gone((one.start(there), one.cents) for one in came)


def test_a_chain_goes_with_each_of_its_links() -> None:
    """Nobody on it can be spared."""
    chain = Network(introductions((2, 3, 1), (3, 4, 2)))
    assert gone(chain, Came(4, LATE, 5, None)) == {4: 5, 3: 5, 2: 5}


def test_either_side_of_a_diamond_can_be_spared() -> None:
    """But neither of its ends."""
    diamond = Network(introductions((2, 3, 1), (2, 4, 1), (3, 5, 2), (4, 5, 3)))
    assert gone(diamond, Came(5, LATE, 7, None)) == {5: 7, 2: 7}


def test_an_introduction_of_later_is_no_other_way() -> None:
    """What came before it came by the first alone."""
    said = introductions((2, 4, 1), (3, 4, 5))
    network = Network(said)
    assert gone(network, Came(4, said[0].day, 1, None)) == {4: 1, 2: 1}
    assert gone(network, Came(4, LATE, 1, None)) == {4: 1}


def test_two_who_stand_there_on_other_days_are_one() -> None:
    """3 is on both ways, with more introductions on the second than on the first."""
    said = introductions(
        (2, 3, 1), (3, 5, 2), (4, 3, 3), (3, 6, 4), (5, 7, 5), (6, 7, 5)
    )
    assert gone(Network(said), Came(7, LATE, 1, None)) == {7: 1, 3: 1}


def test_who_is_on_all_ways_stays_so_one_hop_further() -> None:
    """8 and 3 are on both ways to 7, on other days; and so they are on those to 10."""
    said = introductions(
        *((2, 3, 1), (3, 8, 2), (4, 3, 3), (3, 9, 3), (8, 5, 3), (9, 8, 4)),
        *((8, 6, 5), (5, 7, 6), (6, 7, 6), (7, 10, 7), (8, 10, 7)),
    )
    assert gone(Network(said), Came(10, LATE, 1, None)) == {10: 1, 8: 1, 3: 1}


def test_what_nobody_helped_with_goes_with_nobody() -> None:
    """Who is in no introduction is not looked at."""
    assert Dominators(ancestors([])).gone([(Inflow(7, 0), 1)]) == Counter()


@given(things())
def test_what_goes_is_what_has_no_way_without_them(
    drawn: tuple[Network, list[Came]],
) -> None:
    """Every way of every thing, with each person taken out in turn."""
    network, came = drawn
    plainly: Counter[int] = Counter()
    for person in network.people:
        for one in came:
            if all(person in on(way, one.person) for way in one.ways(network)):
                plainly[person] += one.cents
    assert +gone(network, *came) == +plainly
