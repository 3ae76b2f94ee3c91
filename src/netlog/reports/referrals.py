"""Introductions to me: by whom, who moved first, how often tried, what came."""

from collections.abc import Iterable
from datetime import date

from netlog.domain.evidence import Referral, Tried
from netlog.records import NamedTuple
from netlog.reports.origins import Origins
from netlog.reports.period import Period
from netlog.reports.tally import Case

Touches = dict[int, list[Tried]]


class Referred(NamedTuple):
    """One introduction that was made, and what it came to.

    `bought` is whether the introducer had bought by its day; `called` whether what
    came of it began with a call of theirs; `tries` are touches without an answer
    before the first answered one.
    """

    person_id: int
    day: date
    bought: bool
    inbound: bool
    called: bool
    tries: int
    came: date | None

    @property
    def case(self) -> Case:
        """The introduction as something to count."""
        return Case(self.day, self.came)

    @property
    def they_first(self) -> bool:
        """Whether they moved first."""
        return self.inbound or self.called


def referred(
    referrals: Iterable[Referral],
    tried: Iterable[Tried],
    origins: Origins,
    period: Period,
) -> list[Referred]:
    """The introductions of a period, the oldest first.

    One that was only offered is none yet; one that was dropped came to nothing.
    """
    touches: Touches = {}
    for one in tried:
        touches.setdefault(one.person_id, []).append(one)
    return [
        _referred(one, origins, touches)
        for one in referrals
        if period.holds(one.way.day) and one.way.state != "offered"
    ]


def _referred(one: Referral, origins: Origins, touches: Touches) -> Referred:
    way = one.way
    return Referred(
        one.person_id,
        way.day,
        way.client,
        one.inbound,
        origins.they_called(way.id, way.day),
        _tries(touches.get(one.person_id, ()), way.day),
        origins.first_by(way.id, way.day),
    )


def _tries(touches: Iterable[Tried], since: date) -> int:
    """How many were not answered before the first that was, from a day on."""
    tries = 0
    for touch in touches:
        if touch.day >= since:
            if touch.answered:
                break
            tries += 1
    return tries
