"""Gates: what keeps somebody out, why, and how to lift it."""

from collections.abc import Callable, Iterable
from datetime import date

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.booking import ASKED_FOR
from netlog.domain.dates import spell
from netlog.domain.person import IN_VAIN, Person, Standing
from netlog.domain.pins import Skip
from netlog.domain.weeks import Week, parse_week
from netlog.namedtuple import NamedTuple
from netlog.plan.active import ActiveTime
from netlog.plan.context import PlanContext

_WEEKS = 3


PUT_OFF = "put off"
"""Out of every slot, for the user said so."""
NOT_PICKED = "not picked"
"""Out of every slot that picks people."""
NOT_NEW = "not new"
"""Out of coffee with someone new alone."""


class Gate(NamedTuple):
    """One gate: whom it holds, how far, what is said of it, and what lifts it.

    `holds` and `says` are given the gates of the week, by which some hold; `hides`
    says in the last line of a plan whom it hid; `lift` is given the handle of the last
    introducer, or WHO, and gives the command, '' where there is none.
    """

    name: str
    reach: str
    holds: Callable[["Gates", Person | Standing], bool]
    says: Callable[["Gates", Person], str]
    hides: str
    lift: Callable[[Person, str], str]


class Gates(NamedTuple):
    """Who is held this week, and by what."""

    today: date
    skipped: frozenset[int]
    swapped: frozenset[int]
    met: frozenset[int]
    sat_with: frozenset[int]
    booked: frozenset[int]
    passed_by: frozenset[int]

    def general(self, person: Person | Standing) -> str:
        """The first gate that keeps somebody out of every slot that picks, or ''."""
        return self._first(_GENERAL, person)

    def for_new(self, person: Person | Standing) -> str:
        """The first gate that keeps somebody out of new alone, or ''."""
        return self._first(_FOR_NEW, person)

    def bars_new(self, person: Person | Standing) -> bool:
        """Whether anything keeps somebody out of new."""
        return bool(self.general(person) or self.for_new(person))

    def put_off(self, person: Person) -> bool:
        """Whether nothing is to be asked about somebody now."""
        gate = self.general(person)
        return bool(gate) and GATES[gate].reach == PUT_OFF

    def by_number(self) -> frozenset[int]:
        """Who is held by what the week holds, and by nothing in their own row."""
        return self.skipped | self.swapped | self.passed_by | self.booked

    def _first(self, gates: tuple[Gate, ...], person: Person | Standing) -> str:
        for gate in gates:
            if gate.holds(self, person):
                return gate.name
        return ""


def is_new(person: Person | Standing) -> bool:
    """No sit-down yet, and not known before netlog."""
    return not person.known and person.first_sitdown is None


def gates_for(context: PlanContext, store: Store, active: ActiveTime) -> Gates:
    """Who is held in a week."""
    skips = sql.skips_in(store, context.week.code)
    met = sql.met_between(store, context.week.monday, context.today)
    return Gates(
        context.today,
        frozenset(s.person_id for s in skips if s.how == "skip"),
        frozenset(s.person_id for s in skips if s.how == "swap"),
        frozenset(meeting.person_id for meeting in met),
        frozenset(meeting.person_id for meeting in met if meeting.sit_down),
        frozenset(sql.booked_from(store, active.back(ASKED_FOR))),
        frozenset(passed_by(context, store, active)),
    )


def passed_by(context: PlanContext, store: Store, active: ActiveTime) -> Iterable[int]:
    """Who was the pick of three earlier weeks, and nothing came of it.

    Neither met, written to, swapped nor skipped; `wake` and a new introduction begin
    the count again, and weeks in which nothing was entered are none.
    """
    for key in sql.picked_often(store):
        if len(picks_since(context, key, store, active)) >= _WEEKS:
            yield key


