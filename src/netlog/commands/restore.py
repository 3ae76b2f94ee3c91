"""netlog restore: a backup is put back."""

from datetime import date
from typing import Annotated

from typer import Argument, Context

from netlog.app import App
from netlog.errors import NotFoundError, UsageError
from netlog.output import page_text
from netlog.params import app_of, option
from netlog.views.backed_up import listed
from netlog.views.restored import WHAT_TO_TYPE, rehearsed, restored


def command(
    ctx: Context,
    which: Annotated[
        str,
        Argument(
            metavar="WHICH",
            help="last, a day, the name of a backup or a file; left out: the list.",
            show_default=False,
        ),
    ] = "",
    yes: Annotated[bool, option("--yes", help_text="Do not ask.")] = False,
    dry_run: Annotated[
        bool, option("--dry-run", help_text="Show what would change; change nothing.")
    ] = False,
    other: Annotated[
        bool, option("--other", help_text="Let it be a copy of another database.")
    ] = False,
) -> None:
    """Put a backup in the place of the database, which is kept as a backup first.

    Shows what comes back and what is lost, and asks.  Without WHICH it lists the
    backups.
    """
    app = app_of(ctx)
    if not which:
        backups = app.shelf.listed()
        app.show(listed("restore", backups))
        if backups:
            app.tell(WHAT_TO_TYPE)
        return
    app.refuse_csv()
    copy = app.shelf.named(which) or app.shelf.of_day(_day(app, which))
    difference = app.shelf.difference(copy, other=other)
    change = rehearsed(copy, difference)
    if dry_run:
        app.show(change)
        return
    if not yes:
        shown = page_text.render(change).rstrip()
        app.agree(shown, "Restore it?", otherwise="Nothing was restored.")
    kept = app.shelf.restore(copy)
    app.show(restored(copy, difference, kept, seen=not yes))


def _day(app: App, which: str) -> date:
    """The day that was typed, where it is one."""
    try:
        return app.typed.happened(which)
    except UsageError as error:
        raise NotFoundError(
            f"There is no backup called {which}.",
            "netlog restore lists what there is.",
        ) from error
