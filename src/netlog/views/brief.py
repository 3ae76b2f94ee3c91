"""One page before a coffee: what is known of somebody, on 24 rows of 80 columns."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from netlog.domain.booking import Booked
from netlog.domain.dates import spell, spell_short
from netlog.domain.introduction import IntroductionNamed
from netlog.domain.ledger import Entry
from netlog.domain.matching import Match, Offer, matches
from netlog.domain.numbers import counted
from netlog.domain.person import ME_ID, Detail, Named, Person
from netlog.domain.promise import Promise
from netlog.domain.standing import values
from netlog.domain.touch import TouchAt
from netlog.namedtuple import NamedTuple
from netlog.output.answer import (
    Answer,
    Block,
    Item,
    Page,
    Parts,
    Table,
    command_line,
    name,
    part,
    soft,
    tree_lines,
)
from netlog.output.wrapping import cells, cleaned, wrapped
from netlog.views.bookings import booking_data, spell_when
from netlog.views.wording import (
    REACH,
    brief,
    entry_data,
    introduction_with_names,
    listed,
    money_said,
    promise_data,
    reach,
    touch_data,
    words_said,
)

COLUMNS, ROWS = 80, 24
_LABEL = 10
_ROOM = COLUMNS - _LABEL
_BEFORE = 2
"""Rows before the first: the name, and one that is empty."""
_EACH, _NOTES = 3, 3
"""Rows of one text at most, and touches of which the note stands on the page."""
_LATELY = 90
"""For so many days a kept promise stands on the page."""
_IN_DAYS, _IN_MONTHS = 100, 730
"""Up to so many days an age is said in days, and up to so many in months."""
_MONTH, _YEAR = 30.44, 365.25
_WORDS = ("kind", "tag", "likes", "needs", "offers")


class BriefRecord(NamedTuple):
    """What is known of somebody before a coffee, on a day.

    `mine` are the details of the user, `offers` what everybody else offers, the user
    among them; `booked` is what was ever booked, `entries` what was given and got, in
    `currency`.
    """

    today: date
    person: Person
    details: Sequence[Detail]
    touches: Sequence[TouchAt]
    introductions: Sequence[IntroductionNamed]
    promises: Sequence[Promise]
    booked: Sequence[Booked]
    mine: Sequence[Detail]
    offers: Sequence[Offer]
    entries: Sequence[Entry] = ()
    currency: str = ""

    @property
    def ahead(self) -> list[Booked]:
        """What is booked from today on."""
        return [
            one
            for one in self.booked
            if one.booking.is_open and one.booking.day >= self.today
        ]

    @property
    def missed(self) -> list[Booked]:
        """What was cancelled, and to what they did not come, the latest first."""
        missed = {"cancelled", "no-show"}
        return [one for one in reversed(self.booked) if one.booking.state in missed]

    @property
    def brought(self) -> list[IntroductionNamed]:
        """Whom they introduced to the user, the latest first."""
        return [
            made
            for made in reversed(self.introductions)
            if made.introducer_id == self.person.id and made.a_id == ME_ID
        ]

    @property
    def sent_to(self) -> list[IntroductionNamed]:
        """To whom the user introduced them, the latest first."""
        by_me = (one for one in self.introductions if one.introducer_id == ME_ID)
        return list(reversed(list(by_me)))

    @property
    def kept(self) -> list[Promise]:
        """What was promised and kept lately, by either, the latest first."""
        since = self.today - timedelta(days=_LATELY)
        kept = (
            (promise.closed_on, promise)
            for promise in self.promises
            if promise.state == "kept" and promise.closed_on
        )
        lately = [(day, promise) for day, promise in kept if day >= since]
        return [promise for _, promise in sorted(lately, reverse=True, key=_by_day)]

    def ledger(self, way: str) -> list[Entry]:
        """What they got, or what came from them, the latest first."""
        return [entry for entry in reversed(self.entries) if entry.way == way]

    @property
    def tries_open(self) -> int:
        """Tries without an answer; what is booked since the last is the answer."""
        tried = [touch.entered for touch in self.touches if touch.answered != "yes"]
        last = max(tried, default=0)
        since = any(one.booking.entered > last for one in self.ahead)
        return 0 if since else self.person.open_tries

    @property
    def ways(self) -> list[IntroductionNamed]:
        """The introductions of them to the user."""
        return [
            made
            for made in self.introductions
            if made.a_id == ME_ID and self.person.id == made.b_id
        ]

    @property
    def contacts(self) -> list[TouchAt]:
        """What was more than a try without an answer, the latest first."""
        return [touch for touch in reversed(self.touches) if touch.is_contact]

    @property
    def known_since(self) -> date | None:
        """The first contact or introduction; None for none, or from before netlog."""
        if self.person.known:
            return None
        days = [touch.day for touch in self.contacts]
        days += [made.day for made in self.ways if made.state != "dropped"]
        return min(days, default=None)

    @property
    def last_seen(self) -> TouchAt | None:
        """The last contact in person."""
        return next((touch for touch in self.contacts if touch.in_person), None)

    @property
    def noted(self) -> list[TouchAt]:
        """The touches of which something was noted, the latest first."""
        return [touch for touch in reversed(self.touches) if touch.note]

    def owed(self, *, theirs: bool) -> list[Promise]:
        """What is promised and open: by them, or by the user."""
        return [
            promise
            for promise in self.promises
            if promise.state == "open" and promise.theirs == theirs
        ]

    @property
    def to_give(self) -> list[Match]:
        """What they need and somebody offers."""
        return matches([*values(self.details, "needs")], [*self.offers])

    @property
    def to_get(self) -> list[Match]:
        """What the user needs and they offer."""
        who = Named(self.person.id, self.person.handle, self.person.name)
        theirs = [Offer(who, value) for value in values(self.details, "offers")]
        return matches([*values(self.mine, "needs")], theirs)

    @property
    def gaps(self) -> list[str]:
        """What is not known of them, and can be asked."""
        asked = {"needs": "what they need", "offers": "what they offer"}
        there = {detail.field for detail in self.details}
        missing = [what for field, what in asked.items() if field not in there]
        return [*missing, "whom they would like to meet"]


class Section(NamedTuple):
    """What stands behind one label: texts, each on at most three rows of its own.

    `usual` is how many rows it has before others have more.
    """

    label: str
    texts: Sequence[str | Parts]
    usual: int = 2

    @property
    def parts(self) -> list[Parts]:
        """The texts, those of one style as well."""
        return [(part(text),) if isinstance(text, str) else text for text in self.texts]

    @property
    def rows(self) -> list[Parts]:
        """The texts in rows, as wide as there is room for."""
        return [row for text in self.parts for row in _in_rows(text, _EACH)]


def _in_rows(text: Parts, most: int) -> list[Parts]:
    return wrapped(cleaned(text), _ROOM, _ROOM, most)


def brief_answer(record: BriefRecord) -> Answer:
    """What is known of somebody: a page that fits a screen, and all of it in JSON."""
    person = record.person
    sections = [section for section in _sections(record) if section.texts]
    handle = f" ({person.handle})"
    room = COLUMNS - cells(handle)
    (called,) = wrapped(cleaned((name(person.name),)), room, room, 1)
    page = Page((*called, soft(handle)), (Block("", tuple(_items(sections))),))
    rows = tuple(
        (section.label, "".join(each.text for each in text))
        for section in sections
        for text in section.parts
    )
    return Answer("brief", _data(record), page, Table(("what", "said"), rows))


def _items(sections: Sequence[Section]) -> Iterator[Item]:
    """Each section on as many rows as there is room for, its label before the first."""
    for section, rows in zip(sections, _fitted(sections), strict=True):
        for number, row in enumerate(rows):
            label = "" if number else section.label
            yield Item((tree_lines(f"{label:<{_LABEL}}"), *row))


def _fitted(sections: Sequence[Section]) -> list[list[Parts]]:
    """The rows of each section; of what has no room the last one ends with ….

    Every section has one row; then each its usual ones, then each the rest, from the
    top, as long as there are any.
    """
    rows = [section.rows for section in sections]
    left = ROWS - _BEFORE - len(sections)
    granted = [1] * len(sections)
    for most in ([section.usual for section in sections], [ROWS] * len(sections)):
        for place, its_rows in enumerate(rows):
            wanted = min(len(its_rows), most[place]) - granted[place]
            more = max(0, min(wanted, left))
            granted[place] += more
            left -= more
    return [
        _shortened(its_rows, most) for its_rows, most in zip(rows, granted, strict=True)
    ]


def _shortened(rows: list[Parts], most: int) -> list[Parts]:
    if len(rows) <= most:
        return rows
    return [*rows[: most - 1], *_in_rows((*rows[most - 1], part(" …")), 1)]


def _sections(record: BriefRecord) -> Iterator[Section]:
    """Everything that can stand on the page, from top to bottom."""
    person, details = record.person, record.details
    yield Section("Booked", [_booked(one, person) for one in record.ahead])
    yield Section("Who", _who(person, details))
    yield Section("From", list(_from(record)), 4)
    yield Section("Known", [_known(record)])
    yield Section("Last", _last(record))
    yield Section("Said", [_noted(t) for t in record.noted[:_NOTES]], 5)
    yield Section("Missed", [_missed(one, person) for one in record.missed[:_NOTES]], 1)
    yield Section("You owe", [_owed(one) for one in record.owed(theirs=False)])
    yield Section("They owe", [_owed(one) for one in record.owed(theirs=True)])
    yield Section("Kept", _joined([_kept(one) for one in record.kept]), 1)
    yield Section("Brought", _joined([_joined_by(i, person) for i in record.brought]))
    yield Section(
        "You led", _joined([_joined_by(i, person) for i in record.sent_to]), 1
    )
    for way, label in (("got", "You got"), ("gave", "You gave")):
        entries = [_entry(one, record.currency) for one in record.ledger(way)]
        yield Section(label, _joined(entries), 1)
    for field in ("needs", "offers", "likes"):
        yield Section(field.title(), _joined(values(details, field)), 1)
    yield Section("To give", [_given(match) for match in record.to_give])
    yield Section("To ask", _asked(record))
    yield Section("Note", [person.note] if person.note else [])
    yield Section("Reach", _joined([reach(details)]), 1)


def _joined(some: Sequence[str]) -> list[str]:
    text = "; ".join(filter(None, some))
    return [text] if text else []


def _booked(booked: Booked, person: Person) -> str:
    """When, where, and with whom besides."""
    booking = booked.booking
    others = [one.name for one in booked.people if one.id != person.id]
    company = f", with {listed(others)}" if others else ""
    place = f" at {booked.place}" if booked.place else ""
    when = spell_when(booking.day, booking.hour)
    return f"{when}: {booking.kind}{place}{company}"


def _missed(booked: Booked, person: Person) -> str:
    how = "cancelled" if booked.booking.state == "cancelled" else "did not come"
    return f"{_booked(booked, person)}, {how}"


def _kept(promise: Promise) -> str:
    day = f", {spell_short(promise.closed_on)}" if promise.closed_on else ""
    return f"{promise.text}, by {'them' if promise.theirs else 'you'}{day}"


_MET = {
    "met": "met",
    "made": "not met yet",
    "offered": "named, not met yet",
    "dropped": "dropped",
}


def _joined_by(made: IntroductionNamed, person: Person) -> str:
    """Who was brought together with the user, or with them, and whether they met."""
    others = [one.name for one in made.pair if one.id not in {ME_ID, person.id}]
    return f"{listed(others)}, {spell_short(made.day)} ({_MET[made.state]})"


def _entry(entry: Entry, currency: str) -> str:
    money = money_said(entry.cents, currency)
    return f"{entry.said}{money}, {spell_short(entry.day)}"


def _by_day(dated: tuple[date, Promise]) -> tuple[date, int]:
    return dated[0], dated[1].id


def _who(person: Person, details: Sequence[Detail]) -> list[str]:
    work = " at ".join(filter(None, (person.role, person.org)))
    where = ", ".join(filter(None, (work, person.city)))
    words = ", ".join((*values(details, "kind"), *values(details, "tag")))
    return [" · ".join(filter(None, (where, words)))] if where or words else []


def _from(record: BriefRecord) -> Iterator[str]:
    """Who sent them and in which words; else how they came."""
    for made in record.ways:
        by = made.introducer.name
        verb = "named them" if made.state == "offered" else "introduced you"
        dropped = " (dropped)" if made.state == "dropped" else ""
        yield f"{by} {verb}, {spell(made.day)}{dropped}"
        if made.words:
            yield words_said(made.words, by)
    first = record.touches[0] if record.touches else None
    if not record.ways and first and first.kind == "met":
        place = f" at {first.place}" if first.place else ""
        yield f"met by chance{place}, {spell(first.day)}"
    if record.person.connected_on:
        yield f"connected on LinkedIn, {spell(record.person.connected_on)}"


def _known(record: BriefRecord) -> str:
    since, contacts = record.known_since, record.contacts
    if since is None and not record.person.known:
        return f"no contact yet; added {spell(record.person.added_on)}"
    seen = sum(touch.in_person for touch in contacts)
    in_person = f", {seen} in person" if seen else ""
    number = counted(len(contacts), "contact") if contacts else "no contact yet"
    if since is None:
        return f"before netlog · {number}{in_person}"
    online = record.person.connected_on
    begin = "in touch since" if online and online < since else "since"
    return f"{begin} {spell(since)}, {_age(since, record.today)} · {number}{in_person}"


def _ago(day: date, today: date) -> str:
    return "today" if day >= today else f"{_age(day, today)} ago"


def _age(since: date, today: date) -> str:
    """How long it is since a day: 68 days, 5 months, 3 years."""
    days = max(0, (today - since).days)
    if days < _IN_DAYS:
        return counted(days, "day")
    if days < _IN_MONTHS:
        return counted(int(days / _MONTH), "month")
    return counted(int(days / _YEAR), "year")


def _last(record: BriefRecord) -> list[str]:
    """When they were last seen, and heard from since."""
    seen, person = record.last_seen, record.person
    said = []
    if seen:
        place = f" at {seen.place}" if seen.place else ""
        said.append(f"seen {spell(seen.day)}{place}, {_ago(seen.day, record.today)}")
    heard = person.last_heard
    if heard and not (seen and heard == seen.day):
        said.append(f"heard from {spell(heard)}")
    if record.tries_open:
        said.append(f"{record.tries_open} sent or tried since, no answer yet")
    return [" · ".join(said)] if said else []


def _noted(touch: TouchAt) -> str:
    return f"{spell_short(touch.day)}, {touch.kind}: {touch.note}"


def _owed(promise: Promise) -> Parts:
    """What, by when, and how it is kept."""
    done = command_line(f"netlog done {promise.id}")
    return part(f"{promise.text}, by {spell(promise.due)} ("), done, part(")")


def _given(match: Match) -> str:
    who = match.offer.person
    by = "you offer" if who.id == ME_ID else f"{who.name} offers"
    return f"for {match.need}: {by} {match.offer.value}"


def _asked(record: BriefRecord) -> list[str]:
    """What they offer that the user needs, and what is not known of them."""
    offered = [
        f"for {match.offer.value}, since you need {match.need}"
        for match in record.to_get
    ]
    return [*offered, ", ".join(record.gaps)]


def _data(record: BriefRecord) -> dict[str, Any]:
    person, details = record.person, record.details
    seen = record.last_seen
    return {
        **brief(person),
        **{field: getattr(person, field) for field in ("org", "role", "city", "note")},
        **{field: list(values(details, field)) for field in (*REACH, *_WORDS)},
        "bookings": [booking_data(one) for one in record.ahead],
        "missed": [booking_data(one) for one in record.missed],
        "introductions": [introduction_with_names(one) for one in record.ways],
        "brought": [introduction_with_names(one) for one in record.brought],
        "sent_to": [introduction_with_names(one) for one in record.sent_to],
        "known": person.known,
        "known_since": record.known_since,
        "contacts": len(record.contacts),
        "last_seen": seen and touch_data(seen),
        "last_heard": person.last_heard,
        "open_tries": record.tries_open,
        "said": [touch_data(touch) for touch in record.noted],
        "promises": _promises(record.owed(theirs=False)),
        "theirs": _promises(record.owed(theirs=True)),
        "kept": _promises(record.kept),
        "got": [entry_data(one, record.currency) for one in record.ledger("got")],
        "gave": [entry_data(one, record.currency) for one in record.ledger("gave")],
        "to_give": [_match(one) for one in record.to_give],
        "to_get": [_match(one) for one in record.to_get],
        "to_ask": record.gaps,
    }


def _promises(promises: Iterable[Promise]) -> list[dict[str, Any]]:
    return [promise_data(promise) for promise in promises]


def _match(match: Match) -> dict[str, Any]:
    offer = match.offer
    return {"need": match.need, "offer": offer.value, "person": brief(offer.person)}
