"""By whom each came: a forest, in which everybody has one place, and its branches.

Somebody stands under the oldest introduction of them to me, by day and then by number.
Whom I had met in person before that day, or who had introduced somebody to me, was
known without help by then, and stands at the top.  So days never go back on the way
down; only introductions of one day can form a cycle, and it begins with the introducer
of its oldest.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.introduction import Link
from netlog.domain.person import ME_ID
from netlog.namedtuple import NamedTuple

Parents = dict[int, Link]
"""The introduction by which each person came; those at the top have none."""
_BACK = 30
_NEAR = 25


def parents(links: Iterable[Link], met_before: Collection[int] = ()) -> Parents:
    """By which of all the introductions to me that count each person came.

    `met_before` are introductions of people whom I had met in person before.
    """
    oldest: Parents = {}
    began: Parents = {}
    for link in links:
        _keep_older(oldest, link.person_id, link)
        _keep_older(began, link.introducer_id, link)
    came = {
        person: link
        for person, link in oldest.items()
        if link.introduction not in met_before
        and (person not in began or began[person].day >= link.day)
    }
    _open_cycles(came)
    return came


def age(link: Link) -> tuple[object, ...]:
    """What introductions are sorted by, the oldest first."""
    return link.day, link.introduction


def _keep_older(kept: Parents, person: int, link: Link) -> None:
    if person not in kept or age(link) < age(kept[person]):
        kept[person] = link


def _open_cycles(came: Parents) -> None:
    """Put the introducer of the oldest introduction of every cycle at the top."""
    done: set[int] = set()
    for start in list(came):
        way: dict[int, Link] = {}
        person = start
        while person in came and person not in way and person not in done:
            way[person] = came[person]
            person = came[person].introducer_id
        if person in way:
            cycle = list(way.values())[list(way).index(person) :]
            del came[min(cycle, key=age).introducer_id]
        done.update(way)


class Weight(NamedTuple):
    """What a branch led to: outcomes, and people below; None where nobody counted."""

    outcomes: int = 0
    people: int | None = 0


class Child(NamedTuple):
    """Somebody in the tree, and how they came; None for who was met without help.

    `see` is the one under whom they stand instead, where they are only named here.
    """

    person_id: int
    link: Link | None = None
    see: int | None = None


class Below(NamedTuple):
    """Who stands directly below somebody; `whole` is false where more were not read."""

    children: tuple[Child, ...]
    whole: bool = True


class Branches(Protocol):
    """A tree that can be asked branch by branch."""

    def below(self, person_id: int) -> Below:
        """Who stands below somebody, in any order; below me those met without help."""

    def weight(self, person_id: int) -> Weight:
        """What the whole branch of somebody led to."""


class Forest:
    """The branches of a network that was read as a whole.

    `outcomes` says how many each person brought.  Who was met without help stands
    there only if they introduced somebody or brought something, or is in `tops`.
    """

    def __init__(
        self, came: Parents, outcomes: Mapping[int, int], tops: Iterable[int] = ()
    ) -> None:
        children: dict[int, list[Child]] = {}
        for person, link in sorted(came.items(), key=lambda item: age(item[1])):
            children.setdefault(link.introducer_id, []).append(Child(person, link))
        people = children.keys() | outcomes.keys() | set(tops)
        children[ME_ID] = [Child(person) for person in sorted(people - came.keys())]
        self._children = children
        self._outcomes = outcomes
        self._weights = self._weighed()

    def below(self, person_id: int) -> Below:
        """Who stands directly below somebody."""
        return Below(tuple(self._children.get(person_id, ())))

    def weight(self, person_id: int) -> Weight:
        """What the whole branch of somebody led to."""
        return self._weights.get(person_id, Weight())

    def people(self) -> Iterator[Child]:
        """Everybody, those above before those below."""
        ahead = list(self._children[ME_ID])
        for child in ahead:
            yield child
            ahead += self._children.get(child.person_id, ())

    def prune(self, wanted: Callable[[Child], bool]) -> None:
        """Leave only the branches in which somebody is wanted."""
        kept = {ME_ID}
        for child in reversed(list(self.people())):
            if child.person_id in kept or wanted(child):
                kept.add(child.person_id)
                kept.add(child.link.introducer_id if child.link else ME_ID)
        self._children = {
            person: [child for child in children if child.person_id in kept]
            for person, children in self._children.items()
        }
        self._weights = self._weighed()

    def _weighed(self) -> dict[int, Weight]:
        weights: dict[int, Weight] = {}
        for child in (*reversed(list(self.people())), Child(ME_ID)):
            person = child.person_id
            below = [weights[c.person_id] for c in self._children.get(person, ())]
            weights[person] = _joined(self._outcomes.get(person, 0), below)
        return weights


def _joined(own: int, below: Sequence[Weight]) -> Weight:
    outcomes = sum(weight.outcomes for weight in below)
    people = sum(1 + (weight.people or 0) for weight in below)
    return Weight(own + outcomes, people)


class PartialForest:
    """The branches of a large network, of which nobody has counted everything.

    Nothing is read but what may be shown: the ways back from the latest outcomes and
    from those who began to introduce, and then, person by person, the first whom they
    brought.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        back = sql.led_back(store, _BACK)
        came = {link.person_id: link for link in back if link.introduction}
        outcomes = Counter(sql.latest_outcomes(store, _BACK))
        self._forest = Forest(came, outcomes, (link.person_id for link in back))

    def below(self, person_id: int) -> Below:
        """Who stands below somebody: on the ways back, or among the first there."""
        known = self._forest.below(person_id).children
        if person_id == ME_ID:
            return Below(known, whole=False)
        near = sql.brought(self._store, person_id, _NEAR)
        children = dict.fromkeys(
            (*known, *(Child(link.person_id, link) for link in near))
        )
        return Below(tuple(children), whole=len(near) < _NEAR)

    def weight(self, person_id: int) -> Weight:
        """How many of the latest outcomes; people below were not counted."""
        return self._forest.weight(person_id)._replace(people=None)
