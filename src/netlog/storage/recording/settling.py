"""Bringing what is derived up to date with what it is derived from."""

from collections.abc import Iterable, Sequence

from netlog.domain.introduction import Way
from netlog.domain.person import Detail, Person
from netlog.domain.standing import Source, derive, values
from netlog.domain.touch import TouchAt
from netlog.storage import sql
from netlog.storage.recorder import Recorder


def settle(recorder: Recorder, people: Iterable[int]) -> None:
    """Write where each of the people stands now, if they are still there."""
    for key in dict.fromkeys(people):
        person = recorder.store.one(sql.PERSON, Person, id=key)
        if person:
            _settle_one(recorder, person)


def _settle_one(recorder: Recorder, person: Person) -> None:
    store, key = recorder.store, person.id
    details = store.ask(sql.DETAILS_OF, Detail, person=key)
    touches = store.ask(sql.TOUCHES_OF, TouchAt, person=key)
    source = Source(
        person.starts_on,
        person.every,
        person.org,
        values(details, "kind"),
        values(details, "tag"),
        touches,
        _met(recorder, store.ask(sql.WAYS_TO, Way, person=key), touches),
    )
    recorder.update("person", key, **derive(source)._asdict())


def _met(
    recorder: Recorder, ways: Sequence[Way], touches: Sequence[TouchAt]
) -> list[Way]:
    """An introduction is met once there is a touch in person on its day or later."""
    seen = [touch.day for touch in touches if touch.in_person and touch.answered]
    last = max(seen, default=None)
    settled = []
    for way in ways:
        met = way.counts and last is not None and last >= way.day
        if met and way.state != "met":
            recorder.update("introduction", way.id, state="met")
        settled.append(way._replace(state="met") if met else way)
    return settled
