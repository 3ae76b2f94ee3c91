"""netlog wake: plan them again."""

from typer import Context

from netlog.domain.weeks import week_of
from netlog.params import Who, app_of
from netlog.views.put_off import told


def command(ctx: Context, who: Who) -> None:
    """Plan somebody again: lifts skip, swap, snooze and rest."""
    app = app_of(ctx)
    with app.changing() as change:
        person = change.people.find(app.typed.phrase(who))
        change.planning.wake(person, week_of(app.today).code, app.today)
    app.show(
        told("wake", person, "can be planned again", f"netlog why {person.handle}")
    )
