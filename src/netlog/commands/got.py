"""netlog got: something good came from somebody."""

from typing import Annotated

from typer import Context

from netlog.options import (
    New,
    OnDay,
    Value,
    WhoKindText,
    app_of,
    option,
    person_option,
)
from netlog.plan.cadence import cadence_of, cadences_for
from netlog.repository import people
from netlog.repository.ledger import LedgerItem, record, split
from netlog.views.entries import recorded_answer


def command(
    ctx: Context,
    words: WhoKindText,
    value: Value = "",
    on: OnDay = "",
    origin: Annotated[
        str,
        option(
            "--from",
            help_text="What it came of: touch:12 or intro:3; else the last sit-down.",
            metavar="ENTRY",
        ),
    ] = "",
    other: Annotated[
        str, person_option("--who", help_text="Of a referral: whom they sent.")
    ] = "",
    they_called: Annotated[
        bool, option("--they-called", help_text="They moved first.")
    ] = False,
    new: New = False,
) -> None:
    """Record what somebody brought you: got Dorie interview "the column".

    `got WHO client` is WHO buying. `got WHO referral --who PETER` is a client whom WHO
    sent: Peter is added, introduced by WHO.
    """
    app = app_of(ctx)
    app.typed.phrase(words)  # or --who Peter Park would leave Park for a text
    who, kind, text = split(words)
    item = LedgerItem(
        kind,
        app.typed.happened(on),
        app.typed.text(text),
        app.typed.money(value),
        app.typed.origin(origin),
        other,
        they_called,
    )
    with app.changing() as change:
        found = record(change, "got", who, item, app.today, new=new)
        every = None
        if kind == "client":
            cadences = cadences_for(app.settings, change.store)
            person = people.get(change.store, found.person.id)
            every = cadence_of(cadences, change.store, person)
    app.show(recorded_answer(found, app.settings.currency, every))
