"""People, facts and small networks for the tests of the plan, told in few words."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from tests.storage.filled import in_memory

from netlog.domain.details import keyed
from netlog.domain.introduction import Way
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.ledger import Entry
from netlog.domain.newcomer import Newcomer
from netlog.domain.person import ME_ID, Detail, Person, Standing
from netlog.domain.pins import Skip
from netlog.domain.promise import Promise
from netlog.domain.settings import Settings
from netlog.domain.touch import Touch, TouchAt
from netlog.domain.weeks import Week, week_of
from netlog.plan.facts import Facts
from netlog.plan.frame import Frame, frame_for
from netlog.plan.gates import Gates
from netlog.plan.result import Line, Plan
from netlog.plan.slots.new import Desk
from netlog.plan.week import desk_for, plan_for
from netlog.storage.book import Book
from netlog.storage.change import changing, pin_people, take_back

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
        org="", role="", city="", note="", birthday="", every="", known=False,
        no_sell=False, resting=False, snoozed_until=None, woken_on=None,
        connected_on=None, starts_on=_CAME_IN, entered=1, cadence="", cluster="",
        draw=key, last_contact=None, waits_from=_CAME_IN, first_sitdown=None,
        last_sitdown=None, fresh_on=None, attempts=0, touches=0, dropped=False,
    )  # fmt: skip
    return nobody._replace(**fields)


def standing(one: Person) -> Standing:
    """The part of somebody by which they are counted."""
    return Standing(*(getattr(one, field) for field in Standing._fields))


def way(by: int = 7, **fields: Any) -> Way:
    """An introduction to me, 62 days ago, made by somebody who has not bought."""
    made = Way(by, LONG_AGO, "made", by, by, f"by-{by}", f"By {by}", None, 0)
    return made._replace(**fields)


def touch(key: int = 1, days: int = 0, kind: str = "call", **fields: Any) -> TouchAt:
    """A touch of a kind so many days ago."""
    facts = TOUCH_KINDS[kind]
    happened = TouchAt(
        id=key, uid=f"touch-{key}", kind=kind, day=ago(days), place_id=None, note="",
        answered=True, in_person=facts.in_person, sit_down=facts.sit_down,
        entered=key, place="",
    )  # fmt: skip
    return happened._replace(**fields)


def detail(field: str, value: str, key: int = 1) -> Detail:
    """A kind, a tag, an address."""
    return Detail(key, f"detail-{key}", 2, field, value, value)


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
    """Who is held: skipped, swapped, met, sat_with, passed_by."""
    names = ("skipped", "swapped", "met", "sat_with", "passed_by")
    return Gates(MONDAY, *(frozenset(held.get(name, ())) for name in names))


def frame(lens: str = "open", today: date = MONDAY, **settings: Any) -> Frame:
    """The week of a day as seen from it."""
    return frame_for(today, Settings(lens=lens, **settings))


def facts(days: int | None = None, **fields: Any) -> Facts:
    """Facts about somebody who was introduced or met so many days ago."""
    fresh = None if days is None else ago(days)
    return Facts(person(fresh_on=fresh), **fields)


def handles(lines: Iterable[Line]) -> list[str]:
    """Who stands in lines, in their order."""
    return [line.person.handle for line in lines]


class Network:
    """A database in memory that is told things, and asked for plans.

    A name is one word in lower case, and so the handle too.  `today` is the day
    on which things are said; luck weighs nothing unless the settings say so.
    """

    def __init__(self, today: date = MONDAY, **settings: Any) -> None:
        self.store = in_memory()
        self.today = today
        self.settings = Settings(lens="open", weights=NO_LUCK)._replace(**settings)

    @property
    def now(self) -> datetime:
        """Noon of the day."""
        return datetime.combine(self.today, time(12), UTC)

    @property
    def book(self) -> Book:
        """What can be asked."""
        return Book(self.store)

    def person(self, name: str) -> Person:
        """Somebody as they stand now."""
        return self.book.people.find(name)

    def add(
        self, *names: str, via: str = "", on: date = LONG_AGO, **fields: Any
    ) -> None:
        """People who come in today, introduced by somebody on a day if it is said."""
        details: Mapping[str, str] = fields.pop("details", {})
        for name in names:
            coming = Newcomer(name, fields.get("starts_on", self.today))
            coming = coming._replace(details=keyed(details.items()), **fields)
            with changing(self.store, self.now, f"add {name}") as change:
                change.people.add(coming)
        if via:
            self.introduce(*names, by=via, on=on)

    def introduce(
        self, *names: str, by: str, on: date = LONG_AGO, state: str = "made"
    ) -> None:
        """Somebody introduced people to me."""
        for name in names:
            ids = (self.person(by).id, ME_ID, self.person(name).id)
            with changing(self.store, self.now, "intro") as change:
                change.introductions.introduce(*ids, on, state=state)

    def log(
        self, *names: str, kind: str = "coffee", on: date | None = None, **more: Any
    ) -> Touch:
        """A touch with people, today unless it is said."""
        ids = [self.person(name).id for name in names]
        with changing(self.store, self.now, "log") as change:
            day = on or self.today
            return change.touches.log(ids, TOUCH_KINDS[kind], day, **more)

    def tries(self, name: str, *days: date) -> None:
        """Calls that got no answer."""
        for day in days:
            self.log(name, kind="call", on=day, answered=False)

    def record(
        self, name: str, way: str, kind: str, on: date | None = None, **more: Any
    ) -> Entry:
        """Something given or got, today unless it is said."""
        with changing(self.store, self.now, way) as change:
            key, day = self.person(name).id, on or self.today
            return change.ledger.add(key, way, kind, day, **more)

    def got(self, name: str, kind: str = "interview", **more: Any) -> Entry:
        """Somebody brought something."""
        return self.record(name, "got", kind, **more)

    def gave(self, name: str, kind: str = "tip", **more: Any) -> Entry:
        """Something went to somebody."""
        return self.record(name, "gave", kind, **more)

    def thank(self, name: str) -> None:
        """Somebody was thanked today for all that waits."""
        with changing(self.store, self.now, "thank") as change:
            waiting = change.ledger.thanks_waiting(self.person(name).id)
            change.ledger.thank(waiting, self.today)

    def promise(self, name: str, text: str, due: date) -> Promise:
        """Something owed."""
        with changing(self.store, self.now, "promise") as change:
            return change.promises.make(self.person(name).id, text, due)

    def close(self, promise: Promise, state: str = "kept") -> None:
        """A promise is kept or dropped today."""
        with changing(self.store, self.now, "done") as change:
            change.promises.close(promise.id, state, self.today)

    def put_off(self, name: str, how: str = "skip", slot: str = "new") -> None:
        """Somebody is skipped or swapped this week."""
        week = week_of(self.today).code
        with changing(self.store, self.now, how) as change:
            change.planning.put_off(self.person(name), week, how, slot)

    def snooze(self, name: str, until: date) -> None:
        """Not before a day."""
        with changing(self.store, self.now, "snooze") as change:
            change.planning.snooze(self.person(name), until)

    def rest(self, name: str) -> None:
        """Never."""
        with changing(self.store, self.now, "rest") as change:
            change.planning.rest(self.person(name))

    def wake(self, name: str) -> None:
        """Again."""
        with changing(self.store, self.now, "wake") as change:
            week = week_of(self.today).code
            change.planning.wake(self.person(name), week, self.today)

    def edit(self, name: str, **fields: Any) -> None:
        """What is known of somebody changes."""
        with changing(self.store, self.now, "edit") as change:
            change.people.edit(self.person(name), **fields)

    def remove(self, name: str) -> None:
        """Somebody is taken out."""
        with changing(self.store, self.now, "rm") as change:
            change.people.remove(self.person(name))

    def undo(self) -> None:
        """The newest change is taken back."""
        take_back(self.store, self.now)

    def frame(self, week: Week | None = None) -> Frame:
        """This week as seen from today, or another one."""
        return frame_for(self.today, self.settings, week)

    def desk(self) -> Desk:
        """What the slots of this week work with."""
        return desk_for(self.frame(), self.book.planning)

    def plan(self, week: Week | None = None) -> Plan:
        """A plan that is looked at, and pins nobody."""
        return plan_for(self.frame(week), self.book.planning)

    def due(self, today: date | None = None) -> Plan:
        """The plan of a day, pinned as `netlog due` pins it."""
        self.today = today or self.today
        plan = self.plan()
        pin_people(self.store, self.now, plan.to_pin)
        return plan
