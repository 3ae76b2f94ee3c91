"""A part of the network as points and lines, for programs that draw."""

from collections.abc import Callable, Iterable
from datetime import date

from netlog.domain.introduction import Link
from netlog.network.coming import age
from netlog.network.growing import walked
from netlog.network.tree import Node
from netlog.records import NamedTuple


class Line(NamedTuple):
    """From whom to whom; `link` is None for somebody met without help."""

    source: int
    target: int
    link: Link | None


class Graph(NamedTuple):
    """Everybody in the part, and how they came and were introduced."""

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]


def graph(trunk: Node, since: date, ways_of: Callable[[int], Iterable[Link]]) -> Graph:
    """A tree with every other introduction since a day among those who stand in it.

    `ways_of` gives all introductions of somebody to me that count.
    """
    stand = sorted(walked(trunk), key=lambda node: node.see is not None)
    named = {node.person_id: node for node in reversed(stand)}
    there = dict.fromkeys(node.person_id for node in walked(trunk))
    nodes = tuple(named[person] for person in there)
    met = [
        Line(trunk.person_id, child.person_id, None)
        for child in trunk.children
        if child.link is None
    ]
    ways = [
        Line(way.introducer_id, node.person_id, way)
        for node in nodes
        for way in sorted(ways_of(node.person_id), key=age)
        if way.introducer_id in there and (way == node.link or way.day >= since)
    ]
    return Graph(nodes, (*met, *ways))
