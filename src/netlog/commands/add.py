"""netlog add: somebody new in the book."""

from typing import Annotated

from typer import Argument, Context

from netlog.acts.add import Allowed, Coming, add
from netlog.acts.profile import Profile, newcomer_from
from netlog.errors import UsageError
from netlog.params import (
    Birthday,
    ByDay,
    City,
    Every,
    Many,
    Note,
    OnDay,
    Org,
    Role,
    app_of,
    given,
    option,
    person_kind,
    person_option,
)
from netlog.views.added import view


def command(
    ctx: Context,
    name: Annotated[
        list[str], Argument(metavar="NAME…", help="Their name; it needs no quotes.")
    ],
    via: Annotated[
        Many, person_option("--via", help_text="Who introduced you.")
    ] = None,
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
    note: Note = "",
    handle: Annotated[str, option("--handle", help_text="Their handle.")] = "",
    promise: Annotated[
        str, option("--promise", help_text="What you promised.", metavar="TEXT")
    ] = "",
    by: ByDay = "",
    gave: Annotated[Many, given("--gave", "What you gave them.")] = None,
    known: Annotated[
        bool, option("--known", help_text="You knew them before netlog.")
    ] = False,
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
    person = newcomer_from(app.typed.phrase(name), profile, app.today)
    coming = Coming(
        on=app.typed.happened(on),
        via=tuple(via or ()),
        at=app.typed.text(at),
        met=met,
        promise=app.typed.text(promise),
        by=app.typed.promised(promise, by),
        gave=[app.typed.given(text) for text in gave or ()],
    )
    with app.changing() as change:
        added = add(change, person, coming, Allowed(new, new_via))
    app.show(view(added, coming))
