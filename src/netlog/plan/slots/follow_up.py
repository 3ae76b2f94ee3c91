"""Follow up: whom I met, was introduced to or heard from, and nothing went since."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.touch import Sent
from netlog.namedtuple import NamedTuple
from netlog.plan.inputs import PlanInputs
from netlog.plan.result import Line
from netlog.plan.terms.new import days_ago

MET, WROTE, INTRODUCED, OFFERED = range(4)
_MOST = 100
"""So many lines are made at least, and of so many meetings, the latest."""


_NEVER = (date.min, 0)


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


class FollowUp(NamedTuple):
    """The first lines of the slot, and how many people were not looked at."""

    lines: tuple[Line, ...]
    beyond: int = 0


def fill(inputs: PlanInputs) -> FollowUp:
    """One line a person: met before introduced, the latest first."""
    others = [*_wrote(inputs), *_introduced(inputs)]
    most = max(_MOST, inputs.context.settings.follow_up)
    latest = most
    while True:
        met = list(_met(inputs, latest))
        events = sorted([*met, *others], key=lambda pair: pair[1].place)
        filled = _first_lines(inputs, events, most)
        if len(met) < latest:
            return filled
        if len(filled.lines) >= most:
            before = _met_before(inputs, {key for key, _ in met})
            return filled._replace(beyond=filled.beyond + before)
        latest *= 4


def _first_lines(
    inputs: PlanInputs, events: Sequence[tuple[int, _Event]], most: int
) -> FollowUp:
    """So many lines at most: of each person the first event that still asks."""
    since = min((event.day for _, event in events), default=inputs.context.today)
    last_sent, booked = _LastSent(inputs.store, since), _booked(inputs, since)
    lines: dict[int, Line | None] = {}
    made = 0
    for key, event in events:
        if key in lines:
            continue
        if made >= most:
            left = {key for key, _ in events} - lines.keys()
            return FollowUp(tuple(filter(None, lines.values())), len(left))
        if last_sent.to(key) > (event.day, event.entered):
            continue
        if event.order != MET and booked.get(key, date.min) >= event.day:
            continue
        if event.order == OFFERED and _was_asked(inputs, event):
            continue
        lines[key] = _line(inputs, key, event)
        made += lines[key] is not None
    return FollowUp(tuple(filter(None, lines.values())))


class _LastSent:
    """When something last went to people, and in which change, each asked for once."""

    def __init__(self, store: Store, since: date) -> None:
        self._store, self._since = store, since
        self._last: dict[int, tuple[date, int]] = {}
        self._small: dict[int, tuple[date, int]] = {}
        for key, day, entered in _small_things(store, since):
            self._small[key] = max(self._small.get(key, _NEVER), (day, entered))

    def to(self, person: int) -> tuple[date, int]:
        """When it went to a person, the first day there is where nothing did."""
        if person not in self._last:
            sent = sql.sent_to(self._store, person, self._since)
            touches = ((each.day, each.entered) for each in sent)
            self._last[person] = max(touches, default=_NEVER)
        return max(self._last[person], self._small.get(person, _NEVER))


def _booked(inputs: PlanInputs, since: date) -> dict[int, date]:
    """For which day each person is booked, or was, and it is not known how it went."""
    rows = sql.bookings_between(inputs.store, since, date.max)
    return {person.id: booking.day for booking, _, person in rows if booking.is_open}


def _met(inputs: PlanInputs, most: int) -> Iterator[tuple[int, _Event]]:
    since = inputs.active.back(inputs.context.settings.met_days)
    for met in sql.met_latest(inputs.store, since, inputs.context.today, most):
        yield met.person_id, _Event(MET, met.day, met.entered, met.kind, "card")


def _met_before(inputs: PlanInputs, latest: Collection[int]) -> int:
    """How many people were met, besides some."""
    since = inputs.active.back(inputs.context.settings.met_days)
    people = sql.count_met_between(inputs.store, since, inputs.context.today)
    return people - len(latest)


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
    yield from sql.sent_since(store, since)
    yield from _small_things(store, since)


def _small_things(store: Store, since: date) -> Iterator[Sent]:
    for question in (sql.gave_since, sql.thanked_since, sql.kept_since):
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
