"""netlog show: everything about somebody."""

from typer import Context

from netlog.params import Who, app_of
from netlog.views.shown import Ledger, view


def command(ctx: Context, who: Who) -> None:
    """Everything about somebody: how to reach them, what happened, what is owed."""
    app = app_of(ctx)
    book = app.book
    person = book.people.find(app.typed.phrase(who))
    app.show(
        view(
            person,
            book.people.details(person.id),
            book.touches.of(person.id),
            book.introductions.of(person.id),
            book.promises.to(person.id),
            Ledger(
                *book.ledger.with_referred(person.id),
                book.ledger.guesses_with(person.id),
                app.settings.currency,
            ),
        )
    )
