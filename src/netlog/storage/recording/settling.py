"""Bringing what is derived up to date with what it is derived from."""

from collections.abc import Iterable, Sequence
from datetime import date

from netlog.domain.introduction import Introduction, Way, settled_state
from netlog.domain.person import ME_ID, Detail, Person
from netlog.domain.standing import Source, derive, values
from netlog.domain.touch import TouchAt
from netlog.storage import sql
from netlog.storage.recorder import Recorder


def settle(recorder: Recorder, people: Iterable[int]) -> None:
    """Write where each of the people stands now, if they are still there."""
    for key in dict.fromkeys(people):
        person = recorder.store.one(sql.PERSON, Person, id=key)
        if person and key != ME_ID:
            _settle_one(recorder, person)


def settle_thanks(
    recorder: Recorder, people: Iterable[int], since: date = date.min
) -> None:
    """Who waits to be thanked for what came from the people since a day.

    Most people have brought nothing yet: then one question is all.
    """
    for key in dict.fromkeys(people):
        rows = recorder.store.rows(sql.OUTCOMES_SINCE, person=key, since=since)
        _settle_thanks_for(recorder, [row[0] for row in rows])


def settle_thanks_below(recorder: Recorder, key: int) -> None:
    """Who waits to be thanked for what came from anybody who came through somebody."""
    rows = recorder.store.rows(sql.OUTCOMES_BELOW, person=key)
    _settle_thanks_for(recorder, [row[0] for row in rows])


def _settle_thanks_for(recorder: Recorder, entries: list[int]) -> None:
    if entries:
        from netlog.storage.recording.thanking import thank_anew

        thank_anew(recorder, entries)


def _settle_one(recorder: Recorder, person: Person) -> None:
    store, key = recorder.store, person.id
    details = store.ask(sql.DETAILS_OF, Detail, person=key)
    touches = store.ask(sql.TOUCHES_OF, TouchAt, person=key)
    _settle_introductions(recorder, key, touches)
    source = Source(
        person.starts_on,
        person.every,
        person.org,
        values(details, "kind"),
        values(details, "tag"),
        touches,
        store.ask(sql.WAYS_TO, Way, person=key),
    )
    recorder.update("person", key, **derive(source)._asdict())


def _settle_introductions(
    recorder: Recorder, key: int, touches: Sequence[TouchAt]
) -> None:
    """An introduction is met once the two were together on its day or later."""
    for one in recorder.store.ask(sql.INTRODUCTIONS_OF, Introduction, person=key):
        last = (
            _last_seen(touches)
            if one.a_id == ME_ID
            else _last_together(recorder, one.a_id, one.b_id)
        )
        state = settled_state(one.said, one.day, last)
        if state != one.state:
            recorder.update("introduction", one.id, state=state)


def _last_seen(touches: Sequence[TouchAt]) -> date | None:
    seen = (touch.day for touch in touches if touch.in_person and touch.answered)
    return max(seen, default=None)


def _last_together(recorder: Recorder, a: int, b: int) -> date | None:
    (day,) = next(recorder.store.rows(sql.LAST_TOGETHER, a=a, b=b))
    found: date | None = day
    return found
