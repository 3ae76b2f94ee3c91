"""netlog redo."""

from typer import Context

from netlog.options import app_of
from netlog.repository.undo import redo
from netlog.views.sentences import turned


def command(ctx: Context) -> None:
    """Do again what was undone last."""
    app = app_of(ctx)
    app.show(
        turned("redo", "Did again", redo(app.database.write("redo"), app.clock.now))
    )
