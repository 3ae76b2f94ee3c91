"""The headcount: everybody is counted once, and the parts add up, on any database."""

from collections import Counter
from datetime import timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from tests.plan.builders import MONDAY, Network, ago, copied, handles, later

from netlog.db import sql
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.weeks import Week
from netlog.plan.gates import GATES
from netlog.plan.headcount import WAITS, Headcount, hides
from netlog.plan.inputs import PlanInputs, inputs_for
from netlog.plan.result import Counts, Plan
from netlog.plan.slots import keep, new, no_answer, phone, reconnect
from netlog.plan.week import fill_slots, headcount_of

NAMES = ("ada", "bea", "cal", "dan", "eve", "fay", "gus", "hal")
BASE = MONDAY - timedelta(weeks=60)


def counted(network: Network) -> tuple[Counts, dict[str, int]]:
    """The counts of a plan, and what is hidden."""
    plan = network.plan()
    return plan.counts, dict(plan.hidden)


def test_nobody_is_counted_where_nobody_is() -> None:
    """The user is nobody's contact."""
    assert counted(Network()) == (Counts(0, 0, 0, 0), {})


def test_everybody_is_asked_for_or_waits_or_is_held() -> None:
    """One of each sort."""
    network = Network()
    network.add("typed")
    network.add("due", "rests", no_sell=True, every="3m", starts_on=ago(100))
    network.add("kept", "sleeps", "booked", no_sell=True, every="1y")
    network.log("kept", "booked", kind="call", on=ago(9))
    network.rest("rests")
    network.snooze("sleeps", later(weeks=1))
    network.book("booked", on=later(weeks=4))
    network.add("skipped", "swapped", "met", "stuck", "dropped", "friend")
    network.put_off("skipped", "skip")
    network.put_off("swapped", "swap")
    network.log("met", kind="event")
    network.log("met", kind="card")
    network.tries("stuck", ago(9), ago(2))
    network.introduce("dropped", by="kept", state="dropped")
    network.edit("friend", no_sell=True)
    network.add("firm", entity="company")
    network.add("waits", via="kept", on=ago(200))
    network.sends("waits", ago(30), ago(2))
    assert counted(network) == (
        Counts(people=14, eligible=2, not_due=2, hidden=10),
        {
            "dropped": 1,
            "met": 1,
            "no_person": 1,
            "no_sell": 1,
            "resting": 1,
            "skipped": 1,
            "snoozed": 1,
            "stuck": 1,
            "swapped": 1,
            "waits": 1,
        },
    )


def test_whoever_is_held_in_one_slot_and_asked_in_another_is_eligible() -> None:
    """A friend in keep, somebody stuck who is owed a promise, somebody booked."""
    network = Network()
    network.add("friend", no_sell=True, every="1w", starts_on=ago(100))
    network.add("stuck", "booked", "met")
    network.tries("stuck", ago(9), ago(2))
    network.promise("stuck", "a book", ago(3))
    network.book("booked", on=later(days=2))
    network.log("met", kind="event", on=MONDAY)
    assert counted(network) == (Counts(people=4, eligible=4, not_due=0, hidden=0), {})


def test_a_friend_with_a_cadence_is_not_hidden_from_new() -> None:
    """They stand in keep when it ends; one without is for no slot now."""
    network = Network()
    network.add("ada", no_sell=True, every="1y")
    network.add("bea", no_sell=True)
    network.add("zoe")
    assert counted(network) == (
        Counts(people=3, eligible=1, not_due=1, hidden=1),
        {"no_sell": 1},
    )


def test_whoever_is_asked_again_is_eligible_though_cut_off() -> None:
    """Whom a slot could ask for, shown or cut off by its size."""
    network = Network()
    names = NAMES[:5]
    network.add(*names)
    network.log(*names, on=ago(400))
    network.log(*names, kind="email", on=ago(30))
    plan = network.plan()
    assert len(plan.new.pick + plan.new.alternates) == 3
    assert plan.counts == Counts(people=5, eligible=5, not_due=0, hidden=0)
    network.add("zoe")
    assert network.plan().counts == Counts(people=6, eligible=1, not_due=5, hidden=0)


