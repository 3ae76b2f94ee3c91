"""netlog edit: what is known of somebody, or an entry, is changed."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

from typer import Context

from netlog.app import App
from netlog.db import sql
from netlog.domain import ledger
from netlog.domain.booking import Booked
from netlog.domain.hours import parse_hour
from netlog.domain.kinds import BOOKING_STATES, GUESSES, INTRODUCTION_STATES
from netlog.domain.names import ME
from netlog.domain.person import ME_ID, FieldChange, Person, field_changes
from netlog.domain.promise import Promise
from netlog.domain.touch import Touch
from netlog.errors import UsageError
from netlog.namedtuple import NamedTuple
from netlog.options import (
    Birthday,
    Dated,
    Every,
    Many,
    Note,
    Org,
    Role,
    Words,
    app_of,
    choice,
    option,
    person_kind,
    who,
)
from netlog.output.answer import Answer, line, lines
from netlog.plan.cadence import cadences_for
from netlog.repository import finding
from netlog.repository.anniversaries import anniversary, keep_anniversaries
from netlog.repository.dealing import deal_again
from netlog.repository.entries import (
    EXAMPLES,
    Entered,
    EntryRef,
    mend,
    which,
    with_names,
)
from netlog.repository.profile import NONE, Profile, details_from, edit, fields_from
from netlog.views.bookings import booking_data
from netlog.views.changes import changes_data, changes_said
from netlog.views.entered import entered_said
from netlog.views.sentences import NOTHING_CHANGED
from netlog.views.wording import (
    brief,
    entry_data,
    introduction_data,
    promise_data,
    titled,
    touch_data,
)

if TYPE_CHECKING:
    from netlog.db.store import Store


def command(
    ctx: Context,
    who: Annotated[list[str] | None, who()] = None,
    name: Annotated[str, option("--name", help_text="Their name.")] = "",
    kind: Annotated[Many, person_kind("A kind more; of a touch: its kind.")] = None,
    org: Org = "",
    role: Role = "",
    city: Annotated[
        Many, option("--city", help_text="Where they live; of me: several.")
    ] = None,
    email: Annotated[Many, option("--email", help_text="One e-mail more.")] = None,
    phone: Annotated[Many, option("--phone", help_text="One number more.")] = None,
    url: Annotated[Many, option("--url", help_text="One page more.")] = None,
    tag: Annotated[Many, option("--tag", help_text="One tag more.")] = None,
    likes: Annotated[Many, option("--likes", help_text="One liking more.")] = None,
    needs: Annotated[Many, option("--needs", help_text="One need more.")] = None,
    offers: Annotated[Many, option("--offers", help_text="One offer more.")] = None,
    every: Every = "",
    birthday: Birthday = "",
    note: Note = "",
    handle: Annotated[str, option("--handle", help_text="Another handle.")] = "",
    known: Annotated[
        bool | None,
        option("--known/--not-known", help_text="You knew them before netlog."),
    ] = None,
    no_sell: Annotated[
        bool | None, option("--no-sell/--sell", help_text="A friend: never in new.")
    ] = None,
    company: Annotated[
        bool | None,
        option("--company/--person", help_text="No person: never in the plan."),
    ] = None,
    dated: Dated = None,
    touch: Annotated[
        str, option("--touch", help_text="Mend this touch.", metavar="N")
    ] = "",
    intro: Annotated[
        str, option("--intro", help_text="Mend this introduction.", metavar="N")
    ] = "",
    promise: Annotated[
        str, option("--promise", help_text="Mend this promise.", metavar="N")
    ] = "",
    entry: Annotated[
        str, option("--entry", help_text="Mend what was given or got.", metavar="N")
    ] = "",
    booking: Annotated[
        str, option("--booking", help_text="Mend this booking.", metavar="N")
    ] = "",
    on: Annotated[
        str, option("--on", help_text="Of an entry: when.", metavar="DATE")
    ] = "",
    hour: Annotated[
        str, option("--hour", help_text="Of a booking: 15, 15:00, 3pm.")
    ] = "",
    by: Annotated[
        str, option("--by", help_text="Of a promise: by when.", metavar="DATE")
    ] = "",
    at: Annotated[
        str, option("--at", help_text="Of a touch, a booking: where.", metavar="PLACE")
    ] = "",
    text: Annotated[
        str,
        option("--text", help_text="Of a promise, a thing got: what.", metavar="TEXT"),
    ] = "",
    value: Annotated[
        str,
        option("--value", help_text="Of a thing got: its money.", metavar="AMOUNT"),
    ] = "",
    state: Annotated[
        str,
        choice(
            "--state",
            help_text="Of an introduction; of a booking: what became of it.",
            words=(*INTRODUCTION_STATES, *BOOKING_STATES),
        ),
    ] = "",
    answered: Annotated[
        bool | None,
        option("--answered/--no-answer", help_text="Of a touch: an answer or none."),
    ] = None,
    sent: Annotated[
        bool, option("--sent", help_text="Of a touch: it waits for its answer.")
    ] = False,
    words: Words = "",
    inbound: Annotated[
        bool | None,
        option("--inbound/--outbound", help_text="Of an introduction: who came."),
    ] = None,
    origin: Annotated[
        str,
        option("--from", help_text="Of a thing got: what it came of.", metavar="ENTRY"),
    ] = "",
    guess: Annotated[
        str, choice("--guess", help_text="Of a touch: your guess.", words=GUESSES)
    ] = "",
    they_called: Annotated[
        bool | None,
        option("--they-called/--i-called", help_text="Of a thing got: who moved."),
    ] = None,
) -> None:
    """Change what is known of somebody; `none` clears: --every none, --tag none.

    With --touch, --intro, --promise, --entry or --booking a mistyped entry is mended
    where it stands: edit --touch 12 --on mon.
    """
    app = app_of(ctx)
    one = which(app.typed.numbers(touch, intro, promise, entry, booking))
    profile = Profile(
        name=name, org=org, role=role, city=(city or [""])[-1], every=every,
        birthday=birthday, note=note, handle=handle, known=known, no_sell=no_sell,
        kind=kind, tag=tag, email=email, phone=phone, url=url, likes=likes,
        needs=needs, offers=offers,
    )  # fmt: skip
    typed = {
        "--on": on, "--by": by, "--at": at, "--text": text, "--state": state,
        "--answered": _answered(answered, sent=sent), "--inbound": inbound,
        "--value": value, "--they-called": they_called, "--from": origin,
        "--guess": guess, "--hour": hour, "--words": words,
    }  # fmt: skip
    if one and not who:
        _mend(app, one, profile, typed)
    elif who and not one:
        whose = app.typed.phrase(who)
        if whose == ME:
            _edit_me(app, profile, city, typed)
        else:
            _edit(app, whose, Edited(profile, city, company, dated), typed)
    else:
        raise UsageError(
            "It is not clear what to change.",
            f"Name one person, or one entry: {EXAMPLES}.",
        )


def _answered(answered: bool | None, *, sent: bool) -> str:
    """What came back of a touch, '' where nothing is said of it."""
    if sent and answered is not None:
        raise UsageError(
            "What is sent is answered or waits, not both.",
            "Say one of --sent, --answered and --no-answer.",
        )
    return "sent" if sent else {None: "", True: "yes", False: "no"}[answered]


class Edited(NamedTuple):
    """What was typed of a person, beyond what `add` takes for one as well."""

    profile: Profile
    city: Many
    company: bool | None
    dates: Many


def _refuse_an_entrys(typed: dict[str, Any]) -> None:
    """What only an entry has is not a person's."""
    stray = [name for name, value in typed.items() if value not in {"", None}]
    if stray:
        raise UsageError(
            f"{stray[0]} belongs to an entry, not to a person.",
            f"Name the entry: {EXAMPLES}.",
        )


