"""netlog demo: a sample network to look around in."""

from typer import Context

from netlog.acts.sample import fill
from netlog.params import app_of
from netlog.plan.frame import frame_for
from netlog.views.demonstrated import hints
from netlog.views.due import view


def command(ctx: Context) -> None:
    """Make a sample network beside your own file, fresh, and show its plan.

    Your own people are never touched.
    """
    app = app_of(ctx).beside("demo.db")
    with app.changing() as change:
        fill(change, app.today)
    plan = app.plan(frame_for(app.today, app.settings))
    app.show(view(plan)._replace(command="demo"))
    app.tell(hints(app.locations.database))
