"""netlog promise: something owed."""

from typing import Annotated

from typer import Argument, Context

from netlog.options import ByDay, New, app_of, who
from netlog.repository import promises
from netlog.repository.finding import find_or_add, first_name
from netlog.views.sentences import promised


def command(
    ctx: Context,
    who: Annotated[str, who()],
    text: Annotated[
        list[str], Argument(metavar="TEXT", help="What you promised; needs no quotes.")
    ],
    by: ByDay = "",
    new: New = False,
) -> None:
    """Promise somebody something; by a week from today unless --by says when."""
    app = app_of(ctx)
    with app.changing() as change:
        words = [who, *text]
        name, rest = first_name(change.store, words, len(words) - 1)
        said = app.typed.needed(" ".join(rest), "A promise")
        person = find_or_add(change, name, app.today, new=new)
        due = app.typed.promised(said, by)
        promise = promises.make(change, person.id, said, due)
    app.show(promised("promise", promise, person))
