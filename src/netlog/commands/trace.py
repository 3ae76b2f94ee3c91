"""netlog trace: back to the coffee it began with."""

from typing import Annotated

from typer import Context

from netlog.app import App
from netlog.domain.ledger import Entry
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
            help_text="Divide its money: root, all to the beginnings; or equal.",
            words=_CREDITS,
        ),
    ] = "",
) -> None:
    """Walk back from an outcome to the coffee it began with.

    Of somebody it is their newest outcome; where there is none, how you came to know
    them.
    """
    app = app_of(ctx)
    if credit and credit not in _CREDITS:
        raise UsageError(f"There is no credit {credit[:40]}.", "Say root or equal.")
    found = _found(app, app.typed.phrase(what))
    if credit:
        entry = _with_money(found.entry)
        found = found._replace(shares=shares_of(app.book.traces, entry, credit))
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


def _with_money(entry: Entry | None) -> Entry:
    if entry and entry.cents:
        return entry
    raise UsageError(
        "There is no money that could be divided.",
        f"Say it first: netlog edit --entry {entry.id if entry else 'N'} --value 500",
    )
