"""Follow up: everyone met or introduced lately to whom nothing has gone since."""

from collections.abc import Iterator
from datetime import date, timedelta

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.touch import Sent
from netlog.namedtuple import NamedTuple
from netlog.plan.context import PlanContext
from netlog.plan.gates import Gates
from netlog.plan.result import Line
from netlog.plan.terms.new import days_ago

_LATELY = timedelta(days=7)


class _Event(NamedTuple):
    day: date
    entered: int
    text: str


def fill(context: PlanContext, store: Store, gates: Gates) -> tuple[Line, ...]:
    """One line a person, the most recent meeting first; same day is best."""
    waiting = _unanswered(_events(context, store), store, context.today - _LATELY)
    lines = (_line(context, store, gates, key, waiting[key]) for key in waiting)
    return tuple(line for line in lines if line)


def _events(context: PlanContext, store: Store) -> dict[int, _Event]:
    """The last meeting or introduction of each person, the latest first."""
    since, until = context.today - _LATELY, context.today
    events: dict[int, _Event] = {}
    happened = [
        (met.person_id, _Event(met.day, met.entered, met.kind))
        for met in sql.met_between(store, since, until)
    ] + [
        (new.person_id, _Event(new.day, new.entered, f"introduced by {new.introducer}"))
        for new in sql.introduced_between(store, since, until)
    ]
    for key, event in sorted(happened, key=lambda pair: pair[1][:2]):
        events.pop(key, None)
        events[key] = event
    return dict(reversed(events.items()))


def _unanswered(
    events: dict[int, _Event], store: Store, since: date
) -> dict[int, _Event]:
    """Without those to whom something went on that day or later, entered later."""
    waiting = dict(events)
    for sent in everything_sent(store, since):
        event = events.get(sent.person_id)
        if event and sent.day >= event.day and sent.entered > event.entered:
            waiting.pop(sent.person_id, None)
    return waiting


def everything_sent(store: Store, since: date) -> Iterator[Sent]:
    """What went to people since a day: touches, attempts, gifts, kept promises."""
    for question in (sql.sent_since, sql.gave_since, sql.kept_since):
        yield from question(store, since)


def _line(
    context: PlanContext, store: Store, gates: Gates, key: int, event: _Event
) -> Line | None:
    person = sql.person(store, key)
    if person is None or gates.put_off(person):
        return None
    since = days_ago((context.today - event.day).days)
    return Line(
        person,
        f"{event.text} {since}, nothing sent since",
        f"netlog log {person.handle} -k note",
        more={"since": event.day},
    )
