"""netlog edit: what is known of somebody, or an entry, is changed."""

from collections.abc import Callable
from typing import Annotated, Any

from typer import Context

from netlog.acts.edit import edit
from netlog.acts.mend import Entry, mend, which
from netlog.acts.profile import NONE, Profile, details_from, fields_from
from netlog.app import App
from netlog.domain.kinds import INTRODUCTION_STATES
from netlog.errors import UsageError
from netlog.params import (
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
from netlog.views.mended import edited, mended


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
        str, option("--text", help_text="Of a promise: what.", metavar="TEXT")
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
) -> None:
    """Change what is known of somebody; `none` clears: --every none, --tag none.

    With --touch, --intro or --promise a mistyped entry is mended where it stands:
    edit --touch 12 --on mon.
    """
    app = app_of(ctx)
    entry = which(app.typed.numbers(touch, intro, promise))
    profile = Profile(
        name=name, org=org, role=role, city=city, every=every, birthday=birthday,
        note=note, handle=handle, known=known, no_sell=no_sell, kind=kind, tag=tag,
        email=email, phone=phone, url=url, likes=likes, needs=needs, offers=offers,
    )  # fmt: skip
    typed = {
        "--on": on, "--by": by, "--at": at, "--text": text, "--state": state,
        "--answered": answered, "--inbound": inbound,
    }  # fmt: skip
    if entry and not who:
        _mend(app, entry, profile, typed)
    elif who and not entry:
        _edit(app, app.typed.phrase(who), profile, typed)
    else:
        raise UsageError(
            "It is not clear what to change.",
            "Name one person, or one entry: --touch 12, --intro 3, --promise 4.",
        )


def _edit(app: App, who: str, profile: Profile, typed: dict[str, Any]) -> None:
    stray = [name for name, value in typed.items() if value not in {"", None}]
    if stray:
        raise UsageError(
            f"{stray[0]} belongs to an entry, not to a person.",
            "Name the entry: --touch 12, --intro 3, --promise 4.",
        )
    fields, details = fields_from(profile), details_from(profile)
    if not fields and not any(details.values()):
        raise UsageError("There is nothing to change.", "Say what: --org ACME.")
    with app.changing() as change:
        before = change.people.find(who)
        after = edit(change, before, fields, details)
    app.show(edited(before, after))


def _mend(app: App, entry: Entry, profile: Profile, typed: dict[str, Any]) -> None:
    _refuse_a_persons(profile)
    fields = _fields(app, profile, typed)
    with app.changing() as change:
        now = mend(change, entry, fields)
    app.show(mended(entry, now))


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


def _fields(app: App, profile: Profile, typed: dict[str, Any]) -> dict[str, Any]:
    """What was typed of an entry, read; `none` clears a note or a place."""
    readers: dict[str, Callable[[str], Any]] = {
        "--on": app.typed.happened,
        "--by": app.typed.to_come,
        "--at": lambda words: "" if words == NONE else app.typed.text(words),
        "--text": lambda words: app.typed.needed(words, "A promise"),
    }
    fields: dict[str, Any] = {
        name: readers[name](value) if name in readers else value
        for name, value in typed.items()
        if value not in ("", None)
    }
    if profile.kind:
        fields["--kind"] = app.typed.touch_kind(profile.kind[-1])
    if profile.note:
        said = "" if profile.note == NONE else profile.note
        fields["--note"] = app.typed.note(said)
    if fields.get("--state", "made") not in INTRODUCTION_STATES:
        raise UsageError(
            "That is no state of an introduction.",
            f"States are {', '.join(INTRODUCTION_STATES)}.",
        )
    return fields