def test_drifting_ones_are_counted_as_others_are() -> None:
    """Though no cadence says so, and the slot shows none of them."""
    network = Network(keep=0)
    network.add("ada", "bea", no_sell=True, known=True)
    for name, days in (("ada", 60), ("bea", 9)):
        for number in range(6):
            network.log(name, kind="call", on=ago(days + 10 * number))
    network.add("zoe")
    assert counted(network)[0] == Counts(people=3, eligible=2, not_due=1, hidden=0)


def test_a_tag_counts_as_its_cadence_says() -> None:
    """Sooner than everybody, or later, shown or cut off."""
    network = Network(keep=0, cadence={"tag:board": "6w", "tag:choir": "39w"})
    for name, tag in (("ada", "board"), ("bea", "choir"), ("cal", "chess")):
        network.add(name, no_sell=True, known=True, details={"tag": tag})
    network.add("zoe")
    network.log("ada", on=ago(50))
    network.log("bea", "cal", on=ago(200))
    assert counted(network)[0] == Counts(people=4, eligible=3, not_due=1, hidden=0)


@pytest.mark.parametrize("weeks", [1, 2, 4, 5, 6])
def test_a_young_tie_with_a_short_cadence_waits_since_the_last_contact(
    weeks: int,
) -> None:
    """Not since the coffee: two weeks after a card that came three weeks later."""
    network = Network(cadence={"expert": "2w"})
    network.add("ada", details={"kind": "expert"})
    network.add("bea", every="2w")
    network.add("typed")
    network.log("ada", "bea")
    network.log("ada", "bea", kind="card", on=later(weeks=3))
    network.today = later(weeks=weeks)
    eligible = 3 if weeks >= 5 else 1
    assert counted(network) == (Counts(3, eligible, 3 - eligible, 0), {})


def test_who_is_paused_is_not_due_unless_silent_for_a_year() -> None:
    """Then reconnect could ask for them."""
    network = Network(ago(28))
    network.add("ada", "bea", no_sell=True, known=True, every="4w")
    network.log("ada", kind="call", on=ago(100))
    network.log("bea", kind="call", on=ago(500))
    for _ in range(4):
        network.asked("ada", "keep")
        network.asked("bea", "keep")
        network.live(network.today + timedelta(weeks=1))
    network.add("zoe")
    plan = network.plan()
    assert (plan.keep, handles(plan.reconnect)) == ((), ["bea"])
    assert plan.counts == Counts(people=3, eligible=2, not_due=1, hidden=0)


def test_people_of_a_phone_are_eligible_but_while_the_user_may_say_how_often() -> None:
    """Three are asked about, the others cut off; then four weeks in peace."""
    network = Network()
    names = [f"p{number}" for number in range(8)]
    network.add(*names, source="contacts", no_sell=True)
    counts = [network.due(later(weeks=week)).counts for week in range(5)]
    assert [(each.eligible, each.not_due) for each in counts] == [
        *((8, 0), (5, 3), (2, 6), (0, 8), (3, 5))
    ]


def test_what_is_hidden_is_said_in_words() -> None:
    """Of every gate, and of who waits."""
    said = {name: hides(name) for name in (*GATES, WAITS)}
    assert all(said.values())
    assert said[WAITS] == "waiting for an answer"


def days() -> st.SearchStrategy[int]:
    """Days after the base, up to the day of the plan."""
    return st.integers(0, (MONDAY - BASE).days)


