"""netlog swap: another pick."""

from typing import Annotated

from typer import Context

from netlog.domain.person import Person
from netlog.errors import RefusedError
from netlog.options import app_of, who
from netlog.output.answer import Answer, command_line, line, lines, name
from netlog.plan.context import context_for
from netlog.plan.inputs import inputs_for
from netlog.plan.result import NewSlot
from netlog.plan.slots import new
from netlog.plan.week import pinned_plan
from netlog.repository import finding
from netlog.repository.plan import put_first, put_off
from netlog.views.due import scored
from netlog.views.wording import brief


def command(
    ctx: Context,
    who: Annotated[list[str] | None, who("Who is to be the pick.")] = None,
) -> None:
    """Another pick for this week: the first alternate takes the place, or WHO."""
    app = app_of(ctx)
    context = context_for(app.today, app.settings)
    pick = pinned_plan(context, app.store, app.database.pin, app.warn).new.pick
    if not pick:
        raise RefusedError(
            "There is no pick to swap this week.", "netlog due says what there is."
        )
    wanted = finding.find(app.store, app.typed.phrase(who)) if who else None
    if wanted and not new.is_open(inputs_for(context, app.store), wanted):
        raise RefusedError(
            f"{wanted.handle} cannot be the pick.", f"netlog why {wanted.handle}"
        )
    with app.changing() as change:
        if wanted:
            _refuse_same(wanted, pick[0].person)
            put_first(change, wanted, context.week)
        put_off(change, pick[0].person, context.week.code, "swap", "new")
    plan = pinned_plan(context, app.store, app.database.pin, app.warn)
    app.show(_answer(pick[0].person, plan.new))


def _refuse_same(wanted: Person, pick: Person) -> None:
    if wanted.id == pick.id:
        raise RefusedError(
            f"{pick.handle} is the pick.",
            "netlog swap takes the first alternate.",
        )


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
    # Nothing is typed while there is time for an answer.
    to_type = (": ", command_line(pick.next)) if pick.next else ()
    item = line("Now ", name(pick.person.name), f" — {pick.text}", *to_type)
    return Answer("swap", data, page=lines(item))