def _edit(app: App, who: str, edited: Edited, typed: dict[str, Any]) -> None:
    _refuse_an_entrys(typed)
    profile, cities, company, days = edited
    if cities and len(cities) > 1:
        raise UsageError(
            "Somebody else has one city.", "Your own can be several: netlog edit me."
        )
    fields, details = fields_from(profile), details_from(profile)
    dated = [anniversary(text) for text in days or ()]
    if company is not None:
        fields["entity"] = "company" if company else "person"
    if not fields and not any(details.values()) and not dated:
        raise UsageError("There is nothing to change.", "Say what: --org ACME.")
    with app.changing() as change:
        before = finding.find(change.store, who)
        was = sql.details_of(change.store, before.id)
        after = edit(change, before, fields, details)
        keep_anniversaries(change, before, dated)
        if after.rhythm != before.rhythm:
            cadences = cadences_for(app.settings, change.store)
            deal_again(change, cadences, after, app.today)
        now = sql.details_of(change.store, before.id)
    changes = field_changes(before, after, was, now)
    app.show(_edited(before, after, changes, changed=change.wrote))


_OF_ME = ("org", "role", "note", "city")
_MINE = ("likes", "needs", "offers", "city")


def _edit_me(app: App, profile: Profile, cities: Many, typed: dict[str, Any]) -> None:
    """What the user says of themselves: what they need, offer, and where they are."""
    _refuse_an_entrys(typed)
    fields = fields_from(profile._replace(city=""))
    details = {"city": list(cities or ()), **details_from(profile)}
    given = {*fields, *(field for field, values in details.items() if values)}
    if not given or given - {*_OF_ME, *_MINE}:
        raise UsageError(
            "That is not kept of you.",
            "Of you there are --city, --needs, --offers, --likes, --org, --role.",
        )
    with app.changing() as change:
        me = finding.find(change.store, ME, me=True)
        was = sql.details_of(change.store, ME_ID)
        after = edit(change, me, fields, details)
        now = sql.details_of(change.store, ME_ID)
    changes = field_changes(me, after, was, now)
    app.show(_edited(me, after, changes, changed=change.wrote))


