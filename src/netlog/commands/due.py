"""netlog due: the plan of a week."""

from typing import Annotated

from typer import Context, Exit

from netlog.app import App
from netlog.domain.weeks import week_of
from netlog.errors import EXIT_DUE
from netlog.options import app_of, option, slot_argument
from netlog.output.answer import Answer
from netlog.plan.context import PlanContext, context_for
from netlog.plan.week import pinned_plan, plan_for
from netlog.views.due import (
    SLOT_NAMES,
    count_answer,
    counted,
    now_answer,
    plan_answer,
    slot_named,
)


def command(
    ctx: Context,
    slot: Annotated[str, slot_argument(SLOT_NAMES)] = "",
    week: Annotated[
        str,
        option(
            "--week",
            help_text="Another, by a day in it; next week; of a past one what became.",
            metavar="DATE",
        ),
    ] = "",
    city: Annotated[
        str, option("--in", help_text="For a trip: who lives there.", metavar="CITY")
    ] = "",
    show_all: Annotated[
        bool, option("--all", help_text="All of every slot, on however many rows.")
    ] = False,
    now: Annotated[
        bool, option("--now", help_text="Only who is to be asked beside the pick.")
    ] = False,
    quiet: Annotated[
        bool, option("--quiet", help_text="Nothing due, nothing printed.")
    ] = False,
    check: Annotated[
        bool, option("--check", help_text="Say nothing; exit 10 if something is due.")
    ] = False,
    count: Annotated[
        bool, option("--count", help_text="Only how many things are due.")
    ] = False,
) -> None:
    """What this week asks for: one coffee with someone new, and little else.

    It stands on one screen; what has no room there is counted, with the line that shows
    it. Whoever is asked for in several slots stands in the first of them, with all of
    it in words.
    """
    app = app_of(ctx)
    only = slot_named(slot).name if slot else ""
    says = not (quiet or check)
    if says and app.is_at_terminal and app.database.is_missing():
        app.show(_no_database(app))
        return
    chosen = app.typed.week(week) if week else None
    context = context_for(app.today, app.settings, chosen)
    if context.week < week_of(app.today):
        past = _past(app, context)
        if says:  # nothing of it is due any more
            app.show(past)
        return
    if now:
        _now(app, context, quiet=quiet)
        return
    where = app.typed.text(city)
    plan = pinned_plan(context, app.store, app.database.pin, app.warn, where)
    if show_all or only:
        # After the page of the week is pinned: it names no more than it has room for.
        whole = context._replace(settings=app.settings.whole())
        plan = plan_for(whole, app.store, where)
    counts = counted(plan, only)
    is_due = any(counts.values()) if only else plan.is_due
    if check:
        raise Exit(EXIT_DUE if is_due else 0)
    if quiet and not is_due:
        return
    if count:
        app.show(count_answer(counts))
    else:
        app.show(plan_answer(plan, only, whole=show_all))


def _now(app: App, context: PlanContext, *, quiet: bool) -> None:
    """A word for the middle of the week, where the pick does not answer."""
    plan = plan_for(context, app.store)
    if plan.new.now or not quiet:
        app.show(now_answer(plan))


def _no_database(app: App) -> Answer:
    """How to begin: to somebody who reads it that none is there is no error."""
    from netlog.views.no_database import no_database_answer

    where = app.locations
    return no_database_answer(str(where.database), where.named_by, app.naming)


def _past(app: App, context: PlanContext) -> Answer:
    """What became of a week."""
    from netlog.plan.past import past_week
    from netlog.views.past import past_answer

    return past_answer(past_week(app.store, context.week, app.today), context.lens)
