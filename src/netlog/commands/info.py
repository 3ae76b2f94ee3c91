"""netlog info: where things are."""

from typer import Context

from netlog.params import app_of
from netlog.views.informed import Inventory, view


def command(ctx: Context) -> None:
    """Where the files are, how much is in them, and which versions run."""
    app = app_of(ctx)
    book = app.book
    there = app.doors.exists
    app.show(
        view(
            Inventory(
                app.locations,
                there,
                book.people.count(),
                book.touches.count(),
                book.introductions.count(),
                book.promises.count(),
                book.ledger.count(),
                book.schema_version(),
            )
        )
    )
