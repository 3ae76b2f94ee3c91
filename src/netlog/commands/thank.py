"""netlog thank: somebody on the path of an outcome was thanked."""

from typer import Context

from netlog.acts.thank import thank
from netlog.params import OnDay, Who, app_of
from netlog.views.thanked import view


def command(ctx: Context, who: Who, on: OnDay = "") -> None:
    """Record that you thanked somebody, for all that came by way of them."""
    app = app_of(ctx)
    with app.changing() as change:
        person = change.people.find(app.typed.phrase(who))
        outcomes = thank(change, person, app.typed.happened(on))
    app.show(view(person, outcomes, app.typed.happened(on)))
