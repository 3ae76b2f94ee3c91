"""netlog log: what happened with whom."""

from typing import Annotated

from typer import Argument, Context

from netlog.acts.log import Happened, log
from netlog.domain.kinds import GUESSES, TOUCH_KINDS
from netlog.params import (
    ByDay,
    Many,
    New,
    OnDay,
    app_of,
    choice,
    complete_handles,
    given,
    option,
    touch_kind,
)
from netlog.views.logged import view
from netlog.views.people import listed


def command(
    ctx: Context,
    who: Annotated[
        list[str],
        Argument(
            metavar="WHO…",
            help="Everybody who was there.",
            autocompletion=complete_handles,
        ),
    ],
    kind: Annotated[
        str, touch_kind(f"One of {', '.join(TOUCH_KINDS)}; else coffee.")
    ] = "coffee",
    on: OnDay = "",
    at: Annotated[str, option("--at", help_text="Where.", metavar="PLACE")] = "",
    note: Annotated[str, option("--note", help_text="What was said.")] = "",
    no_answer: Annotated[
        bool, option("--no-answer", help_text="An attempt that got no answer.")
    ] = False,
    promise: Annotated[
        str, option("--promise", help_text="What you promised.", metavar="TEXT")
    ] = "",
    by: ByDay = "",
    names: Annotated[
        str, option("--names", help_text="People they named: 'A, B'.", metavar="NAMES")
    ] = "",
    introduce: Annotated[
        bool, option("--introduce", help_text="They know each other through you now.")
    ] = False,
    got: Annotated[Many, given("--got", "What they brought you.")] = None,
    gave: Annotated[Many, given("--gave", "What you gave them.")] = None,
    guess: Annotated[
        str,
        choice(
            "--guess",
            help_text=f"Will anything come of it: {', '.join(GUESSES)}.",
            words=GUESSES,
        ),
    ] = "",
    new: New = False,
) -> None:
    """Log a coffee, a call, a note, or an attempt that got no answer."""
    app = app_of(ctx)
    app.typed.phrase(who)
    happened = Happened(
        kind=app.typed.touch_kind(kind),
        on=app.typed.happened(on),
        place=app.typed.text(at),
        note=app.typed.note(note),
        answered=not no_answer,
        promise=app.typed.text(promise),
        by=app.typed.promised(promise, by),
        names=[name for name in names.split(",") if name.strip()],
        introduce=introduce,
        got=[app.typed.given(text) for text in got or ()],
        gave=[app.typed.given(text) for text in gave or ()],
        guess=app.typed.guess(guess),
    )
    with app.changing() as change:
        logged = log(change, who, happened, app.today, new=new)
    app.show(view(logged, happened))
    if new and len(logged.one_word) > 1:
        app.tell(
            f"{listed(logged.one_word)} are several people now;"
            " quotes keep the words of a name together."
        )
