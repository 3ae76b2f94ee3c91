"""People named where they do not stand: others introduced them to me, too."""

from collections.abc import Iterable, Iterator
from itertools import islice

from netlog.domain.evidence import Outcome
from netlog.domain.introduction import Link
from netlog.domain.person import ME_ID
from netlog.network.branches import Below, Branches, Child, Weight
from netlog.network.coming import Came
from netlog.trace.ancestry import Ancestry

_DEEP = 50
"""As deep as a tree is ever shown."""


class Beside:
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


def named_besides(
    links: Iterable[Link], came: Came, left: set[int] | None = None
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


def _above(came: Came, person: int) -> Iterator[int]:
    """Everybody above somebody, the nearest first."""
    while person in came:
        person = came[person].introducer_id
        yield person


def walked_back(known: Ancestry, outcomes: Iterable[Outcome]) -> list[Link]:
    """Every introduction by which any of the outcomes came, as a trace walks back.

    Of a person's introductions a walk uses the oldest ones; so the walk that may use
    most of them uses those of all the others.
    """
    reach: dict[int, int] = {}
    found = []
    for one in outcomes:
        person, until = one.person_id, one.until
        if one.introduction_id is None:
            _widen(reach, person, known.usable_count(person, until))
            continue
        for link in known.usable(person, until):
            if link.introduction == one.introduction_id:
                found.append(link)
                by = link.introducer_id
                _widen(reach, by, known.usable_count(by, link.day))
    for person in reversed(known.rank):
        for link in known.links[person][: reach.get(person, 0)]:
            found.append(link)
            by = link.introducer_id
            _widen(reach, by, known.usable_count(by, link.day))
    return list(dict.fromkeys(found))


def _widen(reach: dict[int, int], person: int, usable: int) -> None:
    reach[person] = max(usable, reach.get(person, 0))
