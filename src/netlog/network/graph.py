"""A part of the network as points and lines, for programs that draw."""

from datetime import date

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.introduction import Link
from netlog.namedtuple import NamedTuple
from netlog.network.forest import age
from netlog.network.tree import Node, nodes_of


class Edge(NamedTuple):
    """From whom to whom; `link` is None for somebody met without help."""

    source: int
    target: int
    link: Link | None


class Graph(NamedTuple):
    """Everybody in the part, and how they came and were introduced."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def graph(store: Store, trunk: Node, since: date) -> Graph:
    """A tree with every other introduction since a day among those who stand in it."""
    standing_first = sorted(nodes_of(trunk), key=lambda node: node.see is not None)
    by_person = {node.person_id: node for node in reversed(standing_first)}
    people = dict.fromkeys(node.person_id for node in nodes_of(trunk))
    nodes = tuple(by_person[person] for person in people)
    met = [
        Edge(trunk.person_id, child.person_id, None)
        for child in trunk.children
        if child.link is None
    ]
    introduced = [
        Edge(link.introducer_id, node.person_id, link)
        for node in nodes
        for link in sorted(sql.ways_of(store, node.person_id), key=age)
        if link.introducer_id in people and (link == node.link or link.day >= since)
    ]
    return Graph(nodes, (*met, *introduced))
