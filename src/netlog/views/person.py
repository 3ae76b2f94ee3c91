"""Somebody's page: who they are, where you stand, what happened."""

from collections.abc import Iterable, Sequence
from typing import Any

from netlog.domain.booking import Booked
from netlog.domain.dates import spell, spell_birthday, spell_short
from netlog.domain.introduction import IntroductionNamed
from netlog.domain.ledger import Entry
from netlog.domain.person import Detail, Person
from netlog.domain.promise import Promise
from netlog.domain.spans import from_days, spell_every
from netlog.domain.standing import values
from netlog.domain.touch import TouchAt
from netlog.output.answer import (
    Answer,
    Block,
    Item,
    Page,
    command_line,
    name,
    part,
    soft,
)
from netlog.repository.record import Ledger, PersonRecord
from netlog.views.bookings import booking_data, booking_said
from netlog.views.wording import (
    REACH,
    brief,
    entry_data,
    introduction_said,
    introduction_with_names,
    money_said,
    promise_data,
    touch_data,
    words_said,
)

_WORDS = ("alias", "kind", "tag", "likes", "needs", "offers")


def person_answer(record: PersonRecord) -> Answer:
    """Everything that is known of one person."""
    person, cadence, whence, details, touches, introductions = record[:6]
    promises, ledger, booked, days = record[6:]
    blocks = (
        Block("Who", (*_who(person, details), *_days(days), *_noted(person))),
        Block("Where you stand", tuple(_standing(person, cadence, whence))),
        Block("Booked", tuple(map(_booking, booked))),
        Block("Promises", tuple(map(_promise, promises))),
        Block("Given and got", tuple(_entries(ledger))),
        Block("Introductions", tuple(map(_introduction, introductions))),
        Block("Touches", tuple(_touch(one, ledger) for one in reversed(touches))),
    )
    page = Page(
        (name(person.name), soft(f" ({person.handle})")),
        tuple(block for block in blocks if block.items),
    )
    data = _data(person, cadence, details) | {
        "touches": [
            touch_data(touch) | {"guess": ledger.guesses.get(touch.id)}
            for touch in touches
        ],
        "introductions": [introduction_with_names(one) for one in introductions],
        "promises": [promise_data(promise) for promise in promises],
        "entries": [_entry_data(one, ledger) for one in ledger.entries],
        "bookings": [booking_data(one) for one in booked],
        "days": [{"label": label, "day": day} for label, day in days],
    }
    return Answer("show", data, page=page)


def _item(label: str, value: str) -> Item:
    return Item((soft(f"{label}: "), part(value)), record=(label, value))


def _who(person: Person, details: Sequence[Detail]) -> Iterable[Item]:
    work = ", ".join(text for text in (person.role, person.org, person.city) if text)
    if work:
        yield Item((part(work),), record=("work", work))
    for field in (*REACH, *_WORDS):
        held = values(details, field)
        if held:
            yield _item(field, ", ".join(held))
    if person.birthday:
        yield _item("birthday", spell_birthday(person.birthday))


def _days(days: Iterable[tuple[str, str]]) -> Iterable[Item]:
    for label, day in days:
        yield _item(label, spell_birthday(day))


def _noted(person: Person) -> Iterable[Item]:
    if person.note:
        yield _item("note", person.note)


def _standing(person: Person, cadence: int | None, whence: str) -> Iterable[Item]:
    last = person.last_contact
    yield _item("last contact", spell(last) if last else "none yet")
    if person.last_sitdown:
        yield _item("last sat down", spell(person.last_sitdown))
    if person.last_heard and person.last_heard != last:
        yield _item("last heard", spell(person.last_heard))
    if cadence:
        by = f" ({whence})" if whence else ""
        yield _item("in touch", f"{spell_every(from_days(cadence))}{by}")
    if person.open_tries:
        yield _item("sent or tried since, no answer", str(person.open_tries))
    yield from _held(person)


