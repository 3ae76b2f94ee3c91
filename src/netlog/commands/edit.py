"""netlog edit: what is known of somebody, or an entry, is changed."""

from collections.abc import Callable
from typing import Annotated, Any

from typer import Context

from netlog.app import App
from netlog.domain import ledger
from netlog.domain.dates import spell
from netlog.domain.kinds import GUESSES, INTRODUCTION_STATES
from netlog.domain.person import Person
from netlog.domain.promise import Promise
from netlog.domain.touch import Touch
from netlog.errors import UsageError
from netlog.options import (
    Birthday,
    City,
    Every,
    Many,
    Note,
    Org,
    Role,
    app_of,
    choice,
    option,
    person_kind,
    who,
)
from netlog.output.answer import Answer, line, lines
from netlog.repository import finding
from netlog.repository.entries import EXAMPLES, Entered, EntryRef, mend, which
from netlog.repository.profile import NONE, Profile, details_from, edit, fields_from
from netlog.views.wording import (
    brief,
    entry_data,
    introduction_data,
    money_said,
    promise_data,
    titled,
    touch_data,
)


def command(
    ctx: Context,
    who: Annotated[list[str] | None, who()] = None,
    name: Annotated[str, option("--name", help_text="Their name.")] = "",
    kind: Annotated[Many, person_kind("A kind more; of a touch: its kind.")] = None,
    org: Org = "",
    role: Role = "",
    city: City = "",
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
    on: Annotated[
        str, option("--on", help_text="Of an entry: when.", metavar="DATE")
    ] = "",
    by: Annotated[
        str, option("--by", help_text="Of a promise: by when.", metavar="DATE")
    ] = "",
    at: Annotated[
        str, option("--at", help_text="Of a touch: where.", metavar="PLACE")
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
        choice("--state", help_text="Of an introduction.", words=INTRODUCTION_STATES),
    ] = "",
    answered: Annotated[
        bool | None,
        option("--answered/--no-answer", help_text="Of a touch: an answer or none."),
    ] = None,
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

    With --touch, --intro, --promise or --entry a mistyped entry is mended where it
    stands: edit --touch 12 --on mon.
    """
    app = app_of(ctx)
    one = which(app.typed.numbers(touch, intro, promise, entry))
    profile = Profile(
        name=name, org=org, role=role, city=city, every=every, birthday=birthday,
        note=note, handle=handle, known=known, no_sell=no_sell, kind=kind, tag=tag,
        email=email, phone=phone, url=url, likes=likes, needs=needs, offers=offers,
    )  # fmt: skip
    typed = {
        "--on": on, "--by": by, "--at": at, "--text": text, "--state": state,
        "--answered": answered, "--inbound": inbound, "--value": value,
        "--they-called": they_called, "--from": origin, "--guess": guess,
    }  # fmt: skip
    if one and not who:
        _mend(app, one, profile, typed)
    elif who and not one:
        _edit(app, app.typed.phrase(who), profile, typed)
    else:
        raise UsageError(
            "It is not clear what to change.",
            f"Name one person, or one entry: {EXAMPLES}.",
        )


def _edit(app: App, who: str, profile: Profile, typed: dict[str, Any]) -> None:
    stray = [name for name, value in typed.items() if value not in {"", None}]
    if stray:
        raise UsageError(
            f"{stray[0]} belongs to an entry, not to a person.",
            f"Name the entry: {EXAMPLES}.",
        )
    fields, details = fields_from(profile), details_from(profile)
    if not fields and not any(details.values()):
        raise UsageError("There is nothing to change.", "Say what: --org ACME.")
    with app.changing() as change:
        before = finding.find(change.store, who)
        after = edit(change, before, fields, details)
    app.show(_edited(before, after))


def _mend(app: App, entry: EntryRef, profile: Profile, typed: dict[str, Any]) -> None:
    _refuse_a_persons(profile)
    fields = _fields(app, entry.what, profile, typed)
    with app.changing() as change:
        now = mend(change, entry, fields)
    app.show(_mended(entry, now, app.settings.currency))


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
        "--on": app.typed.happened,
        "--by": app.typed.to_come,
        "--at": lambda words: "" if words == NONE else app.typed.text(words),
        "--text": lambda words: _text(app, what, words),
        "--value": lambda words: None if words == NONE else app.typed.money(words),
        "--from": lambda words: None if words == NONE else app.typed.origin(words),
        "--guess": lambda words: "" if words == NONE else app.typed.guess(words),
        "--state": _state,
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


def _state(word: str) -> str:
    if word not in INTRODUCTION_STATES:
        raise UsageError(
            "That is no state of an introduction.",
            f"States are {', '.join(INTRODUCTION_STATES)}.",
        )
    return word


def _edited(before: Person, after: Person) -> Answer:
    """Somebody was changed."""
    item = line("Changed ", *titled(after))
    data = {"person": brief(after), "was": brief(before)}
    return Answer("edit", data, page=lines(item))


def _mended(entry: EntryRef, now: Entered, currency: str = "") -> Answer:
    """An entry was changed, and how it stands now."""
    item = line(f"Changed {entry}: {_stands(now, currency)}")
    return Answer("edit", entry._asdict() | _data(now, currency), page=lines(item))


def _stands(now: Entered, currency: str) -> str:
    if isinstance(now, Touch):
        answer = "" if now.answered else ", no answer"
        return f"{now.kind}, {spell(now.day)}{answer}"
    if isinstance(now, Promise):
        return f"{now.text}, by {spell(now.due)}"
    if isinstance(now, ledger.Entry):
        money = money_said(now.cents, currency)
        return f"{now.way} {now.said}{money}, {spell(now.day)}"
    return f"{now.state}, {spell(now.day)}"


def _data(now: Entered, currency: str) -> dict[str, Any]:
    if isinstance(now, Touch):
        return touch_data(now)
    if isinstance(now, ledger.Entry):
        return entry_data(now, currency)
    return promise_data(now) if isinstance(now, Promise) else introduction_data(now)
