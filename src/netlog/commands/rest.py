"""netlog rest: never plan them."""

from typer import Context

from netlog.options import Who, app_of
from netlog.repository import finding, plan
from netlog.views.sentences import plan_change


def command(ctx: Context, who: Who) -> None:
    """Leave somebody out of every plan until you wake them."""
    app = app_of(ctx)
    with app.changing() as change:
        typed = app.typed.phrase(who)
        person = finding.find(change.store, typed, of_me=finding.NOT_OF_ME)
        plan.rest(change, person)
    wake = f"netlog wake {person.handle}"
    app.show(plan_change("rest", person, "rests", wake, changed=change.wrote))
