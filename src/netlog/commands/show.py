"""netlog show: everything about somebody."""

from typer import Context

from netlog.db import sql
from netlog.options import Who, app_of
from netlog.repository import finding, ledger
from netlog.views.person import Ledger, person_answer


def command(ctx: Context, who: Who) -> None:
    """Everything about somebody: how to reach them, what happened, what is owed."""
    app = app_of(ctx)
    store = app.store
    person = finding.find(store, app.typed.phrase(who))
    app.show(
        person_answer(
            person,
            sql.details_of(store, person.id),
            sql.touches_of(store, person.id),
            sql.introductions_with(store, person.id),
            sql.promises_to(store, person.id),
            Ledger(
                *ledger.with_referred(store, person.id),
                ledger.guesses_by_touch(store, person.id),
                app.settings.currency,
            ),
        )
    )