WHO = st.integers(0, len(NAMES) - 1)
CHANGES = st.one_of(
    st.tuples(st.just("log"), WHO, days(), st.sampled_from(sorted(TOUCH_KINDS))),
    st.tuples(
        st.just("log"), WHO, st.integers(410, 420), st.sampled_from(["event", "card"])
    ),
    st.tuples(st.just("chat"), WHO, days(), st.integers(1, 40)),
    st.tuples(st.just("try"), WHO, days()),
    st.tuples(st.just("hear"), WHO, days()),
    st.tuples(st.just("intro"), WHO, WHO, days(), st.sampled_from("omd")),
    st.tuples(st.just("book"), WHO, st.integers(-9, 20)),
    st.tuples(st.just("promise"), WHO, st.integers(-9, 20)),
    st.tuples(st.just("skip"), WHO),
    st.tuples(st.just("swap"), WHO),
    st.tuples(st.just("snooze"), WHO, st.integers(-5, 20)),
    st.tuples(st.just("rest"), WHO),
    st.tuples(st.just("wake"), WHO),
    st.tuples(st.just("edit"), WHO, st.sampled_from(["known", "no_sell", "company"])),
    st.tuples(st.just("every"), WHO, st.sampled_from(["", "2w", "3m", "2y"])),
    st.tuples(st.just("remove"), WHO),
    st.tuples(st.just("due"), st.integers(1, 9)),
)
STATES = {"o": "offered", "m": "made", "d": "dropped"}
EDITS: dict[str, dict[str, Any]] = {
    "known": {"said_known": "yes"},
    "no_sell": {"no_sell": True},
    "company": {"entity": "company"},
}


CADENCE = {"friend": "3w", "tag:choir": "39w"}


@cache
def beginning() -> bytes:
    """Eight people who came in 60 weeks ago, every other one from a list."""
    network = Network(BASE, cadence=CADENCE)
    for number, name in enumerate(NAMES):
        details = {"tag": "choir"} if number % 3 == 0 else {}
        source = "typed" if number % 2 else "list"
        starts = BASE + timedelta(weeks=5 * number)
        network.add(name, starts_on=starts, source=source, details=details)
    network.live(MONDAY)
    return network.store.connection.serialize()


class Told:
    """A network to which random things happen; what cannot be is left out."""

    def __init__(self) -> None:
        self.network = Network(cadence=CADENCE)
        self.network.store = copied(beginning())
        self.gone: set[str] = set()
        self.put_off: set[tuple[str, str]] = set()

    def tell(self, what: str, *facts: object) -> None:
        """One change."""
        if what == "due":
            assert isinstance(facts[0], int)
            self.network.due(MONDAY - timedelta(weeks=facts[0]))
            self.network.today = MONDAY
            return
        assert isinstance(facts[0], int)
        name = NAMES[facts[0]]
        if name not in self.gone:
            getattr(self, f"_{what}")(name, *facts[1:])

    def _log(self, name: str, day: int, kind: str) -> None:
        self.network.log(name, kind=kind, on=BASE + timedelta(days=day))

    def _chat(self, name: str, day: int, gap: int) -> None:
        for number in range(6):
            on = BASE + timedelta(days=day - number * gap)
            self.network.log(name, kind="call", on=on)

    def _try(self, name: str, day: int) -> None:
        self.network.tries(name, BASE + timedelta(days=day))

    def _hear(self, name: str, day: int) -> None:
        self.network.hears(name, BASE + timedelta(days=day))

    def _intro(self, name: str, by: int, day: int, state: str) -> None:
        if NAMES[by] not in {name, *self.gone}:
            on = BASE + timedelta(days=day)
            self.network.introduce(name, by=NAMES[by], on=on, state=STATES[state])

    def _book(self, name: str, in_days: int) -> None:
        self.network.book(name, on=later(days=in_days))

    def _promise(self, name: str, in_days: int) -> None:
        self.network.promise(name, "a book", later(days=in_days))

    def _skip(self, name: str, how: str = "skip") -> None:
        if (name, how) not in self.put_off:
            self.network.put_off(name, how)
            self.put_off.add((name, how))

    def _swap(self, name: str) -> None:
        self._skip(name, "swap")

    def _snooze(self, name: str, in_days: int) -> None:
        self.network.snooze(name, later(days=in_days))

    def _rest(self, name: str) -> None:
        self.network.rest(name)

    def _wake(self, name: str) -> None:
        self.network.wake(name)
        self.put_off -= {(name, "skip"), (name, "swap")}

    def _edit(self, name: str, what: str) -> None:
        self.network.edit(name, **EDITS[what])

    def _every(self, name: str, every: str) -> None:
        self.network.edit(name, every=every)

    def _remove(self, name: str) -> None:
        self.network.remove(name)
        self.gone.add(name)


