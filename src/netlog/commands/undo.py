"""netlog undo."""

from typer import Context

from netlog.params import app_of
from netlog.views.changes import turned


def command(ctx: Context) -> None:
    """Take the last change back, whole."""
    app = app_of(ctx)
    app.show(turned("undo", "Took back", app.take_back()))
