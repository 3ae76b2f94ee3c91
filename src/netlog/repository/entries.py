"""Mending an entry where it stands, and taking one out."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.booking import HELD_WITHIN, Booked
from netlog.domain.introduction import Introduction, IntroductionNamed
from netlog.domain.ledger import Entry
from netlog.domain.promise import Promise
from netlog.domain.touch import Touch
from netlog.errors import RefusedError, UsageError
from netlog.namedtuple import NamedTuple
from netlog.repository import (
    bookings,
    introductions,
    ledger,
    people,
    promises,
    touches,
)
from netlog.repository.change import OpenChange


class EntryRef(NamedTuple):
    """An entry by its sort and number: touch 12."""

    what: str
    number: int

    def __str__(self) -> str:
        return f"{self.what} {self.number}"


Entered = Touch | Introduction | Promise | Entry | Booked
ENTRIES = ("touch", "introduction", "promise", "entry", "booking")
_AN = ("introduction", "entry")
EXAMPLES = "--touch 12, --intro 3, --promise 4, --entry 5, --booking 6"
"""How one is named on the command line."""


def which(numbers: Sequence[int]) -> EntryRef | None:
    """The one entry that was named, or None; two are a usage error.

    `numbers` are of a touch, an introduction, a promise, something given or got, and a
    booking; 0 is none.
    """
    named = zip(ENTRIES, numbers, strict=True)
    entries = [EntryRef(what, number) for what, number in named if number]
    if len(entries) > 1:
        raise UsageError("That names two entries.", "Name one at a time.")
    return entries[0] if entries else None


def mend(
    change: OpenChange,
    entry: EntryRef,
    fields: Mapping[str, Any],
    held_within: int = HELD_WITHIN,
) -> Entered:
    """Change fields of an entry; what is derived follows.

    A touch holds what was booked for at most `held_within` days before it.
    """
    if not fields:
        raise UsageError(
            f"There is nothing to change in {entry}.",
            "Say what it should be: --on DAY.",
        )
    allowed = _FIELDS[entry.what]
    strange = sorted(set(fields) - allowed)
    if strange:
        raise UsageError(
            f"{'An' if entry.what in _AN else 'A'} {entry.what} has no {strange[0]}.",
            f"It has {', '.join(sorted(allowed))}.",
        )
    if entry.what == "touch":
        return _touch(change, entry.number, fields, held_within)
    if entry.what == "booking":
        return _booking(change, entry.number, fields, held_within)
    return _MENDERS[entry.what](change, entry.number, fields)


def _touch(
    change: OpenChange, number: int, wanted: Mapping[str, Any], held_within: int
) -> Touch:
    touch = touches.get(change.store, number)
    fields = {_TOUCH[name]: value for name, value in wanted.items()}
    kind = fields.pop("kind", None)
    if kind:
        fields |= touches.kind_columns(kind)
    if fields.get("answered") == "sent" and fields.get("two_way", touch.two_way):
        raise UsageError(
            f"A {fields.get('kind', touch.kind)} is not sent.",
            "It is answered or not: --answered, --no-answer.",
        )
    if "place_id" in fields:
        fields["place_id"] = touches.place_key(change, fields["place_id"])
    if "guess" in fields:
        ledger.guess(change, number, fields.pop("guess"))
    return touches.edit(change, touch, held_within=held_within, **fields)


def _introduction(
    change: OpenChange, number: int, wanted: Mapping[str, Any]
) -> Introduction:
    fields = {_INTRODUCTION[name]: value for name, value in wanted.items()}
    return introductions.edit(change, introductions.get(change.store, number), **fields)


def _promise(change: OpenChange, number: int, wanted: Mapping[str, Any]) -> Promise:
    fields = {_PROMISE[name]: value for name, value in wanted.items()}
    return promises.edit(change, promises.get(change.store, number), **fields)


def _ledger_entry(change: OpenChange, number: int, wanted: Mapping[str, Any]) -> Entry:
    fields = {_LEDGER[name]: value for name, value in wanted.items()}
    entry = ledger.get(change.store, number)
    day = fields.get("day", entry.day)
    person = people.get(change.store, entry.person_id)
    fields |= ledger.checked_origin(
        change.store, person, fields.pop("origin", entry.origin), day
    )
    if fields.get("kind", "referral") != "referral":
        fields["other_id"] = None
    return ledger.edit(change, entry, **fields)


def _booking(
    change: OpenChange, number: int, wanted: Mapping[str, Any], held_within: int
) -> Booked:
    fields = {_BOOKING[name]: value for name, value in wanted.items()}
    booked = bookings.get(change.store, number)
    if "state" in fields:
        booked = _settled(change, booked, fields.pop("state"), held_within)
    if "day" in fields and not booked.booking.is_open:
        raise RefusedError(
            f"Booking {number} is {booked.booking.state} already.",
            f"Book another one: netlog book {booked.handles} {fields['day']}",
        )
    if "kind" in fields:
        fields["kind"] = fields["kind"].name
    if "place_id" in fields:
        fields["place_id"] = touches.place_key(change, fields["place_id"])
    return bookings.edit(change, booked, **fields)


def _settled(
    change: OpenChange, booked: Booked, state: str, held_within: int
) -> Booked:
    """A booking of which something else became than was said; held by a touch alone."""
    booking = booked.booking
    if state == booking.state:
        return booked
    if state != "held":
        return bookings.edit(change, booked, state=state, touch_id=None)
    touch = bookings.touch_that_held(change.store, booked, held_within)
    if touch is None:
        raise RefusedError(
            f"Nothing is logged that booking {booking.id} could have been.",
            f"Log it: netlog log {booked.handles} --on {booking.day} -k {booking.kind}",
        )
    bookings.hold(change, [booked], touch)
    return bookings.get(change.store, booking.id)


_TOUCH = {
    "--on": "day",
    "--kind": "kind",
    "--at": "place_id",
    "--note": "note",
    "--answered": "answered",
    "--guess": "guess",
}
_INTRODUCTION = {
    "--on": "day",
    "--state": "state",
    "--inbound": "inbound",
    "--words": "words",
}
_PROMISE = {"--by": "due", "--text": "text"}
_LEDGER = {
    "--on": "day",
    "--kind": "kind",
    "--text": "text",
    "--value": "cents",
    "--from": "origin",
    "--they-called": "they_called",
}
_BOOKING = {
    "--on": "day",
    "--hour": "hour",
    "--kind": "kind",
    "--at": "place_id",
    "--state": "state",
}
_FIELDS = {
    "touch": set(_TOUCH),
    "introduction": set(_INTRODUCTION),
    "promise": set(_PROMISE),
    "entry": set(_LEDGER),
    "booking": set(_BOOKING),
}
_MENDERS: dict[str, Callable[[OpenChange, int, Mapping[str, Any]], Entered]] = {
    "introduction": _introduction,
    "promise": _promise,
    "entry": _ledger_entry,
}


class EnteredOf(NamedTuple):
    """An entry, and the names of whoever it is about."""

    entered: Touch | IntroductionNamed | Promise | Entry | Booked
    names: tuple[str, ...] = ()


def with_names(store: Store, entered: Entered) -> EnteredOf:
    """An entry as it stands, with whoever it is about."""
    if isinstance(entered, Booked):
        return EnteredOf(entered)
    if isinstance(entered, Introduction):
        of_both = sql.introductions_with(store, entered.b_id)
        return EnteredOf(next(each for each in of_both if each.id == entered.id))
    if isinstance(entered, Touch):
        company = sql.company_of(store, entered.id)
        return EnteredOf(entered, tuple(person.name for person in company))
    return EnteredOf(entered, (people.get(store, entered.person_id).name,))


def entry_of(store: Store, entry: EntryRef) -> Entered:
    """The entry of that sort and number; NotFoundError where there is none."""
    readers: dict[str, Callable[[Store, int], Entered]] = {
        "touch": touches.get,
        "introduction": introductions.get,
        "promise": promises.get,
        "entry": ledger.get,
        "booking": bookings.get,
    }
    return readers[entry.what](store, entry.number)


def take_out(change: OpenChange, entry: EntryRef) -> None:
    """Take an entry out; what is derived follows."""
    if entry.what == "touch":
        touches.remove(change, touches.get(change.store, entry.number))
    elif entry.what == "introduction":
        introductions.remove(change, introductions.get(change.store, entry.number))
    elif entry.what == "promise":
        promises.remove(change, promises.get(change.store, entry.number))
    elif entry.what == "booking":
        bookings.remove(change, bookings.get(change.store, entry.number))
    else:
        ledger.remove(change, ledger.get(change.store, entry.number))
