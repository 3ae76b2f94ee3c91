"""Which part of a tree is shown: who led to most, as far as a page can hold."""

from collections.abc import Hashable
from heapq import heappop, heappush

from netlog.domain.introduction import Link
from netlog.network.branches import Below, Branches, Child, Weight
from netlog.records import NamedTuple

DEPTH = 3
SHOWN = 40
WIDTH = 20
_ALL = 2**62


class Limits(NamedTuple):
    """How much is shown: hops from the root, people below one, people in all."""

    depth: int = DEPTH
    width: int = WIDTH
    people: int = SHOWN

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
        return sum(1 + one.standing for one in self.children if one.see is None)


def shown(branches: Branches, root: int, limits: Limits) -> Node:
    """The part of a tree below somebody that led to most.

    Whoever led to more outcomes comes first, then whoever led to more people, then
    whoever stands nearer, then whoever came earlier.
    """
    picking = _Picking(branches, root, limits)
    while len(picking.taken) <= limits.people and picking.picks_one():
        pass
    picking.rounds_off()
    return picking.grown()


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
        self.there: set[Hashable] = set()
        self.ahead: list[tuple[tuple[int, ...], _Growing, Child]] = []
        self._take(_Growing(Child(root), 0))

    def picks_one(self) -> bool:
        """Take the best who is left; False where nobody is."""
        while self.ahead:
            _, above, child = heappop(self.ahead)
            fits = len(above.shown) < self.limits.width
            if fits and _place(child) not in self.there:
                self._show(child, above)
                return True
        return False

    def rounds_off(self) -> None:
        """Show whoever alone is not: to say that one is left out takes as long."""
        for one in self.taken:
            left = [c for c in one.below.children if _place(c) not in self.there]
            if len(left) == 1 and one.below.whole and one.level < self.limits.depth:
                self._show(left[0], one)

    def _show(self, child: Child, above: _Growing) -> None:
        one = _Growing(child, above.level + 1)
        above.shown.append(one)
        self._take(one)

    def _take(self, one: _Growing) -> None:
        self.taken.append(one)
        self.there.add(_place(one.child))
        if one.child.see is None:
            one.below = self.branches.below(one.child.person_id)
        if one.level < self.limits.depth:
            for child in one.below.children:
                heappush(self.ahead, (self._rank(child, one.level), one, child))

    def _rank(self, child: Child, level: int) -> tuple[int, ...]:
        """Who comes first has the least; no two have the same."""
        weight = self._weight(child)
        came = child.link.day.toordinal() if child.link else 0
        number = child.link.introduction if child.link else 0
        most = (-weight.outcomes, -(weight.people or 0))
        return *most, level, came, number, child.person_id

    def _weight(self, child: Child) -> Weight:
        """What a branch led to; who is only named here has none."""
        return Weight() if child.see else self.branches.weight(child.person_id)

    def grown(self) -> Node:
        """What was taken as nodes, made from the ends up."""
        made: dict[Child, Node] = {}
        for one in reversed(self.taken):
            person, link, see = one.child
            children = tuple(made[below.child] for below in one.shown)
            left = len(one.below.children) - len(children)
            more = left if one.below.whole else None
            weight = self._weight(one.child)
            made[one.child] = Node(person, link, weight, children, more, see)
        return made[self.taken[0].child]


def _place(child: Child) -> Hashable:
    """Everybody has one place, and may be named at others."""
    return child.person_id if child.see is None else child
