"""netlog snooze: not before a day."""

from datetime import date
from typing import Annotated

from typer import Argument, Context

from netlog.domain.dates import spell
from netlog.domain.person import Person
from netlog.errors import UsageError
from netlog.options import app_of, who
from netlog.output.answer import Answer
from netlog.repository import finding, plan
from netlog.views.sentences import plan_change
from netlog.views.wording import brief


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
        person = finding.find(change.store, who, of_me=finding.NOT_OF_ME)
        plan.snooze(change, person, day)
    app.show(_answer(person, day, changed=change.wrote))


def _answer(person: Person, until: date, *, changed: bool) -> Answer:
    """Until when somebody is left out."""
    answer = plan_change(
        "snooze",
        person,
        f"is not planned before {spell(until)}",
        f"netlog wake {person.handle}",
        changed=changed,
    )
    return answer._replace(data={"person": brief(person), "until": until})
