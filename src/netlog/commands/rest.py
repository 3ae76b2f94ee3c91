"""netlog rest: never plan them."""

from typer import Context

from netlog.params import Who, app_of
from netlog.views.put_off import told


def command(ctx: Context, who: Who) -> None:
    """Leave somebody out of every plan until you wake them."""
    app = app_of(ctx)
    with app.changing() as change:
        person = change.people.find(app.typed.phrase(who))
        change.planning.rest(person)
    app.show(told("rest", person, "rests", f"netlog wake {person.handle}"))
