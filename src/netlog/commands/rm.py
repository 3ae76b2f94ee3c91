"""netlog rm: somebody, or an entry, is taken out."""

from typing import Annotated, Any

from typer import Context

from netlog.errors import UsageError
from netlog.options import app_of, option, who
from netlog.output.answer import Answer, Part, command_line, line, lines, name, soft
from netlog.repository import finding, people
from netlog.repository.entries import EXAMPLES, entry_of, take_out, which, with_names
from netlog.views.entered import entered_said
from netlog.views.wording import brief


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
    booking: Annotated[
        str, option("--booking", help_text="A booking.", metavar="N")
    ] = "",
) -> None:
    """Take somebody out with all that is theirs alone, or one entry.

    netlog undo brings it back.
    """
    app = app_of(ctx)
    one = which(app.typed.numbers(touch, intro, promise, entry, booking))
    if bool(one) == bool(who):
        raise UsageError(
            "It is not clear what to take out.",
            f"Name one person, or one entry: {EXAMPLES}.",
        )
    with app.changing() as change:
        if one:
            of = with_names(change.store, entry_of(change.store, one))
            said = entered_said(of, app.settings.currency)
            take_out(change, one)
            answer = _answer(one._asdict(), f"{one}: {said}")
        else:
            person = finding.find(change.store, app.typed.phrase(who or ()))
            people.remove(change, person)
            answer = _answer({"person": brief(person)}, name(person.name))
    app.show(answer)


def _answer(data: dict[str, Any], *what: Part | str) -> Answer:
    """What was taken out, and how it comes back."""
    back = (command_line("netlog undo"), soft(" brings it back"))
    return Answer("rm", data, page=lines(line("Took out ", *what, ": ", *back)))
