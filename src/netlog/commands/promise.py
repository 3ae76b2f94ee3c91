"""netlog promise: something owed."""

from typing import Annotated

from typer import Argument, Context

from netlog.acts.people import first_name, one
from netlog.params import ByDay, New, app_of, who
from netlog.views.promised import view


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
        name, rest = first_name(change.people, words, len(words) - 1)
        said = app.typed.needed(" ".join(rest), "A promise")
        person = one(change, name, app.today, new=new)
        due = app.typed.promised(said, by)
        promise = change.promises.make(person.id, said, due)
    app.show(view("promise", promise, person))
