"""netlog log: what happened with whom."""

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Annotated, Any

from typer import Argument, Context

from netlog.domain.dates import spell
from netlog.domain.introduction import Introduction
from netlog.domain.kinds import GUESSES, TOUCH_KINDS, TouchKind
from netlog.domain.person import ME_ID, Person
from netlog.domain.touch import Touch
from netlog.errors import UsageError
from netlog.namedtuple import NamedTuple
from netlog.options import (
    ByDay,
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
from netlog.repository import touches
from netlog.repository.finding import find_or_add, find_or_add_all, whole_names
from netlog.views.wording import (
    brief,
    introduction_data,
    listed,
    promise_data,
    touch_data,
)

if TYPE_CHECKING:
    from netlog.domain.promise import Promise
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
        str, touch_kind(f"One of {', '.join(TOUCH_KINDS)}; else coffee.")
    ] = "coffee",
    on: OnDay = "",
    at: Annotated[str, option("--at", help_text="Where.", metavar="PLACE")] = "",
    note: Annotated[str, option("--note", help_text="What was said.")] = "",
    no_answer: Annotated[
        bool, option("--no-answer", help_text="An attempt that got no answer.")
    ] = False,
    promise: Promised = "",
    by: ByDay = "",
    names: Annotated[
        str, option("--names", help_text="People they named: 'A, B'.", metavar="NAMES")
    ] = "",
    introduce: Annotated[
        bool, option("--introduce", help_text="They know each other through you now.")
    ] = False,
    got: Annotated[Many, given("--got", "What they brought you.")] = None,
    gave: Gave = None,
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
    """Log a coffee, a call, a note, or an attempt that got no answer."""
    app = app_of(ctx)
    app.typed.phrase(who)
    happened = Happened(
        kind=app.typed.touch_kind(kind),
        on=app.typed.happened(on),
        place=app.typed.text(at),
        note=app.typed.note(note),
        answered=not no_answer,
        promise=app.typed.text(promise),
        by=app.typed.promised(promise, by),
        names=[name for name in names.split(",") if name.strip()],
        introduce=introduce,
        got=[app.typed.given(text) for text in got or ()],
        gave=[app.typed.given(text) for text in gave or ()],
        guess=app.typed.guess(guess),
    )
    with app.changing() as change:
        logged = log(change, who, happened, app.today, new=new)
    app.show(_answer(logged, happened))
    if new and len(logged.one_word) > 1:
        app.tell(
            f"{listed(logged.one_word)} are several people now;"
            " quotes keep the words of a name together."
        )


class Happened(NamedTuple):
    """One contact, and what came with it."""

    kind: TouchKind
    on: date
    place: str = ""
    note: str = ""
    answered: bool = True
    promise: str = ""
    by: date | None = None
    names: Sequence[str] = ()
    introduce: bool = False
    got: Sequence[tuple[str, str]] = ()
    gave: Sequence[tuple[str, str]] = ()
    guess: str = ""


class Logged(NamedTuple):
    """What logging wrote."""

    touch: Touch
    people: tuple[Person, ...]
    promises: "tuple[Promise, ...]" = ()
    named: tuple[Person, ...] = ()
    introductions: tuple[Introduction, ...] = ()
    entries: "tuple[Recorded, ...]" = ()

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
    *,
    new: bool = False,
) -> Logged:
    """Record a contact with people."""
    people = find_or_add_all(change, whole_names(change.store, who), today, new=new)
    ids = [person.id for person in people]
    touch = touches.log(
        change,
        ids,
        happened.kind,
        happened.on,
        place=happened.place,
        note=happened.note,
        answered=happened.answered,
    )
    named, offered = _names(change, people, happened, today)
    introduced = _introduce(change, ids, happened)
    promises = [_promise(change, person, happened) for person in people]
    entries = _entries(change, touch, people, happened)
    if happened.guess:
        from netlog.repository import ledger

        ledger.guess(change, touch.id, happened.guess)
    return Logged(
        touch,
        tuple(people),
        tuple(promise for promise in promises if promise),
        tuple(named),
        (*offered, *introduced),
        tuple(entries),
    )


def _entries(
    change: "OpenChange", touch: Touch, people: Sequence[Person], happened: Happened
) -> list["Recorded"]:
    """What was given to each of them, and what one of them brought."""
    if not (happened.got or happened.gave):
        return []
    if happened.got and not happened.answered:
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


def _introduce(
    change: "OpenChange", ids: Sequence[int], happened: Happened
) -> list[Introduction]:
    """Those at the table know each other through me."""
    if not happened.introduce:
        return []
    if len(ids) < 2:  # noqa: PLR2004 (an introduction takes two)
        raise UsageError(
            "An introduction takes two people.", "Name everybody at the table."
        )
    from netlog.repository import introductions

    return [
        introductions.introduce(change, ME_ID, one_id, other_id, happened.on)
        for one_id, other_id in combinations(ids, 2)
    ]


def _answer(logged: Logged, happened: Happened) -> Answer:
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
    if happened.introduce:
        items.append(line("They know each other through you now"))
    if logged.entries:
        from netlog.views.entries import recorded_line, thanks_lines

        for entry in logged.entries:
            items += (recorded_line(entry), *thanks_lines(entry))
    if happened.guess:
        items.append(
            line(f"Your guess whether it comes to something: {happened.guess}")
        )
    return Answer("log", _data(logged, happened), page=lines(*items))


def _touch(logged: Logged, happened: Happened) -> Item:
    kind = logged.touch.kind
    tried = "" if happened.answered else "Tried: "
    answer = "" if happened.answered else ", no answer"
    verb = f"{tried}{kind}" if tried else f"Logged {kind}"
    people = listed([person.name for person in logged.people])
    place = f" at {happened.place}" if happened.place else ""
    return line(f"{verb} with ", name(people), f"{place}, {spell(happened.on)}{answer}")


def _data(logged: Logged, happened: Happened) -> dict[str, Any]:
    """What was written, for programs."""
    return {
        "touch": touch_data(logged.touch) | {"place": happened.place},
        "people": [brief(person) for person in logged.people],
        "promises": [promise_data(promise) for promise in logged.promises],
        "named": [brief(person) for person in logged.named],
        "introductions": [
            introduction_data(introduction) for introduction in logged.introductions
        ],
        "entries": _entries_data(logged.entries),
        "guess": happened.guess or None,
    }


def _entries_data(entries: "Sequence[Recorded]") -> list[dict[str, Any]]:
    if not entries:
        return []
    from netlog.views.entries import recorded_data

    return [recorded_data(entry) for entry in entries]
