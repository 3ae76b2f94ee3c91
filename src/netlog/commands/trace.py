"""netlog trace: back to the coffee it began with."""

from typing import Annotated

from typer import Context

from netlog.app import App
from netlog.errors import UsageError
from netlog.params import app_of, choice, who
from netlog.trace.tracing import Trace, shares_of, trace_outcome, trace_person
from netlog.views.traced import view

_CREDITS = ("root", "equal")


def command(
    ctx: Context,
    what: Annotated[list[str], who("Somebody, or the number of an outcome.")],
    credit: Annotated[
        str,
        choice(
            "--credit",
            help_text="Divide its money: root or equal.",
            words=_CREDITS,
        ),
    ] = "",
) -> None:
    """Walk back from an outcome to the coffee it began with.

    Of somebody it is their newest outcome; where there is none, how you came to know
    them. With --credit equal each on the way keeps as much as goes to each of those
    who introduced them, so the nearest get most.
    """
    app = app_of(ctx)
    if credit and credit not in _CREDITS:
        raise UsageError(f"There is no credit {credit[:40]}.", "Say root or equal.")
    found = _found(app, app.typed.phrase(what))
    if credit:
        found = _divided(app, found, credit)
    app.show(view(found, app.settings.currency))


def _found(app: App, what: str) -> Trace:
    book = app.book
    if not what.isascii() or not what.isdigit():
        person = book.people.find(what)
        return trace_person(book.traces, person.id, app.today)
    entry = book.ledger.get(app.typed.number(what))
    if not entry.is_outcome:
        raise UsageError(
            f"Entry {entry.id} went from you; a trace starts from what came.",
            "netlog show WHO lists what you got.",
        )
    return trace_outcome(book.traces, entry)


def _divided(app: App, found: Trace, credit: str) -> Trace:
    """The trace of the outcome that has money: the one asked for, else the newest."""
    source = app.book.traces
    paid = [one for one in (found.entry, *found.others) if one and one.cents]
    if not paid:
        raise UsageError("There is no money that could be divided.", _say_it(found))
    other = paid[0] != found.entry
    shown = trace_outcome(source, paid[0]) if other else found
    return shown._replace(shares=shares_of(source, paid[0], credit))


def _say_it(found: Trace) -> str:
    if found.entry:
        return f"Say it first: netlog edit --entry {found.entry.id} --value 500"
    return f"Record it: netlog got {found.person.handle} client --value 500"