def _mend(app: App, entry: EntryRef, profile: Profile, typed: dict[str, Any]) -> None:
    _refuse_a_persons(profile)
    fields = _fields(app, entry.what, profile, typed)
    with app.changing() as change:
        now = mend(change, entry, fields, app.settings.held_within)
        said = entered_said(with_names(change.store, now), app.settings.currency)
        answered = ""
        if isinstance(now, Touch):
            answered = _answered_by_all(change.store, now)
    data = entry._asdict() | _data(now, answered, app.settings.currency)
    begin = "Changed " if change.wrote else NOTHING_CHANGED
    in_vain = ", no answer" if answered == "no" else ""
    page = lines(line(f"{begin}{entry}: {said}{in_vain}"))
    app.show(Answer("edit", data, page=page))


def _answered_by_all(store: "Store", touch: Touch) -> str:
    """What everybody who was at a touch answered; '' where that differs."""
    answers = {presence.answered for presence in sql.answers_to(store, touch.id)}
    return answers.pop() if len(answers) == 1 else ""


def _refuse_a_persons(profile: Profile) -> None:
    """What only a person has is not an entry's."""
    stray = [
        field
        for field, value in profile._asdict().items()
        if value not in ("", None) and field not in {"kind", "note"}
    ]
    if stray:
        raise UsageError(
            f"--{stray[0].replace('_', '-')} belongs to a person, not to an entry.",
            "Name the person alone.",
        )


def _text(app: App, what: str, words: str) -> str:
    """What was given or got may have no words; a promise must."""
    if what == "entry":
        return "" if words == NONE else app.typed.text(words)
    return app.typed.needed(words, "A promise")


def _fields(
    app: App, what: str, profile: Profile, typed: dict[str, Any]
) -> dict[str, Any]:
    """What was typed of an entry, read; `none` clears a note, a place or money."""
    readers: dict[str, Callable[[str], Any]] = {
        "--on": app.typed.to_come if what == "booking" else app.typed.happened,
        "--hour": lambda words: "" if words == NONE else parse_hour(words),
        "--words": lambda words: "" if words == NONE else app.typed.note(words),
        "--by": app.typed.to_come,
        "--at": lambda words: "" if words == NONE else app.typed.text(words),
        "--text": lambda words: _text(app, what, words),
        "--value": lambda words: None if words == NONE else app.typed.money(words),
        "--from": lambda words: None if words == NONE else app.typed.origin(words),
        "--guess": lambda words: "" if words == NONE else app.typed.guess(words),
        "--state": _state_of(what),
    }
    fields: dict[str, Any] = {
        name: readers[name](value) if name in readers else value
        for name, value in typed.items()
        if value not in ("", None)
    }
    if profile.kind:
        read = app.typed.entry_kind if what == "entry" else app.typed.touch_kind
        fields["--kind"] = read(profile.kind[-1])
    if profile.note:
        said = "" if profile.note == NONE else profile.note
        fields["--note"] = app.typed.note(said)
    return fields


def _state_of(what: str) -> Callable[[str], str]:
    """Reads the state of an entry of that sort."""
    booking = what == "booking"
    states = BOOKING_STATES if booking else INTRODUCTION_STATES
    of_what = "a booking" if booking else "an introduction"

    def read(word: str) -> str:
        if word not in states:
            raise UsageError(
                f"That is no state of {of_what}.", f"States are {', '.join(states)}."
            )
        return word

    return read


def _edited(
    before: Person, after: Person, changes: Sequence[FieldChange], *, changed: bool
) -> Answer:
    """Somebody was changed, or is as it was said before."""
    if changed:
        said = changes_said(changes)
        item = line("Changed ", *titled(after), f": {said}" if said else "")
    elif after.id == ME_ID:
        item = line(f"{NOTHING_CHANGED}that is kept of you already")
    else:
        item = line(NOTHING_CHANGED, *titled(after), " is so already")
    data: dict[str, Any] = {"person": brief(after), "was": brief(before)}
    data["changes"] = changes_data(changes)
    return Answer("edit", data, page=lines(item))


def _data(now: Entered, answered: str, currency: str) -> dict[str, Any]:
    if isinstance(now, Touch):
        return touch_data(now) | {"answered": answered or None}
    if isinstance(now, Booked):
        return booking_data(now)
    if isinstance(now, ledger.Entry):
        return entry_data(now, currency)
    return promise_data(now) if isinstance(now, Promise) else introduction_data(now)
