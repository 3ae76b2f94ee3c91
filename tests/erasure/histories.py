"""Random histories of a database, made of steps that shrink well."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import Any, NamedTuple

from hypothesis import strategies as st
from tests.repository.filled import NOW, TODAY, in_memory

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.details import keyed
from netlog.domain.kinds import (
    ANSWERS,
    ENTRY_KINDS,
    INTRODUCTION_STATES,
    TOUCH_KINDS,
    WAYS,
)
from netlog.domain.person import ME_ID, Newcomer, Person
from netlog.domain.pins import ToPin
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
from netlog.repository.merge import merge
from netlog.repository.plan import pin
from netlog.repository.undo import redo, undo
from netlog.views.wording import introduction_said

NAMES = ("Ann Marker", "Bea Ottson", "Cleo Quark", "Dorie Clark", "Émile Zedmann")
ORGS = ("", "Acme", "Dorie Clark Ltd", "Friends of Bea Ottson")
NOTES = (
    "",
    "with Dorie Clark",
    "Bea said so",
    "ask cleo-quark",
    "ann-marker@x.example",
)
PLACES = ("", "Tatte", "At Dorie Clark's", "at dorie clark's", "Chez Ottson, Bea")
TAGS = ("a", "friend of Dorie Clark", "friend of dorie-clark", "knows ann-marker")
FEWEST = 3


class Step(NamedTuple):
    """What is done, and numbers by which it chooses."""

    act: str
    one: int
    two: int
    three: int
    four: int


class Scene:
    """What a step works with: who is there, and choices by its numbers."""

    def __init__(self, store: Store, step: Step) -> None:
        self.store = store
        self.step = step
        self.people = sql.everybody(store)

    def person(self, number: int) -> Person:
        """One of those who are there."""
        return self.people[number % len(self.people)]

    def key(self, table: str, number: int) -> int:
        """The key of one row of a table; 0 where there is none."""
        rows = self.store.connection.execute(f"SELECT id FROM {table} ORDER BY id")  # noqa: S608 (a name of ours)
        keys = [key for (key,) in rows]
        return keys[number % len(keys)] if keys else 0

    @property
    def day(self) -> date:
        """A day of the last years."""
        return TODAY - timedelta(days=self.step.four % 900)


def of(words: Sequence[Any], number: int) -> Any:
    """One of some words."""
    return words[number % len(words)]


def _add(change: OpenChange, at: Scene) -> None:
    step = at.step
    details = keyed(
        [("email", f"{step.two % 5}@mail.example"), ("tag", of(TAGS, step.three))]
    )
    org, note = of(ORGS, step.two), of(NOTES, step.three)
    name = of(NAMES, step.one)
    people.add(change, Newcomer(name, at.day, org=org, note=note, details=details))


def _log(change: OpenChange, at: Scene) -> None:
    step = at.step
    chosen = (step.one, step.two, step.three)[: 1 + step.four % 3]
    ids = list({at.person(number).id for number in chosen})
    kind = of(list(TOUCH_KINDS.values()), step.two)
    place, note = of(PLACES, step.three), of(NOTES, step.four)
    answered = of(("", *ANSWERS), step.one)
    touches.log(change, ids, kind, at.day, place=place, note=note, answered=answered)


def _introduce(change: OpenChange, at: Scene) -> None:
    step = at.step
    by, one, other = (at.person(n).id for n in (step.one, step.two, step.three))
    if step.four % 4:
        one = ME_ID
    elif step.four % 8:
        by = ME_ID
    facts = {"state": of(INTRODUCTION_STATES, step.four), "words": of(NOTES, step.one)}
    introductions.introduce(change, by, one, other, at.day, **facts)


def _promise(change: OpenChange, at: Scene) -> None:
    made = promises.make(change, at.person(at.step.one).id, "ask dorie-clark", at.day)
    promises.edit(change, made, theirs=bool(at.step.two % 2))


def _hear(change: OpenChange, at: Scene) -> None:
    touches.hear(change, at.person(at.step.one).id, at.day)


def _book(change: OpenChange, at: Scene) -> None:
    """Booked with one or two, at a place perhaps, and perhaps held by a touch."""
    step = at.step
    ids = list({at.person(number).id for number in (step.one, step.two)})
    place = touches.place_key(change, of(PLACES, step.three))
    booked = bookings.book(change, ids, at.day, "coffee", place_id=place)
    touch = at.key("touch", step.four)
    if touch and step.three % 2:
        bookings.hold(change, [booked], touch)


def _date(change: OpenChange, at: Scene) -> None:
    step = at.step
    label = of(("wedding", "met at Dorie Clark's", "Bea Ottson's"), step.two)
    day = of(("2011-06-04", "--02-29", ""), step.three)
    keep_anniversaries(change, at.person(step.one), [(label, day)])


def _wake(change: OpenChange, at: Scene) -> None:
    plan.wake(change, at.person(at.step.one), "2025-W22", at.day)


def _record(change: OpenChange, at: Scene) -> None:
    step = at.step
    person = at.person(step.one).id
    more: dict[str, Any] = {"text": of(NOTES, step.two)}
    if step.three % 2:
        more["other_id"] = at.person(step.three).id
    theirs = [touch.id for touch in sql.touches_of(change.store, person)]
    if theirs and step.four % 2:
        more["touch_id"] = of(theirs, step.two)
    ways = [
        one.id
        for one in sql.introductions_with(change.store, person)
        if one.b_id == person
    ]
    if ways and not step.four % 3 and "touch_id" not in more:
        more["introduction_id"] = of(ways, step.two)
    way, kind = of((*WAYS, "got"), step.two), of(ENTRY_KINDS, step.three)
    ledger.add(change, person, way, kind, at.day, **more)


def _thank(change: OpenChange, at: Scene) -> None:
    key = at.person(at.step.one).id
    ledger.thank(change, sql.thanks_waiting(change.store, key), at.day)


def _edit(change: OpenChange, at: Scene) -> None:
    step = at.step
    fields = (
        {"name": of(NAMES, step.three)},
        {"handle": f"{of(('ann', 'x', 'dorie-clark'), step.three)}-{step.four % 9}"},
        {"org": of(ORGS, step.three)},
        {"note": of(NOTES, step.three)},
    )
    people.edit(change, at.person(step.one), **of(fields, step.two))


def _remove(change: OpenChange, at: Scene) -> None:
    people.remove(change, at.person(at.step.one))


def _remove_entry(change: OpenChange, at: Scene) -> None:
    table = of(("touch", "introduction", "promise", "entry"), at.step.one)
    key = at.key(table, at.step.two)
    if key:
        acts: dict[str, Any] = {
            "touch": touches,
            "introduction": introductions,
            "promise": promises,
            "entry": ledger,
        }
        acts[table].remove(change, acts[table].get(change.store, key))


def _put_off(change: OpenChange, at: Scene) -> None:
    how = of(("skip", "swap"), at.step.two)
    plan.put_off(change, at.person(at.step.one), "2025-W22", how)


def _guess(change: OpenChange, at: Scene) -> None:
    key = at.key("touch", at.step.one)
    if key and not sql.guess_of(change.store, key):
        ledger.guess(change, key, "maybe")


def _mend(change: OpenChange, at: Scene) -> None:
    key = at.key("touch", at.step.one)
    if key:
        touch, answered = touches.get(change.store, key), of(ANSWERS, at.step.two)
        note = of(NOTES, at.step.three)
        touches.edit(change, touch, day=at.day, note=note, answered=answered)


def _turn(change: OpenChange, at: Scene) -> None:
    """An introduction was on another day, or went another way."""
    key = at.key("introduction", at.step.one)
    if key:
        one, state = (
            introductions.get(change.store, key),
            of(INTRODUCTION_STATES, at.step.two),
        )
        introductions.edit(change, one, day=at.day, state=state)


def _merge(change: OpenChange, at: Scene) -> None:
    kept, gone = at.person(at.step.one), at.person(at.step.two)
    if kept.id != gone.id:
        merge(change, kept, gone, introduction_said)


_ACTS: dict[str, Callable[[OpenChange, Scene], None]] = {
    "add": _add,
    "log": _log,
    "intro": _introduce,
    "promise": _promise,
    "hear": _hear,
    "book": _book,
    "date": _date,
    "wake": _wake,
    "got": _record,
    "thank": _thank,
    "edit": _edit,
    "rm": _remove,
    "take": _remove_entry,
    "skip": _put_off,
    "guess": _guess,
    "mend": _mend,
    "turn": _turn,
    "merge": _merge,
}
_OFTEN = ("add", "log", "log", "intro", "intro", "intro", "got", "got")
_ASIDE = ("undo", "undo", "redo", "pin")


def histories(most: int = 40) -> st.SearchStrategy[list[Step]]:
    """Lists of steps."""
    number = st.integers(0, 999)
    acts = st.sampled_from((*_OFTEN, *_ACTS, *_ASIDE))
    return st.lists(
        st.builds(Step, acts, number, number, number, number), min_size=5, max_size=most
    )


def lived(steps: Sequence[Step]) -> Store:
    """A database in memory to which it happened, as far as it made sense."""
    store = in_memory()
    for step in steps:
        try:
            _take(store, step)
        except NetlogError:
            continue
    return store


def _take(store: Store, step: Step) -> None:
    scene = Scene(store, step)
    if step.act == "undo":
        undo(store, NOW)
    elif step.act == "redo":
        redo(store, NOW)
    elif step.act == "pin" and scene.people:
        who = scene.person(step.one).id
        monday = parse_week("2025-W22").monday
        pin(store, NOW, [ToPin("new", "2025-W22", step.two % 3, monday, who)])
    elif step.act != "pin":
        act = _ACTS[step.act] if len(scene.people) >= FEWEST else _add
        with changing(store, NOW, _typed(step, scene)) as change:
            act(change, scene)


def _typed(step: Step, scene: Scene) -> str:
    """The words of a command, which may name somebody."""
    if not scene.people:
        return "add"
    return f"{step.act} {scene.person(step.one).handle} --note '{of(NOTES, step.two)}'"


def take_some_back(store: Store, most: int) -> None:
    """Undo a few changes, which can be redone then."""
    with suppress(NetlogError):
        for _ in range(most):
            undo(store, NOW)
