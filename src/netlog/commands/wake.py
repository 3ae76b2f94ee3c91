"""netlog wake: plan them again."""

from typer import Context

from netlog.domain.weeks import week_of
from netlog.options import Who, app_of
from netlog.repository import finding, plan
from netlog.views.sentences import plan_change


def command(ctx: Context, who: Who) -> None:
    """Plan somebody again: lifts skip, swap, snooze and rest."""
    app = app_of(ctx)
    with app.changing() as change:
        typed = app.typed.phrase(who)
        person = finding.find(change.store, typed, of_me=finding.NOT_OF_ME)
        plan.wake(change, person, week_of(app.today).code, app.today)
    app.show(
        plan_change(
            "wake",
            person,
            "can be planned again" if change.wrote else "can be planned",
            f"netlog why {person.handle}",
            changed=change.wrote,
        )
    )
