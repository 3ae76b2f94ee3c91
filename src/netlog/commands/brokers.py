"""netlog brokers: through whom the network and the income pass."""

from typing import Annotated

from typer import Context

from netlog.network.brokers import worksheet
from netlog.params import app_of, option
from netlog.trace.origin import ancestry_of_all, start_of
from netlog.views.brokered import Facts, view

_SHOWN = 20


def command(
    ctx: Context,
    every: Annotated[bool, option("--all", help_text="Everybody, not 20.")] = False,
) -> None:
    """Through whom people and income came to you, and what would go with each.

    The worksheet of three columns: who introduced me, me, to whom I introduced them.
    Through somebody pass all who came by them over however many hops, and the income
    of these and of themselves, divided where the ways part. Gone with them is what
    has no other way to anybody you met without help.
    """
    app = app_of(ctx)
    source = app.book.traces
    outcomes = ((entry, start_of(source, entry)) for entry in source.outcomes())
    sheet = worksheet(ancestry_of_all(source.links()), outcomes)
    whole = every or app.format == "json"
    shown = sheet.brokers if whole else sheet.brokers[:_SHOWN]
    facts = Facts(
        shown,
        {one.person_id: source.named(one.person_id) for one in shown},
        app.book.networks.introduced_by_me(),
        app.book.people.count(),
        app.settings.currency,
    )
    app.show(view(sheet, facts))
