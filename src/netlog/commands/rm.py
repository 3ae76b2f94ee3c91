"""netlog rm: somebody, or an entry, is taken out."""

from typing import Annotated

from typer import Context

from netlog.acts.mend import EXAMPLES, take_out, which
from netlog.errors import UsageError
from netlog.params import app_of, option, who
from netlog.views.mended import removed, took_out


def command(
    ctx: Context,
    who: Annotated[list[str] | None, who()] = None,
    touch: Annotated[str, option("--touch", help_text="A touch.", metavar="N")] = "",
    intro: Annotated[
        str, option("--intro", help_text="An introduction.", metavar="N")
    ] = "",
    promise: Annotated[
        str, option("--promise", help_text="A promise.", metavar="N")
    ] = "",
    entry: Annotated[
        str, option("--entry", help_text="What was given or got.", metavar="N")
    ] = "",
) -> None:
    """Take somebody out with all that is theirs alone, or one entry.

    netlog undo brings it back.
    """
    app = app_of(ctx)
    one = which(app.typed.numbers(touch, intro, promise, entry))
    if bool(one) == bool(who):
        raise UsageError(
            "It is not clear what to take out.",
            f"Name one person, or one entry: {EXAMPLES}.",
        )
    with app.changing() as change:
        if one:
            take_out(change, one)
            answer = took_out(one)
        else:
            person = change.people.find(app.typed.phrase(who or ()))
            change.people.remove(person)
            answer = removed(person)
    app.show(answer)