def _held(person: Person) -> Iterable[Item]:
    held = {
        "known before netlog": person.known,
        "a friend: never in new": person.no_sell,
        "resting": person.resting,
    }
    for text, holds in held.items():
        if holds:
            yield Item((part(text),), record=("is", text))
    if person.snoozed_until:
        yield _item("snoozed until", spell(person.snoozed_until))
    if person.connected_on:
        yield _item("connected on LinkedIn", spell(person.connected_on))


def _promise(promise: Promise) -> Item:
    state = "" if promise.state == "open" else f" ({promise.state})"
    text = f"{promise.text}, by {spell_short(promise.due)}{state}"
    numbered = f"promise {promise.id}"
    below = ((command_line(f"netlog done {promise.id}"),),) if not state else ()
    return Item((soft(f"{numbered}  "), part(text)), below, record=(numbered, text))


def _introduction(introduction: IntroductionNamed) -> Item:
    numbered = f"introduction {introduction.id}"
    text = introduction_said(introduction)
    words = words_said(introduction.words, introduction.introducer.name)
    return Item(
        (soft(f"{numbered}  "), part(text)),
        ((soft(words),),) if words else (),
        record=(numbered, text, introduction.words) if words else (numbered, text),
    )


def _booking(booked: Booked) -> Item:
    booking = booked.booking
    numbered = f"booking {booking.id}"
    text = "".join(said.text for said in booking_said(booked))
    state = "" if booking.is_open else f" ({booking.state})"
    record = (
        *(numbered, booking.day.isoformat(), booking.hour),
        *(booking.kind, booked.place, booking.state),
    )
    return Item((soft(f"{numbered}  "), part(f"{text}{state}")), record=record)


def _entries(ledger: Ledger) -> Iterable[Item]:
    for entry in reversed(ledger.entries):
        numbered = f"entry {entry.id}"
        money = money_said(entry.cents, ledger.currency)
        other = ledger.referred.get(entry.other_id or 0)
        who = f" ({other.name})" if other else ""
        text = f"{spell(entry.day)}  {entry.way} {entry.said}{who}{money}"
        below = (
            ((command_line(f"netlog trace {entry.id}"),),) if entry.is_outcome else ()
        )
        record = (numbered, entry.day.isoformat(), entry.way, entry.kind, entry.text)
        yield Item((soft(f"{numbered}  "), part(text)), below, record=record)


def _entry_data(entry: Entry, ledger: Ledger) -> dict[str, Any]:
    other = ledger.referred.get(entry.other_id or 0)
    return entry_data(entry, ledger.currency) | {"who": other and brief(other)}


def _touch(touch: TouchAt, ledger: Ledger) -> Item:
    numbered = f"touch {touch.id}"
    place = f" at {touch.place}" if touch.place else ""
    answer = _answered(touch)
    text = f"{spell(touch.day)}  {touch.kind}{place}{answer}"
    note = f": {touch.note}" if touch.note else ""
    word = ledger.guesses.get(touch.id)
    guess = f" (your guess: {word})" if word else ""
    return Item(
        (soft(f"{numbered}  "), part(f"{text}{note}{guess}")),
        record=(numbered, touch.day.isoformat(), touch.kind, touch.place, touch.note),
    )


def _answered(touch: TouchAt) -> str:
    """What came back, where that is not plain."""
    if touch.inbound:
        return ", from them"
    if touch.answered_on:
        return f", answered {spell_short(touch.answered_on)}"
    return {"no": ", no answer", "sent": ", no answer yet"}.get(touch.answered, "")


def _data(
    person: Person, cadence: int | None, details: Sequence[Detail]
) -> dict[str, Any]:
    plain = (
        "org", "role", "city", "note", "birthday", "every", "known", "no_sell",
        "entity", "source", "resting", "snoozed_until", "connected_on", "last_contact",
        "last_heard", "waits_from", "first_sitdown", "last_sitdown", "open_tries",
        "last_tried", "usual_gap",
    )  # fmt: skip
    return {
        **brief(person),
        **{field: getattr(person, field) for field in plain},
        "cadence": from_days(cadence).code() if cadence else "",
        **{field: list(values(details, field)) for field in (*REACH, *_WORDS)},
    }
