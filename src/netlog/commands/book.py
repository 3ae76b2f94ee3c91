"""netlog book: a coffee that is to come is booked, moved or settled."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, Any

from typer import Argument, Context

from netlog.app import App
from netlog.db import sql
from netlog.db.store import Store
from netlog.domain.booking import Booked, Booking, together
from netlog.domain.dates import is_day, spell
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.names import clean
from netlog.domain.person import Person
from netlog.errors import AmbiguousError, NotFoundError, UsageError
from netlog.namedtuple import NamedTuple
from netlog.options import app_of, complete_handles, option, touch_kind
from netlog.output.answer import (
    Answer,
    Item,
    Part,
    command_line,
    line,
    lines,
    soft,
)
from netlog.repository import bookings, finding, touches
from netlog.repository.finding import whole_names
from netlog.views.bookings import booking_data, booking_said
from netlog.views.sentences import NOTHING_CHANGED
from netlog.views.wording import listed

if TYPE_CHECKING:
    from netlog.repository.change import OpenChange

_USUAL = "coffee"


def command(
    ctx: Context,
    words: Annotated[
        list[str],
        Argument(
            metavar="WHO… DATE [HOUR]",
            help="Everybody who is asked; the day; perhaps the hour: 15, 15:00, 3pm."
            " None of it needs quotes.",
            autocompletion=complete_handles,
        ),
    ],
    at: Annotated[str, option("--at", help_text="Where.", metavar="PLACE")] = "",
    kind: Annotated[
        str, touch_kind(f"One of {', '.join(TOUCH_KINDS)}; else coffee.")
    ] = "",
    cancel: Annotated[
        bool, option("--cancel", help_text="It will not be; say WHO alone.")
    ] = False,
    no_show: Annotated[
        bool,
        option("--no-show", help_text="Its day came, and they did not; WHO alone."),
    ] = False,
) -> None:
    """Book a coffee that is to come: book Dorie thu 15:00 --at Tatte.

    Booked again with the same people it is moved.  netlog log WHO says that it was
    held; the plan asks once its day has passed.
    """
    app = app_of(ctx)
    app.typed.phrase(words)
    if cancel or no_show:
        _refuse_more(at, kind, cancel=cancel, no_show=no_show)
        state = "cancelled" if cancel else "no-show"
        with app.changing() as change:
            settled = settle(change, words, state, app.today)
        app.show(_settled(settled))
        return
    place = app.typed.text(at)
    of_kind = app.typed.touch_kind(kind).name if kind else ""
    with app.changing() as change:
        people, day, hour = _read(app, change.store, words)
        _refuse_past(app, day, people)
        wanted = Wanted(day, hour, of_kind, place)
        made = book(change, people, wanted, app.today)
        against = tuple(_against(app, change.store, people, made.booked))
    app.show(_booked(made, against, changed=change.wrote))


def _refuse_more(at: str, kind: str, *, cancel: bool, no_show: bool) -> None:
    if cancel and no_show:
        raise UsageError(
            "It was cancelled, or they did not come.", "Say --cancel or --no-show."
        )
    if at or kind:
        raise UsageError(
            "What is settled is not moved.",
            "Leave --at and -k out; netlog edit --booking N mends them.",
        )


def _read(
    app: App, store: Store, words: Sequence[str]
) -> tuple[list[Person], date, str]:
    """Who is meant, and when: by the longest day, else by one that leaves somebody."""
    nobody: NotFoundError | None = None
    for who, day, hour in app.typed.who_and_when(words):
        try:
            return _everybody(store, who), day, hour
        except NotFoundError as error:
            nobody = nobody or error
    raise nobody or NotFoundError(
        "That names nobody.",
        "netlog list shows who is there; netlog add takes in somebody new.",
    )


def _everybody(store: Store, words: Sequence[str]) -> list[Person]:
    people = [finding.find(store, query) for query in whole_names(store, words)]
    return list({person.id: person for person in people}.values())


def _refuse_past(app: App, day: date, people: Sequence[Person]) -> None:
    if day < app.today:
        handles = " ".join(person.handle for person in people)
        raise UsageError(
            f"{spell(day)} is past.",
            f"What has happened is logged: netlog log {handles} --on {day}",
        )


class Wanted(NamedTuple):
    """When, and how and where, '' where nothing is said."""

    day: date
    hour: str = ""
    kind: str = ""
    place: str = ""


class Made(NamedTuple):
    """A booking, and how it stood before where it was moved."""

    booked: Booked
    before: Booked | None


class Against(NamedTuple):
    """What is known to be against a booking, in a sentence, and a command, or ''."""

    sentence: str
    command: str = ""


def book(
    change: "OpenChange", people: Sequence[Person], wanted: Wanted, today: date
) -> Made:
    """Book a touch with people, or move the one that is ahead with them alone."""
    ahead = _alone(bookings.open_with(change.store, people, since=today), people)
    place = {"place_id": touches.place_key(change, wanted.place)}
    if ahead:
        fields: dict[str, Any] = {"day": wanted.day}
        fields |= {"hour": wanted.hour} if wanted.hour else {}
        fields |= {"kind": wanted.kind} if wanted.kind else {}
        fields |= place if wanted.place else {}
        before = ahead[0]
        booked = bookings.edit(change, before, **fields)
    else:
        before = None
        booked = bookings.book(
            change,
            [person.id for person in people],
            wanted.day,
            wanted.kind or _USUAL,
            hour=wanted.hour,
            **place,
        )
    return Made(booked, before)


def _against(
    app: App, store: Store, people: Sequence[Person], booked: Booked
) -> Iterator[Against]:
    """What is known to be against a booking; nothing of it refuses one."""
    for person in people:
        yield from _persons(person, booked.booking.day)
    keys, yesterday = [person.id for person in people], app.today - timedelta(days=1)
    within = app.settings.held_within
    for other in bookings.last_booked(store, keys, yesterday, within):
        yield Against(
            f"How the {other.booking.kind} of {spell(other.booking.day)} went is not"
            " said yet",
            f"netlog log {other.handles}",
        )
    day = booked.booking.day
    for other in together(sql.bookings_between(store, day, day)):
        if other.booking.is_open and other.booking.id != booked.booking.id:
            hour = f", {other.booking.hour}" if other.booking.hour else ""
            names = listed([person.name for person in other.people])
            yield Against(f"That day has {other.booking.kind} with {names}{hour}, too")


def _persons(person: Person, day: date) -> Iterator[Against]:
    wake = f"netlog wake {person.handle}"
    if person.resting:
        yield Against(f"{person.name} rests", wake)
    if person.snoozed_until and person.snoozed_until > day:
        until = spell(person.snoozed_until)
        yield Against(f"{person.name} is not planned before {until}", wake)
    if person.entity != "person":
        yield Against(f"{person.name} is a {person.entity}, and no person")
    if person.dropped:
        yield Against(f"The introduction of {person.name} was dropped")


def settle(
    change: "OpenChange", words: Sequence[str], state: str, today: date
) -> Booked:
    """Say that what is booked with people will not be, or that they did not come."""
    try:
        people = _everybody(change.store, words)
    except NotFoundError as error:
        if not is_day(words[-1]):
            raise
        raise UsageError(
            "What is settled is named by its people alone.",
            f"Leave {clean(words[-1])} out.",
        ) from error
    booked = _one_of(_candidates(change.store, people, state, today), people)
    return bookings.edit(change, booked, state=state)


def _candidates(
    store: Store, people: Sequence[Person], state: str, today: date
) -> list[Booked]:
    """Of what is open with them: cancelled is what is ahead, missed what has come.

    What is nearest to today comes first.
    """
    past = list(reversed(bookings.open_with(store, people, until=today)))
    if state == "cancelled":
        return bookings.open_with(store, people, since=today) or past
    ahead = bookings.open_with(store, people, since=today + timedelta(days=1))
    if ahead and not past:
        handles = " ".join(person.handle for person in people)
        raise UsageError(
            f"{spell(ahead[0].booking.day)} is still to come.",
            f"What will not be is cancelled: netlog book {handles} --cancel",
        )
    return past


def _one_of(candidates: Sequence[Booked], people: Sequence[Person]) -> Booked:
    """The first with them alone, else the only one with others as well."""
    meant = _alone(candidates, people)[:1] or list(candidates)
    names = listed([person.name for person in people])
    if not meant:
        raise NotFoundError(
            f"Nothing is booked with {names}.",
            f"netlog show {people[0].handle} has what was.",
        )
    if len(meant) > 1:
        which = " and ".join(
            f"booking {one.booking.id} ({spell(one.booking.day)})" for one in meant
        )
        raise AmbiguousError(
            f"Several are booked with {names}: {which}.",
            "Name everybody who is asked to the one you mean.",
        )
    return meant[0]


def _alone(bookings: Sequence[Booked], people: Sequence[Person]) -> list[Booked]:
    """The bookings with these people and nobody else."""
    return [booked for booked in bookings if len(booked.people) == len(people)]


def _booked(made: Made, against: Sequence[Against], *, changed: bool) -> Answer:
    """What is booked now, since when it was moved, and what is against it."""
    booked, before = made
    then = before and before.booking
    now = booked.booking
    moved = then and (then.day, then.hour) != (now.day, now.hour)
    said: tuple[Part | str, ...] = ("Booked ", *booking_said(booked))
    if then and moved:
        said = ("Moved ", *booking_said(booked, " to "), f", from {_since(then, now)}")
    elif then:
        begin = "Booked " if changed else NOTHING_CHANGED
        said = (begin, *booking_said(booked))
    items = [line(*said), *_before(booked), *map(_word, against)]
    data = booking_data(booked) | {
        "moved_from": {"date": then.day, "hour": then.hour} if then and moved else None,
        "against": [one.sentence for one in against],
    }
    return Answer("book", data, page=lines(*items))


def _before(booked: Booked) -> Iterator[Item]:
    """A page to read of each of them."""
    for person in booked.people:
        yield line(soft("Before it: "), command_line(f"netlog brief {person.handle}"))


def _since(then: Booking, now: Booking) -> str:
    """When it was booked for before, as far as that differs."""
    day = spell(then.day)
    if then.day.year == now.day.year:
        day = day.removesuffix(f" {then.day.year}")
    if then.hour == now.hour:
        return day
    hour = then.hour or "no hour"
    return hour if then.day == now.day else f"{day}, {hour}"


def _word(against: Against) -> Item:
    if not against.command:
        return line(soft(f"{against.sentence}."))
    return line(soft(f"{against.sentence}: "), command_line(against.command))


_SETTLED = {"cancelled": "Cancelled: ", "no-show": "Did not come: "}


def _settled(booked: Booked) -> Answer:
    """What will not be, or was not."""
    said: tuple[Part | str, ...] = (
        _SETTLED[booked.booking.state],
        *booking_said(booked),
    )
    mended = f"netlog edit --booking {booked.booking.id} --state booked"
    otherwise = line(soft("If that is not so: "), command_line(mended))
    return Answer("book", booking_data(booked), page=lines(line(*said), otherwise))
