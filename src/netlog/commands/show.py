"""netlog show: everything about somebody."""

from typer import Context

from netlog.options import Who, app_of
from netlog.repository import finding
from netlog.repository.record import record_of
from netlog.views.person import person_answer


def command(ctx: Context, who: Who) -> None:
    """Everything about somebody: how to reach them, what happened, what is owed."""
    app = app_of(ctx)
    person = finding.find(app.store, app.typed.phrase(who))
    app.show(person_answer(record_of(app.store, person, app.settings)))
