"""Follow up: whom I met, was introduced to or heard from, and nothing went since."""

from collections.abc import Collection, Iterator
from datetime import date

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.touch import Sent
from netlog.namedtuple import NamedTuple
from netlog.plan.inputs import PlanInputs
from netlog.plan.result import Line
from netlog.plan.slots.lines import Lines, made
from netlog.plan.terms.new import days_ago

MET, WROTE, INTRODUCED, OFFERED = range(4)


class _Event(NamedTuple):
    """What happened with somebody, and asks for something from me.

    It is sent in a touch of a kind: to them, or to whom it was `offered_by`, a handle.
    """

    order: int
    day: date
    entered: int
    text: str
    kind: str
    offered_by: str = ""

    @property
    def place(self) -> tuple[int, int, int]:
        """Where it stands among all: by order, then the latest first."""
        return self.order, -self.day.toordinal(), -self.entered


def fill(inputs: PlanInputs) -> Lines:
    """One line a person: met before introduced, the latest first."""
    waiting = _waiting(inputs)
    in_order = sorted(waiting.items(), key=lambda item: item[1].place)
    size = inputs.context.settings.follow_up
    return made(in_order, lambda item: _line(inputs, *item), size)


def _waiting(inputs: PlanInputs) -> dict[int, _Event]:
    """Of each person the first in order that nothing was sent after."""
    events = [*_met(inputs), *_wrote(inputs), *_introduced(inputs)]
    since = min((event.day for _, event in events), default=inputs.context.today)
    sent = _last_sent(inputs.store, since, {key for key, _ in events})
    booked = _booked(inputs, since)
    waiting: dict[int, _Event] = {}
    for key, event in events:
        if sent.get(key, (date.min, 0)) > (event.day, event.entered):
            continue
        if event.order != MET and booked.get(key, date.min) >= event.day:
            continue
        if event.order == OFFERED and _was_asked(inputs, event):
            continue
        waiting[key] = min(waiting.get(key, event), event, key=lambda each: each.place)
    return waiting


def _last_sent(
    store: Store, since: date, keys: Collection[int]
) -> dict[int, tuple[date, int]]:
    """When something last went to some people since a day, and in which change."""
    last: dict[int, tuple[date, int]] = {}
    for key, day, entered in everything_sent(store, since):
        if key in keys:
            last[key] = max(last.get(key, (date.min, 0)), (day, entered))
    return last


def _booked(inputs: PlanInputs, since: date) -> dict[int, date]:
    """For which day each person is booked, or was, and it is not known how it went."""
    rows = sql.bookings_between(inputs.store, since, date.max)
    return {person.id: booking.day for booking, _, person in rows if booking.is_open}


def _met(inputs: PlanInputs) -> Iterator[tuple[int, _Event]]:
    since = inputs.active.back(inputs.context.settings.met_days)
    for met in sql.met_between(inputs.store, since, inputs.context.today):
        yield met.person_id, _Event(MET, met.day, met.entered, met.kind, "card")


def _wrote(inputs: PlanInputs) -> Iterator[tuple[int, _Event]]:
    since = inputs.active.back(inputs.context.settings.introduced_days)
    for wrote in sql.inbound_between(inputs.store, since, inputs.context.today):
        text = f"got in touch ({wrote.kind})"
        yield wrote.person_id, _Event(WROTE, wrote.day, wrote.entered, text, "message")


def _introduced(inputs: PlanInputs) -> Iterator[tuple[int, _Event]]:
    since = inputs.active.back(inputs.context.settings.introduced_days)
    for new in sql.introduced_between(inputs.store, since, inputs.context.today):
        if new.state == "offered":
            days = inputs.active.days_since(new.day)
            if days < inputs.context.settings.offered_days:
                continue
            text = f"ask {new.introducer} for the mail: named"
            told = (OFFERED, new.day, new.entered, text, "message")
            yield new.person_id, _Event(*told, new.introducer_handle)
        elif new.state == "made":
            text = f"introduced by {new.introducer}"
            told = (INTRODUCED, new.day, new.entered, text, "email")
            yield new.person_id, _Event(*told)


def _was_asked(inputs: PlanInputs, event: _Event) -> bool:
    """Whether there was contact with the introducer since the offer is old."""
    person = sql.person_by_handle(inputs.store, event.offered_by)
    last = person.last_contact if person else None
    days = inputs.context.settings.offered_days
    since = inputs.active.days_since
    return last is not None and since(event.day) - since(last) >= days


def everything_sent(store: Store, since: date) -> Iterator[Sent]:
    """What went to people since a day: touches, gifts, thanks, kept promises."""
    for question in (sql.sent_since, sql.gave_since, sql.thanked_since, sql.kept_since):
        yield from question(store, since)


def _line(inputs: PlanInputs, key: int, event: _Event) -> Line | None:
    person = sql.person(inputs.store, key)
    if person is None or inputs.gates.put_off(person):
        return None
    since = days_ago((inputs.context.today - event.day).days)
    tail = "" if event.order == OFFERED else ", nothing sent since"
    return Line(
        person,
        f"{event.text} {since}{tail}",
        f"netlog log {event.offered_by or person.handle} -k {event.kind}",
        more={"since": event.day},
        short="nothing sent yet" if event.order == INTRODUCED else "",
    )