def picks_since(
    context: PlanContext, person_id: int, store: Store, active: ActiveTime
) -> list[str]:
    """Earlier weeks in which somebody was the pick and nothing came of it."""
    person = sql.person(store, person_id)
    if person is None:
        return []
    put_off = {skip.week for skip in sql.skips_of(store, person_id)}
    return [
        code
        for code in sql.picked_weeks(store, person_id)
        if code < context.week.code and code not in put_off
        if _counts_as_passed(person, parse_week(code))
        and active.counts(parse_week(code).monday)
    ]


def _counts_as_passed(person: Person, week: Week) -> bool:
    """Whether nothing came of a week: not even a word or a try in it or later.

    Nor is there a later introduction, or waking.
    """
    tried = (person.last_contact, person.last_tried)
    begun = (person.fresh_on, person.woken_on)
    return all(day < week.monday for day in tried if day) and all(
        day < week.sunday for day in begun if day
    )


def _is_snoozed(gates: Gates, person: Person | Standing) -> bool:
    return person.snoozed_until is not None and person.snoozed_until > gates.today


def _snoozed(gates: Gates, person: Person) -> str:
    del gates
    until = person.snoozed_until
    return f"snoozed until {spell(until)}" if until else ""


def skip_weeks(skips: list[Skip]) -> int:
    """In how many weeks somebody was skipped."""
    return len({skip.week for skip in skips if skip.how == "skip"})


def _wake(person: Person, introducer: str) -> str:
    del introducer
    return f"netlog wake {person.handle}"


GATES = {
    gate.name: gate
    for gate in (
        Gate(
            "no_person",
            PUT_OFF,
            lambda _, person: person.entity != "person",
            lambda _, person: f"a {person.entity}, not a person",
            "companies and mailboxes",
            lambda person, _: f"netlog edit {person.handle} --person",
        ),
        Gate(
            "resting",
            PUT_OFF,
            lambda _, person: person.resting,
            lambda *_: "resting",
            "resting",
            _wake,
        ),
        Gate("snoozed", PUT_OFF, _is_snoozed, _snoozed, "snoozed", _wake),
        Gate(
            "skipped",
            PUT_OFF,
            lambda gates, person: person.id in gates.skipped,
            lambda *_: "skipped this week",
            "skipped",
            _wake,
        ),
        Gate(
            "booked",
            NOT_PICKED,
            lambda gates, person: person.id in gates.booked,
            lambda *_: "booked already",
            "booked",
            lambda person, _: f"netlog book {person.handle} --cancel",
        ),
        Gate(
            "met",
            NOT_NEW,
            lambda gates, person: person.id in gates.met,
            lambda *_: "met this week already",
            "met already this week",
            lambda *_: "",
        ),
        Gate(
            "no_sell",
            NOT_NEW,
            lambda _, person: person.no_sell,
            lambda *_: "a friend: never in new (no-sell)",
            "friends (no-sell)",
            lambda person, _: f"netlog edit {person.handle} --sell",
        ),
        Gate(
            "dropped",
            NOT_NEW,
            lambda _, person: person.dropped,
            lambda *_: "the introduction was dropped",
            "dropped introductions",
            lambda person, who: f"netlog intro {person.handle} --by {who} --state made",
        ),
        Gate(
            "stuck",
            NOT_NEW,
            lambda _, person: person.open_tries >= IN_VAIN,
            lambda _, person: f"{person.open_tries} sent or tried, and no answer",
            "without an answer",
            lambda person, _: f"netlog heard {person.handle}",
        ),
        Gate(
            "passed_by",
            NOT_NEW,
            lambda gates, person: person.id in gates.passed_by,
            lambda *_: "picked in three weeks, and nothing came of it",
            "picked in three weeks",
            _wake,
        ),
        Gate(
            "swapped",
            NOT_NEW,
            lambda gates, person: person.id in gates.swapped,
            lambda *_: "swapped for another pick this week",
            "swapped",
            _wake,
        ),
    )
}
"""By its name, in the order in which they hold: the first is the one that is said."""
_GENERAL = tuple(gate for gate in GATES.values() if gate.reach != NOT_NEW)
_FOR_NEW = tuple(gate for gate in GATES.values() if gate.reach == NOT_NEW)
