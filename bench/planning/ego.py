"""One user's netlog in memory: all that the bench knows of netlog stands here.

What happens is written by the repository's functions, and who is asked for comes from
the plan's: nothing that netlog reckons is reckoned here a second time.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from netlog.db.copying import take
from netlog.db.in_memory import in_memory
from netlog.db.store import Store
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.person import ME_ID, Newcomer, Person
from netlog.domain.pins import ToPin
from netlog.domain.settings import Settings
from netlog.plan.context import context_for
from netlog.plan.facts import PersonFacts
from netlog.plan.inputs import PlanInputs, inputs_for
from netlog.plan.result import Line
from netlog.plan.slots import keep, new, reconnect
from netlog.plan.terms import BY_SLOT
from netlog.plan.terms.keep import waited_share
from netlog.repository import introductions, people, plan, touches
from netlog.repository.change import OpenChange, changing
from netlog.repository.derived import update_standing

ASKED = 3
"""The pick and its alternates."""
EVERYBODY = 10_000
"""A slot in which all stand who could."""


class Asked(NamedTuple):
    """Somebody whom a slot could ask for, and what simpler rules go by.

    `since` is the day from which they wait, `contacts` how often there was contact,
    `named` by how many people they were introduced, `share` how much of their cadence
    they have waited, where they have one.
    """

    person: int
    since: date
    contacts: int
    named: int = 0
    share: float = 0.0


class Ranked(NamedTuple):
    """Somebody with their score and the points of each term."""

    person: int
    score: float
    points: Mapping[str, float]


def terms(slot: str) -> tuple[str, ...]:
    """The names of the terms of a slot."""
    return tuple(term.name for term, _ in BY_SLOT[slot])


def sources() -> dict[tuple[str, str], str]:
    """What `why --cite` says of each term, by slot and name."""
    return {
        (slot, term.name): term.source
        for slot, weighted in BY_SLOT.items()
        for term, _ in weighted
    }


class Diary:
    """What happens between one Monday and the next, in one change."""

    def __init__(self, ego: "Ego", change: OpenChange, today: date) -> None:
        self._ego = ego
        self._change = change
        self._today = today

    def live_in(self, city: str) -> None:
        """The user says where they live."""
        me = people.get(self._change.store, ME_ID)
        people.edit(self._change, me, city=city)

    def heard_of(self, person: int, day: date) -> None:
        """Somebody comes in on a day, unless they are there."""
        if person not in self._ego.keys:
            self._add([person], Newcomer("", day))

    def strangers(self, persons: Sequence[int]) -> None:
        """People of whom nothing is known but what a list says."""
        self._add(persons, Newcomer("", self._today, source="list"))

    def contacts(self, persons: Sequence[int], every: str = "") -> None:
        """People whom the user knew before, to be in touch with so often."""
        self._add(persons, Newcomer("", self._today, said_known="yes", every=every))

    def _add(self, persons: Sequence[int], somebody: Newcomer) -> None:
        newcomers = [
            somebody._replace(
                name=f"Person {person}",
                handle=f"person-{person}",
                org=self._ego.orgs.get(person, ""),
                city=self._ego.cities.get(person, ""),
            )
            for person in persons
        ]
        keys = people.add_all(self._change, newcomers)
        for person, key in zip(persons, keys, strict=True):
            self._ego.keys[person] = key
            self._ego.persons[key] = person

    def introduced(self, person: int, by: int, day: date) -> None:
        """A contact brought somebody and the user together."""
        keys = self._ego.keys
        introductions.introduce(self._change, keys[by], ME_ID, keys[person], day)

    def met(self, person: int, day: date) -> None:
        """The user and somebody met by chance."""
        self._log(person, "met", day)

    def sat_down(self, person: int, day: date) -> None:
        """A coffee was held."""
        self._log(person, "coffee", day)

    def talked(self, person: int, day: date) -> None:
        """A call that was answered, or one of theirs."""
        self._log(person, "call", day)

    def tried(self, person: int, day: date) -> None:
        """The user asked or called, and there was no answer."""
        self._log(person, "call", day, answered="no")

    def history(self, days: Mapping[int, Sequence[date]], kind: str) -> None:
        """What there was before it begins, many touches at once."""
        facts = {
            "note": "",
            "inbound": False,
            "entered": self._change.number,
            **touches.kind_columns(TOUCH_KINDS[kind]),
        }
        keys = self._ego.keys
        rows = [(keys[person], day) for person in days for day in days[person]]
        numbers = self._change.insert_many(
            "touch", [{"day": day} | facts for _, day in rows]
        )
        self._change.insert_many(
            "presence",
            [
                {"touch_id": number, "person_id": key, "answered": "yes"}
                for number, (key, _) in zip(numbers, rows, strict=True)
            ],
        )
        update_standing(self._change, (keys[person] for person in days))

    def rest(self, person: int) -> None:
        """The user plans somebody no more."""
        there = people.get(self._change.store, self._ego.keys[person])
        plan.rest(self._change, there)

    def _log(self, person: int, kind: str, day: date, *, answered: str = "") -> None:
        key, facts = self._ego.keys[person], TOUCH_KINDS[kind]
        touches.log(self._change, [key], facts, day, answered=answered)


class Ego:
    """A user, as netlog knows them; people have the numbers of the bench.

    `orgs` and `cities` are what there is to know of people, by number.
    """

    def __init__(
        self,
        orgs: Mapping[int, str] | None = None,
        cities: Mapping[int, str] | None = None,
    ) -> None:
        self.orgs, self.cities = orgs or {}, cities or {}
        self.settings = Settings()
        self.store = in_memory(None, _noon(date(2025, 1, 1)))
        self.keys: dict[int, int] = {}
        self.persons: dict[int, int] = {}

    def copy(self, settings: Settings) -> "Ego":
        """Another user to whom the same has happened, with settings of their own."""
        other = Ego.__new__(Ego)
        connection = sqlite3.connect(":memory:", isolation_level=None)
        take(connection, self.store.connection)
        connection.execute("PRAGMA foreign_keys=ON")
        other.store = Store(connection)
        other.orgs, other.cities = self.orgs, self.cities
        other.settings = settings
        other.keys, other.persons = dict(self.keys), dict(self.persons)
        return other

    def close(self) -> None:
        """Give the memory back."""
        self.store.close()

    @contextmanager
    def writing(self, day: date) -> Iterator[Diary]:
        """What is written on a day, as one change."""
        with changing(self.store, _noon(day), "bench") as change:
            yield Diary(self, change, day)

    def asked_new(self, day: date) -> tuple[int, ...]:
        """The pick of the week and its alternates, pinned as `due` pins them."""
        slot = new.fill(self._inputs(day))
        plan.pin(self.store, _noon(day), slot.to_pin)
        return self._in(slot.pick + slot.alternates)

    def ranked_new(self, day: date) -> tuple[Ranked, ...]:
        """Everybody connected whom the gates let through, the best first."""
        return tuple(map(self._ranked, new.ranked(self._inputs(day))))

    def open_new(self, day: date, *, naming: bool = True) -> list[Asked]:
        """Everybody new whom the gates let through, in no order that says anything.

        By how many they were named costs a question each: only where it is wanted.
        """
        inputs = self._inputs(day)
        return [
            Asked(
                self.persons[person.id],
                person.waits_from,
                person.touches,
                _named(inputs.load_facts.for_new(person)) if naming else 0,
            )
            for person in new.considered(inputs)
        ]

    def pin_new(self, day: date, persons: Iterable[int]) -> None:
        """The pick of a week, and its alternates, as another rule has them."""
        week = context_for(day, self.settings).week
        pins = [
            ToPin("new", week.code, place, week.monday, self.keys[person])
            for place, person in enumerate(persons)
        ]
        plan.pin(self.store, _noon(day), pins)

    def asked_keep(self, day: date, *, pausing: bool = True) -> tuple[int, ...]:
        """Whom *keep* asks for; without pausing, nobody notes who was named."""
        slot = keep.fill(self._inputs(day), ())
        if pausing:
            plan.pin(self.store, _noon(day), slot.to_pin)
        return self._in(slot.lines)

    def open_keep(self, day: date) -> list[Asked]:
        """Everybody whose cadence has ended."""
        inputs = self._inputs(day, self.settings._replace(keep=EVERYBODY))
        return [
            Asked(
                self.persons[line.person.id],
                line.person.waits_from,
                line.person.touches,
                share=_share(inputs, line.person),
            )
            for line in keep.ranked(inputs, ())
        ]

    def open_reconnect(self, day: date) -> list[Asked]:
        """Everybody for whom *reconnect* could ask, the best first."""
        return [
            Asked(
                self.persons[line.person.id],
                line.person.waits_from,
                line.person.touches,
            )
            for line in reconnect.ranked(self._inputs(day), ())
        ]

    def _inputs(self, day: date, settings: Settings | None = None) -> PlanInputs:
        return inputs_for(context_for(day, settings or self.settings), self.store)

    def _in(self, lines: Iterable[Line]) -> tuple[int, ...]:
        return tuple(self.persons[line.person.id] for line in lines)

    def _ranked(self, line: Line) -> Ranked:
        points = {term.name: term.points for term in line.terms}
        return Ranked(self.persons[line.person.id], line.score, points)


def _share(inputs: PlanInputs, person: Person) -> float:
    cadence = inputs.load_facts.cadence_of(person)
    begun = inputs.load_facts.cadences.runs_from(person, cadence)
    return waited_share(person, cadence, (inputs.context.today - begun).days)


def _named(facts: PersonFacts) -> int:
    return len({way.introducer_id for way in facts.counted_ways})


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
