"""A large network seen in part: what led to the latest outcomes, and what is near.

Nothing is read but what may be shown: the ways back from the latest outcomes and from
those who began to introduce, and then, person by person, the first whom they brought.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from netlog.domain.introduction import Link
from netlog.domain.person import ME_ID
from netlog.network.branches import Below, Child, Weight
from netlog.network.grove import Grove

_BACK = 30
_NEAR = 25


class GlimpseSource(Protocol):
    """What is asked of whoever keeps the facts."""

    def led_back(self, most: int) -> Sequence[tuple[int, Link | None]]:
        """Who brought the latest outcomes or introduced first, and who brought them."""

    def brought(self, person_id: int, most: int) -> Sequence[Link]:
        """By what the first came who came by somebody."""

    def latest_outcomes(self, most: int) -> Sequence[int]:
        """Who brought the latest outcomes, each as often as they did."""


class Glimpse:
    """The branches of a large network, of which nobody has counted everything."""

    def __init__(self, source: GlimpseSource) -> None:
        self._source = source
        back = dict(source.led_back(_BACK))
        came = {person: link for person, link in back.items() if link}
        self._grove = Grove(came, Counter(source.latest_outcomes(_BACK)), back)

    def below(self, person_id: int) -> Below:
        """Who stands below somebody: on the ways back, or among the first there."""
        known = self._grove.below(person_id).children
        if person_id == ME_ID:
            return Below(known, whole=False)
        near = self._source.brought(person_id, _NEAR)
        children = dict.fromkeys((*known, *(Child(one.person_id, one) for one in near)))
        return Below(tuple(children), whole=len(near) < _NEAR)

    def weight(self, person_id: int) -> Weight:
        """How many of the latest outcomes; people below were not counted."""
        return self._grove.weight(person_id)._replace(people=None)
