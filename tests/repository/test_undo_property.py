"""Whatever is done can be undone and done again, and what is derived is true."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from tests.repository.filled import JOURNAL, NOW, TODAY, in_memory, snapshot
from tests.repository.standings import is_derived
from tests.repository.thanks import derived_anew, waiting

from netlog.db import sql
from netlog.domain.details import keyed
from netlog.domain.introduction import Introduction
from netlog.domain.kinds import (
    ANSWERS,
    BOOKING_STATES,
    ENTRY_KINDS,
    GUESSES,
    INTRODUCTION_STATES,
    PERSON_KINDS,
    SAID_KNOWN,
    SOURCES,
    TOUCH_KINDS,
    WAYS,
)
from netlog.domain.person import ME_ID, Newcomer, Person
from netlog.domain.pins import ToPin
from netlog.domain.promise import Promise
from netlog.domain.touch import Touch
from netlog.domain.weeks import parse_week
from netlog.errors import NetlogError
from netlog.repository import (
    bookings,
    introductions,
    ledger,
    people,
    plan,
    promises,
    touches,
)
from netlog.repository.anniversaries import keep_anniversaries
from netlog.repository.change import OpenChange, changing
from netlog.repository.plan import pin
from netlog.repository.undo import redo, undo

NAMES = st.sampled_from(["Ann", "Bea Ott", "Cleo", "Dorie Clark", "Émile", "王小明"])
WORDS = st.sampled_from(["", "Acme", "HR", "tea"])
DAYS = st.integers(0, 900).map(lambda back: TODAY - timedelta(days=back))
KINDS = st.sampled_from(list(TOUCH_KINDS.values()))
WEEKS = st.sampled_from(["2025-W22", "2025-W23"])
WHICH = st.integers(0, 7)
"""Which of those that are there, counted round."""
DETAILS = st.lists(
    st.one_of(
        st.tuples(st.just("kind"), st.sampled_from(PERSON_KINDS)),
        st.tuples(
            st.sampled_from(["tag", "email"]), st.sampled_from(["a", "A", "b@c"])
        ),
    ),
    max_size=3,
)
EVERY = st.sampled_from(["", "2w", "6m"])

Rows = dict[str, list[tuple[Any, ...]]]


def somebody(machine: Any) -> bool:
    """Whether there is anybody but the user."""
    return bool(machine.people())


class Journal(RuleBasedStateMachine):
    """A database that is changed at random, beside the states it had."""

    def __init__(self) -> None:
        super().__init__()
        self.store = in_memory()
        self.done: list[tuple[Rows, Rows]] = []
        self.undone: list[tuple[Rows, Rows]] = []

    # What there is.

    def lasting(self) -> Rows:
        """Every row that undo is about."""
        return snapshot(self.store, *JOURNAL)

    def people(self) -> list[Person]:
        """Everybody but the user."""
        return sql.everybody(self.store)

    def person(self, which: int) -> Person:
        """One of those who are there."""
        people = self.people()
        return people[which % len(people)]

    def keys(self, which: Sequence[int]) -> list[int]:
        """Some of those who are there, each once."""
        return list(dict.fromkeys(self.person(number).id for number in which))

    def any_of(self, table: str, which: int) -> int:
        """The number of one row of a table; 0 where there is none."""
        rows = self.lasting()[table]
        return int(rows[which % len(rows)][0]) if rows else 0

    def touch(self, which: int) -> Touch:
        """One of the touches."""
        return touches.get(self.store, self.any_of("touch", which))

    def introduction(self, which: int) -> Introduction:
        """One of the introductions."""
        return introductions.get(self.store, self.any_of("introduction", which))

    def owed(self, which: int) -> Promise:
        """One of the promises."""
        return promises.get(self.store, self.any_of("promise", which))

    # How it is changed.

    def change(self, act: Callable[[OpenChange], object]) -> None:
        """One change that is either recorded, or refused and leaves nothing."""
        before, count = self.lasting(), self.recorded()
        try:
            with changing(self.store, NOW, "did") as change:
                act(change)
        except NetlogError:
            assert (self.lasting(), self.recorded()) == (before, count)
            return
        if self.recorded() != count:
            self.done.append((before, self.lasting()))
            self.undone.clear()
        else:
            assert self.lasting() == before

    def recorded(self) -> int:
        """How many changes the journal knows."""
        return len(sql.changes(self.store, most=10_000))

    @initialize(many=st.lists(NAMES, min_size=2, max_size=4))
    def begin(self, many: list[str]) -> None:
        """A few people to begin with."""
        for name in many:
            self.change(lambda c, name=name: people.add(c, Newcomer(name, TODAY)))  # type: ignore[misc] # mypy does not follow the default

    @rule(
        name=NAMES,
        day=DAYS,
        every=EVERY,
        org=WORDS,
        source=st.sampled_from(SOURCES),
        pairs=DETAILS,
    )
    def add(self, name: str, day: Any, pairs: Any, **known: Any) -> None:
        """Take somebody in."""
        newcomer = Newcomer(name, day, details=keyed(pairs))._replace(**known)
        self.change(lambda c: people.add(c, newcomer))

    @precondition(somebody)
    @rule(
        which=st.lists(WHICH, min_size=1, max_size=3),
        kind=KINDS,
        day=DAYS,
        place=WORDS,
        answered=st.sampled_from(["", *ANSWERS]),
        inbound=st.booleans(),
    )
    def log(self, which: list[int], **what: Any) -> None:
        """A touch with several people, something sent, or an attempt."""
        ids, kind, day = self.keys(which), what.pop("kind"), what.pop("day")
        self.change(lambda c: touches.log(c, ids, kind, day, **what))

    @precondition(somebody)
    @rule(which=WHICH, day=DAYS)
    def hear(self, which: int, day: Any) -> None:
        """Somebody answers what was sent to them, if anything was."""
        key = self.person(which).id
        self.change(lambda c: touches.hear(c, key, day))

    @precondition(somebody)
    @rule(
        which=st.lists(WHICH, min_size=1, max_size=3),
        day=DAYS,
        state=st.sampled_from(BOOKING_STATES),
        touch=WHICH,
    )
    def book(self, which: list[int], day: Any, state: str, touch: int) -> None:
        """A touch that is to come, or what became of it."""
        ids, at = self.keys(which), self.any_of("touch", touch)

        def act(change: OpenChange) -> None:
            booked = bookings.book(change, ids, day, "coffee")
            if at and state == "held":
                bookings.hold(change, [booked], at)
            elif state != "held":
                bookings.edit(change, booked, state=state)

        self.change(act)

    @precondition(somebody)
    @rule(
        which=WHICH,
        label=st.sampled_from(["met", "wedding"]),
        day=st.sampled_from(["--05-03", "2011-06-04", ""]),
    )
    def remember(self, which: int, label: str, day: str) -> None:
        """A day of somebody's, or none any more."""
        person = self.person(which)
        self.change(lambda c: keep_anniversaries(c, person, [(label, day)]))

    @precondition(somebody)
    @rule(
        three=st.tuples(WHICH, WHICH, WHICH),
        mine=st.sampled_from(["by me", "to me", "of others"]),
        day=DAYS,
        state=st.sampled_from(INTRODUCTION_STATES),
        words=WORDS,
    )
    def introduce(
        self, three: tuple[int, int, int], mine: str, day: Any, **facts: str
    ) -> None:
        """An introduction by anybody of anybody; some make no sense."""
        by, first, second = (self.person(which).id for which in three)
        by = ME_ID if mine == "by me" else by
        first = ME_ID if mine == "to me" else first
        self.change(
            lambda c: introductions.introduce(c, by, first, second, day, **facts)
        )

    @precondition(somebody)
    @rule(which=WHICH, day=DAYS, theirs=st.booleans())
    def promise(self, which: int, day: Any, *, theirs: bool) -> None:
        """Something owed, by the user or to them."""
        key = self.person(which).id

        def act(change: OpenChange) -> None:
            made = promises.make(change, key, "a book", day)
            promises.edit(change, made, theirs=theirs)

        self.change(act)

    @rule(which=WHICH, state=st.sampled_from(["kept", "dropped"]), day=DAYS)
    def close(self, which: int, state: str, day: Any) -> None:
        """A promise is kept or dropped; one that is closed stays so."""
        number = self.any_of("promise", which)
        self.change(lambda c: promises.close(c, number, state, day))

    @precondition(somebody)
    @rule(
        which=WHICH,
        other=WHICH,
        way=st.sampled_from(WAYS),
        kind=st.sampled_from(ENTRY_KINDS),
        day=DAYS,
    )
    def record(self, which: int, other: int, way: str, kind: str, day: Any) -> None:
        """Something given or got, perhaps at a touch, about somebody."""
        key, about = self.person(which).id, self.person(other).id
        at = self.any_of("touch", other) or None
        more = {"touch_id": at, "other_id": about, "cents": which * 100}
        self.change(lambda c: ledger.add(c, key, way, kind, day, **more))

    @precondition(somebody)
    @rule(which=WHICH, day=DAYS)
    def thank(self, which: int, day: Any) -> None:
        """Somebody is thanked for all that waits."""
        key = self.person(which).id
        self.change(lambda c: ledger.thank(c, sql.thanks_waiting(c.store, key), day))

    @rule(which=WHICH, word=st.sampled_from(GUESSES))
    def guess(self, which: int, word: str) -> None:
        """What may come of a touch of which nothing was guessed."""
        number = self.any_of("touch", which)
        if number and not sql.guess_of(self.store, number):
            self.change(lambda c: ledger.guess(c, number, word))

    @precondition(somebody)
    @rule(
        which=WHICH,
        fields=st.fixed_dictionaries(
            {},
            optional={
                "name": NAMES,
                "every": EVERY,
                "org": WORDS,
                "starts_on": DAYS,
                "said_known": st.sampled_from(SAID_KNOWN),
                "handle": st.sampled_from(["ann", "x", "ann-2"]),
            },
        ),
        pairs=DETAILS,
        cleared=st.sampled_from(["", "kind", "tag"]),
    )
    def edit(self, which: int, fields: Any, pairs: Any, cleared: str) -> None:
        """What is known of somebody changes."""
        person = self.person(which)

        def act(change: OpenChange) -> None:
            people.clear_details(change, person.id, cleared)
            for field, value in pairs:
                people.add_detail(change, person.id, field, value)
            people.edit(change, person, **fields)

        self.change(act)

    @rule(which=WHICH, day=DAYS, kind=KINDS, answered=st.sampled_from(["", *ANSWERS]))
    def mend_touch(self, which: int, day: Any, kind: Any, answered: str) -> None:
        """A touch was on another day, of another kind, or had an answer."""
        fields = touches.kind_columns(kind) | {"day": day, "answered": answered}
        self.change(lambda c: touches.edit(c, self.touch(which), **fields))

    @rule(which=WHICH, day=DAYS, state=st.sampled_from(INTRODUCTION_STATES))
    def mend_introduction(self, which: int, day: Any, state: str) -> None:
        """An introduction was on another day, or went another way."""
        self.change(
            lambda c: introductions.edit(
                c, self.introduction(which), day=day, state=state
            )
        )

    @rule(which=WHICH, day=DAYS)
    def mend_promise(self, which: int, day: Any) -> None:
        """A promise was for another day."""
        self.change(lambda c: promises.edit(c, self.owed(which), due=day))

    @precondition(somebody)
    @rule(which=WHICH)
    def remove_person(self, which: int) -> None:
        """Somebody is taken out, with all that is theirs alone."""
        person = self.person(which)
        self.change(lambda c: people.remove(c, person))

    @rule(
        which=WHICH,
        what=st.sampled_from(["touch", "introduction", "promise", "entry"]),
    )
    def remove_entry(self, which: int, what: str) -> None:
        """An entry is taken out."""
        acts: dict[str, Callable[[OpenChange], object]] = {
            "touch": lambda c: touches.remove(c, self.touch(which)),
            "introduction": lambda c: introductions.remove(c, self.introduction(which)),
            "promise": lambda c: promises.remove(c, self.owed(which)),
            "entry": lambda c: ledger.remove(
                c, ledger.get(c.store, self.any_of("entry", which))
            ),
        }
        self.change(acts[what])

    @precondition(somebody)
    @rule(
        which=WHICH,
        week=WEEKS,
        how=st.sampled_from(["skip", "swap", "snooze", "rest", "wake"]),
    )
    def plan(self, which: int, week: str, how: str) -> None:
        """What the user tells the plan."""
        person = self.person(which)
        acts: dict[str, Callable[[OpenChange], object]] = {
            "snooze": lambda c: plan.snooze(c, person, TODAY),
            "rest": lambda c: plan.rest(c, person),
            "wake": lambda c: plan.wake(c, person, week, TODAY),
        }
        usual = lambda c: plan.put_off(c, person, week, how)  # noqa: E731 (one of the acts)
        self.change(acts.get(how, usual))

    @precondition(somebody)
    @rule(which=WHICH, week=WEEKS, place=st.integers(0, 2))
    def pin(self, which: int, week: str, place: int) -> None:
        """A pin is outside the journal: it is no change and ends no redo."""
        before = self.lasting()
        monday = parse_week(week).monday
        pin(self.store, NOW, [ToPin("new", week, place, monday, self.person(which).id)])
        assert self.lasting() == before

    # What must hold.

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        """The newest change goes, and everything is as it was before it."""
        undo(self.store, NOW)
        self.undone.append(self.done.pop())
        assert self.lasting() == self.undone[-1][0]

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        """The change comes back, and everything is as it was after it."""
        redo(self.store, NOW)
        self.done.append(self.undone.pop())
        assert self.lasting() == self.done[-1][1]

    @invariant()
    def what_is_derived_is_true(self) -> None:
        """The columns beside a person are what their touches and so on say.

        Who waits to be thanked is who is on the path of an outcome.
        """
        assert is_derived(self.store)
        assert not sql.misstated_bookings(self.store)
        assert waiting(self.store) == derived_anew(self.store)

    def teardown(self) -> None:
        """To the very beginning, and back to the end, true at every step."""
        self.undone.clear()
        changes = len(self.done)
        for _ in range(changes):
            self.undo()
            self.what_is_derived_is_true()
        for _ in range(changes):
            self.redo()
            self.what_is_derived_is_true()
        self.store.close()


TestJournal = Journal.TestCase
TestJournal.settings = settings(
    max_examples=60,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
