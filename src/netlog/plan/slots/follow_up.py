"""Follow up: everyone met or introduced lately to whom nothing has gone since."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from netlog.plan.frame import Frame
from netlog.plan.gates import Gates
from netlog.plan.result import Line
from netlog.plan.terms.freshness import ago
from netlog.records import NamedTuple

if TYPE_CHECKING:
    from netlog.plan.source import PlanSource

_LATELY = timedelta(days=7)


class _Event(NamedTuple):
    day: date
    entered: int
    text: str


def fill(frame: Frame, source: "PlanSource", gates: Gates) -> tuple[Line, ...]:
    """One line a person, the most recent meeting first; same day is best."""
    waiting = _unanswered(_events(frame, source), source, frame.today - _LATELY)
    lines = (_line(frame, source, gates, key, waiting[key]) for key in waiting)
    return tuple(line for line in lines if line)


def _events(frame: Frame, source: "PlanSource") -> dict[int, _Event]:
    """The last meeting or introduction of each person, the latest first."""
    since, until = frame.today - _LATELY, frame.today
    events: dict[int, _Event] = {}
    happened = [
        (met.person_id, _Event(met.day, met.entered, met.kind))
        for met in source.met(since, until)
    ] + [
        (one.person_id, _Event(one.day, one.entered, f"introduced by {one.introducer}"))
        for one in source.introduced(since, until)
    ]
    for key, event in sorted(happened, key=lambda pair: pair[1][:2]):
        events.pop(key, None)
        events[key] = event
    return dict(reversed(events.items()))


def _unanswered(
    events: dict[int, _Event], source: "PlanSource", since: date
) -> dict[int, _Event]:
    """Without those to whom something went on that day or later, entered later."""
    waiting = dict(events)
    for sent in source.sent(since):
        event = events.get(sent.person_id)
        if event and sent.day >= event.day and sent.entered > event.entered:
            waiting.pop(sent.person_id, None)
    return waiting


def _line(
    frame: Frame, source: "PlanSource", gates: Gates, key: int, event: _Event
) -> Line | None:
    person = source.person(key)
    if person is None or gates.general(person) in {"resting", "snoozed", "skipped"}:
        return None
    return Line(
        person,
        f"{event.text} {ago((frame.today - event.day).days)}, nothing sent since",
        f"netlog log {person.handle} -k note",
        more={"since": event.day},
    )
