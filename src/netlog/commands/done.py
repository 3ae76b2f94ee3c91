"""netlog done: a promise is kept, or let go."""

from typing import Annotated

from typer import Argument, Context

from netlog.options import OnDay, app_of, option
from netlog.repository import people, promises
from netlog.views.sentences import promised


def command(
    ctx: Context,
    number: Annotated[str, Argument(metavar="N", help="The number of the promise.")],
    on: OnDay = "",
    drop: Annotated[
        bool, option("--drop", help_text="Let it go: it will not be kept.")
    ] = False,
) -> None:
    """Keep a promise, or let it go with --drop."""
    app = app_of(ctx)
    state = "dropped" if drop else "kept"
    with app.changing() as change:
        promise = promises.close(
            change, app.typed.number(number), state, app.typed.happened(on)
        )
        person = people.get(change.store, promise.person_id)
    app.show(promised("done", promise, person, changed=change.wrote))
