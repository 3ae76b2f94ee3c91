"""Who waits to be thanked follows from the outcome and the introductions."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from tests.plan.builders import Network, ago
from tests.repository.filled import snapshot
from tests.repository.thanks import derived_anew, thanked, thanks, waiting

from netlog.db import sql
from netlog.domain.introduction import Introduction
from netlog.domain.kinds import INTRODUCTION_STATES, TOUCH_KINDS
from netlog.domain.ledger import Entry, Thank
from netlog.domain.person import ME_ID
from netlog.repository import derived, introductions, ledger, people, touches
from netlog.repository.change import OpenChange, changing


@pytest.fixture
def network() -> Network:
    """Bo introduced Alisa, and she Dorie; Dorie brought something 10 days ago."""
    made = Network()
    made.add("bo", "hal", "zoe", known=True)
    made.add("alisa", via="bo", on=ago(90))
    made.add("dorie", via="alisa", on=ago(60))
    made.got("dorie", on=ago(10))
    return made


def names(network: Network) -> list[str]:
    """Who waits to be thanked for anything, in the order they came in."""
    keys = sorted({person for _, person in waiting(network.store)})
    return [people.get(network.store, person).handle for person in keys]


def introduction(network: Network, who: str, by: str = "alisa") -> Introduction:
    """The introduction of somebody to me by that person."""
    ids = (network.person(by).id, ME_ID, network.person(who).id)
    made = introductions.between(network.store, *ids)
    assert made
    return made


def mend(network: Network, who: str, by: str = "alisa", **fields: object) -> None:
    """Change an introduction where it stands."""
    made = introduction(network, who, by)
    with changing(network.store, network.now, "edit") as change:
        introductions.edit(change, made, **fields)


def came_of(network: Network, **fields: object) -> None:
    """Say what the outcome came of."""
    with changing(network.store, network.now, "edit") as change:
        ledger.edit(change, ledger.get(change.store, 1), **fields)


def test_everybody_on_the_path_waits_from_the_beginning(network: Network) -> None:
    """When an outcome is recorded; for what went from me nobody does."""
    assert names(network) == ["bo", "alisa", "dorie"]
    network.gave("zoe")
    assert names(network) == ["bo", "alisa", "dorie"]


def test_what_lies_before_a_person_is_read_once(network: Network) -> None:
    """However much came from them."""
    for days in (11, 12, 13):
        network.got("dorie", on=ago(days))
    outcomes = sql.outcomes(network.store)
    with changing(network.store, network.now, "edit") as change:
        statements: list[str] = []
        network.store.connection.set_trace_callback(statements.append)
        derived.update_thanks(change, outcomes)
        network.store.connection.set_trace_callback(None)
    before = sql.ANCESTRY.text.partition(":")[0]
    assert sum(text.startswith(before) for text in statements) == 1


@pytest.mark.parametrize(("days", "waits"), [(40, True), (10, True), (9, False)])
def test_an_introducer_who_is_told_of_later_waits_too(
    network: Network, days: int, *, waits: bool
) -> None:
    """If it was by the day of the outcome; whoever came later had no part in it."""
    network.introduce("dorie", by="hal", on=ago(days))
    assert ("hal" in names(network)) is waits


def test_it_follows_however_far_above(network: Network) -> None:
    """Bo himself was introduced, as it turns out, by Hal, whom Zoe introduced."""
    network.introduce("hal", by="zoe", on=ago(200))
    network.introduce("bo", by="hal", on=ago(190))
    assert names(network) == ["bo", "hal", "zoe", "alisa", "dorie"]
    mend(network, "bo", "hal", state="dropped")
    assert names(network) == ["bo", "alisa", "dorie"]


def test_one_that_is_moved_behind_the_outcome_leads_nowhere(network: Network) -> None:
    """And leads there again when it is moved back."""
    mend(network, "dorie", day=ago(9))
    assert names(network) == ["dorie"]
    mend(network, "dorie", day=ago(60))
    assert names(network) == ["bo", "alisa", "dorie"]


def test_one_that_is_moved_before_that_of_its_introducer_ends_there(
    network: Network,
) -> None:
    """Dates never go forward: Bo introduced Alisa only after she introduced Dorie."""
    mend(network, "dorie", day=ago(91))
    assert names(network) == ["alisa", "dorie"]


def test_one_that_is_dropped_leads_nowhere(network: Network) -> None:
    """And leads there again when it is made after all."""
    mend(network, "dorie", state="dropped")
    assert names(network) == ["dorie"]
    mend(network, "dorie", state="made")
    assert names(network) == ["bo", "alisa", "dorie"]


def test_one_that_is_taken_out_leads_nowhere(network: Network) -> None:
    """Whoever was only above it waits no longer."""
    made = introduction(network, "alisa", "bo")
    with changing(network.store, network.now, "rm") as change:
        introductions.remove(change, made)
    assert names(network) == ["alisa", "dorie"]


def test_who_is_taken_out_waits_for_nothing(network: Network) -> None:
    """Nor does whoever was above them only; undone, all do again."""
    before = snapshot(network.store, "change", "change_row", "sqlite_sequence")
    network.thank("alisa")
    network.remove("alisa")
    assert names(network) == ["dorie"]
    assert thanked(network.store) == set()
    network.undo()
    network.undo()
    after = snapshot(network.store, "change", "change_row", "sqlite_sequence")
    assert after == before


def test_the_sitdown_before_it_says_how_far_back(network: Network) -> None:
    """It was before Alisa introduced anybody: she had no part in it, nor a call since.

    One that is mended into a call says nothing any more.
    """
    coffee = network.log("dorie", on=ago(70))
    network.log("dorie", kind="call", on=ago(20))
    assert names(network) == ["dorie"]
    with changing(network.store, network.now, "edit") as change:
        touches.edit(change, coffee, **touches.kind_columns(TOUCH_KINDS["call"]))
    assert names(network) == ["bo", "alisa", "dorie"]


def test_the_touch_before_it_says_how_far_back(network: Network) -> None:
    """The last call was before Alisa introduced anybody: she had no part in it."""
    network.log("dorie", kind="call", on=ago(70))
    assert names(network) == ["dorie"]
    touch = network.log("dorie", kind="call", on=ago(20))
    assert names(network) == ["bo", "alisa", "dorie"]
    with changing(network.store, network.now, "edit") as change:
        touches.edit(change, touch, answered="no")
    assert names(network) == ["dorie"]
    with changing(network.store, network.now, "edit") as change:
        touches.edit(
            change, touches.get(change.store, touch.id), answered="yes", day=ago(61)
        )
    assert names(network) == ["dorie"]
    with changing(network.store, network.now, "edit") as change:
        touches.edit(change, touches.get(change.store, touch.id), day=ago(60))
    assert names(network) == ["bo", "alisa", "dorie"]
    with changing(network.store, network.now, "rm") as change:
        touches.remove(change, touches.get(change.store, touch.id))
    assert names(network) == ["dorie"]


def test_what_it_was_said_to_come_of_goes_before_the_last_touch(
    network: Network,
) -> None:
    """One of two introductions, or a touch of long ago."""
    network.introduce("dorie", by="hal", on=ago(50))
    assert names(network) == ["bo", "hal", "alisa", "dorie"]
    came_of(network, introduction_id=introduction(network, "dorie", "hal").id)
    assert names(network) == ["hal", "dorie"]
    touch = network.log("dorie", on=ago(55))
    network.log("dorie", on=ago(45))
    came_of(network, introduction_id=None)
    assert names(network) == ["bo", "hal", "alisa", "dorie"]
    came_of(network, touch_id=touch.id)
    assert names(network) == ["bo", "alisa", "dorie"]


def test_an_outcome_that_was_on_another_day_has_another_path(
    network: Network,
) -> None:
    """It follows the entry, too."""
    came_of(network, day=ago(61))
    assert names(network) == ["dorie"]


def rows_of_thanked(network: Network) -> list[Thank]:
    """The rows of those who were thanked."""
    return [thank for thank in thanks(network.store) if thank.thanked_on]


def test_who_was_thanked_stays_thanked(network: Network) -> None:
    """Off the path and on it again; and is not asked for twice."""
    network.thank("alisa")
    assert names(network) == ["bo", "dorie"]
    (alisa,) = rows_of_thanked(network)
    for state in ("dropped", "made"):
        mend(network, "dorie", state=state)
        assert rows_of_thanked(network) == [alisa]
    assert names(network) == ["bo", "dorie"]


def test_a_circle_ends_somewhere(network: Network) -> None:
    """Dorie introduced Bo, who introduced Alisa, who introduced Dorie."""
    network.introduce("bo", by="dorie", on=ago(100))
    assert waiting(network.store) == derived_anew(network.store)
    assert "dorie" in names(network)


NAMES = ("ann", "bea", "cal", "dot")
WHO = st.sampled_from(NAMES)
DAYS = st.integers(0, 8).map(lambda weeks: ago(7 * weeks))
WHICH = st.integers(0, 5)
"""Which of those that are there, counted round."""


def has(table: str) -> Callable[["Thanking"], bool]:
    """Whether there is any row of a table."""
    return lambda machine: bool(machine.numbers(table))


class Thanking(RuleBasedStateMachine):
    """A few people, introduced and thanked at random."""

    def __init__(self) -> None:
        super().__init__()
        self.network = Network()
        self.store = self.network.store

    @initialize()
    def begin(self) -> None:
        """Four people whom nobody has introduced yet."""
        self.network.add(*NAMES)
        self.states = [self.file()]

    def file(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row that undo is about."""
        return snapshot(self.store, "change", "change_row", "sqlite_sequence")

    def numbers(self, table: str) -> list[int]:
        """The numbers of all rows of a table."""
        return [int(row[0]) for row in self.file()[table]]

    def one_of(self, table: str, which: int) -> int:
        """The number of one row."""
        numbers = self.numbers(table)
        return numbers[which % len(numbers)]

    def entry(self, which: int) -> Entry:
        """One of what was given and got."""
        return ledger.get(self.network.store, self.one_of("entry", which))

    def change(self, act: Callable[[OpenChange], object]) -> None:
        """One change, beside the state that it leads to."""
        with changing(self.store, self.network.now, "did") as change:
            act(change)
        if self.file() != self.states[-1]:
            self.states.append(self.file())

    @rule(who=WHO, by=WHO, day=DAYS, state=st.sampled_from(INTRODUCTION_STATES))
    def introduce(self, who: str, by: str, day: date, state: str) -> None:
        """Somebody introduces somebody to me; said again it is brought up to date."""
        if who != by:
            ids = (self.network.person(by).id, ME_ID, self.network.person(who).id)
            self.change(lambda c: introductions.introduce(c, *ids, day, state=state))

    @precondition(has("introduction"))
    @rule(which=WHICH, day=DAYS)
    def move(self, which: int, day: date) -> None:
        """An introduction was on another day."""
        number = self.one_of("introduction", which)
        self.change(
            lambda c: introductions.edit(c, introductions.get(c.store, number), day=day)
        )

    @precondition(has("introduction"))
    @rule(which=WHICH)
    def take_out(self, which: int) -> None:
        """An introduction never was."""
        number = self.one_of("introduction", which)
        self.change(
            lambda c: introductions.remove(c, introductions.get(c.store, number))
        )

    @rule(who=WHO, day=DAYS, answered=st.booleans())
    def log(self, who: str, day: date, *, answered: bool) -> None:
        """A call, with or without an answer."""
        ids, call = [self.network.person(who).id], TOUCH_KINDS["call"]
        said = "yes" if answered else "no"
        self.change(lambda c: touches.log(c, ids, call, day, answered=said))

    @precondition(has("touch"))
    @rule(which=WHICH, day=st.none() | DAYS)
    def mend_touch(self, which: int, day: date | None) -> None:
        """A call was on another day, or never was."""
        number = self.one_of("touch", which)
        if day:
            self.change(
                lambda c: touches.edit(c, touches.get(c.store, number), day=day)
            )
        else:
            self.change(lambda c: touches.remove(c, touches.get(c.store, number)))

    @rule(who=WHO, way=st.sampled_from(["got", "got", "gave"]), day=DAYS)
    def record(self, who: str, way: str, day: date) -> None:
        """Something given or got."""
        key = self.network.person(who).id
        self.change(lambda c: ledger.add(c, key, way, "tip", day))

    @precondition(has("entry"))
    @rule(which=WHICH, day=st.none() | DAYS)
    def mend_entry(self, which: int, day: date | None) -> None:
        """It was on another day, or never was."""
        entry = self.entry(which)
        if day:
            self.change(lambda c: ledger.edit(c, entry, day=day))
        else:
            self.change(lambda c: ledger.remove(c, entry))

    @precondition(has("entry"))
    @rule(which=WHICH, other=WHICH)
    def say_what_it_came_of(self, which: int, other: int) -> None:
        """One of the introductions of that person to me."""
        entry = self.entry(which)
        ways = sql.ways_to(self.network.store, entry.person_id)
        if ways:
            number = ways[other % len(ways)].id
            self.change(lambda c: ledger.edit(c, entry, introduction_id=number))

    @precondition(has("thank"))
    @rule(who=WHO)
    def thank(self, who: str) -> None:
        """Somebody is thanked for all that waits."""
        key = self.network.person(who).id
        self.change(lambda c: ledger.thank(c, sql.thanks_waiting(c.store, key), ago(0)))

    @precondition(lambda self: len(self.states) > 1)
    @rule()
    def undo(self) -> None:
        """The newest change goes, and everything is as it was before it."""
        self.network.undo()
        self.states.pop()
        assert self.file() == self.states[-1]

    @invariant()
    def who_waits_is_who_is_on_a_path(self) -> None:
        """Whatever was changed, it is as if derived anew."""
        assert waiting(self.store) == derived_anew(self.store)

    @invariant()
    def nothing_points_at_what_is_gone(self) -> None:
        """Every number in the file is of a row that is there."""
        check = self.store.connection.execute("PRAGMA foreign_key_check")
        assert check.fetchall() == []

    def teardown(self) -> None:
        """All of it undone: the file is as it was in the beginning."""
        while len(self.states) > 1:
            self.undo()
            self.who_waits_is_who_is_on_a_path()
        self.store.close()


TestThanking = Thanking.TestCase
TestThanking.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
