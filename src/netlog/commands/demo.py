"""netlog demo: a sample network to look around in."""

from typer import Context

from netlog.acts.tell import tell
from netlog.params import app_of
from netlog.plan.frame import frame_for
from netlog.stories.reading import stories
from netlog.views.demonstrated import hints
from netlog.views.due import view


def command(ctx: Context) -> None:
    """Make a sample network beside your own file, fresh, and show its plan.

    Your own people are never touched.
    """
    app = app_of(ctx).beside("demo.db")
    with app.changing() as change:
        for story in stories():
            tell(change, story, app.today)
    plan = app.plan(frame_for(app.today, app.settings))
    app.show(view(plan)._replace(command="demo"))
    app.tell(hints(app.locations.database))
