"""netlog history: what was changed."""

from typing import Annotated

from typer import Context

from netlog.params import app_of, option
from netlog.views.changes import history


def command(
    ctx: Context,
    most: Annotated[
        int,
        option(
            "-n", "--most", help_text="How many at the most (20).", min=1, max=1_000_000
        ),
    ] = 20,
) -> None:
    """What was changed, the newest first, with the numbers of what it wrote."""
    app = app_of(ctx)
    changes = app.book.history.newest(most)
    numbered = {one.id: app.book.history.numbered(one.id) for one in changes}
    app.show(history(changes, numbered))
