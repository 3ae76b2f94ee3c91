"""netlog log: what happened with whom."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING, Annotated, Any

from typer import Argument, Context

from netlog.db import sql
from netlog.domain.dates import spell
from netlog.domain.introduction import Introduction, IntroductionNamed
from netlog.domain.kinds import GUESSES, TOUCH_KINDS, TouchKind
from netlog.domain.names import clean
from netlog.domain.person import ME_ID, Person
from netlog.domain.settings import Settings
from netlog.domain.spans import parse_span
from netlog.domain.touch import Touch
from netlog.domain.weeks import week_of
from netlog.errors import UsageError
from netlog.namedtuple import NamedTuple
from netlog.options import (
    ByDay,
    Every,
    Gave,
    Many,
    New,
    OnDay,
    Promised,
    app_of,
    choice,
    complete_handles,
    given,
    option,
    touch_kind,
)
from netlog.output.answer import Answer, Item, command_line, line, lines, name
from netlog.repository import bookings, people as everybody, touches
from netlog.repository.finding import find_or_add, find_or_add_all, whole_names
from netlog.views.wording import (
    brief,
    introduction_data,
    introduction_said,
    listed,
    promise_data,
    touch_with,
)

if TYPE_CHECKING:
    from netlog.db.store import Store
    from netlog.domain.booking import Booked
    from netlog.domain.promise import Promise
    from netlog.plan.result import Line as PlanLine
    from netlog.repository.change import OpenChange
    from netlog.repository.ledger import Recorded


def command(
    ctx: Context,
    who: Annotated[
        list[str],
        Argument(
            metavar="WHO…",
            help="Everybody who was there.",
            autocompletion=complete_handles,
        ),
    ],
    kind: Annotated[
        str,
        touch_kind(
            f"One of {', '.join(TOUCH_KINDS)}; else what was booked, or coffee."
        ),
    ] = "",
    on: OnDay = "",
    at: Annotated[str, option("--at", help_text="Where.", metavar="PLACE")] = "",
    note: Annotated[str, option("--note", help_text="What was said.")] = "",
    no_answer: Annotated[
        bool | None,
        option(
            "--no-answer/--answered",
            help_text="A try that got no answer; something sent that did.",
        ),
    ] = None,
    promise: Promised = "",
    by: ByDay = "",
    names: Annotated[
        str, option("--names", help_text="People they named: 'A, B'.", metavar="NAMES")
    ] = "",
    introduce: Annotated[
        bool,
        option(
            "--introduce", help_text="Those who were strangers know each other now."
        ),
    ] = False,
    got: Annotated[Many, given("--got", "What they brought you.")] = None,
    gave: Gave = None,
    every: Every = "",
    guess: Annotated[
        str,
        choice(
            "--guess",
            help_text=f"Will anything come of it: {', '.join(GUESSES)}.",
            words=GUESSES,
        ),
    ] = "",
    new: New = False,
) -> None:
    """Log a coffee, a call, a card, or an attempt that got no answer.

    What is sent (an email, a message, a card, an article, a gift) waits for its answer:
    netlog heard WHO.  A touch in person is what was booked with them: it has the day,
    the kind and the place of that, unless you say others.
    """
    app = app_of(ctx)
    app.typed.phrase(who)
    happened = Happened(
        kind=app.typed.touch_kind(kind or _USUAL),
        on=app.typed.happened(on, lambda day: _book_instead(who, day, kind)),
        typed=frozenset(filter(None, (kind and "kind", on and "on"))),
        place=app.typed.text(at),
        note=app.typed.note(note),
        answered={None: "", True: "no", False: "yes"}[no_answer],
        promise=app.typed.text(promise),
        by=app.typed.promised(promise, by),
        names=[name for name in names.split(",") if name.strip()],
        introduce=introduce,
        got=[app.typed.given(text) for text in got or ()],
        gave=[app.typed.given(text) for text in gave or ()],
        guess=app.typed.guess(guess),
        every=parse_span(every).code() if every else "",
    )
    with app.changing() as change:
        logged = log(change, who, happened, app.today, app.settings, new=new)
        follows = tuple(_what_follows(change.store, app.settings, logged, app.today))
    app.show(_answer(logged, logged.happened, follows))
    if new and len(logged.one_word) > 1:
        app.tell(
            f"{listed(logged.one_word)} are several people now;"
            " quotes keep the words of a name together."
        )


_USUAL = "coffee"


def _book_instead(who: Sequence[str], day: date, kind: str) -> str:
    """The line that books what cannot have happened yet."""
    from shlex import join

    of_kind = ("-k", kind) if kind else ()
    line = join(map(clean, (*who, day.isoformat(), *of_kind)))
    return f"What is to come is booked: netlog book {line}"


class Happened(NamedTuple):
    """One contact, and what came with it.

    `typed` names which of `kind` and `on` were said; a booking does not change these.
    """

    kind: TouchKind
    on: date
    typed: frozenset[str] = frozenset()
    place: str = ""
    note: str = ""
    answered: str = ""
    promise: str = ""
    by: date | None = None
    names: Sequence[str] = ()
    introduce: bool = False
    got: Sequence[tuple[str, str]] = ()
    gave: Sequence[tuple[str, str]] = ()
    guess: str = ""
    every: str = ""


Pair = tuple[Person, Person]


class Acquainted(NamedTuple):
    """Two who knew each other before, and the introduction that shows it."""

    pair: Pair
    introduction: IntroductionNamed


class Logged(NamedTuple):
    """What logging wrote, of what happened; `held` are the bookings that it was.

    Of those at the table `introduced` know each other through it, `acquainted` did
    before.
    """

    touch: Touch
    people: tuple[Person, ...]
    happened: Happened
    answered: str
    held: "tuple[Booked, ...]" = ()
    promises: "tuple[Promise, ...]" = ()
    named: tuple[Person, ...] = ()
    introductions: tuple[Introduction, ...] = ()
    entries: "tuple[Recorded, ...]" = ()
    introduced: tuple[Pair, ...] = ()
    acquainted: tuple[Acquainted, ...] = ()

    @property
    def one_word(self) -> list[str]:
        """Who was added by this, under a name of one word."""
        added = (p for p in self.people if p.entered == self.touch.entered)
        return [person.name for person in added if " " not in person.name]


def log(
    change: "OpenChange",
    who: Sequence[str],
    happened: Happened,
    today: date,
    settings: Settings,
    *,
    new: bool = False,
) -> Logged:
    """Record a contact with people; in person it is what was booked with them."""
    people = find_or_add_all(change, whole_names(change.store, who), today, new=new)
    ids = [person.id for person in people]
    # Before the touch: being seen together makes what was only offered met.
    strangers, acquainted = _pairs(change, people, happened)
    booked = _booked(change, ids, happened, settings)
    happened = _as_booked(happened, booked, settings)
    touch = touches.log(
        change,
        ids,
        happened.kind,
        happened.on,
        place=happened.place,
        note=happened.note,
        answered=happened.answered,
    )
    if happened.every:
        for person in people:
            everybody.edit(change, person, every=happened.every)
    bookings.hold(change, booked, touch.id)
    named, offered = _names(change, people, happened, today)
    introduced = _introduce(change, strangers, happened)
    promises = [_promise(change, person, happened) for person in people]
    entries = _entries(change, touch, people, happened)
    if happened.guess:
        from netlog.repository import ledger

        ledger.guess(change, touch.id, happened.guess)
    return Logged(
        touch,
        tuple(people),
        happened,
        sql.answers_to(change.store, touch.id)[0].answered,
        tuple(bookings.get(change.store, one.booking.id) for one in booked),
        tuple(promise for promise in promises if promise),
        tuple(named),
        (*offered, *introduced),
        tuple(entries),
        tuple(strangers),
        tuple(acquainted),
    )


def _booked(
    change: "OpenChange", ids: Sequence[int], happened: Happened, settings: Settings
) -> "list[Booked]":
    """What was booked with them and is this contact, the latest first."""
    if happened.answered == "no":
        return []
    last = bookings.last_booked(change.store, ids, happened.on, settings.held_within)
    if "kind" in happened.typed:
        return [booked for booked in last if booked.is_held_by(happened.kind)]
    return last


def _as_booked(
    happened: Happened, booked: "Sequence[Booked]", settings: Settings
) -> Happened:
    """What happened, on the day, of the kind and at the place that was booked."""
    if not booked:
        return happened
    booking, place, _ = booked[0]
    kind = settings.touch_kinds.get(booking.kind, happened.kind)
    return happened._replace(
        kind=happened.kind if "kind" in happened.typed else kind,
        on=happened.on if "on" in happened.typed else booking.day,
        place=happened.place or place,
    )


def _entries(
    change: "OpenChange", touch: Touch, people: Sequence[Person], happened: Happened
) -> list["Recorded"]:
    """What was given to each of them, and what one of them brought."""
    if not (happened.got or happened.gave):
        return []
    if happened.got and happened.answered == "no":
        raise UsageError(
            "Nothing comes of a try that got no answer.", "Leave --no-answer out."
        )
    if happened.got and len(people) > 1:
        raise UsageError(
            "It is not clear from whom you got it.", "Record it alone: netlog got WHO."
        )
    from netlog.repository.ledger import LedgerItem, record_at

    both = (("gave", happened.gave), ("got", happened.got))
    return [
        record_at(change, touch, way, person, LedgerItem(kind, happened.on, text))
        for way, things in both
        for kind, text in things
        for person in people
    ]


def _promise(
    change: "OpenChange", person: Person, happened: Happened
) -> "Promise | None":
    if not (happened.promise and happened.by):
        return None
    from netlog.repository import promises

    return promises.make(change, person.id, happened.promise, happened.by)


def _names(
    change: "OpenChange", people: Sequence[Person], happened: Happened, today: date
) -> tuple[list[Person], list[Introduction]]:
    """People they named: each becomes an introduction offered by them."""
    if happened.names and len(people) > 1:
        raise UsageError(
            "It is not clear who named them.",
            "Log one person at a time with --names.",
        )
    if not happened.names:
        return [], []
    from netlog.repository import introductions

    named = [find_or_add(change, who, today, new=True) for who in happened.names]
    return named, [
        introductions.between(change.store, people[0].id, ME_ID, person.id)
        or introductions.introduce(
            change, people[0].id, ME_ID, person.id, happened.on, state="offered"
        )
        for person in named
    ]


def _pairs(
    change: "OpenChange", people: Sequence[Person], happened: Happened
) -> tuple[list[Pair], list[Acquainted]]:
    """Who at the table does not know whom yet, and who does."""
    if not happened.introduce:
        return [], []
    if len(people) < 2:  # noqa: PLR2004 (an introduction takes two)
        raise UsageError(
            "An introduction takes two people.", "Name everybody at the table."
        )
    strangers: list[Pair] = []
    acquainted: list[Acquainted] = []
    for pair in combinations(people, 2):
        one, other = pair
        joining = sql.introductions_joining(change.store, one.id, other.id)
        if joining:
            acquainted.append(Acquainted(pair, joining[0]))
        else:
            strangers.append(pair)
    return strangers, acquainted


def _introduce(
    change: "OpenChange", strangers: Sequence[Pair], happened: Happened
) -> list[Introduction]:
    """They know each other through me; what I only offered is made now."""
    if not strangers:
        return []
    from netlog.repository import introductions

    return [
        introductions.introduce(
            change, ME_ID, one.id, other.id, happened.on, state="made"
        )
        for one, other in strangers
    ]


def _what_follows(
    store: "Store", settings: Settings, logged: Logged, today: date
) -> Iterator[Item]:
    """When whoever was sat down with first comes up again, and who is asked instead."""
    if logged.touch.in_person and logged.answered != "no" and not logged.held:
        yield from _was_it_held(store, logged, settings.held_within)
    if logged.touch.sit_down and logged.answered != "no":
        yield from _come_up_again(store, settings, logged, today)
    elif logged.answered != "yes":
        yield from _instead(store, settings, logged, today)


def _was_it_held(store: "Store", logged: Logged, within: int) -> Iterator[Item]:
    """Of a booking that is said not to have been: the line by which it was."""
    ids = [person.id for person in logged.people]
    for booked in bookings.missed_with(store, ids, logged.touch.day, within):
        booking = booked.booking
        yield line(
            f"The {booking.kind} of {spell(booking.day)} stays {_STAYS[booking.state]};"
            " if this was it: ",
            command_line(f"netlog edit --booking {booking.id} --state held"),
        )


_STAYS = {"no-show": "a no-show", "cancelled": "cancelled"}


def _come_up_again(
    store: "Store", settings: Settings, logged: Logged, today: date
) -> Iterator[Item]:
    from netlog.plan.cadence import cadence_of, cadences_for

    for one in logged.people:
        person = everybody.get(store, one.id)
        if one.first_sitdown or person.known:
            continue
        cadences = cadences_for(settings, store)
        days = cadence_of(cadences, store, person)
        if days:
            ends = cadences.runs_from(person, days) + timedelta(days=days)
            again = week_of(max(ends, today)).monday
            yield line(
                name(person.name),
                f" comes up again in the week of {spell(again)}: ",
                command_line(f"netlog edit {person.handle} --every 3m"),
            )


def _instead(
    store: "Store", settings: Settings, logged: Logged, today: date
) -> Iterator[Item]:
    """The alternate, where it was the pick of the week who has not answered.

    After something sent it is said from which day on they are asked as well, as long as
    that is in this week: the next one has a pick of its own.
    """
    week = week_of(today)
    pinned = {pin.person_id for pin in sql.pins(store, "new", week.code)}
    tried = {person.id for person in logged.people}
    if not pinned & tried:
        return
    now = _asked_beside(store, settings, tried, today)
    if now:
        yield line("Now ", name(now.person.name), ": ", command_line(now.next))
        return
    day = logged.touch.day + timedelta(days=settings.now_days)
    later = _asked_beside(store, settings, tried, day) if week.holds(day) else None
    if later:
        yield line(
            f"If you hear nothing by {spell(day)}, ",
            name(later.person.name),
            " is next: ",
            command_line(later.next),
        )


def _asked_beside(
    store: "Store", settings: Settings, tried: Collection[int], day: date
) -> "PlanLine | None":
    """Who is asked beside the pick on a day, if the pick is one of those tried."""
    from netlog.plan.context import context_for
    from netlog.plan.inputs import inputs_for
    from netlog.plan.slots import new

    slot = new.fill(inputs_for(context_for(day, settings), store))
    is_theirs = any(pick.person.id in tried for pick in slot.pick)
    return slot.now if is_theirs else None


def _answer(logged: Logged, happened: Happened, follows: tuple[Item, ...]) -> Answer:
    """What was logged, with its number, and what came with it."""
    items = [_touch(logged, happened)]
    items += [
        line(
            f"Promised {promise.text}, by {spell(promise.due)}: ",
            command_line(f"netlog done {promise.id}"),
        )
        for promise in logged.promises
    ]
    if logged.named:
        named = listed([person.name for person in logged.named])
        items.append(line(f"{logged.people[0].name} named {named}"))
    items += _acquaintances(logged)
    if logged.entries:
        from netlog.views.entries import recorded_line, thanks_lines

        for entry in logged.entries:
            items += (recorded_line(entry), *thanks_lines(entry))
    if happened.guess:
        items.append(
            line(f"Your guess whether it comes to something: {happened.guess}")
        )
    items += follows
    return Answer("log", _data(logged, happened), page=lines(*items))


def _acquaintances(logged: Logged) -> list[Item]:
    """Who knows whom through me now, and who did already, and by what."""
    items = []
    if logged.introduced:
        pairs = [f"{one.name} and {other.name}" for one, other in logged.introduced]
        who = "; ".join(pairs) if logged.acquainted else "They"
        items.append(line(f"{who} know each other through you now"))
    for (one, other), introduction in logged.acquainted:
        both = f"{one.name} and {other.name}"
        how = introduction_said(introduction)
        items.append(line(f"{both} knew each other already: {how}"))
    return items


def _touch(logged: Logged, happened: Happened) -> Item:
    kind = logged.touch.kind
    in_vain = happened.answered == "no"
    tried = "Tried: " if in_vain else ""
    answer = ", no answer" if in_vain else ""
    verb = f"{tried}{kind}" if tried else f"Logged {kind}"
    people = listed([person.name for person in logged.people])
    place = f" at {happened.place}" if happened.place else ""
    day = f", {spell(happened.on)}"
    booked = _said_of_booking(logged)
    return line(f"{verb} with ", name(people), f"{place}{day}{answer}{booked}")


def _said_of_booking(logged: Logged) -> str:
    """That it was booked, and for which day where that was another one."""
    if not logged.held:
        return ""
    day = logged.held[0].booking.day
    return ", as booked" if day == logged.touch.day else f", booked for {spell(day)}"


def _data(logged: Logged, happened: Happened) -> dict[str, Any]:
    """What was written, for programs."""
    return {
        "touch": touch_with(logged.touch, happened.place, logged.answered),
        "people": [brief(person) for person in logged.people],
        "bookings": _bookings_data(logged.held),
        "promises": [promise_data(promise) for promise in logged.promises],
        "named": [brief(person) for person in logged.named],
        "introductions": [
            introduction_data(introduction) for introduction in logged.introductions
        ],
        "knew_each_other": [
            {"people": [brief(person) for person in pair], "introduction": shown.id}
            for pair, shown in logged.acquainted
        ],
        "entries": _entries_data(logged.entries),
        "guess": happened.guess or None,
    }


def _bookings_data(held: "Sequence[Booked]") -> list[dict[str, Any]]:
    if not held:
        return []
    from netlog.views.bookings import booking_data

    return [booking_data(booked) for booked in held]


def _entries_data(entries: "Sequence[Recorded]") -> list[dict[str, Any]]:
    if not entries:
        return []
    from netlog.views.entries import recorded_data

    return [recorded_data(entry) for entry in entries]
