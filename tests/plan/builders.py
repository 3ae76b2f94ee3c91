"""People, facts and small networks for the tests of the plan, told in few words."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

import pytest

from netlog.db import sql
from netlog.db.in_memory import in_memory
from netlog.db.store import Store
from netlog.domain.details import keyed
from netlog.domain.introduction import Way
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.ledger import Entry
from netlog.domain.person import ME_ID, Detail, Newcomer, Person, Standing
from netlog.domain.pins import Skip, ToPin
from netlog.domain.promise import Promise
from netlog.domain.settings import Settings
from netlog.domain.touch import Contact, Touch
from netlog.domain.weeks import Week, week_of
from netlog.plan.active import ActiveTime, active_time
from netlog.plan.cadence import cadences_for
from netlog.plan.context import PlanContext, context_for
from netlog.plan.facts import PersonFacts
from netlog.plan.gates import Gates
from netlog.plan.inputs import PlanInputs, inputs_for
from netlog.plan.result import Line, Plan
from netlog.plan.score import Term
from netlog.plan.week import pinned_plan, plan_for
from netlog.repository import (
    bookings,
    finding,
    introductions,
    ledger,
    people,
    plan,
    promises,
    touches,
)
from netlog.repository.change import OpenChange, changing
from netlog.repository.dealing import dealt
from netlog.repository.plan import pin
from netlog.repository.undo import undo

MONDAY = date(2025, 6, 2)
"""The day on which the tests of the plan stand: 2025-W23."""
NO_LUCK = {"new.luck": 0.0}
LONG_AGO = date(2025, 4, 1)
"""62 days before: when somebody was introduced unless it is said."""
_CAME_IN = date(2024, 1, 1)


def ago(days: int) -> date:
    """So many days before the Monday."""
    return MONDAY - timedelta(days=days)


def later(weeks: int = 0, days: int = 0) -> date:
    """So much after the Monday."""
    return MONDAY + timedelta(weeks=weeks, days=days)


def person(key: int = 2, **fields: Any) -> Person:
    """Somebody of whom nothing is known but what is said here."""
    handle = f"person-{key}"
    nobody = Person(
        id=key, uid=f"uid-{key}", handle=handle, name=handle.title(), folded=handle,
        org="", role="", city="", note="", birthday="", every="", said_known="",
        no_sell=False, entity="person", source="list", resting=False,
        snoozed_until=None, woken_on=None, woken=None, connected_on=None,
        added_on=_CAME_IN, starts_on=_CAME_IN, entered=1, draw=key, rhythm="",
        cluster="", waits_from=_CAME_IN, known=False, connected=False,
        last_contact=None, last_heard=None, last_reached=None, last_tried=None,
        open_tries=0, first_sitdown=None, last_sitdown=None, fresh_on=None,
        usual_gap=None, touches=0, contact_days=0, dropped=False,
    )  # fmt: skip
    return nobody._replace(**fields)


def standing(one: Person) -> Standing:
    """The part of somebody by which they are counted."""
    return Standing(*(getattr(one, field) for field in Standing._fields))


def way(by: int = 7, **fields: Any) -> Way:
    """An introduction to me, 62 days ago, made by somebody who has not bought."""
    made = Way(by, LONG_AGO, "made", by, by, f"by-{by}", f"By {by}", None, 0)
    return made._replace(**fields)


def contact(key: int = 1, days: int = 0, kind: str = "call", **more: Any) -> Contact:
    """A touch of a kind so many days ago, as a standing is derived from it."""
    facts = TOUCH_KINDS[kind]
    happened = Contact(
        person_id=2, touch_id=key, day=ago(days), entered=key, kind=kind,
        in_person=facts.in_person, sit_down=facts.sit_down, inbound=False,
        answered="yes" if facts.two_way else "sent", answered_on=None, settled=None,
    )  # fmt: skip
    return happened._replace(**more)


def detail(field: str, value: str, key: int = 1) -> Detail:
    """A kind, a tag, an address."""
    return Detail(key, f"detail-{key}", 2, field, value, value, key)


def entry(key: int = 1, **fields: Any) -> Entry:
    """Something got on the Monday, with no money in it."""
    got = Entry(
        id=key, uid=f"entry-{key}", person_id=2, way="got", kind="interview", text="",
        day=MONDAY, cents=None, touch_id=None, introduction_id=None, other_id=None,
        they_called=False, entered=key,
    )  # fmt: skip
    return got._replace(**fields)


def skip(week: str, how: str = "skip", key: int = 1) -> Skip:
    """Somebody put off in a week."""
    return Skip(key, f"skip-{key}", 2, week, how, "keep")


def gates(**held: Iterable[int]) -> Gates:
    """Who is held: skipped, swapped, met, sat_with, booked, passed_by."""
    names = ("skipped", "swapped", "met", "sat_with", "booked", "passed_by")
    return Gates(MONDAY, *(frozenset(held.get(name, ())) for name in names))


def context(lens: str = "open", today: date = MONDAY, **settings: Any) -> PlanContext:
    """The week of a day as seen from it."""
    return context_for(today, Settings(lens=lens, **settings))


def facts(days: int | None = None, **fields: Any) -> PersonFacts:
    """PersonFacts about somebody who was introduced or met so many days ago."""
    fresh = None if days is None else ago(days)
    return PersonFacts(person(fresh_on=fresh), **fields)


def judged(term: Term, facts: PersonFacts, context: PlanContext) -> tuple[float, str]:
    """What a term says of somebody: its measure, and its words."""
    return term.measure(facts, context), term.text(facts, context)


def handles(lines: Iterable[Line]) -> list[str]:
    """Who stands in lines, in their order."""
    return [line.person.handle for line in lines]


@cache
def _empty(now: datetime) -> bytes:
    """A new database of a moment; to copy it takes a tenth of making it."""
    return in_memory(None, now).connection.serialize()


def copied(database: bytes) -> Store:
    """A database in memory that holds what another one held."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(database)
    connection.execute("PRAGMA foreign_keys=ON")
    return Store(connection)


