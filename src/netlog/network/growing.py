"""A tree as it is asked for: the branches that are meant, and who stands in them."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol

from netlog.domain.acquaintance import Hand
from netlog.domain.evidence import Outcome
from netlog.domain.introduction import Link
from netlog.domain.ledger import Entry
from netlog.domain.person import ME_ID, Named
from netlog.domain.touch import TouchAt
from netlog.network.beside import Beside, named_besides, walked_back
from netlog.network.branches import Branches, Child
from netlog.network.coming import Came, came_by
from netlog.network.glimpse import Glimpse, GlimpseSource
from netlog.network.grove import Grove
from netlog.network.tree import Limits, Node, shown
from netlog.records import NamedTuple
from netlog.trace.origin import ancestry_of_all
from netlog.trace.source import TraceSource

LARGE = 5_000
"""Introductions above which a tree is not read as a whole, unless it must be."""
_NEAR = 25


class NetworkSource(GlimpseSource, Protocol):
    """What is asked of whoever keeps the facts."""

    def links(self) -> Sequence[Link]:
        """Every introduction of somebody to me that was not dropped."""

    def introduced(self, person_id: int) -> Sequence[Link]:
        """Every introduction to me that somebody made, the oldest first."""

    def came_of(self, person_id: int) -> Link | None:
        """The introduction by which somebody came, None for who was met without."""

    def met_before(self) -> set[int]:
        """The introductions to me of people whom I had met in person before."""

    def outcomes(self) -> Sequence[Outcome]:
        """Everything that was got, the oldest first."""

    def hand(self, person_id: int) -> Hand:
        """Somebody, and whether they were known before netlog."""

    def size(self) -> int:
        """How many introductions there are."""

    def count_people(self) -> int:
        """How many people there are, the user left out."""

    def outcomes_by_person(self) -> dict[int, int]:
        """How many outcomes each person brought."""

    def first_met_since(self, since: date) -> set[int]:
        """Everybody whom I met in person for the first time since a day."""


class Selection(NamedTuple):
    """Which part of the tree is meant.

    `since` and `led` leave only branches with somebody who came since a day, or who
    brought something; `every` shows all of it as deep as `depth`.
    """

    root: int = ME_ID
    depth: int = 3
    since: date | None = None
    led: bool = False
    every: bool = False


class Tree(NamedTuple):
    """The part of a tree that is shown.

    `quiet` is how many were met without help and brought nobody, None where nobody
    counted them.
    """

    trunk: Node
    quiet: int | None


class Known(NamedTuple):
    """What is told of somebody in a tree; `met` is the first touch in person.

    `before` is whether they were known before netlog; then no touch is the first.
    """

    person: Named
    outcomes: tuple[Entry, ...] = ()
    met: TouchAt | None = None
    before: bool = False


def tree(source: NetworkSource, asked: Selection) -> Tree:
    """The part of a network that is asked for."""
    limits = Limits.everybody(asked.depth) if asked.every else Limits(asked.depth)
    branches, quiet = _branches(source, asked)
    return Tree(
        shown(branches, asked.root, limits), quiet if asked.root == ME_ID else None
    )


def _branches(source: NetworkSource, asked: Selection) -> tuple[Branches, int | None]:
    if not (asked.since or asked.led or asked.every) and source.size() > LARGE:
        return Beside(Glimpse(source), _also_near(source, asked.root)), None
    links = source.links()
    came = came_by(links, source.met_before())
    led = walked_back(ancestry_of_all(links), source.outcomes()) if asked.led else []
    by = {link.introducer_id for link in led}
    grove = Grove(came, source.outcomes_by_person(), by)
    there = {one.person_id for one in grove.people()}
    quiet = source.count_people() - len(there)
    if asked.since:
        met = source.first_met_since(asked.since)
        quiet = len(met - there)
        _prune(grove, asked.since, met)
    if asked.led:
        brought = source.outcomes_by_person()
        grove.prune(lambda one: one.person_id in brought or one.person_id in by)
    links = led if asked.led else _by(source, asked.root)
    also = _also(asked, links, came, grove)
    return Beside(grove, also), None if asked.led else quiet


def _also(
    asked: Selection, links: Sequence[Link], came: Came, grove: Grove
) -> Iterator[Child]:
    """Who is named besides under those who introduced them since a day."""
    left = {one.person_id for one in grove.people()}
    since = asked.since or date.min
    return named_besides((one for one in links if one.day >= since), came, left)


def _by(source: NetworkSource, root: int) -> Sequence[Link]:
    """Whom the root introduced."""
    return () if root == ME_ID else source.introduced(root)


def _also_near(source: NetworkSource, root: int) -> Iterator[Child]:
    """The first whom the root of a large network introduced, and others before them."""
    for link in _by(source, root)[:_NEAR]:
        came = source.came_of(link.person_id)
        if came != link:
            above = came.introducer_id if came else ME_ID
            yield Child(link.person_id, link, above)


def _prune(grove: Grove, since: date, met: set[int]) -> None:
    """Leave the branches in which somebody came since a day."""

    def came(one: Child) -> bool:
        return one.link.day >= since if one.link else one.person_id in met

    grove.prune(came)


def known(traces: TraceSource, source: NetworkSource, trunk: Node) -> dict[int, Known]:
    """What is told of everybody in a tree, and of those they stand under, by id."""
    found = {
        node.person_id: _known(traces, source, node)
        for node in sorted(walked(trunk), key=lambda node: node.see is None)
    }
    for see in {node.see for node in walked(trunk) if node.see} - found.keys():
        found[see] = Known(traces.named(see))
    return found


def walked(trunk: Node) -> Iterator[Node]:
    """Everybody in a tree, those above before those below."""
    ahead = [trunk]
    for node in ahead:
        yield node
        ahead += node.children


def _known(traces: TraceSource, source: NetworkSource, node: Node) -> Known:
    person = traces.named(node.person_id)
    if node.person_id == ME_ID:
        return Known(person)
    before = not node.link and source.hand(node.person_id).known
    met = None if node.link or before else traces.first_touch(node.person_id)
    return Known(person, tuple(traces.outcomes_of(node.person_id)), met, before)
