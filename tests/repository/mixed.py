"""Books at random in which two people may turn out to be one."""

from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from tests.repository.filled import NOW, TODAY, in_memory

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.details import keyed
from netlog.domain.kinds import (
    ANSWERS,
    BOOKING_STATES,
    INTRODUCTION_STATES,
    SAID_KNOWN,
    SOURCES,
    TOUCH_KINDS,
)
from netlog.domain.person import ME_ID, Newcomer
from netlog.domain.pins import ToPin
from netlog.errors import NetlogError
from netlog.repository import introductions, ledger, people, plan, promises, touches
from netlog.repository.change import OpenChange, changing
from netlog.repository.plan import pin

KEPT, GONE = 2, 3
"""The two who are one, by their keys; three others are there."""
NAMES = ("Ann", "Ann B.", "Cleo", "Dot", "Eve")
_ANYBODY = st.sampled_from([KEPT, GONE, KEPT, GONE, 4, 5, 6])
_OR_ME = st.sampled_from([ME_ID, ME_ID, KEPT, GONE, 4, 5])
_DAY = st.integers(0, 9).map(lambda weeks: TODAY - timedelta(weeks=weeks))
_KIND = st.sampled_from(["coffee", "call", "email", "met"])
_WORD = st.sampled_from(["", "a", "b"])
_FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "org": _WORD,
        "city": _WORD,
        "note": _WORD,
        "every": st.sampled_from(["", "2w", "1y"]),
        "birthday": st.sampled_from(["", "--05-21", "1980-05-21"]),
        "said_known": st.sampled_from(SAID_KNOWN),
        "no_sell": st.booleans(),
        "resting": st.booleans(),
        "starts_on": _DAY,
        "snoozed_until": st.none() | _DAY,
        "connected_on": st.none() | _DAY,
    },
)
Act = tuple[Any, ...]
ACTS = st.one_of(
    st.tuples(
        st.just("log"),
        st.sets(_ANYBODY, min_size=1, max_size=3),
        _KIND,
        _DAY,
        st.sampled_from(ANSWERS),
    ),
    st.tuples(st.just("hear"), _ANYBODY, _DAY),
    st.tuples(
        st.just("introduce"),
        st.tuples(_OR_ME, _OR_ME, _ANYBODY),
        _DAY,
        st.sampled_from(INTRODUCTION_STATES),
        st.booleans(),
        _WORD,
    ),
    st.tuples(st.just("got"), _ANYBODY, st.none() | _ANYBODY, _DAY, st.integers(0, 6)),
    st.tuples(st.just("thank"), _ANYBODY, _DAY),
    st.tuples(st.just("promise"), _ANYBODY, _DAY, st.booleans()),
    st.tuples(st.just("wake"), _ANYBODY, _DAY),
    st.tuples(
        st.just("book"),
        st.sets(_ANYBODY, min_size=1, max_size=3),
        _DAY,
        st.sampled_from(BOOKING_STATES),
    ),
    st.tuples(
        st.just("remember"),
        _ANYBODY,
        st.sampled_from(["met", "wedding"]),
        st.sampled_from(["--05-03", "2011-06-04"]),
    ),
    st.tuples(
        st.just("detail"),
        _ANYBODY,
        st.sampled_from(["tag", "kind", "phone", "alias"]),
        st.sampled_from(["client", "peer", "1", "2", "Ann B."]),
    ),
    st.tuples(
        st.just("put_off"),
        _ANYBODY,
        st.sampled_from(["2025-W22", "2025-W23"]),
        st.sampled_from(["skip", "swap"]),
    ),
    st.tuples(st.just("pin"), _ANYBODY, st.integers(0, 2)),
    st.tuples(st.just("edit"), _ANYBODY, _FIELDS),
)
"""What can be done; most of it with one of the two."""


def book(acts: list[Act]) -> Store:
    """A database in which all of this was done, as far as it can be."""
    store = in_memory()
    with changing(store, NOW, "add") as change:
        people.add_all(
            change,
            [
                Newcomer(name, TODAY, handle=f"q-{n}", source=SOURCES[n % len(SOURCES)])
                for n, name in enumerate(NAMES)
            ],
        )
    for act in acts:
        with suppress(NetlogError):
            _do(store, *act)
    return store


def _do(store: Store, what: str, *how: Any) -> None:
    if what == "pin":
        pin(store, NOW, [ToPin("new", "2025-W23", how[1], TODAY, how[0])])
        return
    with changing(store, NOW, what) as change:
        globals()[f"_{what}"](change, *how)


def _log(
    change: OpenChange, people: set[int], kind: str, day: date, answered: str
) -> None:
    touches.log(
        change,
        sorted(people),
        TOUCH_KINDS[kind],
        day,
        place="Tatte",
        answered=answered,
    )


def _hear(change: OpenChange, who: int, day: date) -> None:
    touches.hear(change, who, day)


def _introduce(
    change: OpenChange,
    three: tuple[int, int, int],
    day: date,
    state: str,
    inbound: object,
    words: str,
) -> None:
    by, a, b = three
    introductions.introduce(
        change, by, a, b, day, state=state, inbound=bool(inbound), words=words
    )


def _got(
    change: OpenChange, who: int, other: int | None, day: date, origin: int
) -> None:
    """From 1 to 3 it came of that touch, from 4 on of an introduction."""
    more: dict[str, Any] = {"other_id": other}
    if 0 < origin < 4:
        more["touch_id"] = touches.get(change.store, origin).id
    elif origin:
        ways = sql.ways_to(change.store, who)
        more["introduction_id"] = ways[0].id if ways else None
    ledger.add(change, who, "got", "client", day, cents=100, **more)


def _thank(change: OpenChange, who: int, day: date) -> None:
    ledger.thank(change, sql.thanks_waiting(change.store, who), day)


def _promise(change: OpenChange, who: int, day: date, theirs: object) -> None:
    made = promises.make(change, who, "tea", day)
    change.update("promise", made.id, theirs=bool(theirs))


def _book(change: OpenChange, people: set[int], day: date, state: str) -> None:
    facts = {"hour": "", "kind": "coffee", "entered": change.number}
    key = change.insert("booking", day=day, state=state, **facts)
    for who in sorted(people):
        change.insert("attendee", booking_id=key, person_id=who, state="invited")


def _remember(change: OpenChange, who: int, label: str, day: str) -> None:
    labels = {known.label for known in sql.anniversaries_of(change.store, who)}
    if label not in labels:
        facts = {"label": label, "day": day, "entered": change.number}
        change.insert("anniversary", person_id=who, **facts)


def _wake(change: OpenChange, who: int, day: date) -> None:
    plan.wake(change, people.get(change.store, who), "2025-W23", day)


def _detail(change: OpenChange, who: int, field: str, value: str) -> None:
    if keyed([(field, value)]):
        people.add_detail(change, who, field, value)
    people.edit(change, people.get(change.store, who))


def _put_off(change: OpenChange, who: int, week: str, how: str) -> None:
    plan.put_off(change, people.get(change.store, who), week, how)


def _edit(change: OpenChange, who: int, fields: dict[str, Any]) -> None:
    people.edit(change, people.get(change.store, who), **fields)
