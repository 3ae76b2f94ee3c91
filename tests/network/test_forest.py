"""A network read as a whole: everybody once, and what each branch led to."""

from hypothesis import given, strategies as st
from tests.network.networks import Network, introductions, networks

from netlog.domain.person import ME_ID
from netlog.network.forest import Child, Forest, Weight, parents


def below(forest: Forest, person: int) -> list[int]:
    """Everybody in the branch of somebody, nearest first."""
    found: list[int] = []
    ahead = [person]
    for one in ahead:
        children = [child.person_id for child in forest.below(one).children]
        found += children
        ahead += children
    return found


def test_who_stands_below_whom() -> None:
    """Below me those met without help; who only brought something is one of them."""
    said = introductions((2, 3, 1), (3, 4, 2), (2, 5, 2))
    forest = Forest(parents(said), {4: 2, 9: 1})
    assert [child.person_id for child in forest.below(ME_ID).children] == [2, 9]
    assert forest.below(2).children == (Child(3, said[0]), Child(5, said[2]))
    assert [forest.weight(one) for one in (ME_ID, 2, 3, 4, 9)] == [
        Weight(3, 5),
        Weight(2, 3),
        Weight(2, 1),
        Weight(2, 0),
        Weight(1, 0),
    ]


def test_what_is_not_there_weighs_nothing() -> None:
    """Nobody is below, and nothing came."""
    forest = Forest({}, {})
    assert (forest.below(7).children, forest.weight(7)) == ((), Weight(0, 0))


def test_only_branches_with_somebody_wanted_are_left() -> None:
    """With all who stand above them; the sums are those of what is left."""
    said = introductions((2, 3, 1), (3, 4, 2), (2, 5, 2), (6, 7, 1))
    forest = Forest(parents(said), {4: 1})
    forest.prune(lambda one: one.person_id == 4)
    assert below(forest, ME_ID) == [2, 3, 4]
    assert forest.weight(2) == Weight(1, 2)


def standing(network: Network) -> set[int]:
    """Everybody who was brought or brought somebody."""
    came = parents(network.links)
    return came.keys() | {link.introducer_id for link in came.values()}


@given(networks())
def test_everybody_stands_once(network: Network) -> None:
    """Whatever the circles; but for those who introduced only whom others brought."""
    forest = Forest(parents(network.links), {})
    assert sorted(below(forest, ME_ID)) == sorted(standing(network))


@given(networks())
def test_whoever_is_asked_for_stands_once_too(network: Network) -> None:
    """As those of whom it is known that they began something."""
    forest = Forest(parents(network.links), {}, network.people)
    assert sorted(below(forest, ME_ID)) == network.people


@given(networks(), st.dictionaries(st.integers(2, 13), st.integers(1, 3)))
def test_a_branch_weighs_what_is_in_it(
    network: Network, outcomes: dict[int, int]
) -> None:
    """People below, and outcomes of these and of the person."""
    forest = Forest(parents(network.links), outcomes)
    for person in (ME_ID, *network.people):
        there = below(forest, person)
        brought = sum(outcomes.get(one, 0) for one in (person, *there))
        assert forest.weight(person) == Weight(brought, len(there))


@given(networks(), st.sets(st.integers(2, 13)))
def test_pruning_leaves_who_is_wanted_and_whoever_leads_there(
    network: Network, wanted: set[int]
) -> None:
    """Nobody else."""
    came = parents(network.links)
    forest = Forest(came, {})
    forest.prune(lambda one: one.person_id in wanted)
    kept = set()
    for person in wanted & standing(network):
        way = person
        kept.add(way)
        while way in came:
            way = came[way].introducer_id
            kept.add(way)
    assert set(below(forest, ME_ID)) == kept
