"""netlog balance: what was given and what came back."""

from datetime import date
from typing import Annotated

from typer import Context

from netlog.network.balance import balance, balances
from netlog.params import app_of, option, who
from netlog.views import balanced


def command(
    ctx: Context,
    who: Annotated[list[str] | None, who("With one person; else everybody.")] = None,
    since: Annotated[
        str, option("--since", help_text="Only since a day.", metavar="DATE")
    ] = "",
) -> None:
    """What was given and what came back, and by how many things they differ.

    Owed is what came less what went, in numbers of things; money stands apart. First
    are those to whom you owe most.
    """
    app = app_of(ctx)
    day = app.typed.happened(since) if since else date.min
    currency = app.settings.currency
    if not who:
        found = balances(app.book.networks.entries_since(day))
        app.show(balanced.everybody(found, currency))
        if not found:
            app.tell(balanced.NOTHING)
        return
    person = app.book.traces.named(app.book.people.find(app.typed.phrase(who)).id)
    entries = [one for one in app.book.ledger.of(person.id) if one.day >= day]
    if entries:
        app.show(balanced.view(balance(person, entries), currency))
    else:
        app.show(balanced.nobody(person, currency))
