"""Books at random in which two people may turn out to be one."""

from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from tests.storage.filled import NOW, TODAY, in_memory

from netlog.domain.details import keyed
from netlog.domain.kinds import INTRODUCTION_STATES, TOUCH_KINDS
from netlog.domain.newcomer import Newcomer
from netlog.domain.person import ME_ID
from netlog.domain.pins import ToPin
from netlog.errors import NetlogError
from netlog.storage.change import Change, changing, pin_people
from netlog.storage.store import Store

KEPT, GONE = 2, 3
"""The two who are one, by their keys; three others are there."""
NAMES = ("Ann", "Ann B.", "Cleo", "Dot", "Eve")
_ANYBODY = st.sampled_from([KEPT, GONE, KEPT, GONE, 4, 5, 6])
_OR_ME = st.sampled_from([ME_ID, ME_ID, KEPT, GONE, 4, 5])
_DAY = st.integers(0, 9).map(lambda weeks: TODAY - timedelta(weeks=weeks))
_KIND = st.sampled_from(["coffee", "call", "met"])
_WORD = st.sampled_from(["", "a", "b"])
_FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "org": _WORD,
        "city": _WORD,
        "note": _WORD,
        "every": st.sampled_from(["", "2w", "1y"]),
        "birthday": st.sampled_from(["", "--05-21", "1980-05-21"]),
        "known": st.booleans(),
        "no_sell": st.booleans(),
        "resting": st.booleans(),
        "starts_on": _DAY,
        "snoozed_until": st.none() | _DAY,
        "woken_on": st.none() | _DAY,
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
        st.booleans(),
    ),
    st.tuples(
        st.just("introduce"),
        st.tuples(_OR_ME, _OR_ME, _ANYBODY),
        _DAY,
        st.sampled_from(INTRODUCTION_STATES),
        st.booleans(),
    ),
    st.tuples(st.just("got"), _ANYBODY, st.none() | _ANYBODY, _DAY, st.integers(0, 6)),
    st.tuples(st.just("thank"), _ANYBODY, _DAY),
    st.tuples(st.just("promise"), _ANYBODY, _DAY),
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
        change.people.take_in_many(
            [Newcomer(name, TODAY, handle=f"q-{n}") for n, name in enumerate(NAMES)]
        )
    for act in acts:
        with suppress(NetlogError):
            _do(store, *act)
    return store


def _do(store: Store, what: str, *how: Any) -> None:
    if what == "pin":
        pin_people(store, NOW, [ToPin("new", "2025-W23", how[1], how[0])])
        return
    with changing(store, NOW, what) as change:
        globals()[f"_{what}"](change, *how)


def _log(
    change: Change, people: set[int], kind: str, day: date, answered: object
) -> None:
    change.touches.log(
        sorted(people), TOUCH_KINDS[kind], day, place="Tatte", answered=bool(answered)
    )


def _introduce(
    change: Change, three: tuple[int, int, int], day: date, state: str, inbound: object
) -> None:
    change.introductions.introduce(*three, day, state=state, inbound=bool(inbound))


def _got(change: Change, who: int, other: int | None, day: date, origin: int) -> None:
    """From 1 to 3 it came of that touch, from 4 on of an introduction."""
    more: dict[str, Any] = {"other_id": other}
    if 0 < origin < 4:
        more["touch_id"] = change.touches.get(origin).id
    elif origin:
        ways = change.introductions.ways_to(who)
        more["introduction_id"] = ways[0].id if ways else None
    change.ledger.add(who, "got", "client", day, cents=100, **more)


def _thank(change: Change, who: int, day: date) -> None:
    change.ledger.thank(change.ledger.thanks_waiting(who), day)


def _promise(change: Change, who: int, day: date) -> None:
    change.promises.make(who, "tea", day)


def _detail(change: Change, who: int, field: str, value: str) -> None:
    if keyed([(field, value)]):
        change.people.put_detail(who, field, value)
    change.people.edit(change.people.get(who))


def _put_off(change: Change, who: int, week: str, how: str) -> None:
    change.planning.put_off(change.people.get(who), week, how)


def _edit(change: Change, who: int, fields: dict[str, Any]) -> None:
    change.people.edit(change.people.get(who), **fields)
