"""netlog intro: who introduced whom."""

from typing import Annotated, Any

from typer import Context

from netlog.acts.intro import introduce
from netlog.domain.kinds import INTRODUCTION_STATES
from netlog.errors import UsageError
from netlog.params import New, OnDay, app_of, choice, option, person_option, who
from netlog.views.introduced import view


def command(
    ctx: Context,
    a: Annotated[str, who("Who was introduced.")],
    b: Annotated[str, who("To whom; left out: to me.")] = "",
    by: Annotated[
        str, person_option("--by", help_text="Who introduced them; left out: I did.")
    ] = "",
    on: OnDay = "",
    state: Annotated[
        str,
        choice(
            "--state",
            help_text="offered, made (the usual), met or dropped.",
            words=INTRODUCTION_STATES,
        ),
    ] = "",
    inbound: Annotated[
        bool, option("--inbound", help_text="They came to you.")
    ] = False,
    new: New = False,
) -> None:
    """Record who introduced whom: intro Dorie --by Alisa, intro Zoe Hal.

    Said again it brings the same introduction up to date.
    """
    app = app_of(ctx)
    if state and state not in INTRODUCTION_STATES:
        raise UsageError(
            f"{state[:40]} is no state of an introduction.",
            f"States are {', '.join(INTRODUCTION_STATES)}.",
        )
    facts: dict[str, Any] = {"inbound": True} if inbound else {}
    facts |= {"state": state} if state else {}
    with app.changing() as change:
        made = introduce(
            change,
            (a, b, by),
            app.typed.happened(on) if on else None,
            app.today,
            facts,
            new,
        )
    app.show(view(made))
