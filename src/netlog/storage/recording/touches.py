"""Logging a touch, mending it, taking it out."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from netlog.domain.kinds import TouchKind
from netlog.domain.names import clean, fold
from netlog.domain.touch import Place, Presence, Touch
from netlog.storage import sql
from netlog.storage.recorder import Recorder
from netlog.storage.recording.settling import settle, settle_thanks
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
        self._settle(people, day)
        return self.get(key)

    def edit(self, touch: Touch, **fields: Any) -> Touch:
        """Mend a touch where it stands; standings follow."""
        people = self._people_at(touch)
        self.recorder.update("touch", touch.id, **fields)
        self._settle(people, min(touch.day, fields.get("day", touch.day)))
        return self.get(touch.id)

    def remove(self, touch: Touch) -> None:
        """Take a touch out; standings follow."""
        from netlog.storage.recording.ledger import let_go_of_touch

        people = self._people_at(touch)
        for presence in self.store.ask(sql.PRESENCES_AT, Presence, touch=touch.id):
            self.recorder.delete("presence", presence.id)
        let_go_of_touch(self.recorder, touch.id)
        self.recorder.delete("touch", touch.id)
        self._settle(people, touch.day)

    def _settle(self, people: Sequence[int], since: date) -> None:
        settle(self.recorder, people)
        settle_thanks(self.recorder, people, since)

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


def facts(kind: TouchKind) -> dict[str, Any]:
    """A kind and its two facts, as columns."""
    return {"kind": kind.name, "in_person": kind.in_person, "sit_down": kind.sit_down}
