"""netlog list: people, all or by filters."""

from typing import Annotated

from typer import Argument, Context

from netlog.domain.filters import Listed, all_hold, parse_filter
from netlog.params import app_of
from netlog.views.listed import nobody, view


def command(
    ctx: Context,
    filters: Annotated[
        list[str] | None,
        Argument(
            metavar="FILTER…",
            help="kind=client tag=hr org~acme last>90d via=alisa; all must hold.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """People in the order of their names, all or those for whom every filter holds."""
    app = app_of(ctx)
    holds = all_hold(parse_filter(text, app.today) for text in filters or ())
    people = app.book.people
    details = people.all_details()
    via = app.book.introductions.introducers_by_person() if filters else {}
    everybody = [
        Listed(one, details.get(one.id, ()), via.get(one.id, ()))
        for one in people.everybody()
    ]
    app.show(view([listed for listed in everybody if holds(listed)]))
    if not everybody:
        app.tell(nobody())
