"""Gates: what keeps somebody out, why, and how to lift it."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from netlog.domain.dates import spell
from netlog.domain.person import Person, Standing
from netlog.domain.pins import Skip
from netlog.domain.weeks import Week, week_of
from netlog.plan.frame import Frame
from netlog.records import NamedTuple

if TYPE_CHECKING:
    from netlog.plan.source import PlanSource

_STUCK = 2
_WEEKS = 3


class Gate(NamedTuple):
    """One gate: its name, why it holds, and the command that lifts it.

    `lift` is given the handle of the last introducer, or WHO.
    """

    name: str
    says: Callable[[Person], str]
    lift: Callable[[Person, str], str]


class Gates(NamedTuple):
    """Who is held this week, and by what."""

    today: date
    skipped: frozenset[int]
    swapped: frozenset[int]
    met: frozenset[int]
    sat_with: frozenset[int]
    passed_by: frozenset[int]

    def general(self, person: Person | Standing) -> str:
        """The first gate that keeps somebody out of every slot, or ''."""
        if person.resting:
            return "resting"
        if person.snoozed_until and person.snoozed_until > self.today:
            return "snoozed"
        if person.id in self.skipped:
            return "skipped"
        return "met" if person.id in self.met else ""

    def for_new(self, person: Person | Standing) -> str:
        """The first gate that keeps somebody out of new alone, or ''."""
        if person.no_sell:
            return "no_sell"
        if person.dropped:
            return "dropped"
        if person.attempts >= _STUCK:
            return "stuck"
        return "passed_by" if person.id in self.passed_by else ""

    def bars_new(self, person: Person | Standing) -> bool:
        """Whether anything keeps somebody out of new."""
        barred = self.general(person) or self.for_new(person)
        return bool(barred) or person.id in self.swapped


def is_new(person: Person | Standing) -> bool:
    """No sit-down yet, and not known before netlog."""
    return not person.known and person.first_sitdown is None


def gates_for(frame: Frame, source: "PlanSource") -> Gates:
    """Who is held in a week."""
    skips = source.skips_in(frame.week.code)
    met = source.met(frame.week.monday, frame.today)
    return Gates(
        frame.today,
        frozenset(s.person_id for s in skips if s.how == "skip"),
        frozenset(s.person_id for s in skips if s.how == "swap"),
        frozenset(one.person_id for one in met),
        frozenset(one.person_id for one in met if one.sit_down),
        frozenset(passed_by(frame.week, source)),
    )


def passed_by(week: Week, source: "PlanSource") -> list[int]:
    """Who was the pick of three earlier weeks, and neither met, swapped nor skipped.

    `wake` and a new introduction begin the count again.
    """
    return [
        key
        for key in source.picked_often()
        if len(picks_since(week, key, source)) >= _WEEKS
    ]


def picks_since(week: Week, person_id: int, source: "PlanSource") -> list[str]:
    """Earlier weeks in which somebody was the pick and nothing came of it."""
    person = source.person(person_id)
    if person is None:
        return []
    since = _last_start(person)
    put_off = {skip.week for skip in source.skips_of(person_id)}
    weeks = source.picked_weeks(person_id)
    return [w for w in weeks if since <= w < week.code and w not in put_off]


def _last_start(person: Person) -> str:
    """The week from which picks count: of the last meeting, introduction or wake."""
    days = [day for day in (person.fresh_on, person.woken_on) if day]
    return week_of(max(days)).code if days else ""


def _snoozed(person: Person) -> str:
    until = person.snoozed_until
    return f"snoozed until {spell(until)}" if until else ""


def skip_weeks(skips: list[Skip]) -> int:
    """In how many weeks somebody was skipped."""
    return len({skip.week for skip in skips if skip.how == "skip"})


GATES = {
    gate.name: gate
    for gate in (
        Gate("resting", lambda _: "resting", lambda p, _: f"netlog wake {p.handle}"),
        Gate("snoozed", _snoozed, lambda p, _: f"netlog wake {p.handle}"),
        Gate(
            "skipped",
            lambda _: "skipped this week",
            lambda p, _: f"netlog wake {p.handle}",
        ),
        Gate("met", lambda _: "met this week already", lambda *_: ""),
        Gate(
            "no_sell",
            lambda _: "a friend: never in new (no-sell)",
            lambda p, _: f"netlog edit {p.handle} --sell",
        ),
        Gate(
            "dropped",
            lambda _: "the introduction was dropped",
            lambda p, who: f"netlog intro {p.handle} --by {who} --state made",
        ),
        Gate(
            "stuck",
            lambda p: f"{p.attempts} tries and no answer",
            lambda p, _: f"netlog log {p.handle} -k email",
        ),
        Gate(
            "passed_by",
            lambda _: "picked in three weeks, and never met",
            lambda p, _: f"netlog wake {p.handle}",
        ),
        Gate(
            "swapped",
            lambda _: "swapped for another pick this week",
            lambda p, _: f"netlog wake {p.handle}",
        ),
    )
}
