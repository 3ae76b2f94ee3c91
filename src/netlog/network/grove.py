"""Everybody who came to me and by whom, with what each branch led to."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from netlog.domain.person import ME_ID
from netlog.network.branches import Below, Child, Weight
from netlog.network.coming import Came, age


class Grove:
    """The branches of a network that was read as a whole.

    `outcomes` says how many each person brought.  Who was met without help stands
    there only if they introduced somebody or brought something, or is in `tops`.
    """

    def __init__(
        self, came: Came, outcomes: Mapping[int, int], tops: Iterable[int] = ()
    ) -> None:
        children: dict[int, list[Child]] = {}
        for person, link in sorted(came.items(), key=lambda one: age(one[1])):
            children.setdefault(link.introducer_id, []).append(Child(person, link))
        there = children.keys() | outcomes.keys() | set(tops)
        children[ME_ID] = [Child(one) for one in sorted(there - came.keys())]
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
        for one in ahead:
            yield one
            ahead += self._children.get(one.person_id, ())

    def prune(self, wanted: Callable[[Child], bool]) -> None:
        """Leave only the branches in which somebody is wanted."""
        kept = {ME_ID}
        for one in reversed(list(self.people())):
            if one.person_id in kept or wanted(one):
                kept.add(one.person_id)
                kept.add(one.link.introducer_id if one.link else ME_ID)
        self._children = {
            person: [one for one in children if one.person_id in kept]
            for person, children in self._children.items()
        }
        self._weights = self._weighed()

    def _weighed(self) -> dict[int, Weight]:
        weights: dict[int, Weight] = {}
        for one in (*reversed(list(self.people())), Child(ME_ID)):
            below = self._children.get(one.person_id, ())
            own = self._outcomes.get(one.person_id, 0)
            weights[one.person_id] = _joined(own, [weights[c.person_id] for c in below])
        return weights


def _joined(own: int, below: Sequence[Weight]) -> Weight:
    outcomes = sum(weight.outcomes for weight in below)
    people = sum(1 + (weight.people or 0) for weight in below)
    return Weight(own + outcomes, people)
