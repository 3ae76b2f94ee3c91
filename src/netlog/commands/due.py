"""netlog due: the plan of a week."""

from typing import Annotated

from typer import Context, Exit

from netlog.domain.weeks import week_of
from netlog.errors import EXIT_DUE
from netlog.options import app_of, option
from netlog.plan.context import context_for
from netlog.plan.week import pinned_plan
from netlog.views.due import plan_answer

_ALL = 10_000


def command(
    ctx: Context,
    week: Annotated[
        str, option("--week", help_text="Another week: a day in it.", metavar="DATE")
    ] = "",
    show_all: Annotated[
        bool,
        option("--all", help_text="Everybody to keep up with and to thank."),
    ] = False,
    quiet: Annotated[
        bool, option("--quiet", help_text="Nothing due, nothing printed.")
    ] = False,
    check: Annotated[
        bool, option("--check", help_text="Say nothing; exit 10 if something is due.")
    ] = False,
) -> None:
    """What this week asks for: one coffee with someone new, and little else."""
    app = app_of(ctx)
    settings = app.settings
    if show_all:
        settings = settings._replace(keep=_ALL, thank=_ALL)
    chosen = week_of(app.typed.any_day(week)) if week else None
    context = context_for(app.today, settings, chosen)
    plan = pinned_plan(context, app.store, app.database.pin, app.warn)
    if check:
        raise Exit(EXIT_DUE if plan.is_due else 0)
    if plan.is_due or not quiet:
        app.show(plan_answer(plan))
