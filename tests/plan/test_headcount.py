"""The headcount: everybody is counted once, and the parts add up, on any database."""

from collections import Counter
from datetime import timedelta

from hypothesis import HealthCheck, given, settings, strategies as st
from tests.plan.builders import MONDAY, Network, ago, context, handles, later

from netlog.db import sql
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.person import Person
from netlog.domain.weeks import Week
from netlog.plan.context import PlanContext
from netlog.plan.gates import GATES, gates_for
from netlog.plan.headcount import Headcount
from netlog.plan.result import Counts, Plan

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
    network.add("ada")
    network.add("bea", "cal", known=True, every="3m", starts_on=ago(100))
    network.add("dan", known=True, every="3m")
    network.add("eve", "fay", known=True)
    network.add("gus", "hal", "ivy", "jim", "kim", "lea", "max")
    network.add("nia", "oli", no_sell=True, starts_on=ago(500))
    network.log("oli", on=ago(30))
    network.rest("cal")
    network.snooze("fay", later(weeks=1))
    network.put_off("gus", "skip")
    network.put_off("hal", "swap")
    network.log("ivy", kind="event")
    network.log("ivy", kind="note")
    network.log("jim")
    network.tries("kim", ago(9), ago(2))
    network.introduce("lea", by="eve", state="dropped")
    assert counted(network) == (
        Counts(people=15, eligible=3, not_due=3, hidden=9),
        {
            "dropped": 1,
            "met": 2,
            "no_sell": 1,
            "resting": 1,
            "skipped": 1,
            "snoozed": 1,
            "stuck": 1,
            "swapped": 1,
        },
    )


def test_the_day_until_which_keep_asks_is_the_last_that_ends_by_sunday() -> None:
    """Three months before Sunday 8 June; nobody without a cadence."""
    assert context().keep_until("3m") == later(days=6).replace(month=3)
    assert context().keep_until("") == MONDAY.min


def test_whoever_is_asked_again_is_eligible() -> None:
    """Sat down with over a year ago, written to since: not due, but asked for."""
    network = Network()
    network.add("ada", "bea")
    network.log("ada", on=ago(400))
    network.log("ada", "bea", kind="email", on=ago(30))
    network.log("bea", on=ago(300))
    assert handles(network.plan().new.pick) == ["ada"]
    assert counted(network)[0] == Counts(people=2, eligible=1, not_due=1, hidden=0)


def test_whoever_could_be_asked_again_is_eligible_though_cut_off() -> None:
    """Whom a slot could ask for, shown or cut off by its size."""
    network = Network()
    names = NAMES[:5]
    network.add(*names)
    network.log(*names, on=ago(400))
    network.log(*names, kind="email", on=ago(30))
    plan = network.plan()
    assert len(plan.new.pick + plan.new.alternates) == 3
    assert plan.counts == Counts(people=5, eligible=5, not_due=0, hidden=0)


def days() -> st.SearchStrategy[int]:
    """Days after the base, up to the day of the plan."""
    return st.integers(0, (MONDAY - BASE).days)


WHO = st.integers(0, len(NAMES) - 1)
CHANGES = st.one_of(
    st.tuples(st.just("log"), WHO, days(), st.sampled_from(sorted(TOUCH_KINDS))),
    st.tuples(
        st.just("log"), WHO, st.integers(418, 420), st.sampled_from(["event", "note"])
    ),
    st.tuples(st.just("try"), WHO, days()),
    st.tuples(st.just("intro"), WHO, WHO, days(), st.sampled_from("omd")),
    st.tuples(st.just("promise"), WHO, st.integers(-9, 20)),
    st.tuples(st.just("skip"), WHO),
    st.tuples(st.just("swap"), WHO),
    st.tuples(st.just("snooze"), WHO, st.integers(-5, 20)),
    st.tuples(st.just("rest"), WHO),
    st.tuples(st.just("wake"), WHO),
    st.tuples(st.just("edit"), WHO, st.sampled_from(["known", "no_sell"])),
    st.tuples(st.just("every"), WHO, st.sampled_from(["", "2w", "3m", "2y"])),
    st.tuples(st.just("remove"), WHO),
    st.tuples(st.just("due"), st.integers(1, 5)),
)
STATES = {"o": "offered", "m": "made", "d": "dropped"}


