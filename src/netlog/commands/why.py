"""netlog why: what decided."""

from typing import Annotated

from typer import Context

from netlog.params import Who, app_of, option
from netlog.plan.frame import frame_for
from netlog.plan.week import desk_for, plan_for
from netlog.plan.why import why
from netlog.views.reasons import view


def command(
    ctx: Context,
    who: Who,
    cite: Annotated[
        bool, option("--cite", help_text="With the source of every weight.")
    ] = False,
) -> None:
    """Why somebody is in the plan, or what keeps them out and how to lift it."""
    app = app_of(ctx)
    planning = app.book.planning
    person = app.book.people.find(app.typed.phrase(who))
    frame = frame_for(app.today, app.settings)
    plan = plan_for(frame, planning)
    app.show(view(why(person, plan, desk_for(frame, planning)), plan, cite=cite))
