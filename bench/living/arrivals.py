"""Who is there from the beginning, and what comes by itself."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from random import Random

from bench.living.actions import Netlog
from bench.living.lives import Group, Life
from bench.living.people import Somebody, writes_this_week
from bench.living.records import YEAR
from bench.living.strangers import Strangers
from bench.living.user import User

_WORKDAYS = 5
_MEETING_DAY = 1
_DAY = timedelta(days=1)
Arrival = Callable[[], object]
"""Something that comes, when it is called."""


class Arrivals:
    """Everybody in a life, and whoever and whatever comes into it."""

    def __init__(self, life: Life, netlog: Netlog, user: User, chance: Random) -> None:
        self.life = life
        self.netlog = netlog
        self.user = user
        self.people = user.people
        self.chance = chance
        self.strangers = Strangers(Random(chance.random()))  # noqa: S311 (chance that is the same everywhere)
        self._projects: list[tuple[Somebody, int]] = []
        for group in life.groups:
            self._begin(group)

    def _begin(self, group: Group) -> None:
        in_touch = round(group.people * (group.in_touch or 0))
        for place, handle in enumerate(self._taken_in(group)):
            somebody = self.people[handle] = _known(group, handle)
            if group.in_touch is not None:
                rate = self.life.manners.client_writes if place < in_touch else 0.0
                somebody.writes = rate
            if group.last_contact:
                self._was_called(somebody, group.last_contact[place])
            if group.project:
                self._projects.append((somebody, group.project))

    def _taken_in(self, group: Group) -> list[str]:
        if group.source == "linkedin":
            connections = self.strangers.linkedin(group.people, self.netlog.today)
            return self.netlog.take_in(connections, known=False)
        if group.source == "phone":
            return self.netlog.take_in(self.strangers.cards(group.people), known=True)
        return [self._typed(group) for _ in range(group.people)]

    def _typed(self, group: Group) -> str:
        return self.netlog.add(
            self.strangers.name(),
            kind=group.kind,
            every=group.every,
            known=True,
            org=self.strangers.organisation(),
            birthday=self.strangers.birthday(),
        )

    def _was_called(self, somebody: Somebody, days: int) -> None:
        day = self.netlog.today - days * _DAY
        self.netlog.log(somebody.handle, "call", day)
        somebody.contacts.append(day)

    def of_week(self, number: int) -> dict[int, list[Arrival]]:
        """What comes in a week, by working day."""
        coming: dict[int, list[Arrival]] = {}
        for weekday, arrival in self._of_week(number):
            coming.setdefault(weekday, []).append(arrival)
        return coming

    def _of_week(self, number: int) -> Iterator[tuple[int, Arrival]]:
        for arrival, rate in (
            (self.introduction, self.life.introductions),
            (self._chance_meeting, self.life.chance_meetings),
            (self._introduces, self.life.introduces),
        ):
            for weekday in range(_WORKDAYS):
                if self.chance.random() * YEAR * _WORKDAYS < rate:
                    yield weekday, arrival
        manners = self.life.manners
        for somebody in self.people.values():
            if writes_this_week(somebody, manners, self.chance):
                weekday = int(self.chance.random() * _WORKDAYS)
                if self.chance.random() < manners.is_logged:
                    yield weekday, partial(self.user.hears, somebody)
        for somebody, weeks in self._projects:
            if number < weeks:
                yield _MEETING_DAY, partial(self.user.meets, somebody)

    def introduction(self, by: Somebody | None = None) -> Somebody | None:
        """Somebody new is introduced, or only named, by somebody the user knows."""
        introducer = by or self._anybody_known()
        if introducer is None:
            return None
        manners = self.life.manners
        is_offered = bool(by) or self.chance.random() < manners.offered
        bring = self.netlog.named if is_offered else self.netlog.introduced
        name, org = self.strangers.name(), self.strangers.organisation()
        somebody = Somebody(
            bring(name, introducer.handle, org=org),
            introducer=introducer,
            is_offered=is_offered,
            came_on=self.netlog.today,
            answers=self.chance.random() >= manners.never_answer,
        )
        self.people[somebody.handle] = somebody
        return somebody

    def named(self) -> None:
        """Whom those named who were asked whom one should meet."""
        for somebody in self.user.named_by:
            self.introduction(somebody)
        self.user.named_by.clear()

    def for_coffee(self) -> Somebody | None:
        """Somebody new with a mail, as there is nobody for the coffee of the week."""
        somebody = self.introduction()
        if somebody:
            self.user.gets_mail_about(somebody)
        return somebody

    def _anybody_known(self) -> Somebody | None:
        everybody = self.people.values()
        known = [s for s in everybody if s.is_friendly and not s.is_resting]
        return known[int(self.chance.random() * len(known))] if known else None

    def _chance_meeting(self) -> None:
        name, org = self.strangers.name(), self.strangers.organisation()
        today = self.netlog.today
        somebody = Somebody(self.netlog.meet(name, org=org), came_on=today)
        somebody.was_seen(today)
        self.people[somebody.handle] = somebody

    def _introduces(self) -> None:
        first, other = self._anybody_known(), self._anybody_known()
        if first and other and first is not other:
            self.netlog.introduce(first.handle, other.handle)


def _known(group: Group, handle: str) -> Somebody:
    return Somebody(
        handle,
        kind=group.kind,
        source=group.source,
        known=group.source != "linkedin",
        every=group.every,
        is_called=group.is_called,
        picks_up=group.picks_up,
        answers=group.picks_up,
        writes=None if group.picks_up else 0.0,
    )
