"""netlog show: everything about somebody."""

from typer import Context

from netlog.db import sql
from netlog.options import Who, app_of
from netlog.plan.cadence import cadence_of, cadences_for, whence_of
from netlog.repository import bookings, finding, ledger
from netlog.repository.anniversaries import days_of
from netlog.views.person import Ledger, PersonRecord, person_answer


def command(ctx: Context, who: Who) -> None:
    """Everything about somebody: how to reach them, what happened, what is owed."""
    app = app_of(ctx)
    store = app.store
    person = finding.find(store, app.typed.phrase(who))
    cadences = cadences_for(app.settings, store)
    app.show(
        person_answer(
            PersonRecord(
                person,
                cadence_of(cadences, store, person),
                whence_of(cadences, store, person),
                sql.details_of(store, person.id),
                sql.touches_of(store, person.id),
                sql.introductions_with(store, person.id),
                sql.promises_to(store, person.id),
                Ledger(
                    *ledger.with_referred(store, person.id),
                    ledger.guesses_by_touch(store, person.id),
                    app.settings.currency,
                ),
                bookings.bookings_of(store, person.id),
                days_of(store, person.id),
            )
        )
    )
