"""netlog swap: another pick."""

from typer import Context

from netlog.errors import RefusedError
from netlog.params import app_of
from netlog.plan.frame import frame_for
from netlog.views.put_off import swapped


def command(ctx: Context) -> None:
    """Another pick for this week: the first alternate takes the place."""
    app = app_of(ctx)
    frame = frame_for(app.today, app.settings)
    pick = app.plan(frame).new.pick
    if not pick:
        raise RefusedError(
            "There is no pick to swap this week.", "netlog due says what there is."
        )
    with app.changing() as change:
        change.planning.put_off(pick[0].person, frame.week.code, "swap", "new")
    app.show(swapped(pick[0].person, app.plan(frame).new))