def everybody(network: Network) -> list[int]:
    """The keys of all people."""
    return [each.id for each in sql.everybody(network.store)]


def one_by_one(network: Network, headcount: Headcount) -> Counter[str]:
    """Everybody classified for themselves."""
    people = (sql.person(network.store, key) for key in everybody(network))
    return Counter(headcount.verdict(each) for each in people if each)


def could_be_asked(inputs: PlanInputs, plan: Plan) -> set[int]:
    """Whoever stands in a list from which a slot takes its people, or in a slot."""
    people = [each.person for each in keep.waiting(inputs, ()).due]
    people += [line.person for line in reconnect.ranked(inputs, ())]
    people += [line.person for line in new.ranked(inputs)]
    slots = (
        *(plan.promises, plan.follow_up, plan.booked, plan.no_answer, plan.thank),
        *(plan.phone, plan.ask_back, plan.new.pick, plan.new.alternates),
    )
    people += [line.person for slot in slots for line in slot]
    return {person.id for person in people}


@given(st.lists(CHANGES, max_size=25), st.sampled_from([0, 0, 0, 1, -1, 4]))
@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
def test_everybody_is_counted_once_on_any_database(
    changes: list[tuple[object, ...]], week: int
) -> None:
    """The quick count equals the slow one; parts add up; nobody asked for is hidden."""
    told = Told()
    for what, *facts in changes:
        told.tell(str(what), *facts)
    network = told.network
    context = network.context(week_away(network, week))
    plan, inputs = network.plan(context.week), inputs_for(context, network.store)
    headcount = headcount_of(inputs, fill_slots(inputs))
    slow = one_by_one(network, headcount)
    counts = plan.counts
    assert counts.people == len(NAMES) - len(told.gone) == slow.total()
    assert counts.eligible + counts.not_due + counts.hidden == counts.people
    assert counts.hidden == sum(plan.hidden.values())
    assert (counts.eligible, counts.not_due) == (slow["eligible"], slow["not due"])
    hidden = {k: n for k, n in slow.items() if k not in {"eligible", "not due"}}
    assert (dict(plan.hidden), set(hidden) <= {*GATES, WAITS}) == (hidden, True)
    waits = no_answer.fill(inputs).waiting
    quiet = phone.lately_asked(inputs)
    for key in could_be_asked(inputs, plan) - waits - quiet:
        person = sql.person(network.store, key)
        assert person
        assert headcount.verdict(person) in {"eligible", *EVERYWHERE}


EVERYWHERE = ("no_person", "resting", "snoozed", "skipped")


def week_away(network: Network, weeks: int) -> Week:
    """So many weeks from this one."""
    return Week(network.context().week.monday + timedelta(weeks=weeks))


@pytest.mark.parametrize("gate", ["resting", "snoozed", "skipped", "no_person"])
def test_who_is_held_everywhere_is_hidden_whatever_is_asked(gate: str) -> None:
    """A promise stands all the same."""
    network = Network()
    network.add("ada")
    network.promise("ada", "a book", ago(3))
    if gate == "resting":
        network.rest("ada")
    elif gate == "snoozed":
        network.snooze("ada", later(weeks=3))
    elif gate == "skipped":
        network.put_off("ada")
    else:
        network.edit("ada", entity="group")
    assert handles(network.plan().promises) == ["ada"]
    assert counted(network) == (
        Counts(people=1, eligible=0, not_due=0, hidden=1),
        {gate: 1},
    )
