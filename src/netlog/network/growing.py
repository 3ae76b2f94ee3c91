"""A tree as it is asked for: the branches that are meant, and who stands in them."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol

from netlog.domain.introduction import Link
from netlog.domain.ledger import Entry
from netlog.domain.person import ME_ID, Named
from netlog.domain.touch import TouchAt
from netlog.network.branches import Branches, Child
from netlog.network.coming import came_by
from netlog.network.glimpse import Glimpse, GlimpseSource
from netlog.network.grove import Grove
from netlog.network.tree import Limits, Node, shown
from netlog.records import NamedTuple
from netlog.trace.source import TraceSource

LARGE = 5_000
"""Introductions above which a tree is not read as a whole, unless it must be."""


class NetworkSource(GlimpseSource, Protocol):
    """What is asked of whoever keeps the facts."""

    def links(self) -> Sequence[Link]:
        """Every introduction of somebody to me that was not dropped."""

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
    """What is told of somebody in a tree; `met` is the first touch in person."""

    person: Named
    outcomes: tuple[Entry, ...] = ()
    met: TouchAt | None = None


def tree(source: NetworkSource, asked: Selection) -> Tree:
    """The part of a network that is asked for."""
    limits = Limits.everybody(asked.depth) if asked.every else Limits(asked.depth)
    branches, quiet = _branches(source, asked)
    return Tree(
        shown(branches, asked.root, limits), quiet if asked.root == ME_ID else None
    )


def _branches(source: NetworkSource, asked: Selection) -> tuple[Branches, int | None]:
    if not (asked.since or asked.led or asked.every) and source.size() > LARGE:
        return Glimpse(source), None
    grove = Grove(came_by(source.links()), source.outcomes_by_person())
    there = {one.person_id for one in grove.people()}
    quiet = source.count_people() - len(there)
    if asked.since:
        met = source.first_met_since(asked.since)
        quiet = len(met - there)
        _prune(grove, asked.since, met)
    if asked.led:
        brought = source.outcomes_by_person()
        grove.prune(lambda one: one.person_id in brought)
    return grove, None if asked.led else quiet


def _prune(grove: Grove, since: date, met: set[int]) -> None:
    """Leave the branches in which somebody came since a day."""

    def came(one: Child) -> bool:
        return one.link.day >= since if one.link else one.person_id in met

    grove.prune(came)


def known(source: TraceSource, trunk: Node) -> dict[int, Known]:
    """What is told of everybody in a tree, by id."""
    return {node.person_id: _known(source, node) for node in walked(trunk)}


def walked(trunk: Node) -> Iterator[Node]:
    """Everybody in a tree, those above before those below."""
    ahead = [trunk]
    for node in ahead:
        yield node
        ahead += node.children


def _known(source: TraceSource, node: Node) -> Known:
    person = source.named(node.person_id)
    if node.person_id == ME_ID:
        return Known(person)
    met = None if node.link else source.first_touch(node.person_id)
    return Known(person, tuple(source.outcomes_of(node.person_id)), met)
