"""netlog gave: something went to somebody."""

from typing import Annotated

from typer import Context

from netlog.options import (
    New,
    OnDay,
    Value,
    WhoKindText,
    app_of,
    person_option,
)
from netlog.repository.ledger import LedgerItem, record, split
from netlog.views.entries import recorded_answer


def command(
    ctx: Context,
    words: WhoKindText,
    value: Value = "",
    on: OnDay = "",
    other: Annotated[
        str, person_option("--who", help_text="Of a referral: whom you sent them.")
    ] = "",
    new: New = False,
) -> None:
    """Record what you gave somebody: gave Hal tip "the grant ends in May".

    `gave WHO referral --who PETER` also introduces Peter to WHO, by you.
    """
    app = app_of(ctx)
    app.typed.phrase(words)  # or --who Peter Park would leave Park for a text
    who, kind, text = split(words)
    item = LedgerItem(
        kind,
        app.typed.happened(on),
        app.typed.text(text),
        app.typed.money(value),
        other=other,
    )
    with app.changing() as change:
        found = record(change, "gave", who, item, app.today, new=new)
    app.show(recorded_answer(found, app.settings.currency))
