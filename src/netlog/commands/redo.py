"""netlog redo."""

from typer import Context

from netlog.params import app_of
from netlog.views.changes import turned


def command(ctx: Context) -> None:
    """Do again what was undone last."""
    app = app_of(ctx)
    app.show(turned("redo", "Did again", app.do_again()))
