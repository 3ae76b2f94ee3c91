"""What is done with netlog in a life: the commands' own functions over memory.

Each action is one change, as a command line is; what a command does not do yet stands
here and nowhere else.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from time import process_time
from typing import TypedDict, Unpack

from netlog.commands import add as adding, intro as introducing, log as logging
from netlog.commands.thank import thank
from netlog.db.in_memory import in_memory
from netlog.domain.details import keyed
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.person import Newcomer
from netlog.domain.pins import ToPin
from netlog.domain.settings import Settings
from netlog.errors import NetlogError
from netlog.importers.recognise import records_of
from netlog.plan.cadence import cadences_for
from netlog.plan.context import context_for
from netlog.plan.result import Plan
from netlog.plan.week import pinned_plan
from netlog.repository import bookings, finding, ledger, people, plan, promises, touches
from netlog.repository.change import OpenChange, changing
from netlog.repository.contacts import ForAll, Record, decide, take_in

_ME = "me"


class Facts(TypedDict, total=False):
    """What is known of somebody who is added; their own cadence is in weeks."""

    kind: str
    every: int
    known: bool
    org: str
    birthday: str


class Netlog:
    """A database in memory, and one day after the other on which it is used.

    People are named by their handles. `seconds` says what plan and changes took of CPU.
    """

    def __init__(self, today: date) -> None:
        self.today = today
        self.settings = Settings()
        self.store = in_memory(None, self._now)
        self.seconds: defaultdict[str, float] = defaultdict(float)

    @property
    def _now(self) -> datetime:
        return datetime.combine(self.today, time(12), UTC)

    @contextmanager
    def _doing(self, words: str) -> Iterator[OpenChange]:
        begun = process_time()
        with changing(self.store, self._now, words) as change:
            yield change
        self.seconds["changes"] += process_time() - begun

    def due(self) -> Plan:
        """The plan of the day; the week's first one pins its pick, as `due` does."""
        begun = process_time()
        context = context_for(self.today, self.settings)
        made = pinned_plan(context, self.store, self._pin, _refuse)
        self.seconds["plan"] += process_time() - begun
        return made

    def _pin(self, wanted: Sequence[ToPin]) -> None:
        plan.pin(self.store, self._now, wanted)

    def add(self, name: str, **facts: Unpack[Facts]) -> str:
        """Somebody by hand; gives their handle."""
        return self._add(name, adding.Coming(self.today), **facts)

    def meet(self, name: str, **facts: Unpack[Facts]) -> str:
        """Somebody new, met by chance: add --met."""
        return self._add(name, adding.Coming(self.today, met=True), **facts)

    def introduced(self, name: str, by: str, **facts: Unpack[Facts]) -> str:
        """Somebody new whom somebody introduced: add --via."""
        return self._add(name, adding.Coming(self.today, via=(by,)), **facts)

    def named(self, name: str, by: str, **facts: Unpack[Facts]) -> str:
        """Somebody new whom somebody only offers: add, then intro --state offered."""
        handle = self.add(name, **facts)
        self._introduce((handle, "", by), state="offered")
        return handle

    def _add(self, name: str, coming: adding.Coming, **facts: Unpack[Facts]) -> str:
        kind, weeks = facts.get("kind"), facts.get("every")
        newcomer = Newcomer(
            name,
            self.today,
            every=f"{weeks}w" if weeks else "",
            said_known="yes" if facts.get("known", False) else "",
            org=facts.get("org", ""),
            birthday=facts.get("birthday", ""),
            details=keyed([("kind", kind)] if kind else []),
        )
        with self._doing(f"add {name}") as change:
            cadences = cadences_for(self.settings, change.store)
            added = adding.add(
                change, cadences, newcomer, coming, new=True, new_via=False
            )
        return added.person.handle

    def mail_came(self, handle: str, by: str) -> None:
        """An introduction that was offered is made."""
        self._introduce((handle, "", by), state="made")

    def drop(self, handle: str, by: str) -> None:
        """An introduction leads nowhere."""
        self._introduce((handle, "", by), state="dropped")

    def introduce(self, handle: str, other: str) -> None:
        """I introduce two people to one another."""
        self._introduce((handle, other, _ME))

    def they_met(self, handle: str, other: str, *, met: bool) -> None:
        """What became of an introduction that I made."""
        self._introduce((handle, other, _ME), state="met" if met else "dropped")

    def _introduce(self, phrases: introducing.Phrases, **facts: str) -> None:
        with self._doing(f"intro {' '.join(phrases)}") as change:
            introducing.introduce(change, phrases, None, self.today, facts, new=False)

    def log(
        self, handle: str, kind: str, on: date | None = None, *, answered: bool = True
    ) -> None:
        """A touch of a kind, or a try that got no answer."""
        happened = logging.Happened(
            TOUCH_KINDS[kind], on or self.today, answered="" if answered else "no"
        )
        with self._doing(f"log {handle} -k {kind}") as change:
            logging.log(change, [handle], happened, self.today, self.settings)

    def heard(self, handle: str) -> None:
        """They answered, or got in touch."""
        with self._doing(f"heard {handle}") as change:
            person = finding.find(change.store, handle)
            if not touches.hear(change, person.id, self.today):
                touches.log(
                    change,
                    [person.id],
                    TOUCH_KINDS["message"],
                    self.today,
                    answered="yes",
                    inbound=True,
                )

    def book(self, handle: str, day: date) -> None:
        """A coffee is to come."""
        with self._doing(f"book {handle}") as change:
            person = finding.find(change.store, handle)
            bookings.book(change, [person.id], day, "coffee")

    def cancel(self, handle: str) -> None:
        """A coffee that was booked for today does not take place."""
        with self._doing(f"book {handle} --cancel") as change:
            person = finding.find(change.store, handle)
            for booked in bookings.open_with(change.store, [person]):
                bookings.edit(change, booked, state="cancelled")

    def hold(self, handle: str) -> None:
        """A coffee that was booked for today took place."""
        self.log(handle, "coffee")

    def promise(self, handle: str, text: str, by: date) -> None:
        """Something is owed by a day."""
        with self._doing(f"promise {handle} {text}") as change:
            person = finding.find(change.store, handle)
            promises.make(change, person.id, text, by)

    def keep_promise(self, number: int) -> None:
        """A promise is kept."""
        with self._doing(f"done {number}") as change:
            promises.close(change, number, "kept", self.today)

    def got_client(self, handle: str) -> None:
        """They buy; until `got WHO client` makes them a client, it is said beside."""
        item = ledger.LedgerItem("client", self.today, cents=200_000)
        with self._doing(f"got {handle} client") as change:
            recorded = ledger.record(change, "got", handle, item, self.today, new=False)
            people.add_detail(change, recorded.person.id, "kind", "client")
            people.edit(change, recorded.person)

    def thank(self, handle: str) -> None:
        """Somebody is thanked for all that waits."""
        with self._doing(f"thank {handle}") as change:
            thank(change, finding.find(change.store, handle), self.today)

    def every(self, handle: str, weeks: int) -> None:
        """They are to be kept in touch with so often."""
        with self._doing(f"edit {handle} --every {weeks}w") as change:
            people.edit(change, finding.find(change.store, handle), every=f"{weeks}w")

    def rest(self, handle: str) -> None:
        """They are never to be planned."""
        with self._doing(f"rest {handle}") as change:
            plan.rest(change, finding.find(change.store, handle))

    def take_in(self, text: str, *, known: bool) -> list[str]:
        """The people of a contact file; gives their handles in its order."""
        records = [Record("file", read) for read in records_of(text.encode(), "", {})]
        with self._doing("import") as change:
            decisions = list(decide(records, change.store, ForAll(known=known or None)))
            cadences = cadences_for(self.settings, change.store)
            list(take_in(change, cadences, decisions, self.today, update=False))
        return [decision.handle for decision in decisions]


def _refuse(words: str) -> None:
    raise NetlogError(words, "")
