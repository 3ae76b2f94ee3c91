"""The facts that the plan asks for, each by one statement."""

from collections.abc import Iterator
from datetime import date

from netlog.domain.introduction import Introduced, Introducer, Way
from netlog.domain.ledger import Entry, EntryOf, ToThank
from netlog.domain.person import Detail, Person, Standing
from netlog.domain.pins import Pin, Skip
from netlog.domain.promise import Promise, PromisePast
from netlog.domain.touch import Met, Sent
from netlog.storage import sql
from netlog.storage.store import Store


class Planning:
    """The plan's source: what `netlog.plan.source.PlanSource` asks for."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def person(self, key: int) -> Person | None:
        """Somebody, or None when they are gone."""
        return self.store.one(sql.PERSON, Person, id=key)

    def ways_to(self, person_id: int) -> list[Way]:
        """How they were introduced to me."""
        return self.store.ask(sql.WAYS_TO, Way, person=person_id)

    def contact_days(self, person_id: int) -> list[date]:
        """The days with a contact, each once, the oldest first."""
        return [day for (day,) in self.store.rows(sql.CONTACT_DAYS, person=person_id)]

    def last_note(self, person_id: int) -> str:
        """What was noted last of a touch with them, or ''."""
        row = next(self.store.rows(sql.LAST_NOTE, person=person_id), [""])
        return str(row[0])

    def details(self, person_id: int) -> list[Detail]:
        """Their kinds, tags and addresses."""
        return self.store.ask(sql.DETAILS_OF, Detail, person=person_id)

    def entries(self, person_id: int) -> list[Entry]:
        """What was given to them and got from them, the oldest first."""
        return self.store.ask(sql.ENTRIES_WITH, Entry, person=person_id)

    def to_thank(self) -> list[ToThank]:
        """Everybody who waits to be thanked, and for what."""
        return [
            ToThank(row[0], EntryOf(Entry(*row[1:-2]), *row[-2:]))
            for row in self.store.rows(sql.TO_THANK)
        ]

    def promises_due(self, until: date) -> list[Promise]:
        """Open promises due by a day, the longest-waiting first."""
        return self.store.ask(sql.PROMISES_DUE, Promise, until=until)

    def promises_past(self, since: date, until: date) -> list[PromisePast]:
        """Promises whose day was between two days, the second not included."""
        return self.store.ask(sql.PROMISES_PAST, PromisePast, since=since, until=until)

    def met(self, since: date, until: date) -> list[Met]:
        """Who was seen in person between two days."""
        return self.store.ask(sql.MET_BETWEEN, Met, since=since, until=until)

    def introduced(self, since: date, until: date) -> list[Introduced]:
        """Who was introduced to me between two days."""
        return self.store.ask(
            sql.INTRODUCED_BETWEEN, Introduced, since=since, until=until
        )

    def sent(self, since: date) -> list[Sent]:
        """What went to people since a day: touches, attempts, gifts, kept promises."""
        return [
            sent
            for statement in (sql.SENT_SINCE, sql.GAVE_SINCE, sql.KEPT_SINCE)
            for sent in self.store.ask(statement, Sent, since=since)
        ]

    def fresh(self, today: date) -> list[Person]:
        """New people, the 300 most recently introduced or met."""
        return self.store.ask(sql.FRESH, Person, today=today)

    def drawn(self, today: date, start: int) -> list[Person]:
        """New people from a place of the draw on, at most 400."""
        return self.store.ask(sql.DRAWN, Person, today=today, start=start)

    def cadences(self) -> list[str]:
        """Every cadence that somebody has, '' for none."""
        return ["", *self._cadences()]

    def _cadences(self) -> Iterator[str]:
        code = ""
        while True:
            (code,) = next(self.store.rows(sql.NEXT_CADENCE, after=code))
            if code is None:
                return
            yield code

    def waiting(
        self, cadence: str, until: date, today: date, most: int
    ) -> list[Person]:
        """People of a cadence who wait since a day or before, the longest first."""
        return self.store.ask(
            sql.KEEP_DUE, Person, cadence=cadence, until=until, today=today, most=most
        )

    def dormant(self, until: date, today: date, start: int) -> list[Person]:
        """People silent since a day or before, from a place of the draw on."""
        return self.store.ask(
            sql.DORMANT, Person, until=until, today=today, start=start
        )

    def stuck(self, today: date) -> list[Person]:
        """People with two attempts or more since the last contact."""
        return self.store.ask(sql.STUCK, Person, today=today)

    def without_sitdown(self, until: date, today: date) -> list[Person]:
        """People whose last sit-down was on a day or before."""
        return self.store.ask(
            sql.LONGEST_WITHOUT_SITDOWN, Person, until=until, today=today
        )

    def last_met(self, today: date) -> list[Person]:
        """People with a contact, the most recent first."""
        return self.store.ask(sql.LAST_MET, Person, today=today)

    def introducers(self) -> list[Introducer]:
        """Who introduces most."""
        return self.store.ask(sql.INTRODUCERS, Introducer)

    def cluster_size(self, cluster: str, since: date) -> int:
        """How many of a cluster had contact since a day."""
        return self.store.number(sql.CLUSTER_SIZE, cluster=cluster, since=since)

    def largest_cluster(self, since: date) -> int:
        """The size of the largest cluster with contact since a day."""
        return self.store.number(sql.LARGEST_CLUSTER, since=since)

    def first_sitdowns(self, since: date, until: date) -> int:
        """How many new people were first sat down with between two days."""
        return self.store.number(sql.FIRST_SITDOWNS, since=since, until=until)

    def sitdown_days(self, since: date, until: date) -> list[date]:
        """The days on which new people were first sat down with."""
        rows = self.store.rows(sql.SITDOWN_DAYS, since=since, until=until)
        return [day for (day,) in rows]

    def pins(self, slot: str, period: str) -> list[Pin]:
        """Who is pinned to a slot."""
        return self.store.ask(sql.PINS, Pin, slot=slot, period=period)

    def last_pinned(self, before: str) -> str:
        """The last week before another that had a pick, or ''."""
        (week,) = next(self.store.rows(sql.LAST_PINNED, before=before))
        return week or ""

    def picked_weeks(self, person_id: int) -> list[str]:
        """The weeks whose pick somebody was."""
        return [week for (week,) in self.store.rows(sql.PICKED_WEEKS, person=person_id)]

    def picked_often(self) -> list[int]:
        """People who were the pick of three weeks or more."""
        return [key for key, _ in self.store.rows(sql.PICKED_OFTEN)]

    def skips_of(self, person_id: int) -> list[Skip]:
        """When somebody was skipped or swapped."""
        return self.store.ask(sql.SKIPS_OF, Skip, person=person_id)

    def skips_since(self, week: str) -> list[Skip]:
        """Who was skipped or swapped in a week or later."""
        return self.store.ask(sql.SKIPS_SINCE, Skip, week=week)

    def skips_in(self, week: str) -> list[Skip]:
        """Who was skipped or swapped in a week."""
        return self.store.ask(sql.SKIPS_IN, Skip, week=week)

    def count_people(self) -> int:
        """How many people there are."""
        return self.store.number(sql.COUNT_PEOPLE)

    def count_new(self) -> int:
        """How many are new."""
        return self.store.number(sql.COUNT_NEW)

    def count_waiting(self, cadence: str, keep_until: date, dormant_until: date) -> int:
        """How many, not new, wait for keep or reconnect."""
        return self.store.number(
            sql.COUNT_WAITING,
            cadence=cadence,
            latest=max(keep_until, dormant_until),
            keep_until=keep_until,
            dormant_until=dormant_until,
        )

    def standing(self, person_id: int) -> Standing | None:
        """Where one person stands."""
        return self.store.one(sql.STANDING, Standing, id=person_id)

    def held(self, today: date) -> Iterator[Standing]:
        """Everybody with a gate of their own; some come twice."""
        for statement in (sql.RESTING, sql.NO_SELL, sql.DROPPED, sql.UNANSWERED):
            yield from self.store.ask(statement, Standing)
        yield from self.store.ask(sql.SNOOZED, Standing, today=today)

    def standings_met(self, since: date, until: date) -> list[Standing]:
        """Where those stand who were seen in person between two days."""
        return self.store.ask(sql.MET, Standing, since=since, until=until)
