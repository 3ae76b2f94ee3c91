"""netlog brief: one page before a coffee."""

from typing import TYPE_CHECKING

from typer import Context

from netlog.db import sql
from netlog.domain.person import ME_ID
from netlog.options import Who, app_of
from netlog.repository import bookings, finding
from netlog.views.brief import BriefRecord, brief_answer

if TYPE_CHECKING:
    from datetime import date

    from netlog.db.store import Store


def command(ctx: Context, who: Who) -> None:
    """One page before a coffee: who sent them, what was said, owed, what to ask.

    Of what has no room the last row ends with …; netlog show WHO has all of it.
    """
    app = app_of(ctx)
    app.refuse_csv()
    record = brief_of(
        app.store, app.typed.phrase(who), app.today, app.settings.currency
    )
    app.show(brief_answer(record))


def brief_of(
    store: "Store", who: str, today: "date", currency: str = ""
) -> BriefRecord:
    """What is known of somebody before a coffee."""
    person = finding.find(store, who)
    return BriefRecord(
        today,
        person,
        sql.details_of(store, person.id),
        sql.touches_of(store, person.id),
        sql.introductions_with(store, person.id),
        sql.promises_to(store, person.id),
        bookings.bookings_of(store, person.id),
        sql.details_of(store, ME_ID),
        sql.offered(store, person.id),
        sql.entries_with(store, person.id),
        currency,
    )
