"""Logging a touch, mending it, taking it out."""

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from typing import Any

from netlog.domain.introduction import Introduction, Way
from netlog.domain.kinds import TouchKind
from netlog.domain.names import clean, fold
from netlog.domain.touch import Place, Presence, Touch
from netlog.storage import sql
from netlog.storage.recorder import Recorder
from netlog.storage.recording.settling import settle
from netlog.storage.touches import Touches


class TouchRecord(Touches):
    """Touches, and what can be done to them."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__(recorder.store)
        self.recorder = recorder

    def log(
        self,
        people: Sequence[int],
        kind: TouchKind,
        day: date,
        *,
        place: str = "",
        note: str = "",
        answered: bool = True,
    ) -> Touch:
        """One contact with these people, or an attempt; standings follow."""
        key = self.recorder.insert(
            "touch",
            day=day,
            place_id=self.place(place),
            note=note,
            answered=answered,
            entered=self.recorder.number,
            **facts(kind),
        )
        for person in people:
            self.recorder.insert("presence", touch_id=key, person_id=person)
        self._meet_each_other(people, day, met=kind.in_person and answered)
        settle(self.recorder, people)
        return self.get(key)

    def edit(self, touch: Touch, **fields: Any) -> Touch:
        """Mend a touch where it stands; standings follow."""
        people = self._people_at(touch)
        self._unmeet(touch, people)
        self.recorder.update("touch", touch.id, **fields)
        settle(self.recorder, people)
        return self.get(touch.id)

    def remove(self, touch: Touch) -> None:
        """Take a touch out; standings follow."""
        people = self._people_at(touch)
        self._unmeet(touch, people)
        for presence in self.store.ask(sql.PRESENCES_AT, Presence, touch=touch.id):
            self.recorder.delete("presence", presence.id)
        self.recorder.delete("touch", touch.id)
        settle(self.recorder, people)

    def place(self, name: str) -> int | None:
        """The key of a place, made when it is first named; None without a name."""
        if not clean(name):
            return None
        place = self.store.one(sql.PLACE_BY_NAME, Place, folded=fold(name))
        if place:
            return place.id
        return self.recorder.insert("place", name=clean(name), folded=fold(name))

    def _people_at(self, touch: Touch) -> list[int]:
        return [person.id for person in self.company(touch.id)]

    def _meet_each_other(self, people: Sequence[int], day: date, *, met: bool) -> None:
        """Two at one table who were introduced to each other have now met."""
        for a, b in combinations(sorted(people), 2) if met else ():
            for intro in self.store.ask(
                sql.INTRODUCTIONS_OF_PAIR, Introduction, a=a, b=b
            ):
                if intro.state in {"offered", "made"} and intro.day <= day:
                    self.recorder.update("introduction", intro.id, state="met")

    def _unmeet(self, touch: Touch, people: Sequence[int]) -> None:
        """What this touch may have made met is made again; settling decides."""
        if not (touch.in_person and touch.answered):
            return
        for person in people:
            for way in self.store.ask(sql.WAYS_TO, Way, person=person):
                if way.state == "met" and way.day <= touch.day:
                    self.recorder.update("introduction", way.id, state="made")


def facts(kind: TouchKind) -> dict[str, Any]:
    """A kind and its two facts, as columns."""
    return {"kind": kind.name, "in_person": kind.in_person, "sit_down": kind.sit_down}
