"""A part of the network as points and lines."""

from contextlib import closing
from datetime import date

from hypothesis import given
from tests.network.networks import Network, day, introductions, networks
from tests.network.said import Said

from netlog.domain.person import ME_ID
from netlog.network.forest import Forest, parents
from netlog.network.graph import Edge, Graph, graph
from netlog.network.tree import Limits, shown


def drawn(network: Network, since: date = date.min, people: int = 99) -> Graph:
    """The graph of a tree from me."""
    forest = Forest(parents(network.links), {})
    trunk = shown(forest, ME_ID, Limits(people=people))
    with closing(Said.of(network).stored()) as store:
        return graph(store, trunk, since)


def test_every_introduction_among_those_shown_is_a_line() -> None:
    """The one by which somebody came, and later ones; from me to those I met."""
    said = introductions((2, 3, 1), (4, 5, 2), (4, 3, 3))
    found = drawn(Network(said))
    assert [node.person_id for node in found.nodes] == [ME_ID, 2, 4, 3, 5]
    assert found.edges == (
        Edge(ME_ID, 2, None),
        Edge(ME_ID, 4, None),
        Edge(2, 3, said[0]),
        Edge(4, 3, said[2]),
        Edge(4, 5, said[1]),
    )


def test_an_older_introduction_is_left_out_unless_somebody_came_by_it() -> None:
    """Since a day: who led to somebody still stands there."""
    said = introductions((2, 3, 1), (4, 5, 1), (4, 3, 2))
    lines = drawn(Network(said), since=day(3)).edges
    assert [line.link for line in lines if line.link] == [said[0], said[1]]


@given(networks())
def test_lines_join_only_who_is_there(network: Network) -> None:
    """And nobody is there twice."""
    found = drawn(network, people=4)
    there = [node.person_id for node in found.nodes]
    assert len(set(there)) == len(there)
    assert all({line.source, line.target} <= set(there) for line in found.edges)
