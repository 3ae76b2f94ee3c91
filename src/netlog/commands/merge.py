"""netlog merge: one person from two."""

from typing import Annotated

from typer import Argument, Context

from netlog.acts.merge import merge, two
from netlog.acts.people import whole_names
from netlog.app import App
from netlog.errors import UsageError
from netlog.params import app_of, complete_handles, option
from netlog.views.merged import shortly, view
from netlog.views.records import said_of

_TWO = 2


def command(
    ctx: Context,
    people: Annotated[
        list[str],
        Argument(
            metavar="WHO WHO",
            help="Who stays, and who is the same.",
            autocompletion=complete_handles,
        ),
    ],
    yes: Annotated[bool, option("--yes", help_text="Do not ask.")] = False,
) -> None:
    """Make one person of two: the first stays, and has all of the second.

    The name of the second becomes another name of the first.  netlog undo makes them
    two again.
    """
    app = app_of(ctx)
    names = whole_names(app.book.people, people)
    if len(names) != _TWO:
        raise UsageError(
            "Two people become one.", "netlog merge WHO WHO: the first stays."
        )
    words = names[0], names[1]
    if not yes:
        words = _agreed(app, words)
    with app.changing() as change:
        merged = merge(change, words, said_of)
    app.show(view(merged))


def _agreed(app: App, words: tuple[str, str]) -> tuple[str, str]:
    """Show both and ask, before the file is held; gives the handles of those shown."""
    people = app.book.people
    kept, gone = two(people, words)
    app.agree(
        f"Stays: {shortly(kept, people.details(kept.id))}",
        f"Goes: {shortly(gone, people.details(gone.id))}",
        "Are they one person?",
        otherwise="Nothing was merged.",
    )
    return kept.handle, gone.handle
