"""What is written down of each week while a life is lived."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from bench.living.actions import Netlog
from bench.living.cadences import default_cadence, silence
from bench.living.lives import Life
from bench.living.page import CANDIDATE, Page, place_in_new
from bench.living.people import Somebody
from bench.living.records import Silence, Week

_QUARTER = 13
_LATELY = timedelta(days=14)
_DAY = timedelta(days=1)


class Witness:
    """Looks on and changes nothing; `before` are those who wait at an absence."""

    def __init__(
        self, life: Life, netlog: Netlog, people: Mapping[str, Somebody]
    ) -> None:
        self.life = life
        self.netlog = netlog
        self.people = people
        self.before: tuple[str, ...] = ()
        self._candidates: tuple[str, ...] = ()

    def sees(self, record: Week, page: Page) -> Week:
        """The first page of a week."""
        absence, number = self.life.absence, record.number
        asked: list[str] = []
        if number % _QUARTER == _QUARTER - 1:
            record = record._replace(unreached=tuple(self._unreached(record.monday)))
            asked += record.unreached
        if absence and number == absence.first - 1:
            self._candidates = self._could_be_picked(page)
        if absence and number == absence.back:
            asked += self.before
        stood, text = page.handles(), page.text()
        return record._replace(
            stood=stood,
            waiting=page.waiting,
            rows=len(text),
            text=tuple(text),
            opening=page.opening,
            places=place_in_new(page, self.netlog, asked) if asked else {},
            is_stranger_first=self._is_stranger_first(stood.get("new", ()), page),
        )

    def leaves(self, monday: date) -> None:
        """An absence begins."""
        self.before = tuple(dict.fromkeys(self._waiting(monday)))

    def ends(self, record: Week, minutes: int) -> Week:
        """What a week came to by its Sunday."""
        everybody, monday = self.people.values(), record.monday
        touched = (s for s in everybody if s.touched_on and s.touched_on >= monday)
        sat = (s for s in everybody if s.first_coffee and s.first_coffee >= monday)
        return record._replace(
            touched=frozenset(somebody.handle for somebody in touched),
            silences=tuple(self._silences(monday + 6 * _DAY)),
            coffees=tuple(somebody.handle for somebody in sat if not somebody.known),
            minutes=minutes,
        )

    def _silences(self, sunday: date) -> Iterator[Silence]:
        everybody = self.people.values()
        default = default_cadence(everybody)
        for somebody in everybody:
            if somebody.is_resting or not (somebody.known or somebody.is_met):
                continue
            cadences = silence(somebody, self.life.begins, sunday, default)
            if cadences > 1:
                yield Silence(somebody.handle, cadences, somebody.kind == "client")

    def _unreached(self, monday: date) -> Iterator[str]:
        """Introductions to me of two weeks ago and more of which nothing came yet."""
        for somebody in self.people.values():
            came = somebody.came_on
            is_older = somebody.introducer and came and came <= monday - _LATELY
            is_reached = somebody.touched_on or somebody.is_heard or somebody.is_met
            if is_older and not (is_reached or somebody.is_dropped):
                yield somebody.handle

    def _could_be_picked(self, page: Page) -> tuple[str, ...]:
        """Everybody connected who is a candidate of new."""
        everybody = self.people.values()
        could = [s.handle for s in everybody if s.could_come and not s.booked_for]
        places = place_in_new(page, self.netlog, could)
        return tuple(handle for handle in could if places[handle] == CANDIDATE)

    def _waiting(self, monday: date) -> Iterator[str]:
        """Who waits as an absence begins.

        Candidates with whom nothing was done in the last week, and people met in the
        last two weeks to whom nothing has gone.
        """
        for handle in self._candidates:
            touched = self.people[handle].touched_on or date.min
            if touched < monday - 7 * _DAY:
                yield handle
        for somebody in self.people.values():
            seen = somebody.seen_on or date.min
            if seen >= monday - _LATELY and (somebody.written_on or date.min) < seen:
                yield somebody.handle

    def _is_stranger_first(self, pick: tuple[str, ...], page: Page) -> bool:
        """Whether a stranger is the pick while somebody connected could be."""
        people = (self.people[handle] for handle in pick)
        if not any(s.is_new and not s.is_connected for s in people):
            return False
        return bool(self._could_be_picked(page))
