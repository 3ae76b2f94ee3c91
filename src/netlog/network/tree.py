"""A tree as it is asked for: which branches are meant, and what of them is shown.

Shown is who led to most, as far as a page can hold.  Some are named where they do not
stand: others introduced them to me, too.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from heapq import heappop, heappush
from itertools import islice

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.evidence import Outcome
from netlog.domain.introduction import Link
from netlog.domain.ledger import Entry
from netlog.domain.person import ME_ID, Named
from netlog.domain.touch import TouchAt
from netlog.namedtuple import NamedTuple
from netlog.network.ancestors import Ancestors, ancestors_of_all
from netlog.network.credit import inflow
from netlog.network.forest import (
    Below,
    Branches,
    Child,
    Forest,
    Parents,
    PartialForest,
    Weight,
    parents,
)

LARGE = 5_000
"""Introductions above which a tree is not read as a whole, unless it must be."""
DEPTH = 3
_SHOWN = 40
_WIDTH = 20
_NEAR = 25
_ALL = 2**62
_DEEP = 50
"""As deep as a tree is ever shown."""


class Selection(NamedTuple):
    """Which part of the tree is meant.

    `since` and `led` leave only branches with somebody who came since a day, or who
    brought something; `every` shows all of it as deep as `depth`.
    """

    root: int = ME_ID
    depth: int = DEPTH
    since: date | None = None
    led: bool = False
    every: bool = False


class Limits(NamedTuple):
    """How much is shown: hops from the root, people below one, people in all."""

    depth: int = DEPTH
    width: int = _WIDTH
    people: int = _SHOWN

    @classmethod
    def everybody(cls, depth: int) -> "Limits":
        """Everybody, so many hops from the root."""
        return cls(depth, _ALL, _ALL)


class Node(NamedTuple):
    """Somebody in the part that is shown.

    `more` is how many directly below them are not shown, None where nobody counted.
    `see` is the one under whom they stand instead, where they are only named here.
    """

    person_id: int
    link: Link | None
    weight: Weight
    children: tuple["Node", ...]
    more: int | None
    see: int | None = None

    @property
    def hidden(self) -> int | None:
        """How many in the whole branch are not shown, None where nobody counted."""
        people = self.weight.people
        return None if people is None else people - self.standing

    @property
    def standing(self) -> int:
        """How many stand in the branch as it is shown."""
        return sum(1 + node.standing for node in self.children if node.see is None)


class Tree(NamedTuple):
    """The part of a tree that is shown.

    `quiet` is how many were met without help and brought nobody, None where nobody
    counted them.
    """

    trunk: Node
    quiet: int | None


class TreePerson(NamedTuple):
    """What is told of somebody in a tree; `met` is the first touch in person.

    `before` is whether they were known before netlog; then no touch is the first.
    """

    person: Named
    outcomes: tuple[Entry, ...] = ()
    met: TouchAt | None = None
    before: bool = False


def tree(store: Store, asked: Selection) -> Tree:
    """The part of a network that is asked for."""
    limits = Limits.everybody(asked.depth) if asked.every else Limits(asked.depth)
    branches, quiet = _branches(store, asked)
    return Tree(
        shown(branches, asked.root, limits), quiet if asked.root == ME_ID else None
    )


def _branches(store: Store, asked: Selection) -> tuple[Branches, int | None]:
    whole = asked.since or asked.led or asked.every
    if not whole and sql.count_introductions(store) > LARGE:
        return AlsoNamed(PartialForest(store), _also_near(store, asked.root)), None
    links = sql.links(store)
    came = parents(links, set(sql.met_before(store)))
    led = _led(store, links) if asked.led else []
    introducers = {link.introducer_id for link in led}
    forest = Forest(came, sql.outcomes_by_person(store), introducers)
    people = {child.person_id for child in forest.people()}
    quiet = sql.count_people(store) - len(people)
    if asked.since:
        met = set(sql.first_met_since(store, asked.since))
        quiet = len(met - people)
        _prune(forest, asked.since, met)
    if asked.led:
        brought = sql.outcomes_by_person(store).keys() | introducers
        forest.prune(lambda child: child.person_id in brought)
    besides = led if asked.led else _introduced(store, asked.root)
    also = _also(asked, besides, came, forest)
    return AlsoNamed(forest, also), None if asked.led else quiet


def _led(store: Store, links: Iterable[Link]) -> list[Link]:
    """The introductions by which anything came."""
    outcomes = sql.outcome_starts(store, date.max)
    return walked_back(ancestors_of_all(links), outcomes)


def _also(
    asked: Selection, links: Sequence[Link], came: Parents, forest: Forest
) -> Iterator[Child]:
    """Who is named besides under those who introduced them since a day."""
    left = {child.person_id for child in forest.people()}
    since = asked.since or date.min
    return also_introduced((link for link in links if link.day >= since), came, left)


def _introduced(store: Store, root: int) -> Sequence[Link]:
    """Whom the root introduced."""
    return () if root == ME_ID else sql.introduced(store, root)


def _also_near(store: Store, root: int) -> Iterator[Child]:
    """The first whom the root of a large network introduced, and others before them."""
    for link in _introduced(store, root)[:_NEAR]:
        came = sql.came_of(store, link.person_id)
        if came != link:
            above = came.introducer_id if came else ME_ID
            yield Child(link.person_id, link, above)


def _prune(forest: Forest, since: date, met: set[int]) -> None:
    """Leave the branches in which somebody came since a day."""

    def came(child: Child) -> bool:
        return child.link.day >= since if child.link else child.person_id in met

    forest.prune(came)


class AlsoNamed:
    """A tree in which some are named besides under others who introduced them."""

    def __init__(self, branches: Branches, also: Iterable[Child]) -> None:
        self._branches = branches
        self._also: dict[int, list[Child]] = {}
        for child in also:
            if child.link:
                self._also.setdefault(child.link.introducer_id, []).append(child)

    def below(self, person_id: int) -> Below:
        """Who stands directly below somebody, then who is only named there."""
        below = self._branches.below(person_id)
        also = self._also.get(person_id, ())
        return below._replace(children=(*below.children, *also))

    def weight(self, person_id: int) -> Weight:
        """What the whole branch of somebody led to."""
        return self._branches.weight(person_id)


def also_introduced(
    links: Iterable[Link], came: Parents, left: set[int] | None = None
) -> Iterator[Child]:
    """Whom these introductions name where they do not stand, not even further below.

    `left` is everybody who still stands in the tree; None where all do.
    """
    for link in links:
        person, by = link.person_id, link.introducer_id
        stands = left is None or person in left
        if came.get(person) != link and not (
            stands and by in islice(_above(came, person), _DEEP)
        ):
            above = came.get(person)
            yield Child(person, link, above.introducer_id if above else ME_ID)


def _above(came: Parents, person: int) -> Iterator[int]:
    """Everybody above somebody, the nearest first."""
    while person in came:
        person = came[person].introducer_id
        yield person


def walked_back(known: Ancestors, outcomes: Iterable[Outcome]) -> list[Link]:
    """Every introduction by which any of the outcomes came, as a trace walks back.

    Of a person's introductions a walk uses the oldest ones; so the walk that may use
    most of them uses those of all the others, and nothing else has to flow.
    """
    reach: dict[int, int] = {}
    used: list[Link] = []
    for outcome in outcomes:
        person, until, only = outcome.person_id, outcome.until, outcome.introduction_id
        start = inflow(known, person, until, only)
        if start.link:
            used.append(start.link)
            person, until = start.link.introducer_id, start.link.day
            _widen(reach, person, known.usable_count(person, until))
        else:
            _widen(reach, person, start.usable)
    for person in reversed(known.rank):
        for link in known.links[person][: reach.get(person, 0)]:
            used.append(link)
            introducer = link.introducer_id
            _widen(reach, introducer, known.usable_count(introducer, link.day))
    return list(dict.fromkeys(used))


def _widen(reach: dict[int, int], person: int, usable: int) -> None:
    reach[person] = max(usable, reach.get(person, 0))


def shown(branches: Branches, root: int, limits: Limits) -> Node:
    """The part of a tree below somebody that led to most.

    Whoever led to more outcomes comes first, then whoever led to more people, then
    whoever stands nearer, then whoever came earlier.
    """
    picking = _Picking(branches, root, limits)
    while len(picking.taken) <= limits.people and picking.picks_one():
        pass
    picking.rounds_off()
    return picking.nodes()


class _Growing:
    """Somebody who is shown, while it is not known who of those below will be."""

    def __init__(self, child: Child, level: int) -> None:
        self.child = child
        self.level = level
        self.shown: list[_Growing] = []
        self.below = Below(())


class _Picking:
    """Takes the best of all who stand below somebody taken, again and again."""

    def __init__(self, branches: Branches, root: int, limits: Limits) -> None:
        self.branches = branches
        self.limits = limits
        self.taken: list[_Growing] = []
        self.places: set[Hashable] = set()
        self.ahead: list[tuple[tuple[int, ...], _Growing, Child]] = []
        self._take(_Growing(Child(root), 0))

    def picks_one(self) -> bool:
        """Take the best who is left; False where nobody is."""
        while self.ahead:
            _, above, child = heappop(self.ahead)
            fits = len(above.shown) < self.limits.width
            if fits and _place(child) not in self.places:
                self._show(child, above)
                return True
        return False

    def rounds_off(self) -> None:
        """Show whoever alone is not: to say that one is left out takes as long."""
        for above in self.taken:
            below = above.below
            left = [c for c in below.children if _place(c) not in self.places]
            if len(left) == 1 and below.whole and above.level < self.limits.depth:
                self._show(left[0], above)

    def _show(self, child: Child, above: _Growing) -> None:
        growing = _Growing(child, above.level + 1)
        above.shown.append(growing)
        self._take(growing)

    def _take(self, growing: _Growing) -> None:
        self.taken.append(growing)
        self.places.add(_place(growing.child))
        if growing.child.see is None:
            growing.below = self.branches.below(growing.child.person_id)
        if growing.level < self.limits.depth:
            for child in growing.below.children:
                order = self._order(child, growing.level)
                heappush(self.ahead, (order, growing, child))

    def _order(self, child: Child, level: int) -> tuple[int, ...]:
        """Who comes first has the least; no two have the same."""
        weight = self._weight(child)
        came = child.link.day.toordinal() if child.link else 0
        number = child.link.introduction if child.link else 0
        most = (-weight.outcomes, -(weight.people or 0))
        return *most, level, came, number, child.person_id

    def _weight(self, child: Child) -> Weight:
        """What a branch led to; who is only named here has none."""
        return Weight() if child.see else self.branches.weight(child.person_id)

    def nodes(self) -> Node:
        """What was taken as nodes, made from the ends up."""
        made: dict[Child, Node] = {}
        for growing in reversed(self.taken):
            person, link, see = growing.child
            children = tuple(made[below.child] for below in growing.shown)
            left = len(growing.below.children) - len(children)
            more = left if growing.below.whole else None
            weight = self._weight(growing.child)
            made[growing.child] = Node(person, link, weight, children, more, see)
        return made[self.taken[0].child]


def _place(child: Child) -> Hashable:
    """Everybody has one place, and may be named at others."""
    return child.person_id if child.see is None else child


def tree_people(store: Store, trunk: Node) -> dict[int, TreePerson]:
    """What is told of everybody in a tree, and of those they stand under, by id."""
    told = {
        node.person_id: _tree_person(store, node)
        for node in sorted(nodes_of(trunk), key=lambda node: node.see is None)
    }
    for see in {node.see for node in nodes_of(trunk) if node.see} - told.keys():
        told[see] = TreePerson(sql.named(store, see))
    return told


def nodes_of(trunk: Node) -> Iterator[Node]:
    """Everybody in a tree, those above before those below."""
    ahead = [trunk]
    for node in ahead:
        yield node
        ahead += node.children


def _tree_person(store: Store, node: Node) -> TreePerson:
    person = sql.named(store, node.person_id)
    if node.person_id == ME_ID:
        return TreePerson(person)
    before = not node.link and sql.hand(store, node.person_id).known
    met = None if node.link or before else sql.first_touch(store, node.person_id)
    return TreePerson(
        person, tuple(sql.outcomes_of(store, node.person_id)), met, before
    )
