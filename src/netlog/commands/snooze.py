"""netlog snooze: not before a day."""

from typing import Annotated

from typer import Argument, Context

from netlog.errors import UsageError
from netlog.params import app_of, who
from netlog.views.put_off import snoozed


def command(
    ctx: Context,
    who: Annotated[str, who()],
    until: Annotated[
        list[str], Argument(metavar="DATE", help="The day to plan them again.")
    ],
) -> None:
    """Leave somebody out of the plan until a day."""
    app = app_of(ctx)
    day = app.typed.to_come(app.typed.phrase(until))
    if day <= app.today:
        raise UsageError("That day has come.", "Say a later one: tomorrow, mon, 2w.")
    with app.changing() as change:
        person = change.people.find(who)
        change.planning.snooze(person, day)
    app.show(snoozed(person, day))