class Network:
    """A database in memory that is told things, and asked for plans.

    A name is one word in lower case, and so the handle too.  `today` is the day
    on which things are said; luck weighs nothing unless the settings say so.  Weeks in
    which nothing is said count for no window: `live` says something in each.
    """

    def __init__(self, today: date = MONDAY, **settings: Any) -> None:
        self.today = today
        self.store = copied(_empty(self.now))
        self.settings = Settings(lens="open", weights=NO_LUCK)._replace(**settings)

    @property
    def now(self) -> datetime:
        """Noon of the day."""
        return datetime.combine(self.today, time(12), UTC)

    def person(self, name: str) -> Person:
        """Somebody as they stand now."""
        return finding.find(self.store, name)

    def everybody(self) -> list[Person]:
        """All people."""
        return sql.everybody(self.store)

    def add(
        self, *names: str, via: str = "", on: date = LONG_AGO, **fields: Any
    ) -> None:
        """People who come in today, introduced by somebody on a day if it is said."""
        details: Mapping[str, str] = fields.pop("details", {})
        if fields.pop("known", False):
            fields["said_known"] = "yes"
        for name in names:
            coming = Newcomer(name, self.today)
            coming = coming._replace(details=keyed(details.items()), **fields)
            with changing(self.store, self.now, f"add {name}") as change:
                people.add(change, coming)
        if via:
            self.introduce(*names, by=via, on=on)

    def deal(self, name: str, **fields: Any) -> None:
        """Somebody comes in whose first cadence is dealt, as the commands do it."""
        details = keyed(fields.pop("details", {}).items())
        with changing(self.store, self.now, f"add {name}") as change:
            cadences = cadences_for(self.settings, change.store)
            coming = Newcomer(name, self.today, handle=name, details=details, **fields)
            (person,) = dealt(change.store, cadences, [coming], self.today)
            people.add(change, person)

    def introduce(
        self,
        *names: str,
        by: str,
        on: date = LONG_AGO,
        state: str = "made",
        **more: Any,
    ) -> None:
        """Somebody introduced people to me."""
        for name in names:
            ids = (self.person(by).id, ME_ID, self.person(name).id)
            with changing(self.store, self.now, "intro") as change:
                introductions.introduce(change, *ids, on, state=state, **more)

    def log(
        self, *names: str, kind: str = "coffee", on: date | None = None, **more: Any
    ) -> Touch:
        """A touch with people, today unless it is said."""
        ids = [self.person(name).id for name in names]
        with changing(self.store, self.now, "log") as change:
            day = on or self.today
            return touches.log(change, ids, TOUCH_KINDS[kind], day, **more)

    def tries(self, name: str, *days: date) -> None:
        """Calls that got no answer."""
        for day in days:
            self.log(name, kind="call", on=day, answered="no")

    def sends(self, name: str, *days: date) -> None:
        """Emails; nobody knows yet whether they are answered."""
        for day in days:
            self.log(name, kind="email", on=day)

    def hears(self, name: str, on: date | None = None) -> None:
        """Somebody answers what was sent to them, or gets in touch."""
        day, key = on or self.today, self.person(name).id
        with changing(self.store, self.now, "heard") as change:
            if not touches.hear(change, key, day):
                facts = TOUCH_KINDS["message"]
                said = {"answered": "yes", "inbound": True}
                touches.log(change, [key], facts, day, **said)  # type: ignore[arg-type] # two words of four

    def book(
        self, *names: str, on: date, state: str = "booked", kind: str = "coffee",
        hour: str = "", place: str = "",
    ) -> int:  # fmt: skip
        """A booking, in any state; gives its number."""
        ids = [self.person(name).id for name in names]
        with changing(self.store, self.now, "book") as change:
            where = touches.place_key(change, place)
            made = bookings.book(change, ids, on, kind, hour=hour, place_id=where)
            return bookings.edit(change, made, state=state).booking.id

    def mark(self, name: str, label: str, day: str) -> None:
        """A day of somebody's that comes again every year."""
        with changing(self.store, self.now, "edit") as change:
            key = self.person(name).id
            change.insert(
                "anniversary",
                person_id=key,
                label=label,
                day=day,
                entered=change.number,
            )

    def live(self, until: date) -> None:
        """Something is said in each week from this one to that of a day."""
        while week_of(self.today) <= week_of(until):
            with self.store.transaction():
                week = week_of(self.today).code
                if not sql.active_weeks(self.store, week, week):
                    OpenChange(self.store, self.now).put_new("active_week", week=week)
            self.today += timedelta(weeks=1)
        self.today = until

    def record(
        self, name: str, way: str, kind: str, on: date | None = None, **more: Any
    ) -> Entry:
        """Something given or got, today unless it is said."""
        with changing(self.store, self.now, way) as change:
            key, day = self.person(name).id, on or self.today
            return ledger.add(change, key, way, kind, day, **more)

    def got(self, name: str, kind: str = "interview", **more: Any) -> Entry:
        """Somebody brought something."""
        return self.record(name, "got", kind, **more)

    def gave(self, name: str, kind: str = "tip", **more: Any) -> Entry:
        """Something went to somebody."""
        return self.record(name, "gave", kind, **more)

    def thank(self, name: str) -> None:
        """Somebody was thanked today for all that waits."""
        with changing(self.store, self.now, "thank") as change:
            waiting = sql.thanks_waiting(change.store, self.person(name).id)
            ledger.thank(change, waiting, self.today)

    def promise(
        self, name: str, text: str, due: date, *, theirs: bool = False
    ) -> Promise:
        """Something owed to somebody, or by them."""
        with changing(self.store, self.now, "promise") as change:
            made = promises.make(change, self.person(name).id, text, due)
            return promises.edit(change, made, theirs=theirs)

    def close(self, promise: Promise, state: str = "kept") -> None:
        """A promise is kept or dropped today."""
        with changing(self.store, self.now, "done") as change:
            promises.close(change, promise.id, state, self.today)

    def put_off(self, name: str, how: str = "skip", slot: str = "new") -> None:
        """Somebody is skipped or swapped this week."""
        week = week_of(self.today).code
        with changing(self.store, self.now, how) as change:
            plan.put_off(change, self.person(name), week, how, slot)

    def snooze(self, name: str, until: date) -> None:
        """Not before a day."""
        with changing(self.store, self.now, "snooze") as change:
            plan.snooze(change, self.person(name), until)

    def rest(self, name: str) -> None:
        """Never."""
        with changing(self.store, self.now, "rest") as change:
            plan.rest(change, self.person(name))

    def wake(self, name: str) -> None:
        """Again."""
        with changing(self.store, self.now, "wake") as change:
            week = week_of(self.today).code
            plan.wake(change, self.person(name), week, self.today)

    def edit(self, name: str, **fields: Any) -> None:
        """What is known of somebody changes."""
        with changing(self.store, self.now, "edit") as change:
            people.edit(change, self.person(name), **fields)

    def edit_me(self, **fields: Any) -> None:
        """What is known of the user changes."""
        details: Mapping[str, str] = fields.pop("details", {})
        with changing(self.store, self.now, "edit me") as change:
            change.update("person", ME_ID, **fields)
            for field, value in details.items():
                people.add_detail(change, ME_ID, field, value)

    def asked(self, name: str, slot: str = "ask") -> None:
        """Somebody was named in a slot of this week, as a plan notes it."""
        week = week_of(self.today)
        place = len(sql.pins(self.store, slot, week.code))
        key = self.person(name).id
        self.pin([ToPin(slot, week.code, place, week.monday, key)])

    def remove(self, name: str) -> None:
        """Somebody is taken out."""
        with changing(self.store, self.now, "rm") as change:
            people.remove(change, self.person(name))

    def undo(self) -> None:
        """The newest change is taken back."""
        undo(self.store, self.now)

    def context(self, week: Week | None = None) -> PlanContext:
        """This week as seen from today, or another one."""
        return context_for(self.today, self.settings, week)

    def inputs(self) -> PlanInputs:
        """What the slots of this week work with."""
        return inputs_for(self.context(), self.store)

    def active(self) -> ActiveTime:
        """Time as the plan of today counts it."""
        return active_time(self.context(), self.store)

    def plan(self, week: Week | None = None) -> Plan:
        """A plan that is looked at, and pins nobody."""
        return plan_for(self.context(week), self.store)

    def due(self, today: date | None = None, where: str = "") -> Plan:
        """The plan of a day, pinned as `netlog due` pins it.

        Something is said in each week up to it.
        """
        if today and today > self.today:
            self.live(today)
        self.today = today or self.today
        return pinned_plan(self.context(), self.store, self.pin, pytest.fail, where)

    def pinned(self, slot: str, period: str = "2025-W23") -> list[str]:
        """Who is pinned to a slot for a week or a month, in their order."""
        pins = sql.pins(self.store, slot, period)
        people = (sql.person(self.store, pin.person_id) for pin in pins)
        return [person.handle for person in people if person]

    def pin(self, wanted: Sequence[ToPin]) -> None:
        """People are pinned to their slots."""
        pin(self.store, self.now, wanted)