class Told:
    """A network to which random things happen; what cannot be is left out."""

    def __init__(self) -> None:
        self.network = Network(BASE)
        for number, name in enumerate(NAMES):
            self.network.add(name, starts_on=BASE + timedelta(weeks=5 * number))
        self.network.today = MONDAY
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

    def _try(self, name: str, day: int) -> None:
        self.network.tries(name, BASE + timedelta(days=day))

    def _intro(self, name: str, by: int, day: int, state: str) -> None:
        if NAMES[by] not in {name, *self.gone}:
            on = BASE + timedelta(days=day)
            self.network.introduce(name, by=NAMES[by], on=on, state=STATES[state])

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

    def _edit(self, name: str, field: str) -> None:
        self.network.edit(name, **{field: True})

    def _every(self, name: str, every: str) -> None:
        self.network.edit(name, every=every)

    def _remove(self, name: str) -> None:
        self.network.remove(name)
        self.gone.add(name)


def people_of(network: Network, ids: frozenset[int]) -> dict[int, Person]:
    """The people of these ids who are there."""
    everybody = sql.everybody(network.store)
    return {one.id: one for one in everybody if one.id in ids}


def one_by_one(network: Network, context: PlanContext, plan: Plan) -> Counter[str]:
    """Everybody classified for themselves."""
    gates = gates_for(context, network.store)
    asked = people_of(network, asked_for(network, context, plan))
    headcount = Headcount(context, network.store, gates, asked)
    people = sql.everybody(network.store)
    standings = (sql.standing(network.store, person.id) for person in people)
    return Counter(headcount.verdict(one) for one in standings if one)


def asked_for(network: Network, context: PlanContext, plan: Plan) -> frozenset[int]:
    """Whom a promise, a follow-up or, where nobody is new, a second coffee asks for."""
    asked = {line.person.id for line in (*plan.promises, *plan.follow_up)}
    if any(line.more for line in plan.new.pick):
        gates = gates_for(context, network.store)
        asked |= {
            one.id
            for one in sql.everybody(network.store)
            if one.last_sitdown is not None
            and one.last_sitdown <= context.again_until
            and not gates.bars_new(one)
        }
    return frozenset(asked)


@given(st.lists(CHANGES, max_size=25), st.sampled_from([0, 0, 0, 1, -1, 4]))
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_everybody_is_counted_once_on_any_database(
    changes: list[tuple[object, ...]], week: int
) -> None:
    """The quick count equals the slow one; parts add up; nobody shown is hidden."""
    told = Told()
    for what, *facts in changes:
        told.tell(str(what), *facts)
    context = told.network.context(week_away(told.network, week))
    plan = told.network.plan(context.week)
    slow = one_by_one(told.network, context, plan)
    counts = plan.counts
    assert counts.people == len(NAMES) - len(told.gone) == slow.total()
    assert counts.eligible + counts.not_due + counts.hidden == counts.people
    assert counts.hidden == sum(plan.hidden.values())
    assert set(plan.hidden) <= set(GATES)
    assert (counts.eligible, counts.not_due) == (slow["eligible"], slow["not due"])
    assert dict(plan.hidden) == {k: n for k, n in slow.items() if k in GATES}
    assert verdicts(told.network, context, plan) <= {"eligible"}


def week_away(network: Network, weeks: int) -> Week:
    """So many weeks from this one."""
    return Week(network.context().week.monday + timedelta(weeks=weeks))


def verdicts(network: Network, context: PlanContext, plan: Plan) -> set[str]:
    """How those are counted who stand in new, keep and reconnect."""
    store = network.store
    asked = people_of(network, asked_for(network, context, plan))
    headcount = Headcount(context, store, gates_for(context, store), asked)
    shown = plan.new.pick + plan.new.alternates + plan.keep + plan.reconnect
    standings = (sql.standing(store, line.person.id) for line in shown)
    return {headcount.verdict(one) for one in standings if one}
