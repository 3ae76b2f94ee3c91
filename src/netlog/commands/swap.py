"""netlog swap: another pick."""

from typer import Context

from netlog.domain.person import Person
from netlog.errors import RefusedError
from netlog.options import app_of
from netlog.output.answer import Answer, command_line, line, lines, name
from netlog.plan.context import context_for
from netlog.plan.result import NewSlot
from netlog.plan.week import pinned_plan
from netlog.repository.plan import put_off
from netlog.views.due import scored
from netlog.views.wording import brief


def command(ctx: Context) -> None:
    """Another pick for this week: the first alternate takes the place."""
    app = app_of(ctx)
    context = context_for(app.today, app.settings)
    pick = pinned_plan(context, app.store, app.database.pin, app.warn).new.pick
    if not pick:
        raise RefusedError(
            "There is no pick to swap this week.", "netlog due says what there is."
        )
    with app.changing() as change:
        put_off(change, pick[0].person, context.week.code, "swap", "new")
    plan = pinned_plan(context, app.store, app.database.pin, app.warn)
    app.show(_answer(pick[0].person, plan.new))


def _answer(person: Person, now: NewSlot) -> Answer:
    """Who was the pick, and who is now."""
    data = {
        "person": brief(person),
        "new": [scored(line) for line in now.pick],
        "alternates": [scored(line) for line in now.alternates],
    }
    if not now.pick:
        item = line(name(person.name), " is swapped; nobody else new is left.")
        return Answer("swap", data, page=lines(item))
    pick = now.pick[0]
    item = line(
        "Now ", name(pick.person.name), f" — {pick.text}: ", command_line(pick.next)
    )
    return Answer("swap", data, page=lines(item))
