"""netlog add: somebody new in the book."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Context

from netlog.domain.dates import spell
from netlog.domain.kinds import TOUCH_KINDS
from netlog.domain.person import ME_ID, Newcomer, Person
from netlog.domain.promise import Promise
from netlog.domain.touch import Touch
from netlog.errors import NotFoundError, RefusedError, UsageError
from netlog.namedtuple import NamedTuple
from netlog.options import (
    Birthday,
    ByDay,
    City,
    Dated,
    Every,
    Gave,
    Known,
    Many,
    Note,
    OnDay,
    Org,
    Promised,
    Role,
    Words,
    app_of,
    option,
    person_kind,
    person_option,
)
from netlog.output.answer import Answer, Item, command_line, line, lines, soft
from netlog.plan.cadence import Cadences, cadences_for
from netlog.repository import finding, introductions, ledger, people, promises, touches
from netlog.repository.anniversaries import Labelled, anniversary, keep_anniversaries
from netlog.repository.dealing import dealt
from netlog.repository.finding import newcomer
from netlog.repository.profile import Profile, newcomer_from
from netlog.views.wording import (
    brief,
    listed,
    promise_data,
    titled,
    touch_with,
    words_said,
)

if TYPE_CHECKING:
    from netlog.repository.change import OpenChange
    from netlog.repository.ledger import Recorded


def command(
    ctx: Context,
    name: Annotated[
        list[str], Argument(metavar="NAME…", help="Their name; it needs no quotes.")
    ],
    via: Annotated[
        Many, person_option("--via", help_text="Who introduced you.")
    ] = None,
    words: Words = "",
    new_via: Annotated[
        bool, option("--new-via", help_text="Add the introducer too.")
    ] = False,
    at: Annotated[
        str, option("--at", help_text="Where you met, by chance.", metavar="PLACE")
    ] = "",
    met: Annotated[bool, option("--met", help_text="You met by chance.")] = False,
    on: OnDay = "",
    kind: Annotated[Many, person_kind("What they are to you: client, peer …")] = None,
    org: Org = "",
    role: Role = "",
    city: City = "",
    email: Annotated[Many, option("--email", help_text="E-mail address.")] = None,
    phone: Annotated[Many, option("--phone", help_text="Phone number.")] = None,
    url: Annotated[Many, option("--url", help_text="Web page.")] = None,
    tag: Annotated[Many, option("--tag", help_text="A word of your own.")] = None,
    likes: Annotated[Many, option("--likes", help_text="What they like.")] = None,
    needs: Annotated[Many, option("--needs", help_text="What they need.")] = None,
    offers: Annotated[Many, option("--offers", help_text="What they offer.")] = None,
    every: Every = "",
    birthday: Birthday = "",
    dated: Dated = None,
    note: Note = "",
    handle: Annotated[str, option("--handle", help_text="Their handle.")] = "",
    promise: Promised = "",
    by: ByDay = "",
    gave: Gave = None,
    known: Known = None,
    no_sell: Annotated[
        bool, option("--no-sell", help_text="A friend: never in new.")
    ] = False,
    new: Annotated[
        bool, option("--new", help_text="Though the name is there already.")
    ] = False,
) -> None:
    """Take in somebody you met or were told of; a name is enough.

    Without --via, --met or --at nothing is followed up.
    """
    app = app_of(ctx)
    profile = Profile(
        org=org, role=role, city=city, every=every, birthday=birthday, note=note,
        handle=handle, known=known, no_sell=no_sell, kind=kind, tag=tag, email=email,
        phone=phone, url=url, likes=likes, needs=needs, offers=offers,
    )  # fmt: skip
    if on and not (via or met or at or gave):
        raise UsageError(
            "There is nothing that --on could be the day of.",
            "Say how you met: --via WHO, --at PLACE or --met.",
        )
    said = app.typed.note(words)
    if said and len(set(via or ())) != 1:
        raise UsageError(
            "It is not clear whose words these are.",
            "Name one introducer: --via WHO; of others: netlog intro … --words.",
        )
    person = newcomer_from(app.typed.phrase(name), profile, app.today)
    coming = Coming(
        on=app.typed.happened(on),
        via=tuple(via or ()),
        words=said,
        at=app.typed.text(at),
        met=met,
        promise=app.typed.text(promise),
        by=app.typed.promised(promise, by),
        gave=[app.typed.given(text) for text in gave or ()],
        dated=[anniversary(text) for text in dated or ()],
    )
    with app.changing() as change:
        cadences = cadences_for(app.settings, change.store)
        added = add(change, cadences, person, coming, new=new, new_via=new_via)
    app.show(_answer(added, coming))


_UNIQUE = ("email", "phone", "url")


class Coming(NamedTuple):
    """How somebody came: by whom, in which words, where, when; what was promised.

    `dated` are days of theirs that come every year.
    """

    on: date
    via: Sequence[str] = ()
    words: str = ""
    at: str = ""
    met: bool = False
    promise: str = ""
    by: date | None = None
    gave: Sequence[tuple[str, str]] = ()
    dated: Sequence[Labelled] = ()


class Added(NamedTuple):
    """What adding somebody wrote."""

    person: Person
    introducers: tuple[Person, ...] = ()
    touch: Touch | None = None
    promise: Promise | None = None
    namesakes: tuple[Person, ...] = ()
    gave: "tuple[Recorded, ...]" = ()


def add(
    change: "OpenChange",
    cadences: Cadences,
    person: Newcomer,
    coming: Coming,
    *,
    new: bool,
    new_via: bool,
) -> Added:
    """Take somebody in; RefusedError where they seem to be there already.

    `new` lets in a second one of the name, `new_via` adds an unknown introducer.
    """
    found = [_introducer(change, who, coming, new=new_via) for who in coming.via]
    introducers = list({one.id: one for one in found}.values())
    if not new:
        _refuse_double(change, person, introducers)
    namesakes = _namesakes(change, person.name)
    (coming_in,) = dealt(change.store, cadences, [person], person.added_on)
    there = people.add(change, coming_in)
    for introducer in introducers:
        introductions.introduce(
            change,
            introducer.id,
            ME_ID,
            there.id,
            coming.on,
            **({"words": coming.words} if coming.words else {}),
        )
    keep_anniversaries(change, there, coming.dated)
    touch = _met(change, there, coming)
    promise = None
    if coming.promise and coming.by:
        promise = promises.make(change, there.id, coming.promise, coming.by)
    gave = _given(change, there, coming)
    there = people.get(change.store, there.id)
    return Added(there, tuple(introducers), touch, promise, tuple(namesakes), gave)


def _given(
    change: "OpenChange", person: Person, coming: Coming
) -> "tuple[Recorded, ...]":
    """What they were given when they came."""
    if not coming.gave:
        return ()
    entries = [
        ledger.add(change, person.id, "gave", kind, coming.on, text=text)
        for kind, text in coming.gave
    ]
    return tuple(ledger.recorded(change.store, entry, person) for entry in entries)


def _introducer(change: "OpenChange", who: str, coming: Coming, *, new: bool) -> Person:
    try:
        return finding.find(
            change.store,
            who,
            f"Add {who} in the same line with --new-via, or first: netlog add.",
        )
    except NotFoundError:
        if not new:
            raise
        return people.add(change, newcomer(who, coming.on))


def _met(change: "OpenChange", person: Person, coming: Coming) -> Touch | None:
    if not (coming.met or coming.at):
        return None
    return touches.log(
        change, [person.id], TOUCH_KINDS["met"], coming.on, place=coming.at
    )


def _refuse_double(
    change: "OpenChange", person: Newcomer, introducers: Sequence[Person]
) -> None:
    """A name, e-mail, phone or URL of somebody there."""
    called = finding.named(change.store, person.name)
    called += finding.with_detail(change.store, "alias", person.name)
    found = {there.id: there for there in called}
    for (field, _), value in person.details.items():
        if field in _UNIQUE:
            found |= {p.id: p for p in finding.with_detail(change.store, field, value)}
    if found:
        handles = tuple(there.handle for there in found.values())
        raise RefusedError(
            f"{person.name} seems to be there already: {', '.join(handles)}.",
            f"{_instead(handles, introducers)}; --new adds them all the same.",
            handles,
        )


def _instead(handles: Sequence[str], introducers: Sequence[Person]) -> str:
    """What says the same of somebody who is there: who introduced them, or a change."""
    who = handles[0] if len(handles) == 1 else "WHO"
    if introducers:
        by = [f"netlog intro {who} --by {one.handle}" for one in introducers]
        return f"Say who introduced them with {listed(by)}"
    return f"Change them with netlog edit {who}"


def _namesakes(change: "OpenChange", name: str) -> list[Person]:
    """Who else has that first name, where a first name is all there is."""
    if " " in name:
        return []
    return finding.first_named(change.store, name)


def _answer(added: Added, coming: Coming) -> Answer:
    """Who was added, how they came, and what was promised."""
    items = [_came(added, coming)]
    if coming.words:
        items.append(line(soft(words_said(coming.words, added.introducers[0].name))))
    if added.promise:
        items.append(
            line(
                f"Promised {added.promise.text}, by {spell(added.promise.due)}: ",
                command_line(f"netlog done {added.promise.id}"),
            )
        )
    if added.gave:
        from netlog.views.entries import recorded_line

        items += map(recorded_line, added.gave)
    items += [
        line(soft(f"There is also {one.name} ({one.handle})."))
        for one in added.namesakes
    ]
    return Answer("add", _data(added, coming), page=lines(*items))


def _came(added: Added, coming: Coming) -> Item:
    how = []
    if added.introducers:
        how.append(f"introduced by {listed([p.name for p in added.introducers])}")
    if added.touch:
        how.append(f"met at {coming.at}" if coming.at else "met by chance")
    day = f", {spell(coming.on)}" if how else ""
    said = f", {' and '.join(how)}{day}" if how else ""
    return line("Added ", *titled(added.person), said)


def _data(added: Added, coming: Coming) -> dict[str, object]:
    """What was written, for programs."""
    return {
        "person": brief(added.person),
        "introduced_by": [brief(one) for one in added.introducers],
        "words": coming.words,
        "date": coming.on if added.introducers or added.touch else None,
        "touch": added.touch and touch_with(added.touch, coming.at, "yes"),
        "promise": added.promise and promise_data(added.promise),
        "entries": _entries(added),
        "namesakes": [brief(one) for one in added.namesakes],
    }


def _entries(added: Added) -> list[dict[str, object]]:
    if not added.gave:
        return []
    from netlog.views.entries import recorded_data

    return [recorded_data(found) for found in added.gave]
