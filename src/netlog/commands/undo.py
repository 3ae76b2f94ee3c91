"""netlog undo."""

from typer import Context

from netlog.options import app_of
from netlog.repository.undo import undo
from netlog.views.sentences import turned


def command(ctx: Context) -> None:
    """Take the last change back, whole."""
    app = app_of(ctx)
    taken_back = undo(app.database.write("undo"), app.clock.now)
    app.show(turned("undo", "Took back", taken_back))
